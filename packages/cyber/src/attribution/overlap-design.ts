import type { FeatureUser, KnowledgeView } from './actor-knowledge.ts'
import { type Feature, specificKinds } from './features.ts'
import { likelihoods } from './likelihood-design.ts'

/** What a row of the design says, in its order. All are of the group's own evidence; none grows with how much is known of it. */
export const overlapColumns = [
  'own', // malware, each weighed by how few groups have it, summed, logarithm
  'closest', // the rarest malware: 1 where the group alone has it
  'held', // the same sum of hosts, files and wallets
  'nearest', // the rarest of those
  'public', // programs anyone can get, weighed by how few groups use them
  'techniques', // how much likelier techniques, victims, corridors are in reports on this group than in any, logarithm
  'reports', // reports behind the best link, logarithm
  'nobody', // 1 in the row of "none of these"
  'unknown', // in that row: malware of the case that no group is known to use, logarithm
  'silent', // in that row: specific evidence that some group has, logarithm
] as const

/** Of the share of a source that speaks of a larger group under this name, too little to count. */
const leastShare = 0.05

/**
 * The design in use: specific overlap. One row a group that has anything of what was seen that tells groups apart, and a last one for
 * someone who is not among them. Techniques count only beside such evidence.
 */
export function overlapRows(
  view: KnowledgeView,
  seen: readonly Feature[],
): { readonly actors: readonly number[]; readonly rows: readonly (readonly number[])[] } {
  const groups = view.knowledge.actors.length
  const links = new Map<number, Overlap>()
  let unknown = 0
  let known = 0
  for (const feature of seen) {
    if (!specificKinds.has(feature.kind)) continue
    const users = view.users(feature).filter(({ share }) => share >= leastShare)
    if (users.length === 0) {
      if (feature.kind === 'software' && !feature.isPublic) unknown++
      continue
    }
    if (!feature.isPublic) known++
    addFeature(links, feature, users, groups)
  }
  const actors = [...links.keys()].sort((a, b) => a - b)
  const ratios = likelihoods(view, seen, actors)
  const rows = actors.map((actor, i) => {
    const { own, held, open } = links.get(actor)!
    return [
      Math.log1p(own.sum),
      own.most,
      Math.log1p(held.sum),
      held.most,
      open,
      squashed(ratios[i]!.other),
      Math.log1p(Math.max(own.reports, held.reports)),
      0,
      0,
      0,
    ]
  })
  rows.push([0, 0, 0, 0, 0, 0, 0, 1, Math.log1p(unknown), Math.log1p(known)])
  return { actors, rows }
}

interface Tally {
  sum: number
  most: number
  reports: number
}

interface Overlap {
  readonly own: Tally
  readonly held: Tally
  open: number
}

function addFeature(
  links: Map<number, Overlap>,
  feature: Feature,
  users: readonly FeatureUser[],
  groups: number,
): void {
  const total = users.reduce((sum, { share }) => sum + share, 0)
  const rarity = Math.log((groups + 1) / (users.length + 0.5)) / Math.log(groups + 1)
  for (const { actor, reports, share } of users) {
    const link = links.get(actor) ?? {
      own: { sum: 0, most: 0, reports: 0 },
      held: { sum: 0, most: 0, reports: 0 },
      open: 0,
    }
    links.set(actor, link)
    const weight = share / Math.max(total, 1)
    if (feature.isPublic) {
      link.open += rarity * rarity * weight
      continue
    }
    const tally = feature.kind === 'software' ? link.own : link.held
    tally.sum += weight
    if (weight > tally.most || (weight === tally.most && reports > tally.reports)) tally.reports = reports
    tally.most = Math.max(tally.most, weight)
  }
}

/** Many techniques of one report hang together: their sum grows slower than their number. */
function squashed(sum: number): number {
  return Math.sign(sum) * Math.log1p(Math.abs(sum))
}
