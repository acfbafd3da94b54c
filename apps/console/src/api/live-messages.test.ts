import { expect, it } from 'vitest'
import { Messages } from './live-messages.ts'

it('takes each event of the store once, whoever passes it on', () => {
  const heard: (number | undefined)[] = []
  const messages = new Messages(({ id }) => heard.push(id))
  for (const id of [5, 6, 6, 5, 7]) messages.take({ kind: 'findings', data: {}, id })
  expect([heard, messages.last]).toEqual([[5, 6, 7], 7])
})

it('passes on signs of life and progress, which stand under the id of the last event', () => {
  const kinds: string[] = []
  const messages = new Messages(({ kind }) => kinds.push(kind))
  messages.take({ kind: 'hello', data: {}, id: 9 })
  messages.take({ kind: 'progress', data: {}, id: 9 })
  messages.take({ kind: 'beat', data: {}, id: 9 })
  messages.take({ kind: 'list', data: {}, id: 9 })
  expect([kinds, messages.last]).toEqual([['hello', 'progress', 'beat'], 9])
})

it('begins anew where the server says that what was missed is gone', () => {
  const messages = new Messages(() => undefined)
  messages.take({ kind: 'findings', data: {}, id: 90 })
  messages.take({ kind: 'reset', data: {}, id: 3 })
  expect(messages.last).toBe(3)
})
