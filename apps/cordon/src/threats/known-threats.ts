import { readdirSync, readFileSync } from 'node:fs'
import { IndicatorSet, type PatternRule, type WarningList, WarningLists } from '@cordon/cyber'
import { ThreatGraph } from '@cordon/knowledge'
import type { IndicatorClaim, ThreatItem } from '@cordon/model'
import type { Store, ThreatCollection } from '../store/index.ts'
import { isPatternIndicator, PatternCollector } from './pattern-rules.ts'

/** Threat intelligence as it is known: one moment's state, to be read only but for sightings. */
export interface KnownThreats {
  readonly collections: readonly ThreatCollection[]
  readonly graph: ThreatGraph
  readonly indicators: IndicatorSet
  /** Indicators that are patterns, not values. */
  readonly patterns: readonly PatternRule[]
  /** Indicators by the id of what they are about: how many of which kind, and the first of them. */
  readonly about: ReadonlyMap<string, AboutCount>
}

/** How many indicators are about a thing. */
export interface AboutCount {
  readonly counts: Readonly<Record<string, number>>
  /** Numbers in the set, at most `shownAbout`. */
  readonly first: readonly number[]
}

/** Indicators of a thing that are listed; the rest is counted. */
export const shownAbout = 200

const packLists = new URL('../../../../packs/common/warning-lists/', import.meta.url)

/** The warning lists that come with Cordon. */
export function bundledWarningLists(): WarningList[] {
  return readdirSync(packLists)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, packLists), 'utf8')) as WarningList)
}

/** Collects items, then makes what is known of them. Indicators go straight into their set, so that millions fit. */
export class ThreatCollector {
  private readonly items: ThreatItem[] = []
  private readonly indicators: IndicatorSet
  private readonly patterns = new PatternCollector()
  private readonly about = new Map<string, { counts: Record<string, number>; first: number[] }>()

  /** @param lists warning lists besides those that are imported */
  constructor(lists: readonly WarningList[] = bundledWarningLists()) {
    this.indicators = new IndicatorSet({ warningLists: new WarningLists(lists) })
  }

  add(item: ThreatItem): void {
    if (item.is === 'indicator') this.addClaim(item.indicator)
    else if (item.is === 'object' && item.object.type === 'x-misp-warninglist')
      this.indicators.warningLists.add(listOf(item.object.body))
    else {
      if (item.is === 'object' && isPatternIndicator(item.object)) this.patterns.add(item.object)
      this.items.push(item)
    }
  }

  build(collections: readonly ThreatCollection[] = []): KnownThreats {
    const { indicators, about } = this
    const graph = new ThreatGraph(this.items)
    return { collections, graph, indicators, patterns: this.patterns.build(graph), about }
  }

  private addClaim(claim: IndicatorClaim): void {
    const place = this.indicators.add(claim)
    if (place < 0) return
    for (const { id } of claim.about) {
      const count = this.about.get(id) ?? { counts: {}, first: [] }
      this.about.set(id, count)
      count.counts[claim.kind] = (count.counts[claim.kind] ?? 0) + 1
      if (count.first.length < shownAbout && !count.first.includes(place)) count.first.push(place)
    }
  }
}

function listOf(body: Readonly<Record<string, unknown>>): WarningList {
  return {
    name: String(body.name),
    type: String(body.x_misp_list_type ?? 'string'),
    ...(body.version !== undefined && { version: String(body.version) }),
    list: Array.isArray(body.list) ? body.list.map(String) : [],
  }
}

/** All that the store knows of threats, with the sightings there were. */
export async function loadThreats(store: Store): Promise<KnownThreats> {
  const collector = new ThreatCollector()
  const collections = await store.threats.collections()
  for await (const batch of store.threats.items()) for (const item of batch) collector.add(item)
  const known = collector.build(collections)
  await restoreSightings(store, known.indicators)
  return known
}

/** Tells a set where its indicators were seen before. */
export async function restoreSightings(store: Store, indicators: IndicatorSet): Promise<void> {
  for await (const batch of store.threats.lastSightings())
    for (const { kind, value, at, count } of batch) {
      const place = indicators.find(kind, value)
      if (place >= 0) indicators.sight(place, at, count)
    }
}

/** Keeps what is known of threats in step with the store; it is loaded when it is first asked for. */
export class ThreatHolder {
  private readonly store: () => Promise<Store>
  private loaded: { readonly signature: string; readonly known: Promise<KnownThreats> } | undefined

  constructor(store: () => Promise<Store>) {
    this.store = store
  }

  /** What is known now: loaded anew where something was imported meanwhile. */
  async get(): Promise<KnownThreats> {
    const store = await this.store()
    const signature = await store.threats.signature()
    if (this.loaded?.signature === signature) return this.loaded.known
    const known = loadThreats(store)
    this.loaded = { signature, known }
    known.catch(() => {
      this.loaded = undefined
    })
    return known
  }
}
