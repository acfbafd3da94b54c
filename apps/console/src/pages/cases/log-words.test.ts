import { expect, it } from 'vitest'
import type { CaseEvent } from '../../api/cases.ts'
import { logText } from './log-words.ts'
import { actorText } from './words.ts'

const event = (kind: string, body: CaseEvent['body'], home = 1): CaseEvent => ({
  id: 1,
  case: home,
  at: '2026-01-01T00:00:00Z',
  actor: 'person:ana',
  kind,
  body,
})

it('says what happened, and with a note or a reason what was written', () => {
  expect(logText(event('note', { text: 'See <b>this</b>' }), 1)).toEqual({
    line: 'noted',
    text: 'See <b>this</b>',
  })
  expect(
    logText(
      event('state', { from: 'new', to: 'closed-false', reason: 'No.', secondPerson: 'person:ben' }),
      1,
    ),
  ).toEqual({
    line: 'New → Closed false',
    text: 'No. Second pair of eyes: ben',
  })
  expect(logText(event('decision', { verdict: null, count: 2, reason: 'graver' }), 1).line).toBe(
    '2 findings wait for a decision again',
  )
})

it('tells a merge from both sides', () => {
  const body = { into: 1, from: 2, reason: 'One.' }
  expect(logText(event('merged', body), 1).line).toBe('case 2 became a part of it')
  expect(logText(event('merged', body, 2), 1).line).toBe('it became a part of case 1')
})

it('shows what it does not know as it is, and never breaks on it', () => {
  for (const body of [{}, { count: 'x', findings: 7, joins: [null] }, { to: 3 }])
    for (const kind of [
      'joined',
      'merged',
      'suggested',
      'split',
      'state',
      'assign',
      'due',
      'decision',
      'else',
    ])
      expect(typeof logText(event(kind, body), 1).line).toBe('string')
})

it('names persons without their kind, and itself as Cordon', () => {
  expect(['person:ana', 'cli:root', 'system:cases', 'key:7'].map(actorText)).toEqual([
    'ana',
    'root',
    'Cordon',
    'key:7',
  ])
})
