import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failedSignIn, testRules, whoami } from '../network/testing-logs.ts'

const program = fileURLToPath(new URL('../../bin/cordon.js', import.meta.url))
let folder: string
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-network-'))
  await chmod(folder, 0o755)
  await mkdir(file('rules/deep'), { recursive: true })
  await mkdir(file('logs/a'), { recursive: true })
  await writeFile(file('rules/deep/rules.yml'), testRules)
  await writeFile(file('rules/notes.yaml'), 'owner: the security team\n')
  await writeFile(file('logs/a/ws1.json'), `${whoami('ws1', '2016-02-04 10:00:00')}\n{"broken\n`)
  await writeFile(
    file('logs/a/ws2.ndjson.gz'),
    gzipSync([1, 2, 3].map((hour) => whoami('ws2', `2016-02-04 0${hour}:00:00`)).join('\n')),
  )
  await writeFile(
    file('logs/auth.log'),
    ['10:00', '10:04', '10:08', '12:00']
      .map((time) => failedSignIn('srv1', `2016-02-04T${time}:00Z`))
      .join('\n'),
  )
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
  return { child, output, done: once(child, 'close').then(([code]) => ({ code: code as number, ...output })) }
}
const scan = (...args: string[]) => start('network', 'scan', ...args).done
const lines = (text: string) =>
  text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
const until = async (isTrue: () => boolean | Promise<boolean>) => {
  for (let i = 0; i < 400; i++) {
    if (await isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect('it never happened').toBe('')
}
const stored = async () =>
  lines((await start('findings', 'list', '--format', 'ndjson', '--data', 'data').done).stdout)

describe('cordon network scan', () => {
  it('reads folders, finds, counts what it could not read, and writes a layer', async () => {
    const { code, stdout, stderr } = await scan('logs', '--rules', 'rules', '--layer', 'layer.json')
    expect(code).toBe(0)
    const findings = lines(stdout)
    expect(findings.map(({ severity, subjects }) => [severity, subjects[0].id])).toEqual([
      ['high', 'ws2'],
      ['high', 'ws1'],
      ['medium', 'srv1'],
    ])
    expect(findings[0].statement).toBe('The host ws2 met "Who am I" 3 times on 2016-02-04.')
    expect(findings[2].statement).toContain(
      'for host srv1: 3 from 2016-02-04T10:00:00Z to 2016-02-04T10:08:00Z',
    )
    expect(stderr).toContain('passed over: 1 YAML files that hold no rule: rules/notes.yaml')
    expect(stderr).toMatch(/rejected: logs\/a\/ws1.json:2: not JSON/)
    expect(stderr).toMatch(/scanned 8 records of 3 files .*: 3 findings, 1 rejected/)
    expect(stderr).toMatch(/by technique .*\nT1033 +high +2/)
    const layer = JSON.parse(await readFile(file('layer.json'), 'utf8'))
    expect(layer.techniques.map(({ techniqueID }: { techniqueID: string }) => techniqueID)).toEqual([
      'T1033',
      'T1110',
    ])
  })
  it("honours the site's tuning, and says what it set aside", async () => {
    await writeFile(
      file('tuning.yaml'),
      'disable: [Many failed sign-ins]\nignore:\n  - {rule: Who am I, hosts: [ws1]}\n',
    )
    await writeFile(
      file('fps.csv'),
      'RuleId;RuleName;MatchString\n11111111-0000-4000-8000-000000000001;x;ws2\n',
    )
    const { stdout, stderr } = await scan(
      'logs',
      '--rules',
      'rules',
      '--tuning',
      'tuning.yaml',
      '--known-fps',
      'fps.csv',
    )
    expect(stdout).toBe('')
    expect(stderr).toContain("4 matches set aside by the site's tuning")
  })
  it('says what is wrong: no path, no rules, a broken rule, a broken tuning', async () => {
    await writeFile(file('bad.yml'), `${testRules}---\ntitle: [\n`)
    await writeFile(file('bad.yaml'), 'disabel: x')
    const [nothing, noRules, level, source, bad, tuning] = await Promise.all([
      scan('nothing', '--rules', 'rules'),
      scan('logs', '--rules', 'no-such'),
      scan('logs', '--rules', 'rules', '--level', 'x'),
      scan('logs', '--rules', 'rules', '--source', 'x=y'),
      scan('logs', '--rules', 'bad.yml'),
      scan('logs', '--rules', 'rules', '--tuning', 'bad.yaml'),
    ])
    expect(nothing).toMatchObject({ code: 1, stderr: expect.stringContaining('nothing there') })
    expect(noRules.stderr).toContain('a folder or file of Sigma rules')
    expect([level.code, source.code]).toEqual([2, 2])
    expect(bad.stderr).toMatch(/set aside: bad.yml/)
    expect(lines(bad.stdout)).toHaveLength(3)
    expect(tuning).toMatchObject({ code: 1, stderr: expect.stringContaining('disabel') })
  }, 120_000)
  it('uses the rules of the pack where none are named, and looks for indicators', async () => {
    await writeFile(
      file('feed.csv'),
      'indicator,type,description\n192.0.2.7,ipv4,made up\nmade-up-lure-jobs.net,domain,made up\n',
    )
    const asked = { Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 22, Computer: 'ws9' }
    await writeFile(
      file('dns.json'),
      `${JSON.stringify({ ...asked, UtcTime: '2026-02-04 10:00:00', QueryName: 'made-up-lure-jobs.net' })}\n`,
    )
    const { stdout, stderr } = await scan('logs/auth.log', 'dns.json', '--indicators', 'feed.csv')
    expect(stderr).toMatch(/rules, .* stream rules of pack:dprk .*; 2 indicators/)
    expect(lines(stdout)).toMatchObject([
      { subjects: [{ id: 'ws9' }], matches: [{ kind: 'indicator', label: 'made-up-lure-jobs.net' }] },
    ])
    // Addresses for documentation stand on a warning list.
    expect(stderr).toMatch(/met and not told: 192\.0\.2\.7/)
  }, 60_000)
  it('keeps findings in a run, and says nothing twice', async () => {
    const args = ['logs', '--rules', 'rules', '--watch', 'feb', '--data', 'data']
    const first = await scan(...args)
    expect(first.code).toBe(0)
    expect(lines(first.stdout)).toHaveLength(3)
    const kept = await stored()
    expect(kept).toHaveLength(3)
    const again = await scan(...args)
    expect(again.stderr).toContain('the run had ended before')
    expect(await stored()).toEqual(kept)
    // The same logs in another run are the same findings.
    await scan('logs', '--rules', 'rules', '--watch', 'again', '--data', 'data')
    expect(await stored()).toEqual(kept)
  }, 120_000)
})

describe('what was imported', () => {
  const asked = (name: string, minute: number, host = 'ws9') =>
    JSON.stringify({
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      EventID: 22,
      Computer: host,
      UtcTime: `2026-02-04 10:${String(minute).padStart(2, '0')}:00`,
      QueryName: name,
    })
  const bundle = (pattern: string) => ({
    type: 'bundle',
    id: 'bundle--00000000-0000-4000-8000-000000000001',
    objects: [
      {
        type: 'indicator',
        spec_version: '2.1',
        id: 'indicator--00000000-0000-4000-8000-000000000002',
        created: '2026-01-01T00:00:00Z',
        modified: '2026-01-01T00:00:00Z',
        name: 'A lure, then a beacon',
        pattern,
        pattern_type: 'stix',
        valid_from: '2026-01-01T00:00:00Z',
        confidence: 80,
      },
    ],
  })
  const chain =
    "([domain-name:value = 'lure.made-up.net'] FOLLOWEDBY [domain-name:value MATCHES '^c2-[0-9]+\\\\.made-up\\\\.net$']) WITHIN 600 SECONDS"

  it('is looked for where findings are kept; where it was seen is kept, once', async () => {
    await writeFile(file('feed.csv'), 'indicator,type,date\nseen.made-up.net,domain,2026-01-01\n')
    await writeFile(file('bundle.json'), JSON.stringify(bundle(chain)))
    for (const name of ['feed.csv', 'bundle.json'])
      expect(
        (await start('knowledge', 'import', name, '--source', 'made_up', '--data', 'known').done).code,
      ).toBe(0)
    await mkdir(file('dns'), { recursive: true })
    // In two files, the later records in the first of them.
    await writeFile(file('dns/a.json'), `${asked('c2-17.made-up.net', 7)}\n${asked('seen.made-up.net', 8)}\n`)
    await writeFile(file('dns/b.json'), `${asked('lure.made-up.net', 3)}\n`)
    const run = (name: string) => scan('dns', '--watch', name, '--data', 'known')
    const { stdout, stderr } = await run('one')
    expect(stderr).toMatch(/; 1 indicators; 1 STIX patterns/)
    expect(lines(stdout)).toMatchObject([
      { rule: 'pattern:indicator--00000000-0000-4000-8000-000000000002', severity: 'high' },
      { rule: 'indicator:domain:seen.made-up.net' },
    ])
    await run('two')
    const page = lines(
      (await start('knowledge', 'show', 'seen.made-up.net', '--json', '--data', 'known').done).stdout,
    )
    expect(page[0]).toMatchObject({
      lastSeen: '2026-02-04T10:08:00Z',
      sightings: {
        total: 1,
        latest: [{ at: '2026-02-04T10:08:00Z', host: 'ws9', place: expect.stringContaining('a.json') }],
      },
    })
    const without = await scan('dns', '--watch', 'three', '--data', 'known', '--no-imported')
    expect(without.stdout).toBe('')
  }, 180_000)
  it('patterns stand in a file by themselves, too', async () => {
    await writeFile(
      file('patterns.txt'),
      `# Lure and beacon\n${chain.replace(' FOLLOWEDBY', '\n  FOLLOWEDBY')}\n\n[file:name =\n`,
    )
    const { stdout, stderr } = await scan('dns', '--patterns', 'patterns.txt', '--rejects', 'lost.ndjson')
    expect(lines(stdout)).toMatchObject([{ statement: expect.stringContaining('Lure and beacon') }])
    expect(stderr).toMatch(/1 rejected/)
    expect(await readFile(file('lost.ndjson'), 'utf8')).toMatch(/patterns.txt line 5.*STIX_SYNTAX/)
  }, 60_000)
})

describe('cordon network follow', () => {
  it('takes files as they grow, syslog over UDP and TCP, and logs by HTTP; goes on where it was', async () => {
    await writeFile(file('grows.json'), `${whoami('f1', '2016-02-04 10:00:00')}\n`)
    const begin = () =>
      start(
        ...[
          'network',
          'follow',
          'grows.json',
          'udp://127.0.0.1:0',
          'tcp://127.0.0.1:0',
          'http://127.0.0.1:0',
        ],
        ...['--rules', 'rules', '--watch', 'live', '--data', 'data'],
      )
    const first = begin()
    const portOf = async (kind: string) => {
      const pattern = new RegExp(`listening on ${kind}://127\\.0\\.0\\.1:(\\d+)`)
      await until(() => pattern.test(first.output.stderr))
      return Number(pattern.exec(first.output.stderr)![1])
    }
    const udp = createSocket('udp4')
    for (const minute of ['00', '01', '02'])
      udp.send(failedSignIn('udp1', `2016-02-04T10:${minute}:00Z`), await portOf('udp'), '127.0.0.1')
    const tcp = connect(await portOf('tcp'), '127.0.0.1')
    for (const minute of ['00', '01', '02']) {
      const message = failedSignIn('tcp1', `2016-02-04T10:${minute}:00Z`)
      tcp.write(minute === '01' ? `${message}\n` : `${message.length} ${message}`)
    }
    tcp.end()
    await appendFile(file('grows.json'), `${whoami('f2', '2016-02-04 10:00:00')}\n`)
    const address = `http://127.0.0.1:${await portOf('http')}`
    const answer = await fetch(address, {
      method: 'POST',
      body: `${whoami('h1', '2016-02-04 10:00:00')}\nnoise\n`,
    })
    expect(await answer.json()).toMatchObject({ accepted: 1, rejected: 1 })
    const foreign = await fetch(address, {
      method: 'POST',
      body: 'x',
      headers: { origin: 'http://evil.example' },
    })
    expect(foreign.status).toBe(403)
    const hosts = async () =>
      new Set(
        (await stored()).flatMap(({ subjects }: { subjects: { id: string }[] }) =>
          subjects.map(({ id }) => id),
        ),
      )
    await until(async () => {
      const all = await hosts()
      return ['udp1', 'tcp1', 'f1', 'f2', 'h1'].every((one) => all.has(one))
    })
    udp.close()
    first.child.kill('SIGINT')
    expect((await first.done).code).toBe(0)

    await appendFile(file('grows.json'), `${whoami('f3', '2016-02-04 11:00:00')}\n`)
    const second = begin()
    await until(async () => (await hosts()).has('f3'))
    second.child.kill('SIGINT')
    const summary = lines((await second.done).stdout)[0]
    expect(summary).toMatchObject({ observed: 10, ended: false })
    const f1 = (await stored()).find(
      ({ subjects }: { subjects: { id: string }[] }) => subjects[0]!.id === 'f1',
    )
    expect(f1.statement).toContain('once')
  }, 120_000)
})
