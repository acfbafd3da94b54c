import { readHex, readInt, readText, readUint } from './bits.ts'
import type { Field } from './field.ts'
import { messageTables } from './messages.ts'
import { wordFor } from './vocabulary.ts'

/** A value of a field. Lists hold one object an item. */
export type AisValue = number | string | boolean | readonly AisFields[]

/** Fields by gpsd's names. What was sent as "not available", or beyond the range of the standard, is absent. */
export interface AisFields {
  readonly [name: string]: AisValue | undefined
}

/** A decoded message (ITU-R M.1371-5, types 1 to 27). */
export interface AisMessage extends AisFields {
  readonly type: number
  /** How often it was repeated by other stations, 0 to 3. */
  readonly repeat: number
  /** As sent; whether it is a number that ITU-R M.585 knows is for the model's `parseMmsi` to say. */
  readonly mmsi: number
  /** Bits behind the end of the message: some receivers go on. What stands before them is as good as ever. */
  readonly extra_bits?: number
}

/** Told of each field whose value has no meaning in the standard. */
export type OutOfRange = (field: string, raw: number) => void

/**
 * Decodes one payload of `bits` bits. A payload that can't be a message comes back as the reason, a sentence for a
 * person. Never throws, whatever the bits.
 */
export function decodeMessage(
  six: Uint8Array,
  bits: number,
  outOfRange: OutOfRange = ignore,
): AisMessage | string {
  if (bits < 38) return `${bits} bits, too few for a message`
  const type = readUint(six, 0, 6)
  const table = messageTables[type]
  if (table === undefined) return `message type ${type}, which is not one of 1 to 27`
  const [least, most] = table.bits
  if (bits < least) return tooShort(type, bits, least)
  const end = Math.min(bits, most)
  const out: Record<string, AisValue> = {}
  readFields(table.fields, six, 0, end, out, outOfRange)
  if (table.further) {
    if (type === 24 && out.partno !== 0 && out.partno !== 1) return `type 24 with part number ${out.partno}`
    readFields(table.further(six, end), six, 0, end, out, outOfRange)
  }
  if (type === 21) joinName(out)
  if (bits > most) out.extra_bits = bits - most
  return out as unknown as AisMessage
}

/** The reason given where a message ends before what it must say. */
export function tooShort(type: number, bits: number, least: number): string {
  return `${bits} bits, where type ${type} has at least ${least}`
}

function ignore(): void {}

/** An aid's name goes on behind the message where twenty characters are too few. */
function joinName(out: Record<string, AisValue>): void {
  if (out.name_extension === undefined) return
  if (typeof out.name === 'string' && out.name.length === 20) out.name += out.name_extension as string
  delete out.name_extension
}

function readFields(
  fields: readonly Field[],
  six: Uint8Array,
  base: number,
  end: number,
  out: Record<string, AisValue>,
  outOfRange: OutOfRange,
): void {
  for (const field of fields) {
    if (field.kind === 'skip') continue
    const at = base + field.at
    if (field.width === 0) readOpen(field, six, at, end, out, outOfRange)
    // A text cut by the end of the message is read as far as it goes; half a number is no number.
    else if (at + field.width <= end) readField(field, six, at, out, outOfRange)
    else if (field.kind === 'text' && at + 6 <= end)
      setText(out, field.name, readText(six, at, Math.floor((end - at) / 6)))
  }
}

function readField(
  field: Field,
  six: Uint8Array,
  at: number,
  out: Record<string, AisValue>,
  outOfRange: OutOfRange,
): void {
  const { name, width, kind } = field
  if (kind === 'flag') out[name] = readUint(six, at, 1) === 1
  else if (kind === 'text') setText(out, name, readText(six, at, width / 6))
  else if (kind === 'data') out[name] = readHex(six, at, at + width)
  else if (kind === 'turn') readTurn(readInt(six, at, width), out)
  else {
    const { groupWidth } = field
    if (groupWidth > 0 && readUint(six, at - field.groupBack, groupWidth) === 0) return
    const raw = kind === 'int' ? readInt(six, at, width) : readUint(six, at, width)
    setNumber(field, raw, out, outOfRange)
  }
}

function setNumber(field: Field, raw: number, out: Record<string, AisValue>, outOfRange: OutOfRange): void {
  if (raw === field.na) return
  const { words, name } = field
  if (raw < field.least || raw > field.most) {
    const word = words && wordFor(words, raw)
    if (word === undefined) outOfRange(name, raw)
    else out[`${name}_text`] = word
    return
  }
  out[name] = scaled(field, raw)
  if (words !== undefined) {
    const word = wordFor(words, raw)
    if (word !== undefined) out[`${name}_text`] = word
  }
}

/** The value of a raw number. */
export function scaled({ per, plus, digits }: Field, raw: number): number {
  if (digits === 0) return raw + plus
  const power = powers[digits]!
  return Math.round((raw / per + plus) * power) / power
}

/** Powers of ten by their exponent, as far as digits go. */
export const powers: readonly number[] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7]

/**
 * Rate of turn in degrees a minute, to starboard positive. 127 and -127 mean more than 5 degrees in 30 seconds, without
 * a turn indicator; -128 nothing. The sender took the square root, times 4.733 (ITU-R M.1371-5, table 48).
 */
function readTurn(raw: number, out: Record<string, AisValue>): void {
  if (raw === -128) return
  if (Math.abs(raw) === 127) out.turn = raw > 0 ? 'fastright' : 'fastleft'
  else out.turn = (Math.sign(raw) * Math.round((raw / 4.733) ** 2 * 100)) / 100 + 0
}

function setText(out: Record<string, AisValue>, name: string, text: string): void {
  if (text !== '') out[name] = text
}

function readOpen(
  field: Field,
  six: Uint8Array,
  at: number,
  end: number,
  out: Record<string, AisValue>,
  outOfRange: OutOfRange,
): void {
  if (field.kind === 'list') out[field.name] = readList(field, six, at, end, outOfRange)
  else if (at >= end) return
  else if (field.kind === 'text') setText(out, field.name, readText(six, at, Math.floor((end - at) / 6)))
  else out[field.name] = readHex(six, at, end)
}

function readList(
  field: Field,
  six: Uint8Array,
  start: number,
  end: number,
  outOfRange: OutOfRange,
): AisFields[] {
  const { itemBits: bits, item: fields } = field
  const items: AisFields[] = []
  for (let at = start; items.length < field.items; at += bits) {
    // Behind the first item, what is too short for one is filling.
    if (at >= end || (at > start && at + bits > end)) break
    const last = Math.min(end, at + bits)
    const item: Record<string, AisValue> = {}
    readFields(fields, six, at, last, item, outOfRange)
    const first = fields[0]!
    const variant = field.variants[readUint(six, at, first.width)]
    if (variant && at + first.width <= end) readFields(variant, six, at, last, item, outOfRange)
    items.push(item)
  }
  return items
}
