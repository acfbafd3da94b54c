import type { Finding } from '@cordon/model'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Cases } from './cases.ts'
import type { Findings } from './findings.ts'
import { foundFinding, ref } from './testing-findings.ts'

const day = 86_400_000
let scratch: ScratchStore
let cases: Cases
let findings: Findings
let time = 1_700_000_000_000

beforeAll(async () => {
  scratch = await scratchStore({ now: () => ++time })
  cases = scratch.store.cases
  findings = scratch.store.findings
})
afterAll(() => scratch.close())
beforeEach(async () => {
  const { pool } = scratch.store.database
  for (const table of ['finding_decision', 'case_event'])
    await pool.query(`alter table ${table} disable trigger user`)
  await pool.query('truncate finding, casefile, case_bulk restart identity cascade')
  await pool.query('truncate account cascade')
  for (const table of ['finding_decision', 'case_event'])
    await pool.query(`alter table ${table} enable trigger user`)
})

/** Two accounts, so that there is a second pair of eyes. */
const twoAccounts = async () => {
  await scratch.store.database.pool.query(
    `insert into account (name, display, role, created_at) values ('ana', 'Ana', 'analyst', 1), ('ben', 'Ben', 'approver', 1)`,
  )
}
const put = (...all: Finding[]) => findings.upsert(all)
const high = (party: string, entity: string, more: Partial<Finding> & { anchor?: string } = {}) =>
  foundFinding(party, entity, { severity: 'high', ...more })
const listed = async () => (await cases.list({ state: 'all' })).cases
const idsIn = async (id: number) => (await cases.findings(id)).findings.map(({ finding }) => finding.id)
const kinds = async (id: number) => (await cases.events(id)).map(({ kind }) => kind).reverse()
const actions = async () => (await scratch.store.audit.entries({ limit: 1_000 })).map(({ action }) => action)

describe('findings that are stored', () => {
  it('are joined into cases that say why, batch after batch, and once only', async () => {
    const [a, b, c] = [high('a', 'x'), high('b', 'x'), foundFinding('c', 'y')]
    await put(a)
    await put(b, c)
    await put(a, b, c)
    const [first, second] = await listed()
    expect([first, second]).toMatchObject([
      {
        id: 1,
        title: 'The a ↔ The x',
        severity: 'high',
        findings: 2,
        undecided: 2,
        subjects: 2,
        doors: ['screening'],
      },
      { id: 2, severity: 'medium', findings: 1 },
    ])
    const [one, two] = (await cases.findings(1)).findings
    expect(one!.joins).toMatchObject([{ rule: 'first' }])
    expect(two!.joins).toMatchObject([{ rule: 'shared-match', with: a.id, words: 'Both met The x.' }])
    expect((await cases.refs(1)).map(({ id, findings: count }) => [id, count])).toEqual([
      ['a', 1],
      ['b', 1],
      ['x', 2],
    ])
    expect(await actions()).toContain('case.join')
    expect((await scratch.store.audit.verify()).sound).toBe(true)
  })

  it('make two cases one where a finding belongs to both; the other number leads there, with its log', async () => {
    await put(foundFinding('a', 'x'), foundFinding('b', 'y'))
    await put(foundFinding('', '', { subjects: [ref('party', 'a'), ref('party', 'b')], matches: [] }))
    expect(await listed()).toMatchObject([{ id: 1, findings: 3, subjects: 2 }])
    expect(await cases.get(2)).toMatchObject({ mergedInto: 1, findings: 0 })
    expect(await kinds(1)).toEqual(['joined', 'joined', 'joined', 'merged', 'merged'])
    await put(foundFinding('b', 'z', { anchor: 'later' }))
    expect(await listed()).toMatchObject([{ id: 1, findings: 4 }])
  })

  it('that grow make their case graver and sooner due, never by their number', async () => {
    await put(...Array.from({ length: 300 }, (_, i) => foundFinding('a', `e${i}`, { severity: 'low' })))
    const [before] = await listed()
    expect(before).toMatchObject({ severity: 'low', findings: 300 })
    await put(foundFinding('a', 'e7', { severity: 'critical', revision: 2 }))
    const [after] = await listed()
    expect(after).toMatchObject({ severity: 'critical', peak: 'critical', findings: 300 })
    expect(before!.due - after!.due).toBeGreaterThan(28 * day)
  })

  it('of two doors make it one step graver, and the case says so', async () => {
    await put(foundFinding('a', 'x'))
    await put(foundFinding('a', 'z', { watch: 'payments' }))
    expect(await listed()).toMatchObject([
      { severity: 'high', severityWords: expect.stringContaining('payments and screening') },
    ])
  })

  it('that were there before there were cases are joined after, and going on twice does nothing', async () => {
    await put(high('a', 'x'), high('b', 'x'), foundFinding('c', 'y'))
    const { pool } = scratch.store.database
    await pool.query('truncate case_finding, case_key, case_ref')
    expect(await cases.joinPending()).toBe(3)
    expect(await cases.joinPending()).toBe(0)
    const homes = (await findings.query()).findings.map((one) => one.case)
    expect([homes[0], homes[2]]).toEqual([homes[1], homes[1]! + 1])
  })

  it('with hostile names are kept as they are', async () => {
    const name = `<img src=x onerror=alert(1)>\u202e\u0000${'x'.repeat(5_000)}`
    await put(foundFinding(name, 'x'), foundFinding(name, 'y'))
    const [one] = await listed()
    expect(one).toMatchObject({ findings: 2 })
    expect(one!.title.length).toBeLessThan(320)
    expect((await cases.findings(1)).findings[0]!.finding.subjects[0]!.id).toBe(name)
  })
})

describe('split and merge by hand', () => {
  it('a split holds against later findings that would join the two again', async () => {
    const [a, b] = [high('a', 'x'), high('b', 'x')]
    await put(a, b)
    expect(await cases.split(1, { findings: [b.id], reason: 'Another man.', who: 'ana' })).toBe(2)
    await put(
      high('', '', { subjects: [ref('party', 'a'), ref('party', 'b')], matches: [ref('entity', 'x')] }),
    )
    expect(await listed()).toMatchObject([
      { id: 1, findings: 1 },
      { id: 2, findings: 2 },
    ])
    await put(foundFinding('b', 'q', { anchor: 'of b' }))
    expect((await listed()).map(({ findings: count }) => count)).toEqual([1, 3])
    expect(await kinds(2)).toContain('split')
    expect((await cases.findings(2)).findings[0]!.joins[0]!.words).toContain('Another man.')
  })

  it('a merge undoes what was put apart, and is held by what joins later', async () => {
    const [a, b] = [high('a', 'x'), high('b', 'x')]
    await put(a, b)
    await cases.split(1, { findings: [b.id], reason: 'Two.', who: 'ana' })
    await cases.merge(1, { others: [2], reason: 'One after all.', who: 'ana' })
    await put(foundFinding('b', 'z', { anchor: 'later' }))
    expect(await listed()).toMatchObject([{ id: 1, findings: 3, subjects: 2 }])
  })

  it('two cases that both were worked on are proposed once, and left alone', async () => {
    await put(foundFinding('a', 'x'), foundFinding('b', 'y'))
    await cases.note(1, { text: 'Mine.', who: 'ana' })
    await cases.note(2, { text: 'Mine too.', who: 'ben' })
    const both = (anchor: string) =>
      foundFinding('', '', { subjects: [ref('party', 'a'), ref('party', 'b')], matches: [], anchor })
    await put(both('1'))
    await put(both('2'))
    expect(await listed()).toHaveLength(2)
    expect((await kinds(2)).filter((kind) => kind === 'suggested')).toHaveLength(1)
  })

  it.each([
    ['all of its findings', async () => (await idsIn(1)).concat()],
    ['none', async () => []],
    ['findings of another case', async () => idsIn(2)],
  ])('is refused for %s', async (_, chosen) => {
    await put(high('a', 'x'), high('b', 'x'), foundFinding('c', 'z'))
    const split = cases.split(1, { findings: await chosen(), reason: 'r', who: 'ana' })
    await expect(split).rejects.toMatchObject({ code: 'CORDON_CASE_SPLIT' })
    expect(await listed()).toHaveLength(2)
  })
})

describe('a case', () => {
  beforeEach(() => put(high('a', 'x'), high('a', 'y')))

  it('closed as false decides what is undecided in it, and says that no second pair of eyes was there', async () => {
    const { outcome } = await cases.move(1, { to: 'closed-false', reason: 'Born later.', who: 'ana' })
    expect(outcome).toBe('done')
    expect(await cases.get(1)).toMatchObject({
      state: 'closed-false',
      undecided: 0,
      severity: 'low',
      peak: 'high',
    })
    expect((await findings.counts()).byVerdict.false).toBe(2)
    const [last] = await cases.events(1)
    expect(last!.body).toMatchObject({ secondPerson: expect.stringContaining('nobody else') })
    expect((await scratch.store.audit.entries({ limit: 1_000 })).at(-1)!.detail).toMatchObject({
      secondPerson: expect.stringContaining('nobody else'),
    })
  })

  it('that is grave is released by two persons once there are two', async () => {
    await twoAccounts()
    const ask = { to: 'closed-false', reason: 'No match.', who: 'ana' } as const
    expect(await cases.move(1, ask)).toMatchObject({ outcome: 'waits' })
    expect(await cases.get(1)).toMatchObject({ state: 'new', release: { by: 'ana' } })
    expect((await cases.list({ awaitsRelease: true })).cases).toHaveLength(1)
    await expect(cases.move(1, ask)).rejects.toMatchObject({ code: 'CORDON_CASE_RELEASE_PENDING' })
    const answer = (who: string, approve: boolean) =>
      cases.answerRelease(1, { approve, reason: 'Seen.', who })
    await expect(answer('ana', true)).rejects.toMatchObject({ code: 'CORDON_CASE_SAME_PERSON' })
    await answer('ben', false)
    expect(await cases.get(1)).not.toHaveProperty('release')
    await cases.move(1, ask)
    await answer('ben', true)
    expect(await cases.get(1)).toMatchObject({ state: 'closed-false', undecided: 0 })
    const [last] = await cases.events(1)
    expect(last).toMatchObject({ actor: 'ben', body: { secondPerson: 'ben', askedBy: 'ana' } })
  })

  it('can not be released by deciding its findings one by one first', async () => {
    await twoAccounts()
    for (const id of await idsIn(1))
      await findings.decide({ findingId: id, verdict: 'false', reason: 'r', who: 'ana' })
    expect(await cases.get(1)).toMatchObject({ severity: 'low', peak: 'high' })
    expect(await cases.move(1, { to: 'closed-false', reason: 'r', who: 'ana' })).toMatchObject({
      outcome: 'waits',
    })
  })

  it('that is closed takes no new finding; the next one opens a case that follows it', async () => {
    await cases.move(1, { to: 'closed-true', reason: 'It is he.', who: 'ana' })
    await cases.move(1, { to: 'reported', reason: 'Sent.', who: 'ana' })
    await put(foundFinding('a', 'z'))
    expect(await cases.get(2)).toMatchObject({ state: 'new', follows: [1], findings: 1 })
  })

  it('keeps notes with whom they mention, assignment, date, links and files, all in its log and the audit log', async () => {
    await cases.note(1, { text: 'See this @Ben', who: 'ana' })
    await cases.assign(1, { to: 'ben', who: 'ana' })
    await cases.setDue(1, { due: time + 5 * day, who: 'ana' })
    const link = await cases.link(1, { label: 'Ticket', target: 'https://tickets.example/7', who: 'ana' })
    const file = await cases.attach(1, { name: '<b>proof</b>.pdf', bytes: Buffer.from('%PDF'), who: 'ana' })
    expect((await cases.list({ mentions: 'ben' })).cases).toHaveLength(1)
    expect((await cases.list({ assignee: 'ben' })).cases).toHaveLength(1)
    expect((await cases.list({ assignee: 'nobody' })).cases).toHaveLength(0)
    expect(await cases.attachment(1, file.id)).toMatchObject({
      sha256: file.sha256,
      bytes: Buffer.from('%PDF'),
    })
    await cases.detach(1, { attachment: file.id, who: 'ana', reason: 'Wrong client.' })
    await cases.unlink(1, { link: link.id, who: 'ana' })
    expect(await cases.attachment(1, file.id)).toBeUndefined()
    expect(await cases.attachments(1)).toMatchObject([{ sha256: file.sha256, removed: expect.any(Number) }])
    expect(await cases.links(1)).toEqual([])
    const log = ['note', 'assign', 'due', 'link', 'attachment', 'attachment', 'link']
    expect((await kinds(1)).slice(-7)).toEqual(log)
    expect((await actions()).slice(-7)).toEqual(log.map((kind) => `case.${kind}`))
    expect((await scratch.store.audit.verify()).sound).toBe(true)
  })

  it.each([
    ['an empty note', () => cases.note(1, { text: '  ', who: 'ana' }), 'CORDON_CASE_NOTE'],
    [
      'an empty file',
      () => cases.attach(1, { name: 'x', bytes: Buffer.alloc(0), who: 'a' }),
      'CORDON_CASE_ATTACHMENT',
    ],
    [
      'a file that is too large',
      () => cases.attach(1, { name: 'x', bytes: Buffer.alloc(10 * 1024 * 1024 + 1), who: 'a' }),
      'CORDON_CASE_ATTACHMENT',
    ],
    [
      'a move without a reason',
      () => cases.move(1, { to: 'escalated', reason: ' ', who: 'a' }),
      'CORDON_CASE_REASON',
    ],
    [
      'a move that there is not',
      () => cases.move(1, { to: 'reported', reason: 'x', who: 'a' }),
      'CORDON_CASE_TRANSITION',
    ],
    ['a case that there is not', () => cases.assign(99, { to: 'x', who: 'a' }), 'CORDON_CASE_UNKNOWN'],
  ])('refuses %s, and nothing is written', async (_, work, code) => {
    const before = await scratch.store.audit.entries({ limit: 1_000 })
    await expect(work()).rejects.toMatchObject({ code })
    expect(await scratch.store.audit.entries({ limit: 1_000 })).toEqual(before)
  })
})

describe('a change of many', () => {
  beforeEach(() => put(high('a', 'x'), foundFinding('b', 'y'), foundFinding('c', 'z')))
  const all = { query: { state: 'open' as const } }

  it('tells before what it would do, does exactly that, and can be undone', async () => {
    await cases.move(2, { to: 'closed-true', reason: 'r', who: 'ana' })
    const chosen = { cases: [1, 2, 3] }
    const change = { kind: 'state', to: 'closed-false', reason: 'Noise.' } as const
    await twoAccounts()
    const preview = await cases.preview(chosen, change)
    expect(preview).toMatchObject({ cases: 3, done: 1, waits: 1, refused: 1, findings: 1 })
    expect(preview.lines.map(({ case: id, outcome }) => [id, outcome])).toEqual([
      [2, 'refused'],
      [1, 'waits'],
      [3, 'done'],
    ])
    expect((await cases.get(3))!.state).toBe('new')
    const result = await cases.bulk(chosen, change, 'ana')
    expect(result).toMatchObject({ done: 1, waits: 1, refused: 1, findings: 1 })
    expect(await cases.get(3)).toMatchObject({ state: 'closed-false', undecided: 0 })
    expect(await cases.undo(result.bulk, 'ana')).toEqual({ cases: 2, findings: 1, changedSince: 0 })
    expect(await cases.get(3)).toMatchObject({ state: 'new', undecided: 1 })
    expect(await cases.get(1)).not.toHaveProperty('release')
    await expect(cases.undo(result.bulk, 'ana')).rejects.toMatchObject({ code: 'CORDON_BULK_UNDONE' })
    expect((await scratch.store.audit.verify()).sound).toBe(true)
  })

  it('leaves alone in an undo what somebody changed meanwhile', async () => {
    const { bulk } = await cases.bulk(all, { kind: 'assign', to: 'ben' }, 'ana')
    await cases.assign(2, { to: 'cho', who: 'cho' })
    expect(await cases.undo(bulk, 'ana')).toMatchObject({ cases: 2, changedSince: 1 })
    expect(await cases.get(2)).toMatchObject({ assignee: 'cho' })
    expect(await cases.get(1)).not.toHaveProperty('assignee')
  })

  it('decides findings, thousands at a time, and gives them back', async () => {
    await put(...Array.from({ length: 6_000 }, (_, i) => foundFinding('d', `e${i}`, { severity: 'low' })))
    const change = { kind: 'decide', verdict: 'false', reason: 'Noise.' } as const
    const { bulk, findings: count } = await cases.bulk({ cases: [4] }, change, 'ana')
    expect(count).toBe(6_000)
    expect((await findings.counts()).byVerdict.false).toBe(6_000)
    expect(await cases.undo(bulk, 'ana')).toMatchObject({ findings: 6_000 })
    expect((await findings.counts()).byVerdict.false).toBe(0)
  })
})

describe('cases are asked for', () => {
  it('by state, severity, door, words, date; page by page, each once', async () => {
    await put(
      ...Array.from({ length: 25 }, (_, i) =>
        foundFinding(`p${i}`, `e${i}`, { severity: i % 2 ? 'high' : 'low' }),
      ),
    )
    await cases.move(3, { to: 'escalated', reason: 'r', who: 'ana' })
    const ask = async (query: Parameters<Cases['list']>[0]) =>
      (await cases.list({ limit: 100, ...query })).cases.length
    expect(await ask({ state: 'escalated' })).toBe(1)
    expect(await ask({ severity: 'high' })).toBe(12)
    expect(await ask({ watch: 'maritime' })).toBe(0)
    expect(await ask({ text: 'THE p7' })).toBe(1)
    expect(await ask({ dueBefore: time + 4 * day })).toBe(12)
    for (const order of ['rank', 'newest'] as const) {
      const seen: number[] = []
      let cursor: string | undefined
      do {
        const page = await cases.list({ order, limit: 4, ...(cursor && { cursor }) })
        seen.push(...page.cases.map(({ id }) => id))
        cursor = page.next
      } while (cursor)
      expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1))
    }
    await expect(cases.list({ cursor: 'no' })).rejects.toMatchObject({ code: 'CORDON_CASES_CURSOR' })
    expect(await cases.counts()).toMatchObject({
      byState: { new: 24, escalated: 1 },
      bySeverity: { low: 13, high: 12 },
      overdue: 0,
    })
  })
})
