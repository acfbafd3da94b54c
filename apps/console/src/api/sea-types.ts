import type { Finding, Ref } from './types.ts'

/** An area that is watched, or in which meetings are lawful. Rings of `[longitude, latitude]`. */
export interface SeaArea {
  readonly id: string
  readonly name: string
  readonly kind: 'watch' | 'lawful' | 'anchorage'
  readonly note?: string
  readonly cites: readonly string[]
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]
}

/** A port. */
export interface SeaPort {
  readonly id: string
  readonly name: string
  readonly country?: string
  readonly lat: number
  readonly lon: number
}

/** A past operation that can be played. */
export interface SeaDrill {
  readonly id: string
  readonly title: string
  readonly synthetic: string
  readonly record: readonly { readonly source: string; readonly says: string }[]
}

/** `GET /api/sea`. Times are UTC milliseconds. */
export interface SeaSummary {
  readonly ships: number
  readonly events: number
  readonly from?: number
  readonly until?: number
  readonly drill?: SeaDrill
  readonly areas: readonly SeaArea[]
  readonly ports: readonly SeaPort[]
  readonly citations: readonly {
    readonly id: string
    readonly title: string
    readonly says: string
    readonly url?: string
  }[]
}

/** An event or sighting. The fields beside these depend on `kind`. */
export interface SeaEvent {
  readonly id: string
  readonly kind: string
  readonly state: 'open' | 'closed'
  readonly mmsi: number
  readonly other?: number
  readonly start: number
  readonly end: number
  readonly lat: number
  readonly lon: number
  readonly [field: string]: unknown
}

/** A ship that may be what was sighted. */
export interface SightingMatch {
  readonly mmsi: number
  readonly probability: number
  readonly km: number
  readonly sigmaM: number
}

/** A finding with its place. */
export interface SeaFinding extends Finding {
  readonly lat?: number
  readonly lon?: number
  readonly ships: readonly number[]
  readonly events: readonly string[]
}

/** The answer to a sighting that was typed in. */
export interface SightingAnswer extends SeaEvent {
  readonly matches: readonly SightingMatch[]
  readonly dark: number
  readonly beside: readonly { readonly mmsi: number; readonly km: number }[]
  readonly names: Readonly<Record<string, string>>
  readonly listed: readonly { readonly ref: Ref; readonly listed: boolean; readonly source: string }[]
  /** What came of it by the rules; of a drill they are kept nowhere. */
  readonly findings?: readonly {
    readonly id: string
    readonly rule: string
    readonly score: number
    readonly statement: string
  }[]
}

/** What is sent of a sighting. */
export interface SightingInput {
  readonly time: string
  readonly lat: number
  readonly lon: number
  readonly accuracy_m?: number
  readonly length_m?: number
  readonly heading?: number
  readonly name?: string
  readonly imo?: string
  readonly photo?: string
  readonly source?: string
}

/** One identity that a number stated. */
export interface IdentitySpan {
  readonly from: number
  readonly until: number
  readonly imo?: string
  readonly name?: string
  readonly callSign?: string
  readonly shipClass?: string
  readonly lengthM?: number
}

/** `GET /api/sea/vessels/{mmsi}`. */
export interface Vessel {
  readonly vessel: {
    readonly mmsi: number
    readonly imo?: string
    readonly name?: string
    readonly callSign?: string
    readonly shipClass?: string
    readonly lengthM?: number
    readonly beamM?: number
    readonly destination?: string
    readonly draught?: { readonly metres: number; readonly time: number }
    readonly spans: readonly IdentitySpan[]
  }
  /** The same hull under other numbers. */
  readonly others: readonly { readonly mmsi: number; readonly spans: readonly IdentitySpan[] }[]
  readonly number: { readonly kind?: string; readonly mid?: string; readonly flag?: string }
  readonly known: readonly {
    readonly ref: Ref
    readonly by: 'imo' | 'mmsi' | 'callSign' | 'name'
    readonly value: string
    readonly listed: boolean
    readonly former: boolean
    readonly source: string
    readonly names: readonly string[]
    readonly flags: readonly string[]
    readonly imo?: string
    readonly owners: readonly Ref[]
  }[]
  readonly related: readonly { readonly mmsi: number; readonly change: string; readonly at: number }[]
  readonly doubts: readonly {
    readonly kind: string
    readonly says: string
    readonly against: string
    readonly at?: number
    readonly source?: string
    readonly mmsi?: number
    readonly ref?: Ref
  }[]
  readonly events: readonly SeaEvent[]
  readonly findings: readonly Finding[]
  /** Time, latitude, longitude. */
  readonly track: readonly (readonly [number, number, number])[]
}
