import type { Claim } from './claim.ts'
import type { Tlp } from './finding.ts'
import type { IndicatorKind, Pap } from './indicators/kinds.ts'
import type { Instant } from './instant.ts'
import type { Ref } from './ref.ts'

/**
 * A threat object as its source has it: intrusion set, campaign, malware, tool, technique, report ... It keeps its STIX
 * id; objects of sources without STIX get one made of the source's own id (`intrusion-set--<uuid of the MISP cluster>`).
 */
export interface ThreatObject {
  readonly id: string
  /** The STIX type (`intrusion-set`, `attack-pattern`, `x-mitre-tactic` ...). */
  readonly type: string
  readonly name: string
  readonly source: string
  readonly created?: Instant
  /** Of several versions of one id the latest counts. */
  readonly modified?: Instant
  readonly revoked?: boolean
  /** Still there, no longer recommended (`x_mitre_deprecated`). */
  readonly deprecated?: boolean
  /** The publisher's short id, where there is one: `G0032`, `T1059.001`, `S0154`. */
  readonly code?: string
  readonly marking?: Tlp
  /** The object whole, in STIX terms. */
  readonly body: Readonly<Record<string, unknown>>
}

/** A relationship of two threat objects, as one source states it. */
export interface ThreatRelation {
  /** The STIX id of the relationship, or one made of its ends. */
  readonly id: string
  readonly from: string
  readonly to: string
  /** `uses`, `attributed-to`, `revoked-by`, `subtechnique-of`, `indicates`, `similar-to` ... */
  readonly relation: string
  readonly source: string
  readonly modified?: Instant
  readonly revoked?: boolean
  /** 0..1. */
  readonly confidence?: number
  readonly description?: string
  /** Reports that the source cites. */
  readonly references?: readonly { readonly name: string; readonly url?: string }[]
}

/** What one source says of one indicator. */
export interface IndicatorClaim {
  readonly kind: IndicatorKind
  /** Canonical, see `canonicalIndicator`. */
  readonly value: string
  readonly source: string
  /** The source's id of it, where there is one. */
  readonly id?: string
  /** Names under the domain are meant too. Only where the source says so. */
  readonly subdomains?: boolean
  /** What it is said to belong to: groups, malware, campaigns, events. */
  readonly about: readonly Ref[]
  /** The source's words. */
  readonly note?: string
  readonly references?: readonly string[]
  readonly validFrom?: Instant
  readonly validUntil?: Instant
  /** When the source last saw it, or last stood by it: where decay begins. */
  readonly lastSeen?: Instant
  /** 0..1; absent where the source gives none. */
  readonly confidence?: number
  readonly tlp?: Tlp
  readonly pap?: Pap
  /** Taken back by the source. */
  readonly revoked?: boolean
}

/** One thing that a reader of threat intelligence found. */
export type ThreatItem =
  | { readonly is: 'object'; readonly object: ThreatObject }
  | { readonly is: 'relation'; readonly relation: ThreatRelation }
  | { readonly is: 'claim'; readonly claim: Claim }
  | { readonly is: 'indicator'; readonly indicator: IndicatorClaim }

/** The key under which a name is looked up: case, spaces and punctuation don't count. Never an identity. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
