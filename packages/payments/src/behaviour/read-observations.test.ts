import { bytesOf, collect } from '@cordon/formats'
import { describe, expect, it } from 'vitest'
import { readObservations } from './read-observations.ts'
import { order } from './testing-stream.ts'

const read = (lines: readonly unknown[]) =>
  collect(readObservations(bytesOf(lines.map((one) => JSON.stringify(one)).join('\n')), 'stream'))

describe('a stream as NDJSON', () => {
  const { message } = order({ at: '2016-02-04T20:36:00' })

  it('is messages, with or without when they passed', async () => {
    const { records, rejects } = await read([
      message,
      { message, time: '2016-02-04T14:36:00Z', direction: 'sent' },
      { message, time: 1454596560000 },
    ])
    expect(rejects).toEqual([])
    expect(records.map(({ line, observation }) => [line, observation.time, observation.where])).toEqual([
      [1, undefined, 'stream, line 1'],
      [2, 1454596560000, 'stream, line 2'],
      [3, 1454596560000, 'stream, line 3'],
    ])
  })

  it('has rejects where a line is none, and goes on', async () => {
    const [transaction] = message.transactions
    const { records, rejects } = await read([
      3,
      { ...message, family: 'EDI' },
      { ...message, transactions: [{ ...transaction, kind: 'gift' }] },
      { ...message, transactions: [{ ...transaction, amount: { value: 12, currency: 'USD' } }] },
      { ...message, transactions: [{ ...transaction, parties: [{ role: 'creditor', name: 'plain' }] }] },
      { message, time: 'yesterday' },
      message,
    ])
    expect(records).toHaveLength(1)
    expect(rejects.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
      'line 1: not an object',
      'line 2: `family` is neither MT nor MX',
      'line 3: no kind of transaction: gift',
      'line 4: an amount that is no decimal text with a currency',
      'line 5: `name` has no `value` and `path`',
      'line 6: a time that is neither milliseconds nor ISO 8601',
    ])
  })
})
