import { armourOf } from './armour.ts'
import { longestOfApplication } from './binary.ts'
import { writeHex, writeText, writeUint } from './bits.ts'
import type { AisFields, AisMessage, AisValue } from './decode.ts'
import type { Field } from './field.ts'
import { messageTables } from './messages.ts'

/** A payload as the bits that go out. */
export interface Payload {
  /** Six-bit groups, one a byte. */
  readonly six: Uint8Array
  readonly bits: number
}

/** Types whose last fields are left out where there is nothing to say. */
const shortened = new Set([7, 13, 15, 16, 20])

/**
 * Writes a message by the tables that `decodeMessage` reads: the other way round, for simulators and tests. An absent
 * field is sent as "not available". `_text` fields are for readers and are passed over. Throws a RangeError for a type
 * that is not 1 to 27.
 */
export function encodeMessage(message: AisMessage): Payload {
  const table = messageTables[message.type]
  if (table === undefined)
    throw new RangeError(`expected a message type from 1 to 27, found ${message.type}. Give one.`)
  const six = new Uint8Array(256)
  let end = writeFields(table.fields, six, 0, message)
  if (table.further) {
    const furthest = table.further(six, longest(message))
    end = Math.max(end, writeFields(furthest, six, 0, message))
  }
  const [least, most] = table.bits
  if (shortened.has(message.type)) end = lastSaid(table.fields, message)
  const padded = least === most ? most : Math.max(least, Math.ceil(end / 8) * 8)
  const bits = Math.min(padded, most)
  return { six: six.slice(0, Math.ceil(bits / 6)), bits }
}

function longest(message: AisMessage): number {
  const { type, dac, fid, data } = message
  if (type === 26) return 60 + dataBits(data) + (message.addressed ? 30 : 0) + (message.structured ? 16 : 0)
  if ((type !== 6 && type !== 8) || data !== undefined) return 0
  return longestOfApplication(type, Number(dac), Number(fid))
}

function dataBits(data: AisValue | undefined): number {
  return Number(String(data ?? '0').split(':')[0])
}

function lastSaid(fields: readonly Field[], message: AisMessage): number {
  return Math.max(...fields.filter(({ name }) => message[name] !== undefined).map((f) => f.at + f.width))
}

/** Returns the bit behind the last field. */
function writeFields(fields: readonly Field[], six: Uint8Array, base: number, values: AisFields): number {
  let end = 0
  for (const field of fields) end = Math.max(end, writeField(field, six, base + field.at, values[field.name]))
  return end
}

function writeField(field: Field, six: Uint8Array, at: number, value: AisValue | undefined): number {
  const { kind, width } = field
  if (kind === 'text') {
    const text = String(value ?? '')
    const length = width === 0 ? text.length : width / 6
    writeText(six, at, length, text)
    return at + 6 * length
  }
  if (kind === 'data') return value === undefined ? at : writeHex(six, at, String(value))
  if (kind === 'list') return writeList(field, six, at, (value ?? []) as readonly AisFields[])
  if (kind === 'skip') return at + width
  // Overlapping fields (vendor and model of type 24): what is not said must not wipe out what is.
  if (kind === 'turn') writeUint(six, at, width, turnOf(value))
  else if (value !== undefined || field.na !== undefined) writeUint(six, at, width, rawOf(field, value))
  return at + width
}

function rawOf({ per, plus, na = 0 }: Field, value: AisValue | undefined): number {
  if (value === undefined) return na
  return Math.round((Number(value) - plus) * per)
}

function turnOf(value: AisValue | undefined): number {
  if (value === undefined) return -128
  if (value === 'fastright') return 127
  if (value === 'fastleft') return -127
  return Math.sign(Number(value)) * Math.round(4.733 * Math.sqrt(Math.abs(Number(value))))
}

function writeList(field: Field, six: Uint8Array, start: number, items: readonly AisFields[]): number {
  let at = start
  for (const item of items.slice(0, field.items)) {
    writeFields(field.item, six, at, item)
    const first = field.item[0]!
    const variant = field.variants[Number(item[first.name])]
    if (variant) writeFields(variant, six, at, item)
    at += field.itemBits
  }
  return at
}

/** How sentences are written. */
export interface SentenceOptions {
  /** Two letters; `AI` by default. */
  readonly talker?: string
  readonly formatter?: 'VDM' | 'VDO'
  readonly channel?: string
  /** Sequence identifier of a message in several parts. */
  readonly sequence?: number
  /** Payload characters of a sentence; 60 by default, so that it keeps to NMEA's 82. */
  readonly characters?: number
  /** Time and receiver, in a tag block before the first sentence. */
  readonly time?: number
  readonly source?: string
}

/** NMEA 0183 sentences of a payload, without line ends. */
export function toSentences(payload: Payload, options: SentenceOptions = {}): string[] {
  const { talker = 'AI', formatter = 'VDM', channel = 'A', sequence = 0, characters = 60 } = options
  const text = String.fromCharCode(...Array.from(payload.six, armourOf))
  const total = Math.max(1, Math.ceil(text.length / characters))
  const fill = payload.six.length * 6 - payload.bits
  const lines: string[] = []
  for (let i = 0; i < total; i++) {
    const part = text.slice(i * characters, (i + 1) * characters)
    const id = total > 1 ? String(sequence) : ''
    const body = `${talker}${formatter},${total},${i + 1},${id},${channel},${part},${i === total - 1 ? fill : 0}`
    lines.push(`${i === 0 ? tagBlock(options) : ''}!${body}*${checksumOf(body)}`)
  }
  return lines
}

function tagBlock({ time, source }: SentenceOptions): string {
  const fields = [
    ...(source === undefined ? [] : [`s:${source}`]),
    ...(time === undefined ? [] : [`c:${time % 1000 === 0 ? time / 1000 : time}`]),
  ]
  return fields.length === 0 ? '' : `\\${fields.join(',')}*${checksumOf(fields.join(','))}\\`
}

/** The NMEA checksum of what stands between the mark and the star: two hexadecimal digits. */
export function checksumOf(body: string): string {
  let sum = 0
  for (let i = 0; i < body.length; i++) sum ^= body.charCodeAt(i)
  return sum.toString(16).toUpperCase().padStart(2, '0')
}
