import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../bin/cordon.js', import.meta.url))
const list = fileURLToPath(new URL('./fixtures/list.ftm.json', import.meta.url))
let folder: string
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-cli-'))
  // As root PostgreSQL runs as another account, which must be able to enter.
  await chmod(folder, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function start(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { cwd: folder })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  return { child, output }
}

/** Runs the built program to its end. */
async function cordon(args: string[], input?: string | Buffer) {
  const { child, output } = start(...args)
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { code, ...output }
}

const jsonLines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('cordon screen', () => {
  const parties =
    'Full Name,DOB,Passport No,IMO,Branch\n' +
    'Park Jin-hyok,1984,,,Seoul\n' +
    'Anna Schmidt,1990-02-03,,,Bonn\n' +
    ',,290333974,,\n' +
    'broken,row\n' +
    ',,,7937317,\n' +
    'Hidden Cobra,,,,\n'

  it('answers each party in order, each with the lists and versions that were searched', async () => {
    await writeFile(file('parties.csv'), parties)
    const { code, stdout, stderr } = await cordon(['screen', 'parties.csv', '--list', list])
    expect(code).toBe(0)
    const answers = jsonLines(stdout)
    expect(answers.map(({ line, results }) => [line, results[0]?.id])).toEqual([
      [2, 't-1'],
      [3, undefined],
      [4, 't-1'],
      [6, 't-3'],
      [7, 't-2'],
    ])
    for (const { versions } of answers) expect(Object.keys(versions)).toHaveLength(1)
    expect(answers[0].results[0].explanations).toHaveProperty('name')
    expect(stderr).toContain(
      'Full Name -> name, DOB -> birthDate, Passport No -> passportNumber, IMO -> imoNumber',
    )
    expect(stderr).toContain('not used: Branch')
    expect(stderr).toContain('line 5: 2 fields where there should be 5')
    expect(stderr).toContain('screened 5 parties: 4 with matches (4 in all), 1 rejected; searched ')
  })

  it('reads standard input, gzip too, and writes CSV with a row for each match and each party without one', async () => {
    const { code, stdout } = await cordon(
      ['screen', '-', '--list', list, '--format', 'csv'],
      gzipSync(parties),
    )
    expect(code).toBe(0)
    const rows = stdout.trimEnd().split('\r\n')
    expect(rows[0]).toBe(
      'line,party_id,party,rank,score,match,entity_id,caption,schema,lists,explanation,searched',
    )
    expect(rows).toHaveLength(6)
    expect(rows[2]).toMatch(/^3,,Anna Schmidt,,,false,,,,,,.+@/)
  })

  it('writes a table for people', async () => {
    const { stdout } = await cordon(['screen', '-', '--list', list, '--format', 'table'], parties)
    expect(stdout.split('\n')[0]).toMatch(/^line +party +score +matches/)
    expect(stdout).toContain('Park Jin Hyok')
  })

  it('keeps every rejected record where it is told to', async () => {
    const { code } = await cordon(['screen', '-', '--list', list, '--rejects', 'rejects.ndjson'], parties)
    expect(code).toBe(0)
    expect(jsonLines(await readFile(file('rejects.ndjson'), 'utf8'))).toEqual([
      { where: 'line 5', reason: '2 fields where there should be 5', excerpt: 'broken,row' },
    ])
  })

  it('takes the meaning of columns from the caller', async () => {
    const { stdout } = await cordon(
      ['screen', '-', '--list', list, '--map', 'Kunde=name'],
      'Kunde\nHidden Cobra\n',
    )
    expect(jsonLines(stdout)[0].results[0].id).toBe('t-2')
  })

  it('answers while the input still comes, and forgets what it has answered', async () => {
    const { child, output } = start('screen', '-', '--list', list)
    child.stdin.write(`name\n${'Hidden Cobra\n'.repeat(20_000)}`)
    while (output.stdout === '') await once(child.stdout, 'data')
    child.stdin.end()
    await once(child, 'close')
    expect(output.stderr).toContain('screened 20,000 parties: 20,000 with matches')
  })

  it.each(['ndjson', 'csv', 'table'])('writes the same %s whatever the number of threads', async (format) => {
    const names = ['Hidden Cobra', 'Park Jin-hyok', 'Anna Schmidt', 'Chong Chon Gang', 'broken,row']
    const many = Array.from({ length: 15_000 }, (_, i) => `${names[i % 5]}\n`).join('')
    const results = []
    for (const threads of ['1', '2', '4']) {
      const options = [
        '--list',
        list,
        '--format',
        format,
        '--threads',
        threads,
        '--rejects',
        `lost-${threads}`,
      ]
      const { code, stdout, stderr } = await cordon(['screen', '-', ...options], `name\n${many}`)
      results.push({
        code,
        stdout,
        summary: stderr.split('\n').at(-2),
        lost: await readFile(file(`lost-${threads}`), 'utf8'),
      })
    }
    const [alone, ...others] = results
    expect(alone!.summary).toContain('screened 12,000 parties')
    expect(alone!.lost.split('\n')).toHaveLength(3001)
    // Not toEqual: a difference would print megabytes.
    for (const other of others)
      for (const part of ['code', 'stdout', 'summary', 'lost'] as const)
        expect(other[part] === alone![part], part).toBe(true)
  })

  it('screens with as many threads as it is told to', async () => {
    const { child, output } = start('screen', '-', '--list', list, '--threads', '3', '--progress')
    const write = () => {
      if (!output.stderr.includes('3 threads')) child.stdin.write('Hidden Cobra\n'.repeat(2000), write)
      else child.stdin.end()
    }
    child.stdin.write('name\n', write)
    const [code] = await once(child, 'close')
    expect(code).toBe(0)
    const rows = output.stdout.trimEnd().split('\n')
    expect(output.stderr).toContain(`screened ${rows.length.toLocaleString('en-US')} parties`)
    expect(rows.map((row) => JSON.parse(row).line).every((line, i) => line === i + 2)).toBe(true)
  })

  it('says how fast it is and, for a file, how long it still takes', async () => {
    await writeFile(file('many.csv'), `name\n${'Hidden Cobra\n'.repeat(20_000)}`)
    const { stderr } = await cordon(['screen', 'many.csv', '--list', list, '--progress'])
    expect(stderr).toMatch(/screened [\d,]+ parties, [\d,]+ with matches; [\d,]+ a second, about \d+ s left/)
  })

  it('ends quietly when the reader of the pipe goes away', async () => {
    const { child, output } = start('screen', '-', '--list', list)
    child.stdin.on('error', () => {})
    child.stdout.once('data', () => child.stdout.destroy())
    child.stdin.end(`name\n${'Hidden Cobra\n'.repeat(50_000)}`)
    const [code] = await once(child, 'close')
    expect(code).toBe(0)
    expect(output.stderr).not.toContain('EPIPE')
  })

  it.each([
    ['no input', ['screen'], 2, "missing required argument 'input'"],
    ['a threshold that is none', ['screen', '-', '--threshold', '7'], 2, 'a number from 0 to 1'],
    ['a format that is none', ['screen', '-', '--list', list, '--format', 'pdf'], 2, 'ndjson, csv, table'],
    ['a mapping that is none', ['screen', '-', '--list', list, '--map', 'name'], 1, 'column=property'],
    ['a file that is not there', ['screen', 'nowhere.csv', '--list', list], 1, 'no such file'],
    ['a list in an unknown format', ['screen', '-', '--list', program], 1, 'ftm-json'],
    ['a subcommand that is none', ['scren', 'x'], 2, 'unknown command'],
  ])('fails on %s and says why', async (_, args, code, message) => {
    const run = await cordon(args, 'name\nPark\n')
    expect([run.code, run.stdout]).toEqual([code, ''])
    expect(run.stderr).toContain(message)
    expect(run.stderr).not.toMatch(/\n\s+at /)
  })
})

describe('cordon compare', () => {
  it('adds score, match and explanation to the rows of a file, and keeps its columns', async () => {
    const pairs =
      'id,schema,name1,name2\n1,Person,Park Jin Hyok,PARK JIN HYOK\n2,Person,Park Jin Hyok,Anna Schmidt\n3,Person\n' // prettier-ignore
    const { code, stdout, stderr } = await cordon(['compare', '--input', '-'], pairs)
    expect(code).toBe(0)
    const rows = stdout.trimEnd().split('\r\n')
    expect(rows[0]).toBe('id,schema,name1,name2,score,match,explanation')
    expect(rows[1]).toMatch(/^1,Person,Park Jin Hyok,PARK JIN HYOK,(1|0\.9\d*),true,/)
    expect(rows[2]).toMatch(/^2,Person,Park Jin Hyok,Anna Schmidt,0[.\d]*,false,/)
    expect(stderr).toContain('compared 2 pairs: 1 match, 1 rejected')
  })

  it('compares two names', async () => {
    const { stdout } = await cordon(['compare', 'Park Jin Hyok', 'Jin-Hyok PARK', '--schema', 'Person'])
    const [answer] = jsonLines(stdout)
    expect(answer).toMatchObject({ match: true })
    expect(answer.score).toBeGreaterThan(0.9)
  })

  it('without names is a wrong usage', async () => {
    expect((await cordon(['compare', 'one'])).code).toBe(2)
  })
})

describe('cordon lists', () => {
  const lists = (command: string, ...args: string[]) => cordon(['lists', command, ...args, '--data', 'data'])
  const [first = ''] = readFileSync(list, 'utf8').split('\n')

  it('imports a list, accounts for every record, and names what it could not read', async () => {
    await writeFile(file('list.ftm.json'), `${first}\n{"id": broken\n`)
    // A file that states no version has that of the time it was written: this one is the older.
    await utimes(file('list.ftm.json'), 1e9, 1e9)
    const { code, stdout, stderr } = await lists('import', 'list.ftm.json', '--rejects', 'lost.ndjson')
    expect(code).toBe(0)
    expect(jsonLines(stdout)).toEqual([
      expect.objectContaining({
        source: 'test_list',
        outcome: 'imported',
        seq: 1,
        rejected: 1,
        written: { Person: 1 },
      }),
    ])
    expect(stderr).toContain('rejected: list.ftm.json line 2')
    expect(jsonLines(await readFile(file('lost.ndjson'), 'utf8'))).toHaveLength(1)
  })

  it('knows bytes that it has already, and keeps versions apart', async () => {
    const again = await lists('import', 'list.ftm.json')
    expect(jsonLines(again.stdout)[0]).toMatchObject({ outcome: 'known', seq: 1 })
    const whole = await lists('import', list)
    expect(jsonLines(whole.stdout)[0]).toMatchObject({ outcome: 'imported', seq: 2 })
    const versions = jsonLines((await lists('status')).stdout)
    expect(versions.map(({ source, seq, entities }) => [source, seq, entities])).toEqual([
      ['test_list', 1, 1],
      ['test_list', 2, 4],
    ])
  })

  it('answers as of an earlier version', async () => {
    const screen = (...args: string[]) =>
      cordon(['screen', '-', '--data', 'data', ...args], 'imo\n7937317\n').then(
        ({ stdout }) => jsonLines(stdout)[0],
      )
    expect((await screen()).results).toHaveLength(1)
    expect((await screen('--as-of', 'test_list=#1')).results).toHaveLength(0)
  })

  it('leaves the store as it was when a file ends too early, and names the file', async () => {
    await writeFile(file('half.gz'), gzipSync(first.repeat(100)).subarray(0, 200))
    const { code, stderr } = await lists('import', 'half.gz')
    expect(code).toBe(1)
    expect(stderr).toContain('half.gz: stored byte 200')
    expect(jsonLines((await lists('status')).stdout)).toHaveLength(2)
  })

  it('leaves the former version to answer when it is killed in the middle, and imports the same file afterwards', async () => {
    const people = Array.from({ length: 60_000 }, (_, n) =>
      JSON.stringify({
        id: `k-${n}`,
        schema: 'Person',
        properties: { name: [`Person ${n}`] },
        datasets: ['kept_list'],
      }),
    )
    await writeFile(file('before.json'), `${people[0]}\n`)
    await utimes(file('before.json'), 1e9, 1e9)
    await writeFile(file('after.json'), `${people.join('\n')}\n`)
    expect((await lists('import', 'before.json')).code).toBe(0)
    const { child, output } = start('lists', 'import', 'after.json', '--data', 'data', '--progress')
    while (!output.stderr.includes('reading')) await once(child.stderr, 'data')
    child.kill('SIGKILL')
    expect((await once(child, 'close'))[1]).toBe('SIGKILL')
    const kept = async () =>
      jsonLines((await lists('status')).stdout)
        .filter(({ source }) => source === 'kept_list')
        .map(({ seq, entities, current }) => [seq, entities, current])
    expect(await kept()).toEqual([[1, 1, true]])
    expect((await cordon(['audit', 'verify', '--data', 'data'])).code).toBe(0)
    expect((await lists('import', 'after.json')).code).toBe(0)
    expect(await kept()).toEqual([
      [1, 1, false],
      [2, 60_000, true],
    ])
  })

  it('reads and reports without storing on a dry run', async () => {
    const { stdout } = await cordon(['lists', 'import', '-', '--dry-run', '--source', 'mine'], `${first}\n`)
    expect(jsonLines(stdout)[0]).toMatchObject({ source: 'mine', outcome: 'dry-run', written: { Person: 1 } })
  })

  it('keeps two entries apart by a word, and only entries that there are', async () => {
    const apart = (other: string) => lists('join', 't-1', '--two', other, '--reason', 'a namesake')
    expect(await apart('t-11')).toMatchObject({ code: 1, stderr: expect.stringContaining('t-11') })
    expect(jsonLines((await lists('join', 't-1')).stdout)[0].apart).toEqual([])
    expect(jsonLines((await apart('t-2')).stdout)[0].apart).toMatchObject([{ id: 't-2' }])
    const undone = await lists('join', 't-1', '--undo', 't-2', '--reason', 'the same one')
    expect(jsonLines(undone.stdout)[0].apart).toEqual([])
  })

  it('leaves a record of each import that can be verified', async () => {
    const { code, stdout } = await cordon(['audit', 'verify', '--data', 'data'])
    expect([code, jsonLines(stdout)[0].entries]).toEqual([0, 6])
  })
})

describe('cordon findings', () => {
  it('are what watched parties meet, stored once, listed and decided', async () => {
    const parties = 'id,name,passport\nc1,Park Jin Hyok,290333974\nc2,Anna Schmidt,\n'
    const watch = () => cordon(['screen', '-', '--watch', 'customers', '--data', 'data'], parties)
    const run = await watch()
    expect([run.code, jsonLines(run.stdout)[0]]).toEqual([
      0,
      expect.objectContaining({ observed: 2, findings: 1, ended: true }),
    ]) // prettier-ignore
    await watch()
    const list = async (...args: string[]) =>
      (await cordon(['findings', 'list', ...args, '--format', 'ndjson', '--data', 'data'])).stdout
    const [finding, ...others] = jsonLines(await list())
    expect(others).toEqual([])
    expect(finding).toMatchObject({ watch: 'screening', verdict: null, knowledgeVersions: expect.anything() })
    expect(finding.subjects[0]).toMatchObject({ kind: 'party', id: 'c1' })
    const decided = await cordon([
      'findings',
      'decide',
      finding.id,
      '--verdict',
      'true',
      '--reason',
      'same passport',
      '--data',
      'data',
    ]) // prettier-ignore
    expect(decided.code).toBe(0)
    expect(await list()).toBe('')
    expect(jsonLines(await list('--verdict', 'true'))[0]).toMatchObject({ id: finding.id, verdict: 'true' })
  })

  it('fails on a finding that is not there, and on a decision without a reason', async () => {
    const decide = (...args: string[]) =>
      cordon(['findings', 'decide', 'none', '--verdict', 'true', ...args, '--data', 'data']) // prettier-ignore
    expect(await decide('--reason', 'x')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('finding none'),
    })
    expect((await decide()).code).toBe(2)
  })
})

describe('cordon serve', () => {
  it('answers from a list file, and ends in order when asked to', async () => {
    const { child, output } = start('serve', '--port', '0', '--list', list)
    while (!/on (http:\S+)/.test(output.stderr)) await once(child.stderr, 'data')
    const url = /on (http:\S+)/.exec(output.stderr)![1]!
    while ((await fetch(`${url}/readyz`)).status !== 200)
      await new Promise((resolve) => setTimeout(resolve, 50))
    const { results } = (await (await fetch(`${url}/search/default?q=lazar`)).json()) as {
      results: { id: string }[]
    }
    expect(results.map(({ id }) => id)).toEqual(['t-2'])
    const findings = await fetch(`${url}/api/findings`)
    expect(findings.status).toBe(501)
    child.kill('SIGTERM')
    expect((await once(child, 'close'))[0]).toBe(0)
  })

  it('serves from the store at once, and follows an import by another process', async () => {
    const { child, output } = start('serve', '--port', '0', '--data', 'data2')
    while (!/on (http:\S+)/.test(output.stderr)) await once(child.stderr, 'data')
    const url = /on (http:\S+)/.exec(output.stderr)![1]!
    expect((await fetch(`${url}/api/status`)).status).toBe(200)
    const isStarterOnly = async () => {
      const { starterOnly, ready } = (await (await fetch(`${url}/api/status`)).json()) as {
        starterOnly: boolean
        ready: boolean
      }
      return ready ? starterOnly : undefined
    }
    while ((await isStarterOnly()) !== true) await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await cordon(['lists', 'import', list, '--data', 'data2'])).code).toBe(0)
    while ((await isStarterOnly()) !== false) await new Promise((resolve) => setTimeout(resolve, 50))
    child.kill('SIGINT')
    expect((await once(child, 'close'))[0]).toBe(0)
  })

  it('does not listen beyond this machine without being told that it may', async () => {
    const { code, stderr } = await cordon(['serve', '--host', '0.0.0.0', '--list', list])
    expect(code).toBe(2)
    expect(stderr).toContain('--insecure-no-accounts')
  })
})
