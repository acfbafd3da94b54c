import type { Entity } from '@cordon/model'
import type { JoinEvidence } from './evidence.ts'

/** How strongly evidence speaks for one thing, and in words why. */
export interface JoinStrength {
  /** Points: at or above `joinThresholds` two entries are joined. */
  readonly points: number
  /** One sentence for a person. */
  readonly reason: string
}

/** Points from which entries are joined, by what they are. */
export type JoinThresholds = Readonly<Record<'party' | 'vessel', number>>

/**
 * Points from which entries are joined, chosen on one half of the cross-references that lists carry and measured on
 * the other (docs/methods/one-entity.md). Ships share names, and lists say little of them: they need more.
 */
export const joinThresholds: JoinThresholds = { party: 3, vessel: 2.5 }

/** By how many points a candidate must be ahead of the next one of the same list. */
export const joinMargin = 0.3

/** Which threshold holds for an entity. */
export function thresholdFor({ schema }: Entity, thresholds: JoinThresholds = joinThresholds): number {
  return schema === 'Vessel' || schema === 'Airplane' ? thresholds.vessel : thresholds.party
}

const above = (score: number, floor: number) => Math.max(0, (score - floor) / (1 - floor))

/**
 * Weighs evidence in points: primary names count most, since aliases are borne by many; a date of birth that
 * contradicts takes as much as one that agrees gives, because publishers' dates differ for one person more often than
 * two listed people share primary name and aliases. A ship's single word name is worth half: many ships bear it.
 */
export function strengthOf(a: Entity, b: Entity, evidence: JoinEvidence): JoinStrength {
  const { primary, across, shared, birthDate = 0, country = 0, identifiers } = evidence
  const isVessel = a.schema === 'Vessel' || b.schema === 'Vessel'
  const names = 3 * above(primary, 0.7) + above(across, 0.7) + Math.min(2, 0.7 * shared.length)
  const isThin = isVessel && shared.length < 2 && isOneWord(a) && isOneWord(b)
  const points =
    names * (isThin ? 0.5 : 1) + 1.5 * birthDate + 0.5 * country + (identifiers.length > 0 ? 3 : 0)
  return { points: evidence.contradicted.length > 0 ? -1 : points, reason: reasonOf(evidence) }
}

const isOneWord = ({ properties }: Entity) =>
  (properties.name ?? []).every((name) => !/[\s\-_.]/.test(name.trim()))

function reasonOf(evidence: JoinEvidence): string {
  const { primary, across, shared, birthDate, country, identifiers, contradicted } = evidence
  const said = [
    ...identifiers.map(({ property, value }) => `both hold the ${wordOf(property)} ${value}`),
    primary >= 0.9
      ? 'the primary names are the same'
      : across >= 0.9
        ? 'they share a name'
        : `the names are ${Math.round(100 * Math.max(primary, across))} % alike`,
    ...(shared.length > 1 ? [`${shared.length} names are shared (${shared.slice(0, 3).join('; ')})`] : []),
    ...(birthDate === undefined ? [] : [birthWords(birthDate)]),
    ...(country === undefined ? [] : [country > 0 ? 'a country is shared' : 'no country is shared']),
    ...contradicted.map((property) => `the ${wordOf(property)} is another`),
  ]
  return said.join('; ')
}

function birthWords(score: number): string {
  if (score >= 0.9) return 'the dates of birth are the same'
  if (score > 0) return 'the dates of birth are near'
  return 'the dates of birth differ'
}

const words: Readonly<Record<string, string>> = {
  imoNumber: 'IMO number',
  passportNumber: 'passport',
  idNumber: 'identity number',
  taxNumber: 'tax number',
  registrationNumber: 'registration number',
  innCode: 'INN',
  ogrnCode: 'OGRN',
  leiCode: 'LEI',
  swiftBic: 'BIC',
  bicCode: 'BIC',
  publicKey: 'wallet',
  mmsi: 'MMSI',
}
const wordOf = (property: string) => words[property] ?? property
