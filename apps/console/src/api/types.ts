/**
 * The answers of the HTTP API that the console reads, in its own words. contract.ts holds them to the OpenAPI document;
 * newer routes take their types from there.
 */

/** FollowTheMoney entity, as yente serves it. */
export interface Entity {
  readonly id: string
  readonly caption: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
  readonly datasets: readonly string[]
  readonly referents?: readonly string[]
  readonly target?: boolean
  readonly first_seen?: string
  readonly last_seen?: string
  readonly last_change?: string
}

/** How one feature of a query met a candidate. */
export interface Explanation {
  readonly score: number
  readonly detail?: string | null
  readonly query?: string | null
  readonly candidate?: string | null
}

/** A result of `POST /match/default`. */
export interface ScoredEntity extends Entity {
  readonly score: number
  readonly match: boolean
  readonly explanations?: Readonly<Record<string, Explanation>>
}

/** `GET /search/default`. */
export interface SearchAnswer {
  readonly results: readonly Entity[]
  readonly total: { readonly value: number; readonly relation?: string }
}

/** One query of `POST /match/default`. */
export interface MatchQuery {
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** `POST /match/default`. */
export interface MatchAnswer {
  readonly responses: Readonly<
    Record<string, { readonly status: number; readonly results: readonly ScoredEntity[] }>
  >
}

/** `GET /api/status`. */
export interface Status {
  readonly version: string
  /** Only the starter pack is loaded: no publisher's list yet. */
  readonly starterOnly: boolean
  readonly ready: boolean
  readonly loading?: { readonly done: number; readonly total: number } | null
  readonly lists: number
  readonly entities: number
}

/** One stored version of a list. */
export interface ListVersion {
  readonly version: string
  readonly seq: number
  readonly imported: string | number
  readonly entities: number
  readonly current: boolean
}

/** One list, as its current version stands. */
export interface List {
  readonly source: string
  readonly title: string
  readonly publisher: string
  readonly url?: string | null
  readonly version: string
  readonly fetched: string | number
  readonly imported: string | number
  readonly sha256: string
  readonly format: string
  readonly entities: number
  readonly targets: number
  readonly statements: number
  readonly rejected: number
  readonly starter: boolean
  readonly dropped?: Readonly<Record<string, number>>
  readonly fetch?: ListFetch
  readonly versions: readonly ListVersion[]
}

/** Where the fetching of a list stands. Times are ISO 8601. */
export interface ListFetch {
  readonly name: string
  readonly title: string
  readonly url?: string
  readonly checked?: string
  readonly changed?: string
  readonly error?: string
  readonly errorAt?: string
  readonly failures: number
  readonly held?: { readonly reason: string; readonly at: string }
}

/** `GET /api/lists/updates`. */
export interface Updates {
  readonly lists: readonly ListFetch[]
  readonly every?: number
  readonly next?: string
}

/** `GET /api/lists/{source}/versions/{seq}/rejects`. */
export interface Rejects {
  readonly rejects: readonly { readonly where: string; readonly reason: string; readonly excerpt: string }[]
  readonly total: number
}

/** One value of one property, with who says so and since when. */
export interface Fact {
  readonly property: string
  readonly label?: string
  readonly value: string
  readonly original?: string | null
  readonly lang?: string | null
  readonly source: string
  readonly version?: string | null
  readonly firstSeen?: string | null
  readonly lastSeen?: string | null
  readonly date?: { readonly circa?: boolean; readonly from?: string; readonly to?: string } | null
}

/** A typed relation to another entity; `via` is the edge, with its own properties. */
export interface Link {
  readonly property: string
  readonly label: string
  readonly direction: 'out' | 'in'
  readonly via?: Entity | null
  readonly entity: Entity
}

/** `GET /api/entities/{id}`. */
export interface EntityPage {
  readonly entity: Entity
  readonly statements: readonly Fact[]
  readonly links: readonly Link[]
  readonly sanctions: readonly Entity[]
}

/** Severity of a finding. */
export type Severity = 'low' | 'medium' | 'high' | 'critical'
/** What a person decided. */
export type Verdict = 'true' | 'false' | 'unsure'
/** What the queue can be narrowed to. */
export type VerdictFilter = Verdict | 'undecided' | 'all'

/** A pointer to one thing. */
export interface Ref {
  readonly kind: string
  readonly id: string
  readonly label: string
}

/** One reason for or against a finding. */
export interface Evidence {
  readonly feature: string
  readonly query: string
  readonly candidate: string
  readonly contribution: number
  readonly detail: string
  readonly source?: string
  readonly version?: string
  readonly path?: string
}

/** A person's decision on a finding. */
export interface Decision {
  readonly verdict: Verdict
  readonly reason: string
  readonly by?: string
  readonly at?: string | number
}

/** Something a person should look at. */
export interface Finding {
  readonly id: string
  readonly revision: number
  readonly state: 'open' | 'closed'
  readonly watch: string
  readonly rule: string
  readonly ruleVersion: string
  readonly severity: Severity
  readonly score: number
  readonly subjects: readonly Ref[]
  readonly matches: readonly Ref[]
  readonly window: { readonly start: number; readonly end?: number }
  readonly evidence: readonly Evidence[]
  readonly knowledgeVersions: Readonly<Record<string, string>>
  readonly marking: string
  readonly statement: string
  readonly decision?: Decision | null
}

/** `GET /api/findings`. */
export interface FindingsPage {
  readonly findings: readonly Finding[]
  readonly next?: string | null
  readonly counts: Readonly<Partial<Record<VerdictFilter, number>>>
}

/** One entry of the audit log; each carries the hash of the one before. */
export interface AuditEntry {
  readonly seq: number
  readonly at: string | number
  readonly actor: string
  readonly action: string
  readonly subject?: string | null
  readonly detail?: unknown
  readonly hash: string
}

/** `GET /api/audit`. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[]
  readonly next?: string | null
}

/** `GET /api/audit/verify`. */
export interface AuditVerification {
  readonly ok: boolean
  readonly entries: number
  readonly head?: string | null
  readonly fault?: unknown
}

/** A finding in logs, as `GET /api/network` lists it. */
export interface Detection {
  readonly id: string
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly hosts: readonly string[]
  readonly techniques: readonly string[]
  readonly records: number
  /** UTC milliseconds; 0 where records say no time. */
  readonly start: number
  readonly end?: number
  readonly verdict?: Verdict
}

/** `GET /api/network`. */
export interface NetworkView {
  readonly total: number
  readonly detections: readonly Detection[]
  readonly matrix: readonly {
    readonly id: string
    readonly title: string
    readonly techniques: readonly string[]
  }[]
  /** Names of techniques, where ATT&CK was imported. */
  readonly names?: Readonly<Record<string, string>>
  /** Groups with the techniques known of them, where ATT&CK was imported. */
  readonly groups?: readonly {
    readonly id: string
    readonly name: string
    readonly techniques: readonly string[]
  }[]
}
/** Why an entry is held to be one with another. */
export interface JoinReason {
  readonly kind: 'person' | 'reference' | 'identifier' | 'score'
  readonly reason: string
  readonly by: string
  readonly since: string
  readonly with: string
}

/** `GET /api/entities/{id}/joined`. */
export interface Joined {
  readonly id: string
  readonly members: readonly {
    readonly id: string
    readonly label: string
    readonly datasets: readonly string[]
    readonly properties: Readonly<Record<string, readonly string[]>>
    readonly joined: readonly JoinReason[]
  }[]
  readonly apart: readonly {
    readonly id: string
    readonly label: string
    readonly reasons: readonly JoinReason[]
  }[]
}

/** How a party stands under a rule of ownership. */
export type OwnershipVerdict = 'listed' | 'owned' | 'controlled' | 'possible' | 'no'

/** A part of `GET /api/entities/{id}/ownership`: one rule. */
export interface OwnershipRuleView {
  readonly rule: { readonly name: string; readonly title: string; readonly citation: string }
  readonly judgement: {
    readonly verdict: OwnershipVerdict
    readonly held: { readonly low: number; readonly high: number }
  }
  readonly chain: {
    readonly nodes: readonly {
      readonly id: string
      readonly label: string
      readonly schema?: string
      readonly verdict: OwnershipVerdict
      readonly level: number
    }[]
    readonly edges: readonly {
      readonly from: string
      readonly to: string
      readonly link: {
        readonly kind: 'share' | 'control'
        readonly share?: { readonly low: number; readonly high: number }
        readonly role?: string
      }
    }[]
    readonly cut: boolean
  }
  readonly ownLists: boolean
  readonly statement: string
}

/** `GET /api/entities/{id}/ownership`. */
export interface Ownership {
  readonly day: string
  readonly rules: readonly OwnershipRuleView[]
}

/** One change of one field. */
export interface FieldChange {
  readonly field: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly words: string
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly material: boolean
}

/** An entry that came, went or changed. */
export interface EntryChange {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly id: string
  readonly schema: string
  readonly caption: string
  readonly formerCaption?: string
  readonly basis?: readonly string[]
  readonly changes?: readonly FieldChange[]
}

/** `GET /api/lists/{source}/changes`. */
export interface Changes {
  readonly source: string
  readonly from: { readonly version: string; readonly seq?: number }
  readonly to: { readonly version: string; readonly seq?: number }
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly unchanged: number
  readonly fields: readonly { readonly field: string; readonly words: string; readonly count: number }[]
  readonly entries: readonly EntryChange[]
  readonly total: number
  readonly affected: readonly {
    readonly party: string
    readonly label: string
    readonly entityId: string
    readonly finding: string
    readonly open: boolean
  }[]
}

/** `GET /api/monitor`. */
export interface Watched {
  readonly parties: number
  readonly ran?: string
  readonly page: readonly {
    readonly id: string
    readonly schema: string
    readonly properties: Readonly<Record<string, readonly string[]>>
    readonly seenAt: string
    readonly open: number
  }[]
  readonly next?: string
}
