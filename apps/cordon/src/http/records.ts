import type { Bytes, Reject } from '@cordon/formats'
import type { Finding, Instant, StoredStatement } from '@cordon/model'
import type { PartyQuery } from '@cordon/screening'
import type { FetchView } from '../fetch/fetch-status.ts'
import type { BuiltGraph } from '../graph/graph-holder.ts'
import type { KnownList } from '../known/known.ts'
import type { NetworkView } from '../network/detections.ts'
import type { Pushed } from '../network/push.ts'
import type { RuleChoice } from '../network/rules.ts'
import type { RunSummary } from '../runner/index.ts'
import type { SeaImport } from '../sea/import-sea.ts'
import type { SeaStore, Store } from '../store/index.ts'
import type { KnownThreats } from '../threats/known-threats.ts'

/** One stored version of a list, as `/api/lists` tells it. Times are ISO 8601. */
export interface ListVersionView {
  readonly version: string
  /** Counts the versions of a source from 1. */
  readonly seq: number
  readonly imported: string
  readonly entities: number
  readonly current: boolean
}

/** One list with its current version and those kept before. */
export interface ListView {
  readonly source: string
  readonly title: string
  readonly publisher: string
  readonly url?: string
  readonly version: string
  readonly fetched: string
  readonly imported: string
  readonly sha256: string
  readonly format: string
  readonly entities: number
  readonly targets: number
  readonly statements: number
  readonly rejected: number
  readonly starter: boolean
  readonly versions: readonly ListVersionView[]
  /** What a policy left out at the import of the current version, with how often. */
  readonly dropped?: Readonly<Record<string, number>>
  /** Where its fetching stands; absent where it is not fetched. */
  readonly fetch?: FetchView
}

/** The fetching of all lists. */
export interface UpdatesView {
  readonly lists: readonly FetchView[]
  /** Milliseconds between two rounds of this server; absent where it fetches nothing by itself. */
  readonly every?: number
  /** When the next round begins, ISO 8601. */
  readonly next?: string
}

/** What a person can say of a finding. */
export const verdicts = ['true', 'false', 'unsure'] as const
/** One of `verdicts`. */
export type Verdict = (typeof verdicts)[number]

/** What a person said of a finding, and of which revision of it. */
export interface DecisionView {
  readonly verdict: Verdict
  readonly reason: string
  readonly by: string
  readonly at: string
  readonly revision: number
}

/** A finding with the decision in force. */
export interface FindingView extends Finding {
  readonly decision?: DecisionView
  /** The case that it is in. */
  readonly case?: number
}

/** Which findings are asked for. */
export interface FindingFilter {
  readonly watch?: string
  readonly verdict: Verdict | 'undecided' | 'all'
  readonly severity?: string
  /** Words that the statement, the subjects or the matches must hold. */
  readonly q?: string
  readonly limit: number
  /** `next` of the page before. */
  readonly cursor?: string
}

/** One page of findings, the gravest first. */
export interface FindingPage {
  readonly findings: readonly FindingView[]
  readonly next?: string
  readonly counts: Readonly<Record<Verdict | 'undecided', number>>
}

/** One entry of the audit log; each carries the hash of the one before. */
export interface AuditView {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject?: string
  readonly detail?: unknown
  readonly hash: string
}

/** The outcome of checking the chain from its first entry. */
export interface AuditVerdict {
  readonly ok: boolean
  readonly entries: number
  readonly head?: string
  /** The first entry that does not fit, and how. */
  readonly fault?: { readonly kind: string; readonly seq: number; readonly detail: string }
}

/** Where things are, and what lists.yaml says of them. */
export interface PlaceView {
  readonly data: string
  readonly lists: string
  readonly drop: readonly string[]
  readonly every?: number
}

/** What the routes ask of the store. */
export interface Records {
  /** The store itself, for what the routes of one family alone ask. */
  store(): Promise<Store>
  place(): Promise<PlaceView>
  /** What logs that are pushed are matched against. */
  readonly rules: RuleChoice
  /** The sea as it is shown. */
  sea(): Promise<SeaStore>
  /** Watches a file of AIS, and keeps what is found. */
  importSea(given: SeaImport): Promise<RunSummary>
  /** Threat intelligence: what is known now, the store it is from, and its clock. */
  threats(): Promise<{ readonly store: Store; known(): Promise<KnownThreats>; now(): Instant }>
  /** How everything is linked; some seconds old unless it must be fresh. */
  graph(fresh: boolean): Promise<BuiltGraph>
  lists(): Promise<readonly ListView[]>
  updates(): Promise<UpdatesView>
  /** Undefined where there is no such version. */
  rejects(
    source: string,
    seq: number,
    page: { limit: number; offset: number },
  ): Promise<{ readonly rejects: readonly Reject[]; readonly total: number } | undefined>
  /** Everything that the lists that answer say, in the versions that answer, of an entity under any of these ids. */
  statements(ids: readonly string[], lists: readonly KnownList[]): Promise<readonly StoredStatement[]>
  findings(filter: FindingFilter): Promise<FindingPage>
  finding(id: string): Promise<FindingView | undefined>
  /** Undefined where there is no such finding. Writes the audit log in the same transaction. */
  decide(
    id: string,
    decision: { verdict: Verdict; reason: string; by: string },
  ): Promise<FindingView | undefined>
  /** Takes the decision back; the record of it stays. */
  undecide(id: string, by: string): Promise<FindingView | undefined>
  /** Screens a party through the watch, so that what it meets is kept as findings. */
  watchParty(id: string, query: PartyQuery): Promise<void>
  /** What the watch over networks found. */
  network(): Promise<NetworkView>
  /** Puts log records through the watch over networks. */
  pushLogs(bytes: Bytes, name: string): Promise<Pushed>
  audit(page: {
    limit: number
    cursor?: string
  }): Promise<{ readonly entries: readonly AuditView[]; readonly next?: string }>
  verifyAudit(): Promise<AuditVerdict>
}
