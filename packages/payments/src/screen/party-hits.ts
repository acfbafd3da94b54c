import type { Entity } from '@cordon/model'
import type { Explanation, MatchResult, PartyQuery } from '@cordon/screening'
import type { PaymentParty } from '../message.ts'
import type { Hit, HitLevel, HitReason } from './hit.ts'
import type { PaymentKnowledge } from './knowledge.ts'

/** Scores from which a party asks for a look, and from which it should not go on without one. */
export const reviewFrom = 0.7
export const holdFrom = 0.9

/** What a party's names met in the index, as hits. */
export function partyHits(
  known: PaymentKnowledge,
  party: PaymentParty,
  query: PartyQuery,
  results: readonly MatchResult[],
  transaction: number,
): Hit[] {
  return results.flatMap((result) => {
    const entity = known.entity(result.entityId)
    return entity ? [hitOf(party, query, entity, result, transaction)] : []
  })
}

function hitOf(
  party: PaymentParty,
  query: PartyQuery,
  entity: Entity,
  { score, explanations }: MatchResult,
  transaction: number,
): Hit {
  const name = explanations.name
  const reasons = [...reasonsOf(explanations), ...namesReasons(explanations.name, entity)]
  const spilled = name?.query !== undefined && name.query !== party.name!.value
  const to = spilled ? (party.lines?.[0]?.to ?? party.name!.to) : party.name!.to
  return {
    kind: 'party',
    level: levelOf(score, reasons, explanations, entity),
    transaction,
    role: party.role,
    path: party.name!.path,
    ...(party.name!.from !== undefined && { from: party.name!.from }),
    ...(to !== undefined && { to }),
    value: name?.query ?? query.properties.name![0]!,
    entityId: entity.id,
    caption: entity.caption,
    listed: name?.candidate ?? entity.caption,
    sources: entity.datasets,
    score,
    reasons,
    detail: detailOf(explanations),
    explanations,
  }
}

/** What leaves nothing to look at. */
const setAside: readonly HitReason[] = ['initials-only', 'other-words']
/** Agreement of names from which on a firm's other country says nothing: firms have branches and agents. */
const sameName = 0.95
/** Agreement of birth dates that is the same day. */
const sameDay = 0.9

/**
 * Evidence against a name makes it something to look at, however alike it is; a birth date more than five years away
 * makes it someone else.
 */
function levelOf(
  score: number,
  reasons: readonly HitReason[],
  explanations: Readonly<Record<string, Explanation>>,
  entity: Entity,
): HitLevel {
  if (score < reviewFrom || reasons.some((reason) => setAside.includes(reason))) return 'note'
  if ((explanations.birthDate?.score ?? 0) <= -1) return 'note'
  // Listed people live abroad: where the birth day is the same, another country takes nothing.
  const isElsewhere =
    entity.schema === 'Person'
      ? (explanations.birthDate?.score ?? 0) >= sameDay
      : (explanations.name?.score ?? 0) >= sameName
  const against = reasons.filter((reason) => reason !== 'country-differs' || !isElsewhere)
  return score >= holdFrom && against.length === 0 ? 'hold' : 'review'
}

function reasonsOf(explanations: Readonly<Record<string, Explanation>>): HitReason[] {
  const reasons: HitReason[] = []
  if ((explanations.birthDate?.score ?? 0) < 0) reasons.push('birth-date-differs')
  if ((explanations.country?.score ?? 0) < 0) reasons.push('country-differs')
  if ((explanations.gender?.score ?? 0) < 0) reasons.push('gender-differs')
  return reasons
}

/** Ways in which two words are one word. */
const alike = new Set(['same', 'variant', 'edit', 'joined'])
/** Share of a name's weight from which on a word says something. */
const telling = 0.12
/** Share of a name's weight that words beside initials may have. */
const mostBeside = 0.4

/**
 * What speaks against the likeness of names themselves: initials that happen to be a listed acronym, and a listed name
 * of one word that is one of several telling words here ("Vanessa McMahon", "Vanessa Group").
 */
function namesReasons(name: Explanation | undefined, entity: Entity): HitReason[] {
  const words = name?.words ?? []
  const met = words.filter(({ query, candidate, how }) => query && candidate && how !== 'form')
  const initials = met.filter(({ how }) => how === 'acronym' || how === 'initial')
  // "Bank" beside the initials makes them no better.
  const rest = met.filter((one) => !initials.includes(one)).reduce((sum, { weight }) => sum + weight, 0)
  if (initials.length > 0 && rest < mostBeside) return ['initials-only']
  const same = met.filter(({ how }) => alike.has(how))
  const others = words.filter(({ query, candidate, weight }) => query && !candidate && weight >= telling)
  return same.length === 1 && others.length > 0 && entity.schema !== 'Person' ? ['other-words'] : []
}

function detailOf(explanations: Readonly<Record<string, Explanation>>): string {
  const { name, ...others } = explanations
  return [
    name && `the names are ${Math.round(100 * name.score)} % alike`,
    ...Object.values(others).map(({ detail }) => detail),
  ]
    .filter(Boolean)
    .join('; ')
}
