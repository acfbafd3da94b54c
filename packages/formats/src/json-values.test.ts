import { describe, expect, it } from 'vitest'
import { bytesOf, collect } from './in-memory.ts'
import { readJsonValues } from './json-values.ts'

const read = (text: string, size?: number) =>
  collect(readJsonValues(bytesOf(text, size), { maxRecordBytes: 200 }))

describe('readJsonValues', () => {
  const values = [{ a: '}{"\\' }, { b: { c: [1, { d: '\n' }] } }]
  it.each([
    ['pretty-printed one after the other', values.map((one) => JSON.stringify(one, null, 2)).join('\n')],
    ['in an array', JSON.stringify(values, null, 1)],
    ['one a line', values.map((one) => JSON.stringify(one)).join('\r\n')],
    ['arrays one after the other', values.map((one) => JSON.stringify([one])).join('')],
  ])('reads objects %s, however the bytes arrive', async (_, text) => {
    for (const size of [1, 3, 1000]) {
      const { records, rejects } = await read(text, size)
      expect(records.map(({ value }) => value)).toEqual(values)
      expect(rejects).toEqual([])
    }
  })
  it('rejects what is broken, too long or cut off, and goes on', async () => {
    const { records, rejects } = await read(`{"a":x}\n{"b":"${'y'.repeat(300)}"}\n{"c":1}\n{"d":`, 50)
    expect(records).toEqual([{ line: 3, value: { c: 1 } }])
    expect(rejects.map(({ where }) => where)).toEqual(['line 1', 'line 2', 'line 4'])
    expect(rejects[2]!.reason).toContain('cut off')
  })
  it('rejects a nesting of 100,000 without falling over', async () => {
    const { rejects } = await collect(
      readJsonValues(bytesOf(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)),
    )
    expect(rejects[0]!.reason).toBe('nested deeper than 64')
  })
})
