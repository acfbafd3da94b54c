import type { Instant } from '@cordon/model'
import type pg from 'pg'
import {
  applyBulk,
  type BulkChange,
  type BulkPreview,
  type BulkResult,
  type BulkSelection,
  previewBulk,
  undoBulk,
} from './cases-bulk.ts'
import { type Attachment, addLink, attach, type CaseLink, detach, removeLink } from './cases-files.ts'
import { lockCases } from './cases-lock.ts'
import { answerRelease, type Moved, type MoveRequest, moveCase } from './cases-move.ts'
import { joinPending } from './cases-pending.ts'
import { type CaseCounts, type CasesPage, type CasesQuery, caseCounts, queryCases } from './cases-query.ts'
import {
  assignees,
  attachmentBytes,
  type CaseEvent,
  type CaseFinding,
  type CaseFindingsQuery,
  type CasePlace,
  type CaseRef,
  caseAttachments,
  caseEvents,
  caseFindings,
  caseLinks,
  casePlaces,
  caseRefs,
  caseTimes,
  type TimeBin,
} from './cases-read.ts'
import { type CaseRecord, type CaseRow, toCase } from './cases-row.ts'
import { mergeCases, splitCase } from './cases-split.ts'
import { addNote, assignCase, setDue } from './cases-work.ts'

/**
 * Cases as a part of the store. Whatever changes one is in the audit log in the same transaction.
 * @throws CordonError CORDON_CASE_UNKNOWN and CORDON_CASE_MERGED from every change
 */
export interface Cases {
  list(query?: CasesQuery): Promise<CasesPage>
  counts(query?: CasesQuery): Promise<CaseCounts>
  /** Also one that has become a part of another: `mergedInto` names it. */
  get(id: number): Promise<CaseRecord | undefined>
  findings(
    id: number,
    query?: CaseFindingsQuery,
  ): Promise<{ readonly findings: readonly CaseFinding[]; readonly next?: string }>
  events(id: number, page?: { readonly limit?: number; readonly before?: number }): Promise<CaseEvent[]>
  refs(id: number, limit?: number): Promise<CaseRef[]>
  times(id: number): Promise<{ readonly width: number; readonly bins: readonly TimeBin[] }>
  places(id: number): Promise<CasePlace[]>
  attachments(id: number): Promise<Attachment[]>
  attachment(
    id: number,
    attachment: number,
  ): Promise<{ readonly name: string; readonly bytes: Buffer; readonly sha256: string } | undefined>
  links(id: number): Promise<CaseLink[]>
  assignees(): Promise<string[]>
  move(id: number, request: MoveRequest): Promise<Moved>
  answerRelease(
    id: number,
    answer: { readonly approve: boolean; readonly reason: string; readonly who: string },
  ): Promise<void>
  assign(id: number, request: { readonly to?: string | undefined; readonly who: string }): Promise<void>
  setDue(id: number, request: { readonly due: Instant; readonly who: string }): Promise<void>
  note(id: number, request: { readonly text: string; readonly who: string }): Promise<number>
  attach(
    id: number,
    file: { readonly name: string; readonly bytes: Buffer; readonly who: string },
  ): Promise<Attachment>
  detach(
    id: number,
    request: { readonly attachment: number; readonly who: string; readonly reason: string },
  ): Promise<void>
  link(
    id: number,
    request: { readonly label: string; readonly target: string; readonly who: string },
  ): Promise<CaseLink>
  unlink(id: number, request: { readonly link: number; readonly who: string }): Promise<void>
  /** @returns the number of the new case */
  split(
    id: number,
    request: { readonly findings: readonly string[]; readonly reason: string; readonly who: string },
  ): Promise<number>
  merge(
    id: number,
    request: { readonly others: readonly number[]; readonly reason: string; readonly who: string },
  ): Promise<void>
  preview(selection: BulkSelection, change: BulkChange): Promise<BulkPreview>
  bulk(selection: BulkSelection, change: BulkChange, who: string): Promise<BulkResult>
  undo(
    bulk: number,
    who: string,
  ): Promise<{ readonly cases: number; readonly findings: number; readonly changedSince: number }>
  /** Joins findings that came before there were cases. Does nothing where there are none; stopped in the middle it goes on. */
  joinPending(onProgress?: (joined: number) => void): Promise<number>
}

/** Makes the case store over a pool. */
export function caseStore(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): Cases {
  const locked = <T>(work: (client: pg.PoolClient, at: Instant) => Promise<T>) =>
    transaction(async (client) => {
      await lockCases(client)
      return work(client, now())
    })
  return {
    list: (query = {}) => queryCases(pool, query),
    counts: (query = {}) => caseCounts(pool, query, now()),
    async get(id) {
      const { rows } = await pool.query<CaseRow>('select * from casefile where id = $1', [id])
      return rows[0] && toCase(rows[0])
    },
    findings: (id, query = {}) => caseFindings(pool, id, query),
    events: (id, page = {}) => caseEvents(pool, id, page),
    refs: (id, limit) => caseRefs(pool, id, limit),
    times: (id) => caseTimes(pool, id),
    places: (id) => casePlaces(pool, id),
    attachments: (id) => caseAttachments(pool, id),
    attachment: (id, attachment) => attachmentBytes(pool, id, attachment),
    links: (id) => caseLinks(pool, id),
    assignees: () => assignees(pool),
    move: (id, request) => locked((client, at) => moveCase(client, id, request, at)),
    answerRelease: (id, answer) => locked((client, at) => answerRelease(client, id, answer, at)),
    assign: (id, { to, who }) => locked((client, at) => assignCase(client, id, { to, who }, at)),
    setDue: (id, request) => locked((client, at) => setDue(client, id, request, at)),
    note: (id, request) => locked((client, at) => addNote(client, id, request, at)),
    attach: (id, file) => locked((client, at) => attach(client, id, file, at)),
    detach: (id, request) => locked((client, at) => detach(client, id, request, at)),
    link: (id, request) => locked((client, at) => addLink(client, id, request, at)),
    unlink: (id, request) => locked((client, at) => removeLink(client, id, request, at)),
    split: (id, request) => locked((client, at) => splitCase(client, id, request, at)),
    merge: (id, request) => locked((client, at) => mergeCases(client, id, request, at)),
    preview: (selection, change) => transaction((client) => previewBulk(client, selection, change)),
    bulk: (selection, change, who) => locked((client, at) => applyBulk(client, selection, change, who, at)),
    undo: (bulk, who) => locked((client, at) => undoBulk(client, bulk, who, at)),
    joinPending: (onProgress) => joinPending(transaction, now, onProgress),
  }
}
