import type { NameMemory, NameToken } from '@cordon/text'
import { kindOf, partySchemata } from '../kinds.ts'
import { type CompiledName, compileName } from '../names/compiled-name.ts'
import { hash32, hash52 } from '../names/keys.ts'
import { acronymOf, textKey } from '../names/name-parts.ts'
import { lettersOf, type Term } from '../names/term.ts'
import { Vocabulary } from '../names/vocabulary.ts'
import { nameOfSchema, readNames, readParty } from '../party.ts'
import type { PartyQuery } from '../query.ts'
import { agreementWithin } from '../weigh.ts'
import { sieveKinds, sieveSteps, type WordWays, wordWays } from './word-ways.ts'

/** First byte of a block: blocks of another layout are written anew. */
export const sieveLayout = 2

/** What a sieve reads of a party, and the words that its names are made of. */
export interface SievedParty {
  /**
   * Little endian. Layout, schema (255: unknown), agreement in hundredths, how many numbers and names; hashes of the numbers. Then
   * of each name: how many words, hashes of the whole, and letters; a bit a letter; the words by their numbers
   * (64-bit floats); the hashes; the letters, a byte each.
   */
  readonly block: Uint8Array
  /** The words by their numbers, as `sieveWord` writes them. */
  readonly words: ReadonlyMap<number, Uint8Array>
}

/** Longer names and more of anything are cut, and then let through by the sieve. */
const most = 255

/** Readies parties for a sieve; words seen before cost little. */
export class PartySiever {
  private readonly memory: NameMemory = new Map()
  private readonly vocabulary = new Vocabulary()
  private readonly known = new WeakMap<Term, readonly [number, Uint8Array]>()

  /** Writes what a sieve must know of a party. */
  read(query: PartyQuery): SievedParty {
    const party = readParty(query)
    const words = new Map<number, Uint8Array>()
    const nameOf = nameOfSchema(query.schema)
    const termOf = (token: NameToken) => this.vocabulary.termOf(token)
    const names = readNames(query).map(({ text }) => compileName(text, nameOf, false, termOf, this.memory))
    const bytes = new Bytes()
    bytes.u8(sieveLayout)
    bytes.u8(partySchemata.includes(query.schema) ? partySchemata.indexOf(query.schema) : most)
    bytes.u8(Math.ceil(100 * agreementWithin(party, {})))
    bytes.u8(Math.min(most, party.identifiers.length))
    bytes.u8(Math.min(most, names.length))
    for (const { key } of party.identifiers.slice(0, most)) bytes.u32(hash32(`# ${key}`))
    for (const name of names.slice(0, most)) this.write(name, bytes, words)
    return { block: bytes.taken(), words }
  }

  private write(name: CompiledName, bytes: Bytes, words: Map<number, Uint8Array>): void {
    const wholes = wholeHashes(name).slice(0, most)
    const letters = name.letters.slice(0, most)
    bytes.u8(Math.min(most, name.terms.length))
    bytes.u8(wholes.length)
    bytes.u8(letters.length)
    bytes.u32(lettersOf(name.letters))
    for (const term of name.terms.slice(0, most)) {
      const [number, ways] = this.word(term)
      words.set(number, ways)
      bytes.f64(number)
    }
    for (const hash of wholes) bytes.u32(hash)
    for (let at = 0; at < letters.length; at++) bytes.u8(letters.charCodeAt(at) & 0xff)
  }

  private word(term: Term): readonly [number, Uint8Array] {
    const known = this.known.get(term)
    if (known) return known
    const ways = wordWays(term)
    const made = [hash52(JSON.stringify(ways)), sieveWord(ways)] as const
    this.known.set(term, made)
    return made
  }
}

/**
 * A word in bytes: kind, weight and what it says in steps, its length, how many spellings; of each its length and 16 bits a
 * letter; then hashes.
 */
export function sieveWord({ kind, weight, told, length, slips, hashes }: WordWays): Uint8Array {
  const bytes = new Bytes()
  bytes.u8(sieveKinds.indexOf(kind))
  bytes.u8(Math.min(most, Math.round(weight * sieveSteps)))
  bytes.u8(Math.min(most, Math.ceil(told * sieveSteps)))
  bytes.u8(Math.min(most, length))
  bytes.u8(slips.length)
  for (const slip of slips) {
    bytes.u8(Math.min(most, slip.length))
    for (let at = 0; at < Math.min(most, slip.length); at++) bytes.u16(slip.charCodeAt(at))
  }
  for (const hash of hashes) bytes.u32(hash)
  return bytes.taken()
}

/** Hashes by which a name is met as a whole: its keys, its words one by one, its initials. */
export function wholeHashes(name: CompiledName): number[] {
  const hashes = [...(name.keys?.keys() ?? [])].map((key) => hash32(`key ${key}`))
  hashes.push(hash32(`text ${textKey(name)}`))
  const acronym = acronymOf(name)
  if (acronym.length >= 3) hashes.push(hash32(`initials ${acronym}`))
  for (const { kind, spellings } of name.terms)
    if (kind === 'word' && spellings.length > 0 && isAcronymLong(spellings[0]!.text))
      hashes.push(hash32(`initialled ${spellings[0]!.text}`))
  return hashes
}

const isAcronymLong = ({ length }: string) => length >= 3 && length <= 6

/** Under which hashes others ask for a name as a whole: what are initials there is a word here, and the other way round. */
export function listedWholes(name: CompiledName): number[] {
  const hashes = [...(name.keys?.keys() ?? [])].map((key) => hash32(`key ${key}`))
  hashes.push(hash32(`text ${textKey(name)}`))
  const acronym = acronymOf(name)
  if (acronym.length >= 3) hashes.push(hash32(`initialled ${acronym}`))
  for (const { kind, spellings } of name.terms)
    if (kind === 'word' && spellings.length > 0 && isAcronymLong(spellings[0]!.text))
      hashes.push(hash32(`initials ${spellings[0]!.text}`))
  return hashes
}

/** Whether a schema names persons, whose names are bound tighter. */
export const isPersonal = (schema: string) => kindOf(schema) === 'person'

/** Bytes that grow. */
class Bytes {
  private bytes = new Uint8Array(256)
  private view = new DataView(this.bytes.buffer)
  private at = 0

  private room(size: number): number {
    if (this.at + size > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2)
      larger.set(this.bytes)
      this.bytes = larger
      this.view = new DataView(larger.buffer)
    }
    this.at += size
    return this.at - size
  }

  u8(value: number): void {
    const at = this.room(1)
    this.view.setUint8(at, value)
  }

  u16(value: number): void {
    const at = this.room(2)
    this.view.setUint16(at, value, true)
  }

  u32(value: number): void {
    const at = this.room(4)
    this.view.setUint32(at, value, true)
  }

  f64(value: number): void {
    const at = this.room(8)
    this.view.setFloat64(at, value, true)
  }

  taken(): Uint8Array {
    return this.bytes.slice(0, this.at)
  }
}
