/** Cases of attribution with known answers: what one report says about one group. */
import {
  type ActorFact,
  ActorKnowledge,
  type Feature,
  featureKey,
  type Omits,
  reportKey,
} from '@cordon/cyber'
import { canonicalIndicator, type IndicatorClaim } from '@cordon/model'
import { actorTable } from '../../apps/cordon/src/attribution/actors.ts'
import { actorFacts } from '../../apps/cordon/src/attribution/facts.ts'
import { indicatorFeatures } from '../../apps/cordon/src/attribution/indicator-facts.ts'
import { planThreats } from '../../apps/cordon/src/threats/plan-threats.ts'
import { threatsFromFiles } from '../../apps/cordon/src/threats/threats-from-files.ts'
import { reference } from './corpus.ts'

/** What one report says about one group, and the knowledge it is held against. */
export interface AttributionCase {
  readonly knowledge: ActorKnowledge
  /** The right answer: its id, and its place in the knowledge. */
  readonly actor: string
  readonly place: number
  readonly report: string
  readonly seen: readonly Feature[]
  /** The group is known from this report alone. */
  readonly isSingle: boolean
  /** The report, as it is left out of the knowledge. */
  readonly omits: Omits
}

/** Cases of ATT&CK's `uses` relations, by group and cited report. */
export async function attackCases(): Promise<AttributionCase[]> {
  const { known } = await threatsFromFiles([
    reference('cyber/attack/enterprise-attack-18.1.reassembled.stix20.json.gz'),
  ])
  const { actors, holdings } = actorTable(known.graph)
  const facts = actorFacts(known.graph, holdings)
  // A case is what is said of the group itself; campaigns are folded into the profiles only.
  return casesOf(new ActorKnowledge(actors, facts), facts, ({ via }) => via === undefined)
}

/** The same with what is said of attributed campaigns as cases too. */
export async function attackCasesWithCampaigns(): Promise<AttributionCase[]> {
  const { known } = await threatsFromFiles([
    reference('cyber/attack/enterprise-attack-18.1.reassembled.stix20.json.gz'),
  ])
  const { actors, holdings } = actorTable(known.graph)
  const facts = actorFacts(known.graph, holdings)
  return casesOf(new ActorKnowledge(actors, facts), facts, () => true)
}

function casesOf(
  knowledge: ActorKnowledge,
  facts: readonly ActorFact[],
  counts: (fact: ActorFact) => boolean,
): AttributionCase[] {
  const cases = new Map<string, { actor: string; report: string; seen: Map<string, Feature> }>()
  const reports = new Map<string, Set<string>>()
  for (const fact of facts)
    for (const report of fact.reports) {
      reports.set(fact.actor, (reports.get(fact.actor) ?? new Set()).add(report))
      if (!counts(fact)) continue
      const key = `${fact.actor} ${report}`
      const one = cases.get(key) ?? { actor: fact.actor, report, seen: new Map() }
      cases.set(key, one)
      one.seen.set(featureKey(fact.feature), fact.feature)
    }
  return [...cases.values()].map(({ actor, report, seen }) => ({
    knowledge,
    actor,
    report,
    place: knowledge.placeOf(actor),
    seen: [...seen.values()],
    isSingle: reports.get(actor)!.size === 1,
    omits: (one) => one === report,
  }))
}

/**
 * Cases of maltrail's lists: the values under one row of `# Reference:` lines. All of the row are left out together, since
 * they speak of the same values; a value stays known only where another row has it.
 */
export async function trailCases(): Promise<AttributionCase[]> {
  const { known } = await threatsFromFiles([reference('cyber/iocs/maltrail')])
  const { actors, holdings } = actorTable(known.graph)
  const facts: ActorFact[] = []
  const cases = new Map<string, { actor: string; report: string; seen: Map<string, Feature> }>()
  for (const { kind, value, about, references, source } of await trailClaims()) {
    const canonical = canonicalIndicator(kind, value)
    const [feature, host] = canonical === undefined ? [] : indicatorFeatures(kind, canonical)
    const report = (references ?? []).map((url) => reportKey({ name: url, url })).join(' + ')
    if (!feature || report === '') continue
    const isShared = known.indicators.warningLists.check(kind, canonical!).some(({ setsAside }) => setsAside)
    for (const { id: actor } of about) {
      if (!holdings.has(actor)) continue
      if (!isShared) facts.push({ actor, feature, reports: [report], source, share: 1 })
      const key = `${actor} ${report}`
      const one = cases.get(key) ?? { actor, report, seen: new Map() }
      cases.set(key, one)
      one.seen.set(featureKey(feature), feature)
      if (host) one.seen.set(featureKey(host), host)
    }
  }
  const knowledge = new ActorKnowledge(actors, facts)
  const counts = new Map<string, number>()
  for (const { actor } of cases.values()) counts.set(actor, (counts.get(actor) ?? 0) + 1)
  return [...cases.values()].map(({ actor, report, seen }) => ({
    knowledge,
    actor,
    report,
    place: knowledge.placeOf(actor),
    seen: [...seen.values()],
    isSingle: counts.get(actor) === 1,
    omits: (one) => one === report,
  }))
}

/** The claims with their references, which the set in memory doesn't keep. */
async function trailClaims(): Promise<IndicatorClaim[]> {
  const claims: IndicatorClaim[] = []
  const { plans } = await planThreats([reference('cyber/iocs/maltrail')])
  for (const { reader, file } of plans)
    for await (const { records } of reader.read(file, { fetched: file.written, source: 'maltrail' }))
      for (const item of records) if (item.is === 'indicator') claims.push(item.indicator)
  return claims
}

/** A number below `folds` that is the same for a report in every run and in every kind of case (FNV-1a). */
export function foldOf(report: string, folds: number): number {
  let hash = 2166136261
  for (const character of report) {
    hash ^= character.codePointAt(0)!
    hash = Math.imul(hash, 16777619)
  }
  return (hash >>> 0) % folds
}
