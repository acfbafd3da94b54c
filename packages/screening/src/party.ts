import { wordsOf } from '@cordon/text'
import { type KnownDate, readDate } from './dates.ts'
import { type Identifier, identifierOf, identifierProperties, walletProperties } from './identifiers.ts'
import type { PartyQuery } from './query.ts'

/** A name cut into words, ready to compare. */
export interface PartyName {
  readonly text: string
  readonly words: readonly string[]
  /** A name that the publisher calls weak: too broad or too short to identify anyone alone. */
  readonly weak: boolean
}

/** A party as the scorer wants it. */
export interface Party {
  readonly schema: string
  readonly names: readonly PartyName[]
  readonly identifiers: readonly Identifier[]
  readonly births: readonly KnownDate[]
  /** Lower-case ISO 3166-1 alpha-2 where recognised, else as written in lower case. */
  readonly countries: readonly string[]
  readonly gender?: string
}

const nameProperties = ['name', 'alias', 'previousName', 'abbreviation', 'weakAlias'] as const
const countryProperties = [
  'nationality',
  'citizenship',
  'country',
  'jurisdiction',
  'flag',
  'birthCountry',
] as const

/** Reads a party once, so that it can be compared many times. */
export function readParty(query: PartyQuery): Party {
  const gender = first(query, 'gender')?.trim().toLowerCase()
  return {
    schema: query.schema,
    names: readNames(query),
    identifiers: readIdentifiers(query),
    births: all(query, 'birthDate').flatMap((text) => readDate(text) ?? []),
    countries: [...new Set(countryProperties.flatMap((p) => all(query, p)).map(countryKey))],
    ...(gender === 'male' || gender === 'female' ? { gender } : {}),
  }
}

function all(query: PartyQuery, property: string): readonly string[] {
  return query.properties[property] ?? []
}

function first(query: PartyQuery, property: string): string | undefined {
  return query.properties[property]?.[0]
}

function readNames(query: PartyQuery): PartyName[] {
  const texts = new Map<string, boolean>()
  for (const property of nameProperties)
    for (const text of all(query, property)) if (!texts.has(text)) texts.set(text, property === 'weakAlias')
  const composed = composedName(query)
  if (composed && !texts.has(composed)) texts.set(composed, false)
  const seen = new Set<string>()
  const names: PartyName[] = []
  for (const [text, weak] of texts) {
    const words = wordsOf(text).map((word) => word.folded)
    const key = words.join(' ')
    if (words.length === 0 || seen.has(key)) continue
    seen.add(key)
    names.push({ text, words, weak })
  }
  return names
}

/** A name from its parts, where the whole is not given. */
function composedName(query: PartyQuery): string | undefined {
  if (all(query, 'name').length > 0) return undefined
  const parts = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'].flatMap(
    (p) => first(query, p) ?? [],
  )
  return parts.length > 0 ? parts.join(' ') : undefined
}

function readIdentifiers(query: PartyQuery): Identifier[] {
  const found = new Map<string, Identifier>()
  for (const [property, values] of Object.entries(query.properties)) {
    if (!identifierProperties.has(property) && !walletProperties.has(property)) continue
    for (const value of values) {
      const identifier = identifierOf(property, value)
      if (identifier) found.set(`${identifier.property} ${identifier.key}`, identifier)
    }
  }
  return [...found.values()]
}

function countryKey(text: string): string {
  return text.trim().toLowerCase()
}
