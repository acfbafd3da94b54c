import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, hasInvalidBytes } from './excerpt.ts'
import { bytesOf } from './in-memory.ts'
import { decodeText, type TextOptions } from './text.ts'

async function decoded(content: string | Uint8Array, options?: TextOptions, size?: number): Promise<string> {
  let text = ''
  for await (const chunk of decodeText(bytesOf(content, size), options)) text += chunk
  return text
}
const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

describe('decodeText', () => {
  it('reads UTF-8 in blocks of any size, with or without a byte order mark', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          const plain = Buffer.from(text.replace(/^\ufeff+/, '')).toString()
          expect(await decoded(plain, {}, size)).toBe(plain)
          expect(await decoded(`\ufeff${plain}`, {}, size)).toBe(plain)
        },
      ),
    )
  })

  it('reads UTF-16 by its byte order mark', async () => {
    expect(await decoded(Buffer.from('\ufeff박진혁', 'utf16le'), {}, 3)).toBe('박진혁')
    expect(await decoded(utf16be('박진혁'), {}, 3)).toBe('박진혁')
  })

  it('reads the encoding that an XML declaration names', async () => {
    const document = Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>Caf\xe9 \x80</a>', 'latin1')
    for (const size of [1, 10, 1000]) expect(await decoded(document, { xml: true }, size)).toContain('Café €')
  })

  it('refuses bytes that are not UTF-8, and says which', async () => {
    const bytes = Buffer.from('names: Müller', 'latin1')
    for (const size of [1, 5, 100])
      await expect(decoded(bytes, {}, size)).rejects.toMatchObject({
        code: 'FORMATS_ENCODING',
        where: 'byte 8',
      })
    await expect(decoded(Buffer.from([0x61, 0xed, 0x95]))).rejects.toMatchObject({ where: 'byte 1' })
    await expect(decoded('<?xml version="1.0" encoding="klingon"?>', { xml: true })).rejects.toThrow(
      /klingon/,
    )
  })

  it('can mark them instead, so that a line can be rejected', async () => {
    const text = await decoded(Buffer.from('M\xfcller', 'latin1'), { invalid: 'escape' })
    expect(hasInvalidBytes(text)).toBe(true)
    expect(excerptOf(text)).toBe('M\\xFCller')
    expect(hasInvalidBytes('Müller 𐀀')).toBe(false)
  })
})
