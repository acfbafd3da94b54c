import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>
type Bigint = ColumnType<number, number, number>

/** `source`: a publisher's list, and which of its versions answers. */
export interface SourceTable {
  name: string
  title: string
  publisher: string
  url: string | null
  starter: boolean
  current_seq: number | null
}

/** `list_version`: one import. `seq` counts the imports of a source from 1. */
export interface ListVersionTable {
  source: string
  seq: number
  version: string
  /** Instants are UTC milliseconds. */
  fetched: Bigint
  imported_at: Bigint
  /** Of the raw bytes, hexadecimal. */
  sha256: string
  format: string
  entities: number
  statements: number
  rejects: number
  report: Json
}

/** `entity_content`: what one source says of one entity, valid for the versions from `from_seq` up to, not with, `until_seq`. */
export interface EntityContentTable {
  source: string
  entity_id: string
  from_seq: number
  until_seq: number
  content_hash: Buffer
  schema: string
  statements: Json
  first_seen: Json
}

/** `list_reject`: a record of an import that could not be read. */
export interface ListRejectTable {
  source: string
  seq: number
  ordinal: number
  reject: Json
}

/** `finding`: the highest revision of each, with the decision that stands. */
export interface FindingTable {
  id: string
  /** Order of first arrival. */
  arrival: Generated<number>
  revision: number
  state: string
  watch: string
  rule: string
  /** Place in `severities`. */
  severity: number
  score: number
  window_start: Bigint
  body: ColumnType<string, string, string>
  search: string
  arrived_at: Bigint
  revised_at: Bigint
  verdict: string | null
  decided_revision: number | null
}

/** `finding_decision`: every verdict ever given; the last one stands. A withdrawal has no verdict. */
export interface FindingDecisionTable {
  id: Generated<number>
  finding_id: string
  verdict: string | null
  reason: string
  who: string
  at: Bigint
  revision: number
}

/** `audit`: the chain. */
export interface AuditTable {
  seq: number
  at: Bigint
  actor: string
  action: string
  subject: string
  detail: string
  prev_hash: string
  hash: string
}

/** `audit_head`: one row, the end of the chain. */
export interface AuditHeadTable {
  seq: number
  hash: string
}

/** `watch_state`: where a run of a watch stands. */
export interface WatchStateTable {
  run: string
  commits: number
  position: Json
  snapshot: Json
  latest_event: ColumnType<number | null, number | null, number | null>
  watermark: ColumnType<number | null, number | null, number | null>
  observed: Bigint
  late: Bigint
  ended: boolean
  committed_at: Bigint
}

/** All tables by name. */
export interface Tables {
  source: SourceTable
  list_version: ListVersionTable
  entity_content: EntityContentTable
  list_reject: ListRejectTable
  finding: FindingTable
  finding_decision: FindingDecisionTable
  audit: AuditTable
  audit_head: AuditHeadTable
  watch_state: WatchStateTable
}
