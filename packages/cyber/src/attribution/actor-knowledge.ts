import { type Actor, type ActorFact, type Feature, featureKey } from './features.ts'

/** How a group is linked with a feature. */
export interface FeatureUser {
  /** Place in `ActorKnowledge.actors`. */
  readonly actor: number
  /** Reports that link them. */
  readonly reports: number
  /** The largest share of its facts. */
  readonly share: number
}

/** Attributions of which one must hold; nothing where a report speaks of the group itself. */
type Bridges = (readonly string[])[] | undefined

function addBridges(of: Map<string, Bridges>, fact: ActorFact): void {
  const { bridge } = fact
  for (const report of reportsOf(fact)) {
    const before = of.get(report)
    if (of.has(report) && before === undefined) continue
    if (!bridge || bridge.length === 0) of.set(report, undefined)
    else if (!before?.some((one) => one === bridge || one.join(' ') === bridge.join(' ')))
      of.set(report, [...(before ?? []), bridge])
  }
}

/** Whether a report is left out, as if it had never been written. */
export type Omits = (report: string, actor: string) => boolean

interface Link {
  readonly actor: number
  readonly facts: ActorFact[]
}

/** The reports of a fact; of one that names none, its source stands for it. */
function reportsOf({ reports, source }: ActorFact): readonly string[] {
  return reports.length > 0 ? reports : [`${source} (no report named)`]
}

/**
 * What sources say of groups: which features, resting on which reports. Nothing here counts how famous a group is; rates are by report, so
 * that a group of a hundred reports has no advantage over one of three.
 */
export class ActorKnowledge {
  readonly actors: readonly Actor[]
  private readonly places = new Map<string, number>()
  private readonly links = new Map<string, Map<number, Link>>()
  private readonly features = new Map<string, Feature>()
  /** Of each group the reports that tell its techniques, and the attributions that each needs. */
  private readonly techniques: Map<string, Bridges>[]

  /** @param facts about groups that are not among the actors are passed over */
  constructor(actors: readonly Actor[], facts: Iterable<ActorFact>) {
    this.actors = [...actors].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    for (const [place, { id }] of this.actors.entries()) this.places.set(id, place)
    this.techniques = this.actors.map(() => new Map())
    for (const fact of facts) this.add(fact)
  }

  private add(fact: ActorFact): void {
    const actor = this.places.get(fact.actor)
    if (actor === undefined) return
    const key = featureKey(fact.feature)
    if (!this.features.has(key)) this.features.set(key, fact.feature)
    const links = this.links.get(key) ?? new Map<number, Link>()
    this.links.set(key, links)
    const link = links.get(actor) ?? { actor, facts: [] }
    links.set(actor, link)
    link.facts.push(fact)
    if (fact.feature.kind === 'technique') addBridges(this.techniques[actor]!, fact)
  }

  /** The place of a group, or -1. */
  placeOf(id: string): number {
    return this.places.get(id) ?? -1
  }

  /** Every feature that some group is linked with. */
  allFeatures(): IterableIterator<Feature> {
    return this.features.values()
  }

  /** The facts that link a group with a feature. */
  facts(feature: Pick<Feature, 'kind' | 'id'>, actor: number): readonly ActorFact[] {
    return this.links.get(featureKey(feature))?.get(actor)?.facts ?? []
  }

  /** The feature as the knowledge has it. */
  feature(feature: Pick<Feature, 'kind' | 'id'>): Feature | undefined {
    return this.features.get(featureKey(feature))
  }

  /** All that is known but what is left out. */
  view(omits?: Omits): KnowledgeView {
    return new KnowledgeView(this, this.links, this.techniques, omits)
  }
}

/** The knowledge without certain reports: what they alone support is not there. */
export class KnowledgeView {
  readonly knowledge: ActorKnowledge
  /** Reports that tell techniques of a group and are left, by group. */
  readonly reportsOf: readonly number[]
  /** Pairs of a group and such a report on it. */
  readonly pairs: number
  private readonly links: ReadonlyMap<string, ReadonlyMap<number, Link>>
  private readonly omits: Omits | undefined
  private readonly cache = new Map<string, readonly FeatureUser[]>()

  constructor(
    knowledge: ActorKnowledge,
    links: ReadonlyMap<string, ReadonlyMap<number, Link>>,
    techniques: readonly ReadonlyMap<string, Bridges>[],
    omits: Omits | undefined,
  ) {
    this.knowledge = knowledge
    this.links = links
    this.omits = omits
    this.reportsOf = techniques.map((reports, actor) => this.countLeft(reports, actor))
    this.pairs = this.reportsOf.reduce((sum, count) => sum + count, 0)
  }

  /** Groups that are linked with a feature, in the order of their places. */
  users(feature: Pick<Feature, 'kind' | 'id'>): readonly FeatureUser[] {
    const key = featureKey(feature)
    const cached = this.cache.get(key)
    if (cached) return cached
    const users: FeatureUser[] = []
    for (const { actor, facts } of this.links.get(key)?.values() ?? []) {
      const left = this.left(facts)
      if (left.reports > 0) users.push({ actor, ...left })
    }
    users.sort((a, b) => a.actor - b.actor)
    this.cache.set(key, users)
    return users
  }

  /** Whether a fact still rests on something. */
  holds(fact: ActorFact): boolean {
    return this.left([fact]).reports > 0
  }

  private countLeft(reports: ReadonlyMap<string, Bridges>, actor: number): number {
    const { omits } = this
    if (!omits) return reports.size
    const { id } = this.knowledge.actors[actor]!
    let count = 0
    for (const [report, bridges] of reports)
      if (
        !omits(report, id) &&
        (!bridges || bridges.some((bridge) => !bridge.every((one) => omits(one, id))))
      )
        count++
    return count
  }

  private left(facts: readonly ActorFact[]): { reports: number; share: number } {
    const left = new Set<string>()
    let share = 0
    for (const fact of facts) {
      const { actor, bridge, share: own } = fact
      if (this.omits && bridge && bridge.length > 0 && bridge.every((report) => this.omits!(report, actor)))
        continue
      const reports = reportsOf(fact)
      let isLeft = false
      for (const report of reports)
        if (!this.omits?.(report, actor)) {
          left.add(report)
          isLeft = true
        }
      if (isLeft) share = Math.max(share, own)
    }
    return { reports: left.size, share }
  }
}
