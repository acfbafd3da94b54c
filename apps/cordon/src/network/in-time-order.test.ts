import type { LogRecord } from '@cordon/cyber'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inTimeOrder, type OrderedRecords } from './in-time-order.ts'

const record = (time: number | undefined, where: string): LogRecord => ({
  class: { key: 'x', services: [], categories: [] },
  fields: {},
  where,
  ...(time !== undefined && { time }),
})
/** Each input a list of batches of times. */
async function merged(inputs: readonly (readonly (number | undefined)[][])[], taken?: readonly number[]) {
  let open = 0
  let most = 0
  const all: OrderedRecords[] = []
  for await (const one of inTimeOrder({
    count: inputs.length,
    open: async function* (input) {
      most = Math.max(most, ++open)
      let line = 0
      for (const batch of inputs[input]!) yield batch.map((time) => record(time, `${input}:${line++}`))
      open--
    },
    begins: async (input) => inputs[input]!.flat()[0],
    taken,
  }))
    all.push(one)
  return { records: all.flatMap(({ records }) => records), last: all.at(-1)!, all, most }
}

describe('records of many files', () => {
  it('come in order of time', async () => {
    const { records, last } = await merged([[[5, 6], [9]], [[1], [7, 8]], [[2, 2, 10]], []])
    expect(records.map(({ time }) => time)).toEqual([1, 2, 2, 5, 6, 7, 8, 9, 10])
    expect(last.taken).toEqual([-1, -1, -1, -1])
  })
  it('stay with their forerunner where they have no time, and come first where no file of theirs has one', async () => {
    const { records } = await merged([[[3, undefined, 8]], [[1, 4]], [[undefined, undefined]]])
    expect(records.map(({ where }) => where)).toEqual(['2:0', '2:1', '1:0', '0:0', '0:1', '1:1', '0:2'])
  })
  it('are each there once, those of a file in its order, whatever their times', async () => {
    const time = fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined })
    const inputs = fc.array(fc.array(fc.array(time, { maxLength: 4 }), { maxLength: 4 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(inputs, async (files) => {
        const { records } = await merged(files)
        for (const [i, file] of files.entries()) {
          const mine = records.filter(({ where }) => where.startsWith(`${i}:`)).map(({ where }) => where)
          expect(mine).toEqual(file.flat().map((_, line) => `${i}:${line}`))
        }
        expect(records).toHaveLength(files.flat(2).length)
      }),
    )
  })
  it('go on from any place where they stood', async () => {
    const files = [0, 1, 2].map((i) => [Array.from({ length: 900 }, (_, k) => 3 * k + i)])
    const whole = await merged(files)
    for (const { taken } of whole.all) {
      const rest = await merged(files, taken)
      const count = whole.records.length - rest.records.length
      expect(whole.records.slice(count).map(({ where }) => where)).toEqual(
        rest.records.map(({ where }) => where),
      )
    }
    expect(whole.all.length).toBeGreaterThan(2)
  })
  it('of a thousand files are read from few at a time', async () => {
    const files = Array.from({ length: 1000 }, (_, i) => [[10 * i, 10 * i + 5]])
    const { records, most } = await merged(files)
    expect(most).toBeLessThan(4)
    expect(records.map(({ time }) => time)).toEqual(files.flat(2))
    const overlapping = await merged(Array.from({ length: 200 }, (_, i) => [[i, 1000 + i]]))
    expect(overlapping.most).toBe(64)
    expect(overlapping.records).toHaveLength(400)
  })
})
