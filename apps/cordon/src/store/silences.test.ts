import type { Finding } from '@cordon/model'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Cases } from './cases.ts'
import type { Findings } from './findings.ts'
import { foundFinding } from './testing-findings.ts'

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
  await pool.query('truncate finding, casefile restart identity cascade')
  for (const table of ['finding_decision', 'case_event'])
    await pool.query(`alter table ${table} enable trigger user`)
})
const put = (...all: Finding[]) => findings.upsert(all)

describe('"not this one, because"', () => {
  const first = foundFinding('a', 'x')
  const again = (more: Partial<Finding> = {}) => foundFinding('a', 'x', { anchor: 'again', ...more })
  const decided = async () => {
    await put(first)
    await findings.decide({ findingId: first.id, verdict: 'false', reason: 'Born 1971.', who: 'ana' })
  }

  it('silences exactly that pair: a later finding of it is decided so, in the case of the decision', async () => {
    await decided()
    await put(
      again(),
      foundFinding('a', 'y', { anchor: 'other' }),
      foundFinding('b', 'x', { anchor: 'other' }),
    )
    const silent = await findings.get(again().id)
    expect(silent).toMatchObject({ verdict: 'false', case: 1, decision: { who: 'system:silence' } })
    expect(silent!.decision!.reason).toContain('ana decided')
    expect((await findings.counts()).undecided).toBe(2)
    expect(
      (await scratch.store.audit.entries({ limit: 1_000 })).some(
        ({ action }) => action === 'finding.silence',
      ),
    ).toBe(true)
  })

  it.each([
    ['it is graver', { severity: 'high' as const }, 'graver'],
    [
      'the party says something else of itself',
      {
        evidence: [
          ...first.evidence,
          { feature: 'birthDate', query: '1984', candidate: '1984', contribution: 0.5, detail: 'Same.' },
        ],
      },
      'date of birth',
    ],
  ])('speaks again where %s, and says what changed and what was decided', async (_, change, words) => {
    await decided()
    await put(again(change))
    const found = await findings.get(again().id)
    expect(found).not.toHaveProperty('verdict')
    expect(found!.finding.statement).toContain(words)
    expect(found!.finding.statement).toContain('Decided before: not a match (ana')
  })

  it('speaks again where the decided finding itself changes, and brings its case back into review', async () => {
    await decided()
    await cases.move(1, { to: 'closed-false', reason: 'r', who: 'ana' })
    await put({ ...first, revision: 2, score: 0.81 })
    expect(await cases.get(1)).toMatchObject({ state: 'closed-false' })
    await put({ ...first, revision: 3, severity: 'high' })
    expect(await findings.get(first.id)).not.toHaveProperty('verdict')
    expect(await cases.get(1)).toMatchObject({ state: 'in-review', undecided: 1, severity: 'high' })
  })

  it('ends with its decision: what it silenced waits for a decision again', async () => {
    await decided()
    await put(again())
    await findings.undo({ findingId: first.id, reason: 'Wrong row.', who: 'ana' })
    expect((await findings.counts()).undecided).toBe(2)
    await put(again({ revision: 2 }))
    expect((await findings.counts()).undecided).toBe(2)
    expect((await scratch.store.audit.verify()).sound).toBe(true)
  })
})
