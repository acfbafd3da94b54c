import { describe, expect, it } from 'vitest'
import { bytesOf, collect } from './in-memory.ts'
import { readJsonArray } from './json-array.ts'
import { readLines } from './lines.ts'
import { readNdjson } from './ndjson.ts'

describe('readLines', () => {
  it('splits at LF and CRLF, whatever the blocks, and numbers the lines', async () => {
    for (const size of [1, 2, 3, 100]) {
      const { records } = await collect(readLines(bytesOf('one\r\ntwo\n\nfour', size)))
      expect(records.map(({ line, text }) => `${line}:${text}`)).toEqual(['1:one', '2:two', '3:', '4:four'])
    }
  })

  it('rejects an endless line without holding it, and goes on after it', async () => {
    const endless = async function* () {
      yield Buffer.from('first\n')
      const block = Buffer.alloc(1024 * 1024, 'x')
      for (let i = 0; i < 200; i++) yield block
      yield Buffer.from('\nlast\n')
    }
    const before = process.memoryUsage().heapUsed
    const { records, rejects } = await collect(readLines(endless(), { limits: { maxRecordBytes: 100_000 } }))
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60 * 1024 * 1024)
    expect(records.map((record) => record.text)).toEqual(['first', 'last'])
    expect(rejects).toMatchObject([{ where: 'line 2', reason: 'longer than 100000 characters' }])
    expect(rejects[0]!.excerpt).toBe('x'.repeat(200))
  })

  it('rejects a line that is not UTF-8', async () => {
    const { records, rejects } = await collect(readLines(bytesOf(Buffer.from('a\nM\xfcller\nb', 'latin1'))))
    expect(records).toHaveLength(2)
    expect(rejects).toEqual([{ where: 'line 2', reason: 'not valid UTF-8', excerpt: 'M\\xFCller' }])
  })
})

describe('readNdjson', () => {
  it('gives the values with their lines; a broken line does not stop the rest', async () => {
    const { records, rejects } = await collect(readNdjson(bytesOf('{"id":"a"}\n{"id":\n\n[1,2]\n', 4)))
    expect(records).toEqual([
      { line: 1, value: { id: 'a' } },
      { line: 4, value: [1, 2] },
    ])
    expect(rejects).toMatchObject([{ where: 'line 2', excerpt: '{"id":' }])
  })

  it('rejects values nested too deep, counting brackets outside of strings only', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const { records, rejects } = await collect(
      readNdjson(bytesOf(`${deep}\n{"a":"[[[[\\"[[["}`), { limits: { maxDepth: 3 } }),
    )
    expect(records).toHaveLength(1)
    expect(rejects).toMatchObject([{ where: 'line 1', reason: 'nested deeper than 3' }])
  })
})

describe('readJsonArray', () => {
  const bundle =
    '{"type":"bundle", "x":{"objects":[9]},\n "objects": [\n{"id":"a,]"},\n {"id":"b\\"","n":[1,[2]]}],"z":[1]}'

  it('gives the elements of a member that comes first', async () => {
    for (const size of [1, 5, 1000]) {
      const { records } = await collect(
        readJsonArray(bytesOf('{ "a": [1, {"b": [2]}], "c": [3] }', size), { member: 'a' }),
      )
      expect(records.map(({ value }) => value)).toEqual([1, { b: [2] }])
    }
  })

  it('gives the elements of a member, whatever the blocks', async () => {
    for (const size of [1, 3, 1000]) {
      const { records, rejects } = await collect(readJsonArray(bytesOf(bundle, size), { member: 'objects' }))
      expect(rejects).toEqual([])
      expect(records.map((record) => record.value)).toEqual([{ id: 'a,]' }, { id: 'b"', n: [1, [2]] }])
    }
  })

  it('finds a member that is the first one', async () => {
    const { records } = await collect(
      readJsonArray(bytesOf('{"objects":[1,2],"x":3}'), { member: 'objects' }),
    )
    expect(records.map((record) => record.value)).toEqual([1, 2])
  })

  it('gives the elements of a document that is an array', async () => {
    const { records } = await collect(readJsonArray(bytesOf('[1, "two", {"three": []}, null]')))
    expect(records.map((record) => record.value)).toEqual([1, 'two', { three: [] }, null])
    expect((await collect(readJsonArray(bytesOf(' [ ] ')))).records).toEqual([])
  })

  it('rejects an element that is no JSON or too long, and goes on', async () => {
    const { records, rejects } = await collect(
      readJsonArray(bytesOf(`[1, {a:1}, "${'x'.repeat(5_000)}", 4]`, 100), {
        limits: { maxRecordBytes: 1_000 },
      }),
    )
    expect(records.map((record) => record.value)).toEqual([1, 4])
    expect(rejects.map((reject) => reject.where)).toEqual(['element 1, line 1', 'element 2, line 1'])
  })

  it('refuses a document that breaks off, or has no such array', async () => {
    await expect(collect(readJsonArray(bytesOf('[1, 2')))).rejects.toMatchObject({
      code: 'FORMATS_TRUNCATED',
    })
    await expect(collect(readJsonArray(bytesOf('{"a":1}')))).rejects.toMatchObject({ code: 'FORMATS_SYNTAX' })
    await expect(collect(readJsonArray(bytesOf('{"a":[]}'), { member: 'b' }))).rejects.toThrow(/array "b"/)
  })
})
