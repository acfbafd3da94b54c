import { compareDates } from './dates.ts'
import type { Party } from './party.ts'
import type { Explanation } from './query.ts'

/** Identifiers, best first, with the score that an exact match alone is worth. */
const identifierWorth: Readonly<Record<string, number>> = {
  publicKey: 0.98,
  imoNumber: 0.96,
  leiCode: 0.96,
  innCode: 0.96,
  ogrnCode: 0.96,
  isin: 0.96,
  bicCode: 0.95,
  mmsi: 0.95,
  passportNumber: 0.95,
  callSign: 0.75,
}
const otherIdentifierWorth = 0.9

/** Papers of a person or firm: a number may stand in another of these columns. */
const papers = new Set([
  'passportNumber',
  'idNumber',
  'taxNumber',
  'registrationNumber',
  'socialSecurityNumber',
  'innCode',
])

/** The strongest identifier that both sides hold, by property. */
export function identifierEvidence(query: Party, candidate: Party): Record<string, Explanation> {
  const found: Record<string, Explanation> = {}
  for (const a of query.identifiers)
    for (const b of candidate.identifiers) {
      if (a.key !== b.key) continue
      const same = a.property === b.property
      if (!same && !(papers.has(a.property) && papers.has(b.property) && a.key.length >= 6)) continue
      const worth = identifierWorth[b.property] ?? otherIdentifierWorth
      found[a.property] = {
        score: same ? worth : worth - 0.05,
        detail: same ? `${a.property} is the same` : `${a.property} equals the listed ${b.property}`,
        query: a.text,
        candidate: b.text,
      }
    }
  return found
}

/** What dates, countries and gender say. Contradictions are negative; what one side lacks says nothing. */
export function contextEvidence(query: Party, candidate: Party): Record<string, Explanation> {
  return { ...birthDate(query, candidate), ...country(query, candidate), ...gender(query, candidate) }
}

function birthDate(query: Party, candidate: Party): Record<string, Explanation> {
  let best: Explanation | undefined
  for (const a of query.births)
    for (const b of candidate.births) {
      const { score, how } = compareDates(a, b)
      if (best === undefined || score > best.score)
        best = { score, detail: `birth date: ${how}`, query: dateText(a), candidate: dateText(b) }
    }
  return best ? { birthDate: best } : {}
}

function dateText(date: { year: number; month?: number; day?: number }): string {
  return [date.year, date.month, date.day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

function country(query: Party, candidate: Party): Record<string, Explanation> {
  if (query.countries.length === 0 || candidate.countries.length === 0) return {}
  const shared = query.countries.filter((c) => candidate.countries.includes(c))
  const [a, b] = [query.countries.join(', '), candidate.countries.join(', ')]
  return {
    country:
      shared.length > 0
        ? { score: 1, detail: `country in common: ${shared.join(', ')}`, query: a, candidate: b }
        : { score: -1, detail: 'no country in common', query: a, candidate: b },
  }
}

function gender(query: Party, candidate: Party): Record<string, Explanation> {
  if (!query.gender || !candidate.gender) return {}
  const same = query.gender === candidate.gender
  return {
    gender: {
      score: same ? 1 : -1,
      detail: same ? 'the same gender' : 'another gender',
      query: query.gender,
      candidate: candidate.gender,
    },
  }
}
