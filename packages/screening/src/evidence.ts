import { compareDates, type DateRelation, nearMiss, type PartialDate } from '@cordon/model'
import { identifierLabel } from './identifiers.ts'
import type { Party } from './party.ts'
import type { Explanation } from './query.ts'

/** The score that an identifier alone is worth. */
const identifierWorth: Readonly<Record<string, number>> = {
  publicKey: 0.99,
  imoNumber: 0.97,
  leiCode: 0.97,
  innCode: 0.97,
  ogrnCode: 0.97,
  isin: 0.97,
  bicCode: 0.96,
  passportNumber: 0.96,
  mmsi: 0.95,
  callSign: 0.75,
}
const otherIdentifierWorth = 0.92

/** Papers of a person or firm: a number may stand in another of these columns. */
const papers = new Set([
  'passportNumber',
  'idNumber',
  'taxNumber',
  'registrationNumber',
  'socialSecurityNumber',
  'innCode',
])

/**
 * Identifiers that both sides hold, by property; and near misses (one character changed, two swapped), which are worth
 * half: enough to be seen, never a match by themselves.
 */
export function identifierEvidence(query: Party, candidate: Party): Record<string, Explanation> {
  const found: Record<string, Explanation> = {}
  for (const a of query.identifiers)
    for (const b of candidate.identifiers) {
      const same = a.property === b.property
      if (!same && !(papers.has(a.property) && papers.has(b.property) && a.key.length >= 6)) continue
      const worth = (identifierWorth[b.property] ?? otherIdentifierWorth) - (same ? 0 : 0.05)
      const miss = a.key === b.key ? undefined : nearMiss(a.key, b.key)
      if (a.key !== b.key && miss === undefined) continue
      const score = miss ? worth / 2 : worth
      if ((found[a.property]?.score ?? 0) >= score) continue
      const where = same ? 'the listed one' : `the listed ${b.property}`
      const how =
        miss?.kind === 'one-changed' ? 'one character differs' : 'two neighbouring characters are swapped'
      found[a.property] = {
        score,
        detail: miss
          ? `${identifierLabel(a.property)}: ${how} from ${where}`
          : `the ${identifierLabel(a.property)} is the same as ${where}`,
        query: a.text,
        candidate: b.text,
      }
    }
  return found
}

/** What one piece of context says: how far it speaks for or against (-1..1), and how to put it. */
export interface Context {
  readonly feature: 'birthDate' | 'country' | 'gender' | 'place' | 'vesselType'
  readonly score: number
  readonly detail: string
  readonly query: string
  readonly candidate: string
}

/** What dates, countries, gender, places and types say. What one side lacks says nothing. */
export function contextEvidence(query: Party, candidate: Party): Context[] {
  return [
    birthDate(query, candidate),
    country(query, candidate),
    gender(query, candidate),
    overlap('place', query.places, candidate.places),
    overlap('vesselType', query.types, candidate.types),
  ].filter((context) => context !== undefined)
}

/** The scores of `contextEvidence` without its words, for the many that are never shown; calls back for each. */
export function contextScores(
  query: Party,
  candidate: Party,
  say: (feature: Context['feature'], score: number) => void,
): void {
  let births = -Infinity
  for (const a of query.births)
    for (const b of candidate.births) births = Math.max(births, birthScore(a, b)[0])
  if (births > -Infinity) say('birthDate', births)
  if (query.countries.length > 0 && candidate.countries.length > 0)
    say('country', query.countries.some((code) => candidate.countries.includes(code)) ? 1 : -1)
  if (query.gender && candidate.gender) say('gender', query.gender === candidate.gender ? 1 : -1)
  const places = overlapScore(query.places, candidate.places)
  if (places > 0) say('place', places)
  const types = overlapScore(query.types, candidate.types)
  if (types > 0) say('vesselType', types)
}

const dateScores: Readonly<Record<DateRelation, readonly [score: number, how: string]>> = {
  equal: [1, 'the same day'],
  compatible: [0.4, 'the same as far as both are known'],
  'day-month-swapped': [0.7, 'day and month swapped'],
  'off-by-one-day': [0.7, 'one day apart'],
  'off-by-one-year': [0.1, 'one year apart'],
  contradict: [-1, 'different dates'],
  unknown: [0, 'cannot be compared'],
}

/** The pair of birth dates that agrees best, and how far. */
function bestBirths(
  query: Party,
  candidate: Party,
): { score: number; how: string; a: PartialDate; b: PartialDate } | undefined {
  let best: { score: number; how: string; a: PartialDate; b: PartialDate } | undefined
  for (const a of query.births)
    for (const b of candidate.births) {
      const [score, how] = birthScore(a, b)
      if (best === undefined || score > best.score) best = { score, how, a, b }
    }
  return best
}

function birthScore(a: PartialDate, b: PartialDate): readonly [number, string] {
  // Most pairs of people are years apart, which their years alone tell.
  if (a.value !== undefined && b.value !== undefined && isPlain(a) && isPlain(b)) {
    const years = Math.abs(Number(a.value.slice(0, 4)) - Number(b.value.slice(0, 4)))
    if (years > 1) return apartBy(years)
  }
  const relation = compareDates(a, b)
  return relation === 'contradict' ? contradiction(a, b) : dateScores[relation]
}

function isPlain({ alternatives, qualifier }: PartialDate): boolean {
  return alternatives === undefined && qualifier === undefined
}

function birthDate(query: Party, candidate: Party): Context | undefined {
  const best = bestBirths(query, candidate)
  if (best === undefined) return undefined
  return {
    feature: 'birthDate',
    score: best.score,
    detail: `birth date: ${best.how}`,
    query: dateText(best.a),
    candidate: dateText(best.b),
  }
}

/** Lists guess birth years: the nearer two years, the weaker the contradiction. */
function contradiction(a: PartialDate, b: PartialDate): readonly [number, string] {
  const [left, right] = [yearOf(a), yearOf(b)]
  if (left === undefined || right === undefined) return dateScores.contradict
  const years = Math.abs(left - right)
  return years === 0 ? [-0.4, 'the same year, another day'] : apartBy(years)
}

function apartBy(years: number): readonly [number, string] {
  if (years <= 2) return [-0.5, `${years === 1 ? 'a year' : 'two years'} apart`]
  if (years > 5) return years < farApart.length ? farApart[years]! : [-1, `${years} years apart`]
  return [-0.8, `${years} years apart`]
}

/** What two plain birth dates this many years apart say, 2 or more. */
export function scoreOfYears(years: number): number {
  return apartBy(years)[0]
}

/** What years apart say, by their number, made once: most pairs of people are so far apart. */
const farApart = Array.from({ length: 120 }, (_, years) => [-1, `${years} years apart`] as const)

function yearOf(date: PartialDate): number | undefined {
  const text = date.value ?? date.qualifier?.from ?? date.qualifier?.to
  return text === undefined ? undefined : Number(text.slice(0, 4))
}

function dateText(date: PartialDate): string {
  if (date.value !== undefined) return date.value
  return `${date.qualifier?.from ?? ''}..${date.qualifier?.to ?? ''}`
}

function country(query: Party, candidate: Party): Context | undefined {
  if (query.countries.length === 0 || candidate.countries.length === 0) return undefined
  const shared = query.countries.filter((code) => candidate.countries.includes(code))
  return {
    feature: 'country',
    score: shared.length > 0 ? 1 : -1,
    detail: shared.length > 0 ? `country in common: ${shared.join(', ')}` : 'no country in common',
    query: query.countries.join(', '),
    candidate: candidate.countries.join(', '),
  }
}

function gender(query: Party, candidate: Party): Context | undefined {
  if (!query.gender || !candidate.gender) return undefined
  const same = query.gender === candidate.gender
  return {
    feature: 'gender',
    score: same ? 1 : -1,
    detail: same ? 'the same gender' : 'another gender',
    query: query.gender,
    candidate: candidate.gender,
  }
}

/** Words in common speak for; without any nothing is said, since places are written in a hundred ways. */
function overlap(
  feature: 'place' | 'vesselType',
  query: readonly string[],
  candidate: readonly string[],
): Context | undefined {
  const shared = query.filter((word) => candidate.includes(word))
  if (shared.length === 0) return undefined
  return {
    feature,
    score: overlapScore(query, candidate),
    detail: `${feature === 'place' ? 'place' : 'type'} in common: ${shared.join(', ')}`,
    query: query.join(' '),
    candidate: candidate.join(' '),
  }
}

function overlapScore(query: readonly string[], candidate: readonly string[]): number {
  if (query.length === 0 || candidate.length === 0) return 0
  let shared = 0
  for (const word of query) if (candidate.includes(word)) shared++
  return Math.min(1, (2 * shared) / (query.length + Math.min(candidate.length, query.length)))
}
