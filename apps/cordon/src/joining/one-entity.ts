import { resolveIdentities } from '@cordon/knowledge'
import { isoSeconds } from '@cordon/model'
import type { Identities, IdentityClaim } from '../store/index.ts'

/** Why an entry is held to be one thing with others. */
export interface JoinReason {
  /** `person`, `reference` (a list says so), `identifier`, `score`. */
  readonly kind: IdentityClaim['kind']
  readonly reason: string
  /** Who says so. */
  readonly by: string
  readonly since: string
  /** The entry that it is held to be one with. */
  readonly with: string
}

/** One entity over all lists: the entries that are it, each with why, and those that are kept apart. */
export interface OneEntity {
  /** The id by which the whole goes: the smallest. Findings always name the entries' own. */
  readonly id: string
  /** All entries, this one among them. */
  readonly members: readonly {
    readonly id: string
    readonly label: string
    readonly joined: readonly JoinReason[]
  }[]
  /** Entries that somebody keeps apart from this one. */
  readonly apart: readonly {
    readonly id: string
    readonly label: string
    readonly reasons: readonly JoinReason[]
  }[]
}

const farOf = ({ claim }: IdentityClaim, id: string) => (claim.from.id === id ? claim.to : claim.from)

function reasonOf(one: IdentityClaim, id: string): JoinReason {
  return {
    kind: one.kind,
    reason: one.reason,
    by: one.claim.source,
    since: isoSeconds(one.saidAt),
    with: farOf(one, id).id,
  }
}

const rank = { person: 0, reference: 1, identifier: 2, score: 3 } as const

/**
 * The entity that an entry is part of. What a person said counts before what a list says, and that before what was
 * computed; entries that somebody keeps apart never come together by a detour.
 * @param label what the entry is called, where no claim tells
 */
export async function oneEntity(identities: Identities, id: string, label: string): Promise<OneEntity> {
  const claims = await identities.around(id)
  const resolution = resolveIdentities(claims.map(({ claim }) => claim))
  const members = resolution.members(id)
  const inside = new Set(members)
  const same = claims
    .filter(
      ({ claim }) => claim.relation === 'same-as' && inside.has(claim.from.id) && inside.has(claim.to.id),
    )
    .sort((a, b) => rank[a.kind] - rank[b.kind] || (a.key < b.key ? -1 : 1))
  const labels = new Map(
    claims.flatMap(({ claim: { from, to } }) => [from, to]).map((ref) => [ref.id, ref.label]),
  )
  const touching = await identities.about(id)
  const away = touching.filter(({ claim }) => claim.relation === 'not-same-as')
  const others = new Map(away.map((one) => [farOf(one, id).id, farOf(one, id).label]))
  return {
    id: resolution.canonical(id),
    members: members.map((member) => ({
      id: member,
      label: labels.get(member) ?? label,
      joined: same
        .filter(({ claim }) => claim.from.id === member || claim.to.id === member)
        .map((one) => reasonOf(one, member)),
    })),
    apart: [...others].map(([other, name]) => ({
      id: other,
      label: name,
      reasons: away.filter((one) => farOf(one, id).id === other).map((one) => reasonOf(one, id)),
    })),
  }
}

/**
 * Says that two entries are not one. Where they are joined, the one named leaves the whole: it is kept apart from all
 * entries that it is joined with, or it would come back by a detour.
 * @param pair the entry, and the other one that leaves
 * @returns the entries that the other is kept apart from
 */
export async function keepApart(
  identities: Identities,
  pair: { readonly id: string; readonly label: string; readonly other: string },
  who: string,
  reason: string,
): Promise<string[]> {
  const { members } = await oneEntity(identities, pair.id, pair.label)
  const leaving = members.find(({ id }) => id === pair.other)
  const other = { id: pair.other, label: leaving?.label ?? pair.other }
  const staying = leaving ? members.filter(({ id }) => id !== pair.other) : [pair]
  await identities.say(
    staying.map(({ id, label }) => ({
      from: { id, label },
      to: other,
      relation: 'not-same-as' as const,
      reason,
      who,
    })),
  )
  return staying.map(({ id }) => id)
}

/**
 * Takes back what people said of an entry and another one, and of those that the entry is joined with.
 * @returns how many claims that were
 */
export async function takeBack(
  identities: Identities,
  pair: { readonly id: string; readonly label: string; readonly other: string },
  who: string,
  reason: string,
): Promise<number> {
  const { members } = await oneEntity(identities, pair.id, pair.label)
  let taken = 0
  for (const { id } of members)
    if (id !== pair.other) taken += await identities.unsay(id, pair.other, who, reason)
  return taken
}
