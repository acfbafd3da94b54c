import type { SigmaHeader, SigmaRule } from '../sigma/rule.ts'

/**
 * More than usual: events and distinct values of a field in buckets of time, for each value of a key, against that key's
 * own past. Volume and sources of a flood on one target; the hosts one host suddenly reaches.
 */
export interface SurgeLogic {
  readonly kind: 'surge'
  /** Fields whose values together are what is watched. Empty: the whole site. */
  readonly key: readonly string[]
  /** Field whose distinct values are counted; absent: events alone. */
  readonly distinct?: string
  /** Milliseconds. */
  readonly bucket: number
  /** Never below these, whatever the past. */
  readonly minEvents: number
  readonly minDistinct: number
  /** Times the usual, and standard deviations above it; both must be passed. */
  readonly factor: number
  readonly deviations: number
  /** Buckets of past that are needed before the usual is known; until then only `ceiling` counts. */
  readonly warmUp: number
  /** Events (and distinct values, where they are counted) that are too many for anyone. */
  readonly ceiling: number
}

/**
 * Many hosts do one thing in one window, and what they have in common is where they had fetched something before: an update
 * site, a management or patch server.
 */
export interface CommonOriginLogic {
  readonly kind: 'common-origin'
  /** Selections and field of the earlier step, and the field that names where it came from. */
  readonly before: { readonly select: readonly string[]; readonly host: string; readonly origin: string }
  /** The later step; where it names a target, hosts must do it to the same one. */
  readonly after: { readonly select: readonly string[]; readonly host: string; readonly target?: string }
  /** Most milliseconds from the earlier step to the later. */
  readonly within: number
  /** Milliseconds in which all hosts do the later step. */
  readonly window: number
  readonly minHosts: number
  /** Of the hosts that fetched there, how large a part must do it: a site that all use tells nothing. */
  readonly minShare: number
  /** Times the hosts that the target usually has in one window; for rules with a target. */
  readonly factor: number
  /** Windows that must have passed before anything is told, so that what is usual is known. */
  readonly warmUp: number
}

/** So many of several things on one host (or account) in one window, in any order. */
export interface SomeOfLogic {
  readonly kind: 'some-of'
  readonly key: readonly string[]
  readonly window: number
  readonly atLeast: number
}

/** One account at two places between which nobody travels that fast. Places are coordinates in degrees. */
export interface TravelLogic {
  readonly kind: 'travel'
  readonly key: readonly string[]
  readonly latitude: string
  readonly longitude: string
  /** Kilometres an hour above which it is impossible, and kilometres below which places are one. */
  readonly maxSpeed: number
  readonly minDistance: number
  readonly window: number
}

/** How a stream rule decides. */
export type StreamLogic = SurgeLogic | CommonOriginLogic | SomeOfLogic | TravelLogic

/** A rule over many records, for what Sigma can't say. */
export interface StreamRule extends SigmaHeader {
  readonly version: string
  /** Past operations that it would have seen. */
  readonly operations: readonly string[]
  /** Records it looks at, by name, each as a Sigma rule of its own. */
  readonly selections: ReadonlyMap<string, SigmaRule>
  readonly logic: StreamLogic
}

/** Something that a stream rule found. The same episode, grown, comes again with a higher revision. */
export interface StreamDetection {
  readonly rule: StreamRule
  /** What it is about: a target, an origin, a host, an account; '' for the whole site. */
  readonly key: string
  readonly revision: number
  /** Start of the episode: with rule and key it names the detection. */
  readonly start: number
  readonly end: number
  /** The numbers that decided, by name: `events`, `sources`, `usual`, `hosts`, `share`, `speed` ... */
  readonly measures: Readonly<Record<string, number>>
  /** Hosts, selections or places that took part: the first twenty, of hosts with one origin the first fifty. */
  readonly members: readonly string[]
  /** Records that a person may look at first. */
  readonly places: readonly string[]
  /** One plain sentence. */
  readonly statement: string
}
