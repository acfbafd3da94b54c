import type { Entity } from '@cordon/model'
import type { PartyQuery } from '@cordon/screening'
import { analyseName, type NameMemory, type NameOf, type NameToken, type TokenKind } from '@cordon/text'

/**
 * What of a party leads to entries: for each word of its names a weight and hashes under which words that it could be
 * taken for are found too, and a hash for each number. As one block of bytes, so that a million are read in a second.
 * Layout, in 32-bit little-endian numbers: of each group a head (weight in tenths, shifted by 16, and how many hashes),
 * with `nameStart` where a name begins, then its hashes. A group of weight `decisive` stands for a number or a whole name: one meeting is enough.
 */
export type SieveBlock = Buffer

/** Weight of a group that is enough alone. */
export const decisive = 255

/** Bit of a group's head: a name begins here. */
export const nameStart = 0x8000

/** A word or number with all hashes under which it meets others. */
export interface SieveGroup {
  /** The word, for how often lists hold it; none for numbers and whole names. */
  readonly text?: string
  /** In tenths of a rare word's weight. */
  readonly weight: number
  readonly hashes: readonly number[]
}

const kindWeights: Readonly<Partial<Record<TokenKind, number>>> = {
  word: 10,
  generic: 4,
  number: 4,
  initial: 4,
}

/** How many spellings of a word in another script are taken: its Latin forms. */
const mostSpellings = 4
const mostKeys = 6
/** Shorter words are not looked for with a slip: too many would meet. */
const shortestWithSlip = 4

const nameProperties = ['name', 'alias', 'previousName', 'weakAlias', 'abbreviation']

/** On which side of the sieve names stand. */
export type SieveSide = 'party' | 'entry'

/** Names as groups: one list of groups a name. */
export function nameGroups(
  schema: string,
  names: readonly string[],
  side: SieveSide,
  memory?: NameMemory,
): SieveGroup[][] {
  const nameOf = nameOfSchema(schema)
  return names.map((name) => {
    const { tokens, keys } = analyseName(name, nameOf, memory)
    const words = tokens.filter(({ kind }) => kindWeights[kind] !== undefined)
    const groups = words.map((token) => groupOf(token, side))
    // Two words that another writes as one: Jin Hyok, Jinhyok.
    for (let at = 0; at + 1 < words.length; at++) {
      const joined = textOf(words[at]!) + textOf(words[at + 1]!)
      if (joined.length >= 5) {
        const hash = hashOf(joined)
        groups[at] = { ...groups[at]!, hashes: [...groups[at]!.hashes, hash] }
        groups[at + 1] = { ...groups[at + 1]!, hashes: [...groups[at + 1]!.hashes, hash] }
      }
    }
    const whole = keys.map(({ text }) => hashOf(text))
    const letters = tokens.map(textOf).join('')
    if (letters.length >= 6) whole.push(hashOf(`=${letters}`))
    if (whole.length > 0) groups.push({ weight: decisive, hashes: whole })
    return groups
  })
}

/** A party's names: all of it under `name`, or put together from its parts. */
export function partyNames({ properties }: PartyQuery): string[] {
  const whole = nameProperties.flatMap((property) => properties[property] ?? [])
  if (whole.length > 0) return [...new Set(whole)]
  const parts = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName']
  const name = parts.flatMap((property) => properties[property]?.[0] ?? []).join(' ')
  return name ? [name] : []
}

/** The block of a party. */
export function sieveBlock(party: PartyQuery, memory?: NameMemory): SieveBlock {
  const names = nameGroups(party.schema, partyNames(party), 'party', memory)
  const starts = new Set(names.map(([first]) => first))
  const groups = names.flat()
  const numbers = numberHashes(party.properties)
  if (numbers.length > 0) groups.push({ weight: decisive, hashes: numbers })
  const size = groups.reduce((sum, { hashes }) => sum + 1 + hashes.length, 0)
  const block = Buffer.allocUnsafe(4 * size)
  let at = 0
  for (const group of groups) {
    const { weight, hashes } = group
    at = block.writeUInt32LE((weight << 16) | (starts.has(group) ? nameStart : 0) | hashes.length, at)
    for (const hash of hashes) at = block.writeUInt32LE(hash, at)
  }
  return block
}

/** The names of an entry, as groups. */
export function entityGroups(entity: Entity, memory?: NameMemory): SieveGroup[][] {
  const names = nameProperties.flatMap((property) => entity.properties[property] ?? [])
  return nameGroups(entity.schema, [...new Set(names)], 'entry', memory)
}

const numberProperties =
  /^(passportNumber|idNumber|taxNumber|registrationNumber|socialSecurityNumber|imoNumber|mmsi|callSign|bicCode|swiftBic|leiCode|innCode|ogrnCode|okpoCode|dunsCode|vatCode|uniqueEntityId|npiCode|isin|isinCode|ibanCode|accountNumber|serialNumber|crewNumber|publicKey|walletAddress|cryptoWallets|number)$/ // prettier-ignore

/** Hashes of the numbers among properties, whichever property holds them: lists mix columns up. */
export function numberHashes(properties: Readonly<Record<string, readonly string[]>>): number[] {
  const hashes = new Set<number>()
  for (const [property, values] of Object.entries(properties)) {
    if (!numberProperties.test(property)) continue
    for (const value of values) {
      const plain = value
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]+/gu, '')
        .replace(/^(IMO|MMSI)(?=\d)/, '')
      const key = /bic/i.test(property) ? plain.slice(0, 8) : plain
      if (key.length >= 3) hashes.add(hashOf(`#${key}`))
    }
  }
  return [...hashes]
}

function nameOfSchema(schema: string): NameOf | undefined {
  if (schema === 'Person') return 'person'
  if (schema === 'Vessel') return 'vessel'
  return schema === 'Organization' || schema === 'Company' || schema === 'PublicBody'
    ? 'organization'
    : undefined
}

const textOf = ({ spellings, folded }: NameToken) => spellings[0]?.text ?? folded

function groupOf(token: NameToken, side: SieveSide): SieveGroup {
  const weight = kindWeights[token.kind] ?? 1
  const text = textOf(token)
  // An initial meets the words of the other side that it may stand for; two words with one initial don't meet.
  const letter = text[0] ?? ''
  const isInitial = token.kind === 'initial'
  const stands = hashOf(
    isInitial === (side === 'party') ? `party initial ${letter}` : `entry initial ${letter}`,
  )
  if (isInitial) return { weight, hashes: [stands, hashOf(text)] }
  const hashes = new Set<number>()
  const isLatin = token.script === 'Latn'
  const spellings = token.spellings.slice(0, isLatin ? 2 : mostSpellings).map((spelling) => spelling.text)
  for (const spelling of spellings.length > 0 ? spellings : [token.folded]) {
    hashes.add(hashOf(spelling))
    if (token.kind === 'word' && spelling.length >= shortestWithSlip)
      for (const slip of withSlips(spelling)) hashes.add(hashOf(slip))
  }
  for (const { text: key } of token.keys.slice(0, mostKeys)) hashes.add(hashOf(key))
  hashes.add(stands)
  return { weight, hashes: [...hashes], text }
}

/** A word and the word with each letter left out: two words one slip apart share one of them. */
function withSlips(word: string): string[] {
  const slips = [word]
  for (let at = 0; at < word.length; at++) slips.push(word.slice(0, at) + word.slice(at + 1))
  return slips
}

/** 32 bits of a text's hash: FNV-1a, then mixed. */
export function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 12)) >>> 0
}
