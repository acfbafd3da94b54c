import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseStates, isOpen, planMove, planRelease, transitions } from './index.ts'

const high = { state: 'in-review', peak: 'high' } as const

describe('a case', () => {
  it('goes from new through review and escalation to an end, and back into review', () => {
    const path = [
      'new',
      'in-review',
      'escalated',
      'closed-true',
      'reported',
      'in-review',
      'closed-false',
    ] as const
    for (let i = 1; i < path.length; i++)
      expect(planMove({ state: path[i - 1]!, peak: 'low' }, path[i]!, 'since', true)).toEqual({
        kind: 'done',
      })
  })

  it('takes no other way, and says which ones there are', () => {
    expect(planMove({ state: 'new', peak: 'low' }, 'reported', 'x', false)).toMatchObject({
      kind: 'refused',
      code: 'CORDON_CASE_TRANSITION',
      words: expect.stringContaining('in review, escalated'),
    })
  })

  it('can always be reached again from wherever it ended', () => {
    for (const state of caseStates) if (!isOpen(state)) expect(transitions[state]).toContain('in-review')
  })

  it('needs a reason for all but being taken into review', () => {
    expect(planMove({ state: 'new', peak: 'low' }, 'in-review', '', false)).toEqual({ kind: 'done' })
    expect(planMove(high, 'escalated', ' ', false)).toMatchObject({ code: 'CORDON_CASE_REASON' })
  })
})

describe('a release', () => {
  it('of a grave case waits for a second person, where there is one', () => {
    expect(planMove(high, 'closed-false', 'no match', true)).toEqual({ kind: 'waits' })
    expect(planMove(high, 'closed-false', 'no match', false)).toEqual({ kind: 'done' })
    expect(planMove({ ...high, peak: 'medium' }, 'closed-false', 'no match', true)).toEqual({ kind: 'done' })
  })

  it('is not answered by whoever asked, whoever that is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (asked, answers) => {
        const answer = planRelease({ ...high, releaseBy: asked }, answers)
        expect(answer.kind).toBe(asked === answers ? 'refused' : 'done')
      }),
    )
    expect(planRelease(high, 'ana')).toMatchObject({ code: 'CORDON_CASE_NO_RELEASE' })
  })

  it('is asked for once', () => {
    expect(planMove({ ...high, releaseBy: 'ana' }, 'closed-false', 'x', true)).toMatchObject({
      code: 'CORDON_CASE_RELEASE_PENDING',
    })
  })
})
