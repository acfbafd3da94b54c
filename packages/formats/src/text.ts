import { isAscii, isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import type { Bytes } from './batch.ts'
import { InputError } from './input-error.ts'
import { completeUtf8Length, escapeInvalidUtf8, firstInvalidUtf8 } from './utf8.ts'

/** How bytes become text. */
export interface TextOptions {
  /**
   * What an invalid UTF-8 sequence does. `throw`: the input is refused, with the byte's offset (XML, JSON).
   * `escape`: the byte becomes a lone surrogate that the line readers find and reject the record for.
   */
  readonly invalid?: 'throw' | 'escape'
  /** A label of the WHATWG Encoding Standard (`windows-1252`); a byte order mark goes before it. */
  readonly encoding?: string
  /** Read the encoding from an XML declaration where there is no byte order mark. */
  readonly xml?: boolean
}

const headBytes = 1024

/**
 * Text from bytes, piece by piece: UTF-8 unless a byte order mark, an XML declaration or the caller says otherwise.
 * Byte order marks are taken off.
 * @throws {InputError} `FORMATS_ENCODING` where the bytes are not what they are declared to be
 */
export async function* decodeText(
  bytes: Bytes,
  options: TextOptions = {},
): AsyncGenerator<string, void, undefined> {
  let decoder: Decoder | undefined
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of bytes) {
    const block: Buffer = held.length > 0 ? Buffer.concat([held, chunk]) : view(chunk)
    if (!decoder) {
      // A byte order mark takes three bytes, an XML declaration rarely more than a hundred.
      const enough = options.xml && mayBeDeclaration(block) ? headBytes : 3
      if (block.length < enough) {
        held = Buffer.from(block)
        continue
      }
      decoder = chooseDecoder(block, options)
    }
    held = Buffer.alloc(0)
    const text = decoder.decode(block, false)
    if (text !== '') yield text
  }
  decoder ??= chooseDecoder(held, options)
  const text = decoder.decode(held, true)
  if (text !== '') yield text
}

interface Decoder {
  decode(block: Buffer, last: boolean): string
}

function view(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}

function mayBeDeclaration(block: Buffer): boolean {
  return block.toString('latin1', 0, 5).startsWith('<?xml'.slice(0, block.length)) && !block.includes('?>')
}

function chooseDecoder(head: Buffer, options: TextOptions): Decoder {
  const label = markedEncoding(head) ?? options.encoding ?? (options.xml ? declaredEncoding(head) : undefined)
  if (label === undefined || /^(utf-?8|us-ascii|ascii)$/i.test(label))
    return utf8Decoder(options.invalid ?? 'throw')
  return namedDecoder(label)
}

function markedEncoding(head: Buffer): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  return undefined
}

function declaredEncoding(head: Buffer): string | undefined {
  const declaration = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(
    head.toString('latin1', 0, headBytes),
  )
  return declaration?.[1]
}

function utf8Decoder(invalid: 'throw' | 'escape'): Decoder {
  let carry: Buffer = Buffer.alloc(0)
  let offset = 0
  let atStart = true
  return {
    decode(block, last) {
      let whole: Buffer = carry.length > 0 ? Buffer.concat([carry, block]) : block
      const end = last ? whole.length : completeUtf8Length(whole)
      carry = Buffer.from(whole.subarray(end))
      whole = whole.subarray(0, end)
      const text = decodeUtf8(whole, invalid, offset)
      offset += end
      const marked = atStart && text.charCodeAt(0) === 0xfeff
      if (text !== '') atStart = false
      return marked ? text.slice(1) : text
    },
  }
}

function decodeUtf8(block: Buffer, invalid: 'throw' | 'escape', offset: number): string {
  // Bytes below 128 are copied as they are, several times faster than they are decoded.
  if (isAscii(block)) return block.toString('latin1')
  if (isUtf8(block)) return block.toString('utf8')
  if (invalid === 'escape') return escapeInvalidUtf8(block)
  const at = firstInvalidUtf8(block)
  throw new InputError('FORMATS_ENCODING', {
    expected: 'UTF-8 text',
    found: `the byte 0x${block[at]!.toString(16).padStart(2, '0')}, which begins no valid sequence`,
    where: `byte ${offset + at}`,
    remedy: 'Save the file as UTF-8, or declare the encoding that it is in.',
  })
}

function namedDecoder(label: string): Decoder {
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(label, { fatal: true })
  } catch (cause) {
    throw new InputError(
      'FORMATS_ENCODING',
      {
        expected: 'an encoding of the WHATWG Encoding Standard (UTF-8, UTF-16, windows-1252, iso-8859-1 ...)',
        found: label,
        where: 'the declaration of the encoding',
        remedy: 'Save the file as UTF-8.',
      },
      { cause },
    )
  }
  let offset = 0
  return {
    decode(block, last) {
      try {
        const text = decoder.decode(block, { stream: !last })
        offset += block.length
        return text
      } catch (cause) {
        throw new InputError(
          'FORMATS_ENCODING',
          {
            expected: `${decoder.encoding} text`,
            found: 'bytes that are not',
            where: `between bytes ${offset} and ${offset + block.length}`,
            remedy: 'Save the file as UTF-8.',
          },
          { cause },
        )
      }
    },
  }
}
