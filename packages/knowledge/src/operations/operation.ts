/** The doors that money, goods and thieves pass. */
export const doors = ['payments', 'network', 'sea'] as const
export type Door = (typeof doors)[number]

/** On what an attribution rests, the strongest first. */
export const attributionBases = ['indictment', 'designation', 'government', 'vendor', 'researcher'] as const
export type AttributionBasis = (typeof attributionBases)[number]

/** A document that says something of an operation. */
export interface OperationSource {
  /** Within the operation: `baes-2016`. */
  readonly id: string
  readonly title: string
  readonly publisher: string
  /** As far as it is known, a prefix of ISO 8601. */
  readonly date: string
  readonly url?: string
  /** What of it is used here. */
  readonly says?: string
  /** Whether title, date and address were compared with an index or the document itself. */
  readonly verified: boolean
  /** What with. */
  readonly by?: string
}

/** Money that an operation asked for, moved or cost; `usd` where sources agree, `low` and `high` where they don't. */
export interface OperationAmount {
  readonly usd?: number
  readonly low?: number
  readonly high?: number
  readonly what: string
  readonly source: string
}

/** Who says who did it, in their words and how sure. */
export interface AttributionClaim {
  /** A group of `objects.json`, by its name there, its ATT&CK code or its STIX id. */
  readonly to: string
  /** Id of a source. */
  readonly by: string
  readonly basis: AttributionBasis
  /** STIX's scale of 0 to 100: our reading of how sure the source is, not how sure we are of it. */
  readonly confidence: number
  readonly stated: string
}

/** Who says otherwise, and what. */
export interface Contested {
  readonly by: string
  readonly says: string
}

/** A moment of an operation. */
export interface OperationMoment {
  /** A prefix of ISO 8601, or a time with its offset. */
  readonly at: string
  readonly what: string
  readonly source: string
}

/** A technique of ATT&CK, and how it was used here. */
export interface UsedTechnique {
  readonly id: string
  readonly how: string
  readonly source: string
}

/** A program: one of ATT&CK's by its code, or one described here. */
export interface UsedSoftware {
  readonly attack?: string
  readonly name?: string
  readonly type: 'malware' | 'tool'
  /** Of STIX's open vocabulary of malware types. */
  readonly kinds: readonly string[]
  readonly aka: readonly string[]
  readonly what: string
  readonly source: string
}

/** Hosts, accounts or services that the other side used. */
export interface UsedInfrastructure {
  readonly name: string
  /** Of STIX's open vocabulary of infrastructure types. */
  readonly kinds: readonly string[]
  readonly what: string
  readonly source: string
}

/** Something that can be looked for, as a STIX pattern. */
export interface OperationIndicator {
  readonly name: string
  readonly pattern: string
  /** When it was seen first, a prefix of ISO 8601. */
  readonly from: string
  readonly what: string
  readonly source: string
  /** Name or ATT&CK code of the program that it is a sign of. */
  readonly of?: string
}

/** An institution, or a class of them, that was attacked. */
export interface OperationVictim {
  readonly name: string
  readonly isClass: boolean
  /** Of STIX's open vocabulary of sectors. */
  readonly sectors: readonly string[]
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country?: string
  readonly source: string
}

/** A past operation as data: `operation.yaml`. Everything it says names a source of its own list. */
export interface Operation {
  readonly id: string
  readonly title: string
  readonly aka: readonly string[]
  /** As far as it is known; prefixes of ISO 8601. Without an end it goes on. */
  readonly period: { readonly start: string; readonly end?: string }
  readonly doors: readonly Door[]
  readonly summary: string
  /** ISO days on which the description was first written and last changed. */
  readonly created: string
  readonly modified: string
  /** ATT&CK's campaign that this is. */
  readonly campaign?: string
  readonly amounts: readonly OperationAmount[]
  readonly victims: readonly OperationVictim[]
  /** Ids of rules in the pack that belong to it. */
  readonly rules: readonly string[]
  readonly timeline: readonly OperationMoment[]
  readonly techniques: readonly UsedTechnique[]
  readonly software: readonly UsedSoftware[]
  readonly infrastructure: readonly UsedInfrastructure[]
  readonly indicators: readonly OperationIndicator[]
  readonly sources: readonly OperationSource[]
  readonly claims: readonly AttributionClaim[]
  readonly contested: readonly Contested[]
}

/** Something of another publisher that operations refer to by its id: `objects.json`. */
export interface ReferredObject {
  /** Its STIX id. */
  readonly id: string
  readonly name: string
  /** Who keeps it: `attack` (ATT&CK), `misp` (MISP's galaxies), `cordon` (this pack). */
  readonly of: 'attack' | 'misp' | 'cordon'
  /** Time of creation at its publisher, RFC 3339. */
  readonly created: string
  readonly url?: string
  readonly description?: string
}

/** Referred objects by the word that operations use: an ATT&CK code, or a name. */
export type ReferredObjects = Readonly<Record<string, ReferredObject>>
