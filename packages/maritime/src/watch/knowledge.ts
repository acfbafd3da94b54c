import type { SeaPlaces } from '../events/event-finder.ts'
import type { Ships } from '../identity/known-ship.ts'
import type { WeatherIndex } from '../places/weather.ts'

/** A resolution, an advisory or a report that a finding rests on. */
export interface Citation {
  readonly id: string
  /** `UN Security Council resolution 2375 (2017), paragraph 11`. */
  readonly title: string
  /** What it says, in our own words. */
  readonly says: string
  readonly url?: string
  /** The paragraph where the title does not say it. */
  readonly paragraph?: number
  /** False where the paragraph was not checked against the source's own text. */
  readonly verified?: boolean
}

/** What a rule judges. */
export const seaRuleKinds = [
  'transfer',
  'dark-transfer',
  'listed-ship',
  'identity',
  'port-call',
  'sighting',
] as const
/** One of `seaRuleKinds`. */
export type SeaRuleKind = (typeof seaRuleKinds)[number]

/** A rule as data: when what is seen becomes a finding, and what it rests on. */
export interface SeaRule {
  readonly id: string
  readonly kind: SeaRuleKind
  readonly version: string
  readonly title: string
  /** Findings from this score on. */
  readonly threshold: number
  readonly cites: readonly string[]
}

/** What each part adds to a score, 0 to 1. A negative one speaks against. */
export interface SeaWeights {
  readonly listedByImo: number
  readonly listedByMmsi: number
  readonly listedByCallSign: number
  readonly listedByName: number
  /** Taken of the listing's weight where it is known by an identity that the number had before, or by another number. */
  readonly formerIdentity: number
  readonly ownerListed: number
  readonly theatreFlag: number
  readonly theatrePort: number
  readonly watchArea: number
  readonly openSea: number
  readonly cargo: number
  readonly long: number
  readonly night: number
  readonly gapHeard: number
  readonly gap: number
  readonly changedIdentity: number
  readonly falseIdentity: number
  readonly digitAway: number
  readonly falseFlag: number
  readonly draught: number
  /** Speeds change for many reasons: a trace beside others. */
  readonly speedForCargo: number
  readonly falsePositions: number
  readonly seenBeside: number
  readonly namePainted: number
  readonly jamming: number
  /** Waves in which ships don't lie alongside each other. */
  readonly roughSea: number
  readonly lawful: number
}

/** The weights where a pack says nothing. */
export const seaWeights: SeaWeights = {
  listedByImo: 0.55,
  listedByMmsi: 0.5,
  listedByCallSign: 0.4,
  listedByName: 0.2,
  formerIdentity: 0.8,
  ownerListed: 0.3,
  theatreFlag: 0.45,
  theatrePort: 0.3,
  watchArea: 0.2,
  openSea: 0.05,
  cargo: 0.1,
  long: 0.05,
  night: 0.05,
  gapHeard: 0.15,
  gap: 0.03,
  changedIdentity: 0.15,
  falseIdentity: 0.2,
  digitAway: 0.4,
  falseFlag: 0.2,
  draught: 0.15,
  speedForCargo: 0.05,
  falsePositions: 0.2,
  seenBeside: 0.2,
  namePainted: 0.3,
  jamming: -0.3,
  roughSea: -0.2,
  lawful: -0.5,
}

/** Rules of a theatre, as a pack has them. */
export interface SeaRules {
  readonly name: string
  readonly version: string
  /** Flags and countries of ports that the resolutions are about, lower-case ISO 3166-1 alpha-2. */
  readonly flags: readonly string[]
  readonly portCountries: readonly string[]
  readonly rules: readonly SeaRule[]
  readonly citations: readonly Citation[]
  readonly weights: SeaWeights
}

/** What the watch at sea works with. Places stay the same as long as a state lives; ships and rules may change. */
export interface SeaKnowledge {
  readonly ships: Ships
  readonly rules: SeaRules
  readonly places: SeaPlaces
  /** Where it is given. */
  readonly weather?: WeatherIndex
  /** Source to version. */
  readonly versions: Readonly<Record<string, string>>
}
