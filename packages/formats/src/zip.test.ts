import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { gather } from './in-memory.ts'
import { openZipEntry, type RandomAccess, zipEntries } from './zip.ts'

interface Packed {
  readonly name: string
  readonly text: string
  readonly stored?: boolean
  readonly flags?: number
}

/** A small archive as programs write it. */
function zipOf(files: readonly Packed[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, stored, flags = 0 } of files) {
    const body = stored ? Buffer.from(text) : deflateRawSync(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(stored ? 0 : 8, 10)
    entry.writeUInt16LE((36 << 9) | (2 << 5) | 4, 14)
    entry.writeUInt32LE(body.length, 20)
    entry.writeUInt32LE(text.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), body)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + body.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

const access = (bytes: Buffer): RandomAccess => ({
  size: bytes.length,
  read: async (at, length) => bytes.subarray(at, at + length),
})
const unpack = async (bytes: Buffer) => {
  const file = access(bytes)
  const entries = await zipEntries(file)
  return Promise.all(
    entries.map(async (entry) => [entry.name, (await gather(openZipEntry(file, entry))).toString()]),
  )
}

describe('a ZIP archive', () => {
  it('gives its files, deflated or stored, with when they were written', async () => {
    const bytes = zipOf([
      { name: 'a.json', text: '{"a":1}\n'.repeat(1000) },
      { name: 'folder/', text: '', stored: true },
      { name: 'folder/b.txt', text: 'two', stored: true },
    ])
    expect(await unpack(bytes)).toEqual([
      ['a.json', '{"a":1}\n'.repeat(1000)],
      ['folder/b.txt', 'two'],
    ])
    expect((await zipEntries(access(bytes)))[0]!.written).toBe(Date.UTC(2016, 1, 4))
  })
  it('that is cut off, damaged, encrypted or a bomb is a named error', async () => {
    const bytes = zipOf([{ name: 'a', text: 'hello '.repeat(100) }])
    await expect(unpack(bytes.subarray(0, bytes.length - 30))).rejects.toMatchObject({
      code: 'FORMATS_TRUNCATED',
    })
    const damaged = Buffer.from(bytes)
    damaged.fill(0xff, 31, 40)
    await expect(unpack(damaged)).rejects.toMatchObject({ code: 'FORMATS_SYNTAX' })
    await expect(unpack(zipOf([{ name: 'a', text: 'x', flags: 1 }]))).rejects.toMatchObject({
      code: 'FORMATS_UNKNOWN',
    })
    await expect(unpack(zipOf([{ name: 'a', text: '0'.repeat(40 << 20) }]))).rejects.toMatchObject({
      code: 'FORMATS_RATIO',
    })
  })
})
