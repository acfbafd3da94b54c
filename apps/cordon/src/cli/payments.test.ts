import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../bin/cordon.js', import.meta.url))
const list = fileURLToPath(new URL('./fixtures/list.ftm.json', import.meta.url))
const batch = fileURLToPath(new URL('../../../console/src/tests/fixtures/payments.rje', import.meta.url))
const document = fileURLToPath(new URL('../../../console/src/tests/fixtures/payments.xml', import.meta.url))
let folder: string
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-payments-'))
  await chmod(folder, 0o755)
  await mkdir(file('in/deep'), { recursive: true })
  await writeFile(file('in/a.rje'), await readFile(batch))
  await writeFile(file('in/deep/b.xml.gz'), gzipSync(await readFile(document)))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function cordon(
  args: readonly string[],
  input = '',
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [program, 'payments', ...args],
      { cwd: folder, maxBuffer: 1e8 },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
    child.stdin?.end(input)
  })
}
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('cordon payments screen', () => {
  it('gives the same answers in the same order with several threads, files and their faults apart', async () => {
    const [whole, damaged] = [await readFile(batch, 'utf8'), '{1:F01BANKBEBB']
    await mkdir(file('many'), { recursive: true })
    for (let at = 0; at < 300; at++)
      await writeFile(file(`many/${String(at).padStart(3, '0')}.rje`), at % 50 === 0 ? damaged : whole)
    const run = (threads: string, rejects: string) =>
      cordon([
        'screen',
        'many',
        '--list',
        list,
        '--threads',
        threads,
        '--rejects',
        file(rejects),
        '--progress',
      ])
    const [one, three] = [await run('1', 'one.ndjson'), await run('3', 'three.ndjson')]
    expect([one.code, three.code]).toEqual([0, 0])
    expect(three.stderr).toContain('3 threads')
    expect(three.stdout === one.stdout).toBe(true)
    expect(linesOf(one.stdout)).toHaveLength(294 * 4)
    expect(await readFile(file('three.ndjson'))).toEqual(await readFile(file('one.ndjson')))
    expect(linesOf(await readFile(file('one.ndjson'), 'utf8'))).toHaveLength(300)
  }, 60_000)

  it('screens the files of a folder, and tells what could not be read', async () => {
    const { code, stdout, stderr } = await cordon([
      'screen',
      'in',
      '--list',
      list,
      '--rejects',
      file('rejects.ndjson'),
    ])
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(
        /screened 5 messages \(5 transactions\): \d to hold, \d to review, \d pass, 1 rejected; searched/,
      ),
    ])
    const answers = linesOf(stdout)
    expect(answers.map(({ input, type, id }) => [input, type, id])).toEqual([
      ['in/a.rje', '103', 'PAY-0001'],
      ['in/a.rje', '103', 'PAY-0002'],
      ['in/a.rje', '103', 'PAY-0004'],
      ['in/a.rje', '103', 'PAY-0005'],
      ['in/deep/b.xml.gz', 'pacs.008.001.08', 'PAY-0006'],
    ])
    expect(answers[1]).toMatchObject({
      recommendation: 'hold',
      amount: '12500.00',
      currency: 'EUR',
      creditor: 'TANCHON COMMERCIAL BANK',
    })
    expect(answers.at(-1)).toMatchObject({
      recommendation: 'hold',
      hits: expect.arrayContaining([
        expect.objectContaining({ path: '/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/Cdtr/Nm' }),
      ]),
    })
    expect(linesOf(await readFile(file('rejects.ndjson'), 'utf8'))).toMatchObject([
      {
        where: expect.stringMatching(/a\.rje, line \d+/),
        reason: expect.stringContaining('PAYMENTS_MT_BLOCK'),
      },
    ])
  }, 60_000)

  it('reads standard input, prints only what asks for a look, as CSV or a table', async () => {
    const text = await readFile(batch, 'utf8')
    const csv = await cordon(['screen', '-', '--list', list, '--hits', '--format', 'csv'], text)
    const [head, ...rows] = csv.stdout.trim().split('\n')
    expect(head).toMatch(/^input,line,type,id,amount,recommendation,level/)
    for (const row of rows) expect(row).toMatch(/,(review|hold),/)
    const { stdout } = await cordon(['screen', '-', '--list', list, '--format', 'table'], text)
    expect(stdout).toMatch(/asks for/)
    expect(stdout).toMatch(/PYONGYANG/)
  }, 60_000)

  it('says what is wrong with a command', async () => {
    expect(await cordon(['screen', 'no-such-file', '--list', list])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no such file'),
    })
    expect(await cordon(['screen', batch, '--list', list, '--keep'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--keep'),
    })
    expect(await cordon(['screen', batch, '--list', list, '--format', 'pdf'])).toMatchObject({ code: 2 })
    expect((await cordon(['screen', '--help'])).stdout).toMatch(/Examples:/)
  }, 60_000)
})
