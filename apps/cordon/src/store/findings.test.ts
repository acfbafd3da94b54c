import { type Finding, findingId } from '@cordon/model'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Findings } from './findings.ts'

let scratch: ScratchStore
let findings: Findings
let time = 0

beforeAll(async () => {
  scratch = await scratchStore({ now: () => ++time })
  findings = scratch.store.findings
})
afterAll(() => scratch.close())
beforeEach(async () => {
  await scratch.store.database.pool.query('alter table finding_decision disable trigger user')
  await scratch.store.database.pool.query('truncate finding cascade')
  await scratch.store.database.pool.query('alter table finding_decision enable trigger user')
})

function finding(name: string, more: Partial<Finding> = {}): Finding {
  const subjects = [{ kind: 'party' as const, id: name, label: `Señor ${name}` }]
  const key = { watch: 'screening' as const, rule: 'name', subjects, matches: [], anchor: name }
  return {
    ...key,
    id: findingId(key),
    revision: 1,
    state: 'open',
    ruleVersion: '1',
    severity: 'medium',
    score: 0.8,
    window: { start: 1_000 },
    evidence: [],
    knowledgeVersions: { us_ofac_sdn: '2025-09-03' },
    marking: 'TLP:AMBER',
    statement: `${name} may be a listed person.`,
    ...more,
  }
}

const decision = (name: string, more = {}) => ({
  findingId: finding(name).id,
  verdict: 'false' as const,
  reason: 'Another date of birth.',
  who: 'ana',
  ...more,
})

describe('findings', () => {
  it('are kept once by id, at the highest revision, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
        async (revisions) => {
          await scratch.store.database.pool.query('delete from finding')
          for (const revision of revisions)
            await findings.upsert([finding('a', { revision, score: revision / 10 })])
          const { findings: all } = await findings.query()
          const highest = Math.max(...revisions)
          expect(all.map((one) => one.finding)).toEqual([
            expect.objectContaining({ revision: highest, score: highest / 10 }),
          ])
        },
      ),
      { numRuns: 20 },
    )
  })

  it('count as new only what is new or grown', async () => {
    expect(await findings.upsert([finding('a'), finding('b'), finding('a', { revision: 2 })])).toBe(2)
    expect(await findings.upsert([finding('a', { revision: 2 }), finding('b', { revision: 2 })])).toBe(1)
  })

  it('come back as they went in', async () => {
    const one = finding('김정은 \\ "x"\u0000', {
      window: { start: -1, end: 2 },
      probability: { value: 0.1, calibratedOn: 'x', prior: 0.01 },
    })
    await findings.upsert([one])
    expect((await findings.get(one.id))?.finding).toEqual(one)
  })

  it('can be asked for by watch, state, severity, words and decision', async () => {
    await findings.upsert([
      finding('Kim', { severity: 'low' }),
      finding('Park', { severity: 'critical' }),
      finding('Ri', { severity: 'high', state: 'closed', watch: 'maritime' }),
    ])
    await findings.decide(decision('Park', { verdict: 'true' }))
    const ask = async (query: Parameters<Findings['query']>[0]) =>
      (await findings.query(query)).findings.map(({ finding: { subjects } }) => subjects[0]!.id)
    expect(await ask({})).toEqual(['Park', 'Ri', 'Kim'])
    expect(await ask({ order: 'newest' })).toEqual(['Ri', 'Park', 'Kim'])
    expect(await ask({ severity: 'high' })).toEqual(['Park', 'Ri'])
    expect(await ask({ watch: 'maritime' })).toEqual(['Ri'])
    expect(await ask({ state: 'open', decided: false })).toEqual(['Kim'])
    expect(await ask({ verdict: 'true' })).toEqual(['Park'])
    expect(await ask({ text: 'SENOR park' })).toEqual(['Park'])
    expect(await ask({ text: '100%_' })).toEqual([])
    expect(await findings.counts()).toEqual({
      total: 3,
      undecided: 2,
      bySeverity: { low: 1, medium: 0, high: 1, critical: 1 },
      byVerdict: { true: 1, false: 0, unsure: 0 },
    })
  })

  it.each(['rank', 'newest'] as const)(
    'come page by page (%s), each once, though others arrive',
    async (order) => {
      const all = Array.from({ length: 25 }, (_, i) =>
        finding(`p${i}`, { score: (i % 4) / 4, severity: i % 2 ? 'high' : 'low' }),
      )
      await findings.upsert(all)
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await findings.query({ order, limit: 4, ...(cursor && { cursor }) })
        seen.push(...page.findings.map((one) => one.finding.id))
        cursor = page.next
        if (seen.length === 8) await findings.upsert([finding('new', { severity: 'critical', score: 1 })])
      } while (cursor)
      expect(seen.sort()).toEqual(all.map(({ id }) => id).sort())
    },
  )

  it('refuse a cursor that is none', async () => {
    await expect(findings.query({ cursor: 'nonsense' })).rejects.toMatchObject({
      code: 'CORDON_FINDINGS_CURSOR',
    })
  })
})

describe('a decision', () => {
  beforeEach(() => findings.upsert([finding('a')]))

  it('stands when the finding grows, and shows that it was made before', async () => {
    await findings.decide(decision('a'))
    await findings.upsert([finding('a', { revision: 2 })])
    expect(await findings.get(finding('a').id)).toMatchObject({
      verdict: 'false',
      changedSinceDecision: true,
      decision: { reason: 'Another date of birth.', who: 'ana', revision: 1 },
    })
    expect((await findings.query({ changedSinceDecision: true })).findings).toHaveLength(1)
    await findings.decide(decision('a', { verdict: 'unsure' }))
    expect(await findings.get(finding('a').id)).toMatchObject({
      verdict: 'unsure',
      changedSinceDecision: false,
    })
  })

  it('can be taken back; the history keeps everything', async () => {
    await findings.decide(decision('a'))
    await findings.undo({ findingId: finding('a').id, reason: 'Wrong row.', who: 'ben' })
    const stored = await findings.get(finding('a').id)
    expect(stored).not.toHaveProperty('verdict')
    expect(stored).not.toHaveProperty('decision')
    const history = await findings.history(finding('a').id)
    expect(history.map(({ verdict, who }) => [verdict, who])).toEqual([
      ['false', 'ana'],
      [undefined, 'ben'],
    ])
  })

  it('is in the audit log, with the one before it', async () => {
    await findings.decide(decision('a'))
    await findings.decide(decision('a', { verdict: 'true', reason: 'Passport agrees.' }))
    const entries = await scratch.store.audit.entries({ limit: 1_000 })
    expect(entries.at(-1)).toMatchObject({
      actor: 'ana',
      action: 'finding.decide',
      detail: { verdict: 'true', reason: 'Passport agrees.', revision: 1, former: 'false' },
    })
    expect((await scratch.store.audit.verify()).sound).toBe(true)
  })

  it.each([
    ['no reason', decision('a', { reason: '  ' }), 'CORDON_DECISION_REASON'],
    ['an unknown finding', decision('nobody'), 'CORDON_FINDING_UNKNOWN'],
    ['a revision that is not there yet', decision('a', { revision: 2 }), 'CORDON_DECISION_REVISION'],
  ])('is refused with %s', async (_, request, code) => {
    await expect(findings.decide(request)).rejects.toMatchObject({ code })
    expect(await findings.history(finding('a').id)).toEqual([])
  })

  it('can be taken back only where there is one', async () => {
    const undo = findings.undo({ findingId: finding('a').id, reason: 'x', who: 'ana' })
    await expect(undo).rejects.toMatchObject({ code: 'CORDON_DECISION_NONE' })
  })
})
