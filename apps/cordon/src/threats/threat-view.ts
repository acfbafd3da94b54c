import type { IndicatorView } from '@cordon/cyber'
import { type LinkedThreat, type ThreatGraph, type ThreatProfile, threatProfile } from '@cordon/knowledge'
import { guessIndicator, type IndicatorKind, type Instant, isoSeconds } from '@cordon/model'
import type { Store } from '../store/index.ts'
import type { KnownThreats } from './known-threats.ts'

/** A thing with everything that is known of it, as the API and the command line show it. Times are ISO 8601. */
export interface ThreatView {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly code?: string
  readonly revoked: boolean
  readonly deprecated: boolean
  readonly description?: string
  readonly replacedBy?: { readonly id: string; readonly name: string }
  readonly versions: readonly {
    readonly source: string
    readonly name: string
    readonly modified?: string
    readonly url?: string
  }[]
  readonly names: ThreatProfile['names']
  readonly attributions: ThreatProfile['attributions']
  readonly similar: readonly LinkedThreat[]
  readonly techniques: readonly LinkedThreat[]
  readonly software: readonly LinkedThreat[]
  readonly campaigns: readonly LinkedThreat[]
  readonly usedBy: readonly LinkedThreat[]
  readonly reports: readonly LinkedThreat[]
  readonly mitigations: readonly LinkedThreat[]
  /** Indicators that are about it, of the things it names by alias none: how many by kind, and the first of them. */
  readonly indicators: {
    readonly counts: Readonly<Record<string, number>>
    readonly first: readonly {
      readonly kind: IndicatorKind
      readonly value: string
      readonly state: string
      readonly score: number
    }[]
  }
  /** The pattern of an indicator, a YARA rule's text. */
  readonly pattern?: { readonly language: string; readonly text: string }
}

/** A thing by its id; undefined where there is none. */
export function threatView(known: KnownThreats, id: string, at: Instant): ThreatView | undefined {
  const profile = threatProfile(known.graph, id)
  if (!profile) return undefined
  const { threat, replacedBy, ...rest } = profile
  const { versions, ...about } = threat
  const description = versions.map(({ body }) => body.description).find((one) => typeof one === 'string')
  const pattern = versions.map(({ body }) => body.pattern).find((one) => typeof one === 'string')
  return {
    ...about,
    ...(description !== undefined && { description: String(description) }),
    ...(replacedBy && { replacedBy }),
    versions: versions.map(({ source, name, modified, body }) => {
      const url = urlOf(body)
      return {
        source,
        name,
        ...(modified !== undefined && { modified: isoSeconds(modified) }),
        ...(url && { url }),
      }
    }),
    ...rest,
    indicators: indicatorsAbout(known, id, at),
    ...(pattern !== undefined && {
      pattern: { language: String(versions[0]?.body.pattern_type ?? 'stix'), text: String(pattern) },
    }),
  }
}

function urlOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const references = Array.isArray(body.external_references) ? body.external_references : []
  const first = references.find(
    (one) =>
      typeof one === 'object' &&
      one !== null &&
      /^https?:/.test(String((one as Record<string, unknown>).url)),
  )
  return first ? String((first as Record<string, unknown>).url) : undefined
}

function indicatorsAbout(
  { indicators, about }: KnownThreats,
  id: string,
  at: Instant,
): ThreatView['indicators'] {
  const found = about.get(id)
  return {
    counts: found?.counts ?? {},
    first: (found?.first ?? []).map((place) => {
      const { kind, value, state, score } = indicators.view(place, at)
      return { kind, value, state, score }
    }),
  }
}

/** An indicator with who says what of it, since when, and where it was seen. Times are ISO 8601. */
export interface IndicatorPage {
  readonly kind: IndicatorKind
  readonly value: string
  /** False where no collection that answers says anything of it. */
  readonly known: boolean
  readonly state?: IndicatorView['state']
  readonly score?: number
  readonly confidence?: number
  readonly lastSeen?: string
  readonly decaysAt?: string
  readonly warnings: IndicatorView['warnings']
  readonly claims: readonly {
    readonly source: string
    readonly collection: string
    readonly note?: string
    readonly about: readonly { readonly id: string; readonly label: string }[]
    readonly references: readonly string[]
    readonly confidence?: number
    readonly tlp?: string
    readonly pap?: string
    readonly subdomains: boolean
    readonly validFrom?: string
    readonly validUntil?: string
    readonly lastSeen?: string
    readonly since: string
    readonly until?: string
    readonly revoked: boolean
  }[]
  readonly sightings: {
    readonly total: number
    readonly latest: readonly {
      readonly at: string
      readonly place: string
      readonly host?: string
      readonly path?: string
      readonly written: string
    }[]
  }
}

const iso = (at: Instant | undefined) => (at === undefined ? undefined : isoSeconds(at))

/** Everything that is kept of an indicator, whether it answers still or not. */
export async function indicatorPage(
  store: Store,
  known: KnownThreats,
  kind: IndicatorKind,
  value: string,
  at: Instant,
): Promise<IndicatorPage> {
  const [stored, { total, latest }] = await Promise.all([
    store.threats.indicator(kind, value),
    store.threats.sightings(kind, value),
  ])
  const place = known.indicators.find(kind, value)
  // Other processes see it too, after what is known was loaded.
  if (place >= 0 && latest[0]) known.indicators.sight(place, latest[0].at, 0)
  const view = place < 0 ? undefined : known.indicators.view(place, at)
  return {
    kind,
    value,
    known: view !== undefined,
    ...(view && { state: view.state, score: view.score, confidence: view.confidence }),
    ...withTime('lastSeen', iso(view?.lastSeen)),
    ...withTime('decaysAt', iso(view?.decaysAt)),
    warnings: view?.warnings ?? known.indicators.warningLists.check(kind, value),
    claims: stored.map(({ claim, collection, since, until }) => ({
      source: claim.source,
      collection,
      ...(claim.note && { note: claim.note }),
      about: claim.about.map(({ id, label }) => ({ id, label })),
      references: claim.references ?? [],
      ...(claim.confidence !== undefined && { confidence: claim.confidence }),
      ...(claim.tlp && { tlp: claim.tlp }),
      ...(claim.pap && { pap: claim.pap }),
      subdomains: claim.subdomains === true,
      ...withTime('validFrom', iso(claim.validFrom)),
      ...withTime('validUntil', iso(claim.validUntil)),
      ...withTime('lastSeen', iso(claim.lastSeen)),
      since: isoSeconds(since),
      ...withTime('until', iso(until)),
      revoked: claim.revoked === true,
    })),
    sightings: {
      total,
      latest: latest.map(({ at: seen, place: where, host, path, written }) => ({
        at: isoSeconds(seen),
        place: where,
        ...(host && { host }),
        ...(path && { path }),
        written,
      })),
    },
  }
}

function withTime<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>)
}

/** A thing, an indicator, or several things that a text may mean. */
export type Asked =
  | { readonly is: 'threat'; readonly id: string }
  | { readonly is: 'indicator'; readonly kind: IndicatorKind; readonly value: string }
  | { readonly is: 'several'; readonly matches: readonly NamedThreat[] }
  | { readonly is: 'nothing'; readonly near: readonly NamedThreat[] }

/** A thing with every way in which it may be meant. */
export interface NamedThreat {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly code?: string
  readonly by: readonly {
    readonly how: string
    readonly label: string
    readonly source: string
    readonly confidence?: number
  }[]
}

/** What a person means by a text. A name that several things bear is never decided here. */
export function whatIsAsked(known: KnownThreats, text: string): Asked {
  const found = known.graph.find(text)
  // An id means one thing, whoever else uses it as a name.
  const exact = found.find(({ how }) => how === 'id') ?? found.find(({ how }) => how === 'code')
  if (exact) return { is: 'threat', id: exact.id }
  const matches = namedThreats(known.graph, found)
  if (matches.length === 1) return { is: 'threat', id: matches[0]!.id }
  if (matches.length > 1) return { is: 'several', matches }
  const guess = guessIndicator(text)
  if (guess) return { is: 'indicator', kind: guess.kind, value: guess.value }
  return { is: 'nothing', near: namedThreats(known.graph, known.graph.namesLike(text, 20)) }
}

/** Matches put together by what they lead to. */
export function namedThreats(graph: ThreatGraph, matches: ReturnType<ThreatGraph['find']>): NamedThreat[] {
  const found = new Map<string, NamedThreat & { by: NamedThreat['by'][number][] }>()
  for (const { id, how, label, source, confidence } of matches) {
    const threat = graph.get(id)
    if (!threat) continue
    const named = found.get(id) ?? {
      id,
      type: threat.type,
      name: threat.name,
      ...(threat.code && { code: threat.code }),
      by: [],
    }
    found.set(id, named)
    if (!named.by.some((one) => one.how === how && one.source === source && one.label === label))
      named.by.push({ how, label, source, ...(confidence !== undefined && { confidence }) })
  }
  return [...found.values()]
}
