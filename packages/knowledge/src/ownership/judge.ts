import { agreedLinks } from './agreed-links.ts'
import { holdsOn, type OwnershipLink, type Share, unknownShare } from './links.ts'
import type { OwnershipRule } from './rules.ts'

/**
 * `listed`: itself on a list. `owned`: by what is known. `controlled`: by a party that is listed or owned, where the
 * rule takes control. `possible`: owned or controlled, or not, depending on shares that nobody states. `no`: neither,
 * whatever the unknown shares are, as far as the links tell.
 */
export type OwnershipVerdict = 'listed' | 'owned' | 'controlled' | 'possible' | 'no'

/** One owner's part in a judgement. */
export interface OwnershipStep {
  readonly link: OwnershipLink
  /** How the owner itself stands. */
  readonly owner: OwnershipVerdict
}

/** How a party stands under a rule. */
export interface OwnershipJudgement {
  readonly id: string
  readonly verdict: OwnershipVerdict
  /** Per cent held by parties that count, at least and at most. Under a rule that adds nothing up: by the largest. */
  readonly held: Share
  /** Links of owners and controllers that count or may count, the largest first. */
  readonly steps: readonly OwnershipStep[]
  /** Control by a party that counts, where the rule does not take control: to be looked at, never counted as a share. */
  readonly controlNoted: boolean
}

/** The judgement of every party that a listed one owns, may own or controls, by id; listed ones among them. */
export type OwnershipJudgements = ReadonlyMap<string, OwnershipJudgement>

/**
 * Who is blocked by ownership. What several sources say of one holding counts once (`agreedLinks`). A party is owned where the shares of owners that are listed, or owned themselves, reach
 * the threshold; so it goes down chains, and round cycles to the smallest set that the links force: parties that only own each
 * other are not owned by anyone listed. Unknown shares are taken at their least for what is certain, and for
 * what is possible at the most that the other owners leave. Control goes on down a chain under a rule that takes it.
 * @param links all links; those that don't hold on the day are passed over
 * @param listed ids of listed parties
 * @param day ISO 8601
 */
export function judgeOwnership(
  links: Iterable<OwnershipLink>,
  listed: ReadonlySet<string>,
  rule: OwnershipRule,
  day: string,
): OwnershipJudgements {
  const holding = [...links].filter((link) => link.owner !== link.asset && holdsOn(link, day))
  const graph = new Holdings(agreedLinks(holding))
  const certain = spread(graph, listed, rule, 'low')
  const possible = spread(graph, listed, rule, 'high')
  const judgements = new Map<string, OwnershipJudgement>()
  for (const id of listed)
    judgements.set(id, { id, verdict: 'listed', held: { low: 0, high: 0 }, steps: [], controlNoted: false })
  const verdictOf = (id: string): OwnershipVerdict =>
    listed.has(id) ? 'listed' : (certain.get(id) ?? (possible.has(id) ? 'possible' : 'no'))
  for (const asset of graph.assets()) {
    const steps = graph
      .into(asset)
      .map((link) => ({ link, owner: verdictOf(link.owner) }))
      .filter(({ owner }) => owner !== 'no')
      .sort((a, b) => weight(b) - weight(a) || (a.link.owner < b.link.owner ? -1 : 1))
    if (steps.length === 0) continue
    judgements.set(asset, {
      id: asset,
      verdict: verdictOf(asset),
      held: {
        low: heldBy(graph, asset, rule, 'low', certain, listed),
        high: heldBy(graph, asset, rule, 'high', possible, listed),
      },
      steps,
      controlNoted: !rule.control && !listed.has(asset) && steps.some(({ link }) => link.kind === 'control'),
    })
  }
  return judgements
}

const weight = ({ link, owner }: OwnershipStep) =>
  (owner === 'possible' ? 0 : 1000) + (link.share?.low ?? 0) + (link.kind === 'control' ? 0.5 : 0)

/** Links by both of their ends. */
class Holdings {
  private readonly toAsset = new Map<string, OwnershipLink[]>()
  private readonly fromOwner = new Map<string, string[]>()

  constructor(links: readonly OwnershipLink[]) {
    for (const link of links) {
      push(this.toAsset, link.asset, link)
      push(this.fromOwner, link.owner, link.asset)
    }
  }

  assets(): Iterable<string> {
    return this.toAsset.keys()
  }

  into(asset: string): readonly OwnershipLink[] {
    return this.toAsset.get(asset) ?? []
  }

  outOf(owner: string): readonly string[] {
    return this.fromOwner.get(owner) ?? []
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

type Bound = 'low' | 'high'
type Reached = Map<string, 'owned' | 'controlled'>

/** From the listed ones along links, until nothing more is reached: the least fixed point. */
function spread(graph: Holdings, listed: ReadonlySet<string>, rule: OwnershipRule, bound: Bound): Reached {
  if (!rule.aggregates) return spreadFromEach(graph, listed, rule, bound)
  return spreadFrom(graph, listed, rule, bound)
}

/** A rule that adds nothing up asks of each listed party alone. */
function spreadFromEach(
  graph: Holdings,
  listed: ReadonlySet<string>,
  rule: OwnershipRule,
  bound: Bound,
): Reached {
  const all: Reached = new Map()
  for (const one of listed) {
    if (graph.outOf(one).length === 0) continue
    for (const [id, how] of spreadFrom(graph, new Set([one]), rule, bound))
      if (!listed.has(id) && (how === 'owned' || !all.has(id))) all.set(id, how)
  }
  return all
}

function spreadFrom(graph: Holdings, seeds: ReadonlySet<string>, rule: OwnershipRule, bound: Bound): Reached {
  const reached: Reached = new Map()
  const counts = (id: string) => seeds.has(id) || reached.has(id)
  const waiting = [...seeds]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const asset of graph.outOf(next)) {
      if (seeds.has(asset) || reached.get(asset) === 'owned') continue
      const how = isOwned(sumOf(graph.into(asset), counts, bound), rule)
        ? 'owned'
        : rule.control && graph.into(asset).some(({ kind, owner }) => kind === 'control' && counts(owner))
          ? 'controlled'
          : undefined
      if (how === undefined || reached.get(asset) === how) continue
      const isNew = !reached.has(asset)
      reached.set(asset, how)
      if (isNew) waiting.push(asset)
    }
  return reached
}

function isOwned(held: number, { threshold, inclusive }: OwnershipRule): boolean {
  // Shares are sums of decimals: 33.3 + 16.7 is 50.
  return inclusive ? held >= threshold - 1e-9 : held > threshold + 1e-9
}

/** What owners that count hold together: at least, or at most that the others leave. */
function sumOf(links: readonly OwnershipLink[], counts: (id: string) => boolean, bound: Bound): number {
  let [held, others] = [0, 0]
  for (const { kind, share = unknownShare, owner } of links) {
    if (kind !== 'share') continue
    if (counts(owner)) held += share[bound]
    else others += share.low
  }
  return bound === 'low' ? Math.min(100, held) : Math.max(0, Math.min(held, 100 - others))
}

/** The sum that stands in a judgement: over all that count, or of the largest single listed party and its chain. */
function heldBy(
  graph: Holdings,
  asset: string,
  rule: OwnershipRule,
  bound: Bound,
  reached: Reached,
  listed: ReadonlySet<string>,
): number {
  const links = graph.into(asset)
  const counts = (id: string) => listed.has(id) || reached.has(id)
  if (rule.aggregates) return round(sumOf(links, counts, bound))
  const single = [...listed].filter((one) => graph.outOf(one).length > 0)
  const sums = single.map((one) => {
    const own = spreadFrom(graph, new Set([one]), rule, bound)
    return sumOf(links, (id) => id === one || own.has(id), bound)
  })
  return round(Math.max(0, ...sums))
}

const round = (value: number) => Math.round(value * 1e6) / 1e6
