import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decompress } from './decompress.ts'
import { bytesOf, gather } from './in-memory.ts'

const code = (value: string) => expect.objectContaining({ name: 'InputError', code: value })

describe('decompress', () => {
  it('passes through what is not compressed, the empty input included', async () => {
    expect((await gather(decompress(bytesOf('plain', 2)))).toString()).toBe('plain')
    expect(await gather(decompress(bytesOf('')))).toHaveLength(0)
  })

  it('unpacks gzip with several members, whatever the blocks', async () => {
    const packed = Buffer.concat([gzipSync('first '), gzipSync('second')])
    for (const size of [1, 7, 10_000])
      expect((await gather(decompress(bytesOf(packed, size)))).toString()).toBe('first second')
  })

  it('refuses a gzip that ends too early', async () => {
    const packed = gzipSync(randomBytes(50_000))
    await expect(gather(decompress(bytesOf(packed.subarray(0, 20_000))))).rejects.toEqual(
      code('FORMATS_TRUNCATED'),
    )
    await expect(gather(decompress(bytesOf(packed.subarray(0, 3))))).rejects.toEqual(
      code('FORMATS_TRUNCATED'),
    )
  })

  it('refuses a damaged gzip, and one with something appended', async () => {
    const packed = gzipSync(randomBytes(5_000))
    packed[3_000]! ^= 0xff
    await expect(gather(decompress(bytesOf(packed)))).rejects.toEqual(code('FORMATS_SYNTAX'))
    const appended = Buffer.concat([gzipSync('list'), Buffer.from('<html>')])
    await expect(gather(decompress(bytesOf(appended)))).rejects.toEqual(code('FORMATS_SYNTAX'))
  })

  it('stops a decompression bomb long before it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
    let unpacked = 0
    const read = async () => {
      for await (const chunk of decompress(bytesOf(bomb))) unpacked += chunk.length
    }
    await expect(read()).rejects.toEqual(code('FORMATS_RATIO'))
    expect(unpacked).toBeLessThan(20 * 1024 * 1024)
  })

  it('keeps to maxBytes for plain and compressed input alike', async () => {
    for (const content of [Buffer.alloc(2_000, 'x'), gzipSync(Buffer.alloc(2_000, 'x'))])
      await expect(gather(decompress(bytesOf(content, 100), { maxBytes: 1_000 }))).rejects.toEqual(
        code('FORMATS_TOO_LARGE'),
      )
  })

  it('names an archive that it does not unpack', async () => {
    await expect(gather(decompress(bytesOf(Buffer.from('PK\x03\x04rest'))))).rejects.toThrow(/a ZIP archive/)
  })

  it('hands on the error of the bytes themselves, and closes them when the reader leaves', async () => {
    const broken = async function* () {
      yield gzipSync('x'.repeat(100)).subarray(0, 12)
      throw new Error('the disk is gone')
    }
    await expect(gather(decompress(broken()))).rejects.toThrow('the disk is gone')
    let closed = false
    const endless = async function* () {
      try {
        for (;;) yield gzipSync(randomBytes(100_000))
      } finally {
        closed = true
      }
    }
    for await (const _ of decompress(endless())) break
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(closed).toBe(true)
  })
})
