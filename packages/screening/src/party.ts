import { countryCode, type PartialDate, parsePartialDate } from '@cordon/model'
import { type NameOf, normaliseName } from '@cordon/text'
import { type Identifier, identifierOf, identifierProperties, walletProperties } from './identifiers.ts'
import { kindOf, mayBe, partySchemata } from './kinds.ts'
import { bitOfSort } from './names/hint.ts'
import type { PartyQuery } from './query.ts'

/** A name as it is given. */
export interface PartyName {
  readonly text: string
  /** A name that the publisher calls weak: too broad or too short to identify anyone alone. */
  readonly weak: boolean
}

/** What is known of a party besides its names, in comparable form. */
export interface Party {
  readonly schema: string
  readonly identifiers: readonly Identifier[]
  readonly births: readonly PartialDate[]
  /** FollowTheMoney's country codes; what is no known country stays in lower case. */
  readonly countries: readonly string[]
  readonly gender?: string
  /** Words of birth places and addresses. */
  readonly places: readonly string[]
  /** Words of a vessel's type. */
  readonly types: readonly string[]
}

const nameProperties = ['name', 'alias', 'previousName', 'abbreviation', 'weakAlias'] as const
const countryProperties = [
  'nationality',
  'citizenship',
  'country',
  'mainCountry',
  'jurisdiction',
  'flag',
  'pastFlags',
  'birthCountry',
]

/** What a name of a schema names, for reading it; undefined where it may be anything. */
export function nameOfSchema(schema: string): NameOf | undefined {
  const kind = kindOf(schema)
  return kind === 'person' || kind === 'vessel' ? kind : kind === 'organisation' ? 'organization' : undefined
}

const sortsBySchema = new Map<string, number>()

/** The sorts of listed names that a query for a schema may be answered with, as bits; see `bitOfSort`. */
export function sortsFor(schema: string): number {
  let sorts = sortsBySchema.get(schema)
  if (sorts === undefined) {
    sorts = 0
    for (const candidate of partySchemata)
      if (mayBe(schema, candidate)) sorts |= bitOfSort(nameOfSchema(candidate))
    // Schemata that nobody knows are not kept.
    if (partySchemata.includes(schema)) sortsBySchema.set(schema, sorts)
  }
  return sorts
}

/** Reads everything but the names. */
export function readParty(query: PartyQuery): Party {
  const gender = query.properties.gender?.[0]?.trim().toLowerCase()
  return {
    schema: query.schema,
    identifiers: readIdentifiers(query),
    births: all(query, 'birthDate').flatMap((text) => {
      const date = parsePartialDate(text)
      return date.ok ? [date] : []
    }),
    countries: [
      ...new Set(
        countryProperties
          .flatMap((p) => all(query, p))
          .map((text) => countryCode(text) ?? text.toLowerCase()),
      ),
    ],
    ...(gender === 'male' || gender === 'female' ? { gender } : {}),
    places: placeWords([...all(query, 'birthPlace'), ...all(query, 'address')]),
    types: placeWords(all(query, 'type')),
  }
}

function all(query: PartyQuery, property: string): readonly string[] {
  return query.properties[property] ?? []
}

/** The names of a party, each once; a name composed of its parts where the whole is not given. */
export function readNames(query: PartyQuery): PartyName[] {
  const texts = new Map<string, PartyName>()
  const add = (text: string, weak: boolean) => {
    const key = normaliseName(text)
    if (key !== '' && !texts.has(key)) texts.set(key, { text, weak })
  }
  for (const property of nameProperties)
    for (const text of all(query, property)) add(text, property === 'weakAlias')
  if (all(query, 'name').length === 0) {
    const parts = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName']
    const composed = parts.flatMap((p) => all(query, p)[0] ?? []).join(' ')
    add(composed, false)
  }
  return [...texts.values()]
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

function placeWords(texts: readonly string[]): string[] {
  return [
    ...new Set(texts.flatMap((text) => normaliseName(text).split(' ')).filter((word) => word.length > 2)),
  ]
}
