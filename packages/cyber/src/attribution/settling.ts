import type { KnowledgeView } from './actor-knowledge.ts'
import type { Settling } from './attribution.ts'
import { sourcesOf } from './evidence-lines.ts'
import { type Feature, featureKey, specificKinds } from './features.ts'

/** Reports that a group is given in advance, in which a feature is as common as anywhere. */
const priorReports = 2
/** Observations that are told. */
const most = 6

/**
 * Which missing observation would most separate the first two hypotheses: the information, in bits, that looking for it is expected to give
 * (Lindley 1956), from how often reports on each tell of it. Not seeing it tells little, because reports name little of what
 * a group has: that is in the figure.
 * @param ranked the groups that are told, the likeliest first; where no second one comes near, it is someone else
 * @param chance absent where nothing seen can attribute: then both count as equally likely
 */
export function settling(
  view: KnowledgeView,
  seen: readonly Feature[],
  ranked: readonly number[],
  chance: ReadonlyMap<number, number> | undefined,
  someoneElse: number,
): Settling[] {
  const [first, next] = ranked
  if (first === undefined) return []
  const isOther = next === undefined || (chance !== undefined && someoneElse > 4 * chance.get(next)!)
  const second = isOther ? undefined : next
  const one = chance?.get(first) ?? 1
  const two = chance ? (second === undefined ? someoneElse : chance.get(second)!) : 1
  const prior = one / (one + two)
  const known = new Set(seen.map(featureKey))
  const found: Settling[] = []
  for (const feature of view.knowledge.allFeatures()) {
    if (known.has(featureKey(feature))) continue
    if (!specificKinds.has(feature.kind) && feature.kind !== 'technique') continue
    const users = view.users(feature)
    const a = users.find(({ actor }) => actor === first)
    const b = users.find(({ actor }) => actor === second)
    if (!a && !b) continue
    const common = users.reduce((sum, { reports }) => sum + reports, 0) / Math.max(view.pairs, 1)
    const rate = (reports: number, actor: number | undefined) =>
      actor === undefined
        ? common
        : Math.min(
            0.95,
            (reports + priorReports * common) / (Math.max(view.reportsOf[actor]!, reports, 1) + priorReports),
          )
    const p = rate(a?.reports ?? 0, first)
    const q = rate(b?.reports ?? 0, second)
    const { bits, ifSeen, ifNot } = expected(prior, p, q)
    const favoured = p >= q ? first : second
    if (favoured === undefined) continue
    found.push({
      feature,
      favours: view.knowledge.actors[favoured]!.id,
      bits,
      ifSeen,
      ifNot,
      sources: sourcesOf(view, feature, favoured),
    })
  }
  return found
    .filter(({ bits }) => bits > 0.001)
    .sort((a, b) => b.bits - a.bits || (featureKey(a.feature) < featureKey(b.feature) ? -1 : 1))
    .slice(0, most)
}

function expected(prior: number, p: number, q: number): { bits: number; ifSeen: number; ifNot: number } {
  const seen = prior * p + (1 - prior) * q
  const ifSeen = (prior * p) / seen
  const ifNot = (prior * (1 - p)) / (1 - seen)
  const bits = entropy(prior) - seen * entropy(ifSeen) - (1 - seen) * entropy(ifNot)
  return { bits: Math.max(bits, 0), ifSeen, ifNot }
}

function entropy(p: number): number {
  if (p <= 0 || p >= 1) return 0
  return -p * Math.log2(p) - (1 - p) * Math.log2(1 - p)
}
