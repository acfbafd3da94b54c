import { expect, it } from 'vitest'
import type { Finding } from '../../api/types.ts'
import { findingsOf, type Queue, withDecision, withFindingAt } from './queue-cache.ts'

const finding = (id: string): Finding => ({
  id,
  revision: 1,
  state: 'open',
  watch: 'screening',
  rule: 'party',
  ruleVersion: '1',
  severity: 'high',
  score: 0.9,
  subjects: [],
  matches: [],
  window: { start: 0 },
  evidence: [],
  knowledgeVersions: {},
  marking: 'TLP:AMBER',
  statement: id,
})
const counts = { undecided: 3, true: 0, false: 0, unsure: 0, all: 3 }
const queue: Queue = {
  pageParams: [undefined, 'c'],
  pages: [
    { findings: [finding('a'), finding('b')], next: 'c', counts },
    { findings: [finding('c')], counts },
  ],
}
const ids = (one: Queue) => findingsOf(one).map(({ id }) => id)

it('takes a decided finding out of the undecided and moves the counts', () => {
  const after = withDecision(queue, 'undecided', finding('b'), { verdict: 'true', reason: 'same passport' })
  expect(ids(after)).toEqual(['a', 'c'])
  expect(after.pages[0]?.counts).toMatchObject({ undecided: 2, true: 1, all: 3 })
})

it('keeps it among all, with its verdict', () => {
  const after = withDecision(queue, 'all', finding('b'), { verdict: 'unsure', reason: 'no date' })
  expect(findingsOf(after)[1]?.decision?.verdict).toBe('unsure')
})

it('puts it back where it was', () => {
  for (const at of [0, 1, 2]) {
    const one = findingsOf(queue)[at]!
    const after = withFindingAt(
      withDecision(queue, 'undecided', one, { verdict: 'false', reason: 'x' }),
      one,
      at,
    )
    expect(ids(after)).toEqual(['a', 'b', 'c'])
  }
})
