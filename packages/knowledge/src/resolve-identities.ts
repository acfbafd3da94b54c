import type { Claim, RefKind } from '@cordon/model'

/** Which ids are one thing, by the claims that stand. */
export interface Resolution {
  /** The id by which a cluster goes: the smallest of its members. An id in no cluster is its own. */
  canonical(id: string): string
  /** All ids of its cluster in order, itself included. */
  members(id: string): readonly string[]
  /** Clusters of two and more, each in order, by their canonical ids. */
  readonly clusters: readonly (readonly string[])[]
  /** `same-as` claims that could not be followed, because a claim that outranks or equals them says otherwise. */
  readonly refused: readonly Claim[]
}

/**
 * Joins ids by `same-as` claims, respecting `not-same-as`: no cluster ever holds two ids that a standing
 * `not-same-as` keeps apart, however long the chain between them. A person's claim (`person:...`) outranks any other;
 * of two of equal rank about one pair, `not-same-as` wins, since wrongly apart costs a person a second look and wrongly
 * joined hides a listing. The strongest `same-as` claims are followed first (a person's, then by confidence, then by
 * id), so that the result does not depend on the order of the claims.
 * @param kind only claims between two refs of this kind count; those across kinds are for attribution. Default `entity`
 */
export function resolveIdentities(claims: Iterable<Claim>, kind: RefKind = 'entity'): Resolution {
  const standing = [...claims].filter(
    ({ from, to, withdrawn }) => !withdrawn && from.kind === kind && to.kind === kind && from.id !== to.id,
  )
  const same = standing.filter((claim) => claim.relation === 'same-as').sort(byStrength)
  const byPerson = new Set(same.filter(isPersonal).map(pairOf))
  const apart = standing.filter(
    (claim) => claim.relation === 'not-same-as' && (isPersonal(claim) || !byPerson.has(pairOf(claim))),
  )
  const groups = new Groups(apart)
  const refused = same.filter((claim) => !groups.join(claim.from.id, claim.to.id))
  return groups.resolution(refused)
}

/** Clusters as they grow: each id points at its group, each group knows the ids it must not hold. */
class Groups {
  readonly #groupOf = new Map<string, { members: string[]; foes: Set<string> }>()

  constructor(apart: readonly Claim[]) {
    for (const { from, to } of apart) {
      this.#group(from.id).foes.add(to.id)
      this.#group(to.id).foes.add(from.id)
    }
  }

  /** Joins the groups of two ids; false where that would put two ids together that are kept apart. */
  join(a: string, b: string): boolean {
    const [left, right] = [this.#group(a), this.#group(b)]
    if (left === right) return true
    const [small, large] = left.members.length < right.members.length ? [left, right] : [right, left]
    if (small.members.some((id) => large.foes.has(id))) return false
    for (const id of small.members) {
      large.members.push(id)
      this.#groupOf.set(id, large)
    }
    for (const id of small.foes) large.foes.add(id)
    return true
  }

  resolution(refused: readonly Claim[]): Resolution {
    const clusters = [...new Set(this.#groupOf.values())]
      .filter((group) => group.members.length > 1)
      .map((group) => [...group.members].sort())
      .sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
    const clusterOf = new Map(clusters.flatMap((cluster) => cluster.map((id) => [id, cluster] as const)))
    return {
      canonical: (id) => clusterOf.get(id)?.[0] ?? id,
      members: (id) => clusterOf.get(id) ?? [id],
      clusters,
      refused,
    }
  }

  #group(id: string): { members: string[]; foes: Set<string> } {
    let group = this.#groupOf.get(id)
    if (!group) {
      group = { members: [id], foes: new Set() }
      this.#groupOf.set(id, group)
    }
    return group
  }
}

function isPersonal(claim: Claim): boolean {
  return claim.source.startsWith('person:')
}

function pairOf({ from, to }: Claim): string {
  return JSON.stringify([from.id, to.id].sort())
}

function byStrength(a: Claim, b: Claim): number {
  const order = Number(isPersonal(b)) - Number(isPersonal(a)) || (b.confidence ?? 0.5) - (a.confidence ?? 0.5)
  if (order !== 0) return order
  const [left, right] = [`${pairOf(a)}${a.source}`, `${pairOf(b)}${b.source}`]
  return left < right ? -1 : left > right ? 1 : 0
}
