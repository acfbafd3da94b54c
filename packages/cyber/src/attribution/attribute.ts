import type { ActorKnowledge, KnowledgeView, Omits } from './actor-knowledge.ts'
import type { Abstention, Attribution, Candidate, Rung } from './attribution.ts'
import { chances } from './conditional-logit.ts'
import { evidenceFor, type Without } from './evidence-lines.ts'
import { type Feature, featureKey, specificKinds } from './features.ts'
import { likelihoods } from './likelihood-design.ts'
import { attributionModel } from './model.data.ts'
import { type AttributionModel, likelyFrom, namedFrom } from './model.ts'
import { overlapRows } from './overlap-design.ts'
import { settling } from './settling.ts'
import { sponsorsOf } from './sponsors.ts'

/** How an attribution is made. */
export interface AttributeOptions {
  readonly model?: AttributionModel
  /** Reports that are left out, as if they had never been written. */
  readonly omits?: Omits
  /** Most candidates that are told; five by default. */
  readonly candidates?: number
}

/**
 * Who may have done what was seen. It abstains unless something that tells groups apart (malware, hosts, files, wallets)
 * makes one group likelier than everything else together; techniques, victims, corridors and hours alone never name anybody.
 * @param seen each once; more of the same counts once
 */
export function attribute(
  knowledge: ActorKnowledge,
  seen: readonly Feature[],
  options: AttributeOptions = {},
): Attribution {
  const { model = attributionModel, omits, candidates: most = 5 } = options
  const view = knowledge.view(omits)
  const features = distinct(seen)
  const weighed = { groups: knowledge.actors.length, reports: view.pairs }
  const shared = { unassigned: features.filter((one) => view.users(one).length === 0), weighed }
  const { actors, chance, someoneElse } = chancesOf(view, features, model)
  const leading = actors[0]
  const first = leading === undefined ? 0 : chance.get(leading)!
  const abstention = abstentionOf(view, features, { actors, chance, someoneElse })
  const isWeighed = actors.length > 0
  const ranked = isWeighed ? actors.slice(0, most) : lookalikes(view, features, most)
  const without = isWeighed ? withoutEach(view, features, model, new Set(ranked)) : new Map()
  const candidates = ranked.map(
    (actor): Candidate => ({
      actor: knowledge.actors[actor]!,
      ...(isWeighed && { probability: chance.get(actor)! }),
      ...evidenceFor(view, features, actor, without),
    }),
  )
  const sponsors = isWeighed ? sponsorsOf(knowledge, chance) : []
  const isNamed = abstention === undefined
  return {
    rung: rungOf(isNamed, sponsors, leading === undefined ? '' : knowledge.actors[leading]!.id, isWeighed),
    confidence: isNamed ? (first >= likelyFrom ? 'likely' : 'possible') : 'none',
    ...(isNamed && { named: { id: candidates[0]!.actor.id, name: candidates[0]!.actor.name } }),
    ...(abstention && { abstention }),
    candidates,
    ...(isWeighed && { someoneElse }),
    sponsors,
    settle: settling(view, features, ranked, isWeighed ? chance : undefined, someoneElse),
    calibratedOn: model.calibratedOn,
    ...shared,
  }
}

interface Chances {
  /** Groups with something of what was seen that tells groups apart, the likeliest first. */
  readonly actors: readonly number[]
  readonly chance: ReadonlyMap<number, number>
  readonly someoneElse: number
}

/** Probabilities of the groups that specific evidence meets, and of someone else. */
export function chancesOf(view: KnowledgeView, seen: readonly Feature[], model: AttributionModel): Chances {
  const { actors, rows } = overlapRows(view, seen)
  if (actors.length === 0) return { actors, chance: new Map(), someoneElse: 1 }
  const all = chances(rows, model.weights)
  const chance = new Map(actors.map((actor, i) => [actor, all[i]!]))
  const ranked = [...actors].sort((a, b) => chance.get(b)! - chance.get(a)! || a - b)
  return { actors: ranked, chance, someoneElse: all.at(-1)! }
}

function abstentionOf(
  view: KnowledgeView,
  seen: readonly Feature[],
  { actors, chance, someoneElse }: Chances,
): Abstention | undefined {
  if (view.knowledge.actors.length === 0) return 'no-knowledge'
  if (seen.length === 0) return 'no-evidence'
  const specific = seen.filter(({ kind }) => specificKinds.has(kind))
  if (specific.length === 0) return 'narrowing-only'
  if (actors.length === 0) return 'met-by-nobody'
  const first = chance.get(actors[0]!)!
  if (first >= namedFrom) return undefined
  const second = actors[1] === undefined ? 0 : chance.get(actors[1])!
  if (second > first / 2 && first + second > someoneElse) return 'too-close'
  return someoneElse > first ? 'someone-else' : 'too-weak'
}

function rungOf(
  isNamed: boolean,
  sponsors: Attribution['sponsors'],
  actor: string,
  isWeighed: boolean,
): Rung {
  if (!isNamed) return isWeighed ? 'cluster' : 'none'
  const serves = sponsors.find(({ claims }) => claims.some((claim) => claim.actor === actor))
  return serves && serves.contradicting.length === 0 && serves.probability >= likelyFrom ? 'sponsor' : 'group'
}

/** Groups whose techniques, victims and the like are most like what was seen. No probability: many are alike. */
function lookalikes(view: KnowledgeView, seen: readonly Feature[], most: number): number[] {
  const places = view.knowledge.actors.map((_, place) => place)
  const known = seen.filter((feature) => view.users(feature).length > 0)
  if (known.length === 0) return []
  const sums = likelihoods(view, known, places)
  return places
    .filter((place) => sums[place]!.other > 0)
    .sort((a, b) => sums[b]!.other - sums[a]!.other || a - b)
    .slice(0, most)
}

/** What each group's probability would be without one piece of evidence. */
function withoutEach(
  view: KnowledgeView,
  seen: readonly Feature[],
  model: AttributionModel,
  of: ReadonlySet<number>,
): Without {
  const found = new Map<string, Map<number, number>>()
  // Beyond some hundred pieces none of them alone moves much, and each costs a weighing.
  const tried = [...seen].sort(
    (a, b) => Number(specificKinds.has(b.kind)) - Number(specificKinds.has(a.kind)),
  )
  for (const feature of tried.slice(0, 120)) {
    if (view.users(feature).length === 0) continue
    const rest = seen.filter((one) => one !== feature)
    const { chance } = chancesOf(view, rest, model)
    found.set(featureKey(feature), new Map([...of].map((actor) => [actor, chance.get(actor) ?? 0])))
  }
  return found
}

function distinct(seen: readonly Feature[]): Feature[] {
  return [...new Map(seen.map((feature) => [featureKey(feature), feature])).values()]
}
