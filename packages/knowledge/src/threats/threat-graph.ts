import { type Claim, nameKey, type ThreatItem, type ThreatObject, type ThreatRelation } from '@cordon/model'

/** A thing that several sources may describe under one STIX id. */
export interface JoinedThreat {
  readonly id: string
  readonly type: string
  /** Of the version that was changed last. */
  readonly name: string
  readonly code?: string
  readonly revoked: boolean
  readonly deprecated: boolean
  /** The latest version of each source, the one changed last first. */
  readonly versions: readonly ThreatObject[]
}

/** Something in what was imported that doesn't fit together. Nothing is dropped for it but the named relation. */
export interface ThreatFault {
  readonly kind: 'THREAT_DUPLICATE' | 'THREAT_MISSING_REFERENCE' | 'THREAT_REVOCATION_CYCLE'
  readonly id: string
  readonly source: string
  readonly detail: string
}

/** Why a name or an id leads to a thing. */
export interface ThreatMatch {
  readonly id: string
  readonly how: 'id' | 'code' | 'name' | 'alias'
  /** The name as the source writes it. */
  readonly label: string
  /** Who says so: each source that names it thus. */
  readonly source: string
  readonly confidence?: number
}

/**
 * Threat objects of many sources as one graph. An id is one thing; of several versions the latest of each source counts, and
 * `current` follows revocations. Names join nothing: they lead to every thing that any source calls so.
 */
export class ThreatGraph {
  readonly faults: ThreatFault[] = []
  private readonly byId = new Map<string, ThreatObject[]>()
  private readonly byCode = new Map<string, string[]>()
  private readonly byName = new Map<string, ThreatMatch[]>()
  private readonly out = new Map<string, ThreatRelation[]>()
  private readonly in = new Map<string, ThreatRelation[]>()
  private readonly claimsOf = new Map<string, Claim[]>()
  private readonly replaced = new Map<string, string>()
  private readonly byUuid = new Map<string, string>()

  /** @param items of all sources in any order; indicators are passed over */
  constructor(items: Iterable<ThreatItem>) {
    const relations = new Map<string, ThreatRelation>()
    const claims: Claim[] = []
    for (const item of items)
      if (item.is === 'object') this.addVersion(item.object)
      else if (item.is === 'relation') keepLatest(relations, item.relation)
      else if (item.is === 'claim') claims.push(item.claim)
    for (const [id, versions] of this.byId) {
      versions.sort(byChange)
      const uuid = uuidOf(id)
      if (!this.byUuid.has(uuid)) this.byUuid.set(uuid, id)
    }
    for (const relation of relations.values()) this.addRelation(this.withKnownEnds(relation))
    this.followRevocations()
    for (const claim of claims) this.addClaim(claim)
    this.indexNames()
  }

  /** How many things there are. */
  get size(): number {
    return this.byId.size
  }

  /** Every thing, in the order in which it first came. */
  *objects(type?: string): Generator<JoinedThreat, void, undefined> {
    for (const [id, [first]] of this.byId) if (type === undefined || first!.type === type) yield this.get(id)!
  }

  get(id: string): JoinedThreat | undefined {
    const versions = this.byId.get(id)
    const [latest] = versions ?? []
    if (!versions || !latest) return undefined
    const code = versions.find((one) => one.code)?.code
    return {
      id,
      type: latest.type,
      name: latest.name,
      ...(code && { code }),
      revoked: latest.revoked === true,
      deprecated: latest.deprecated === true,
      versions,
    }
  }

  /** The id of what stands in the place of a revoked thing, over as many steps as it takes; the id itself otherwise. */
  current(id: string): string {
    const seen = new Set<string>()
    let at = id
    for (
      let next = this.replaced.get(at);
      next !== undefined && !seen.has(at);
      next = this.replaced.get(at)
    ) {
      seen.add(at)
      at = next
    }
    return at
  }

  /** Relations that begin at a thing, also those of things it replaced. Taken back ones are left out. */
  from(id: string): readonly ThreatRelation[] {
    return this.out.get(id) ?? []
  }

  /** Relations that lead to a thing. */
  to(id: string): readonly ThreatRelation[] {
    return this.in.get(id) ?? []
  }

  /** Claims about a thing: aliases, attribution to a state. */
  claims(id: string): readonly Claim[] {
    return this.claimsOf.get(id) ?? []
  }

  /** Whether there is a thing of this short id (`T1059.001`). */
  hasCode(code: string): boolean {
    return this.byCode.has(code.toUpperCase())
  }

  /** Things of a short id; several where sources disagree. */
  withCode(code: string): readonly string[] {
    return this.byCode.get(code.toUpperCase()) ?? []
  }

  /** All things that an id, a short id or a name may mean, each with who says so. Names are compared by `nameKey`. */
  find(text: string): ThreatMatch[] {
    const found: ThreatMatch[] = []
    for (const { source, name } of this.byId.get(text) ?? [])
      found.push({ id: text, how: 'id', label: name, source })
    for (const id of this.withCode(text))
      for (const { source, name } of this.byId.get(id) ?? [])
        found.push({ id, how: 'code', label: name, source })
    found.push(...(this.byName.get(nameKey(text)) ?? []))
    return found
  }

  /** Names that begin with a text, for a search box: at most `limit`, the shortest first. */
  namesLike(text: string, limit: number): ThreatMatch[] {
    const key = nameKey(text)
    if (key === '') return []
    const found: { readonly rank: number; readonly match: ThreatMatch }[] = []
    for (const [name, matches] of this.byName) {
      const at = name.indexOf(key)
      if (at < 0) continue
      for (const match of matches) found.push({ rank: at * 1000 + name.length, match })
    }
    return found
      .sort((a, b) => a.rank - b.rank || (a.match.label < b.match.label ? -1 : 1))
      .slice(0, limit)
      .map(({ match }) => match)
  }

  private addVersion(object: ThreatObject): void {
    const versions = this.byId.get(object.id)
    if (!versions) {
      this.byId.set(object.id, [object])
      return
    }
    const place = versions.findIndex(({ source }) => source === object.source)
    const before = versions[place]
    if (!before) versions.push(object)
    else if ((object.modified ?? 0) > (before.modified ?? 0)) versions[place] = object
    else if (
      object.modified === before.modified &&
      JSON.stringify(object.body) !== JSON.stringify(before.body)
    )
      this.faults.push({
        kind: 'THREAT_DUPLICATE',
        id: object.id,
        source: object.source,
        detail: 'two contents under one id and one time of modification; the first one counts',
      })
  }

  private addRelation(relation: ThreatRelation): void {
    if (relation.revoked) return
    if (relation.relation === 'revoked-by') this.replaced.set(relation.from, relation.to)
    for (const end of [relation.from, relation.to])
      if (!this.byId.has(end))
        this.faults.push({
          kind: 'THREAT_MISSING_REFERENCE',
          id: relation.id,
          source: relation.source,
          detail: `${relation.relation}: ${end} is in nothing that was imported`,
        })
    push(this.out, relation.from, relation)
    push(this.in, relation.to, relation)
  }

  /** MISP names clusters of other galaxies by their UUID alone. */
  private withKnownEnds(relation: ThreatRelation): ThreatRelation {
    const to = this.endOf(relation.to)
    return to === relation.to ? relation : { ...relation, to }
  }

  private endOf(id: string): string {
    return this.byId.has(id) || !id.startsWith('misp-galaxy-cluster--')
      ? id
      : (this.byUuid.get(uuidOf(id)) ?? id)
  }

  /** What was said of a revoked thing holds for the one in its place. */
  private followRevocations(): void {
    for (const [old] of this.replaced) {
      const now = this.current(old)
      if (this.replaced.has(now)) {
        this.faults.push({
          kind: 'THREAT_REVOCATION_CYCLE',
          id: old,
          source: this.byId.get(old)?.[0]?.source ?? '',
          detail: 'it is revoked by what it revoked; left as it is',
        })
        continue
      }
      for (const relation of this.out.get(old) ?? [])
        if (relation.relation !== 'revoked-by') push(this.out, now, { ...relation, from: now })
      for (const relation of this.in.get(old) ?? [])
        if (relation.relation !== 'revoked-by') push(this.in, now, { ...relation, to: now })
    }
  }

  private addClaim(claim: Claim): void {
    if (claim.withdrawn) return
    const end = claim.relation === 'alias-of' ? claim.to : claim.from
    push(this.claimsOf, end.id, claim)
    if (claim.relation !== 'alias-of') return
    const { confidence, source } = claim
    push(this.byName, nameKey(claim.from.label), {
      id: end.id,
      how: 'alias',
      label: claim.from.label,
      source,
      ...(confidence !== undefined && { confidence }),
    })
  }

  private indexNames(): void {
    for (const [id, versions] of this.byId) {
      if (nameless.has(versions[0]!.type)) continue
      for (const { name, source, code } of versions) {
        const key = nameKey(name)
        if (key !== '') unshift(this.byName, key, { id, how: 'name', label: name, source })
        if (code) addOnce(this.byCode, code.toUpperCase(), id)
      }
    }
  }
}

/** What has a text of its own but no name. */
const nameless = new Set([
  'x-misp-attribute',
  'observed-data',
  'marking-definition',
  'sighting',
  'note',
  'opinion',
])

function uuidOf(id: string): string {
  return id.slice(id.indexOf('--') + 2)
}

function byChange(a: ThreatObject, b: ThreatObject): number {
  return (b.modified ?? 0) - (a.modified ?? 0) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0)
}

function keepLatest(relations: Map<string, ThreatRelation>, relation: ThreatRelation): void {
  const key = `${relation.source} ${relation.id}`
  const before = relations.get(key)
  if (!before || (relation.modified ?? 0) >= (before.modified ?? 0)) relations.set(key, relation)
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

function unshift<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list) list.unshift(item)
  else lists.set(key, [item])
}

function addOnce(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key)
  if (!list) lists.set(key, [item])
  else if (!list.includes(item)) list.push(item)
}
