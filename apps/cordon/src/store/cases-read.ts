import type { Join } from '@cordon/casework'
import { type Instant, type Severity, severities, type WatchName } from '@cordon/model'
import type pg from 'pg'
import type { CaseEventKind } from './cases-events.ts'
import type { Attachment, CaseLink } from './cases-files.ts'
import {
  type FindingRow,
  findingsWithDecision,
  foldText,
  type StoredFinding,
  toStoredFinding,
} from './finding-row.ts'
import { parsePlace, placeText } from './paging.ts'

/** A finding in its case, with why it is there. */
export interface CaseFinding extends StoredFinding {
  readonly joins: readonly Join[]
  readonly joinedAt: Instant
}

/** Which findings of a case are shown. */
export interface CaseFindingsQuery {
  /** Only those that wait for a decision. */
  readonly undecided?: boolean
  readonly text?: string
  readonly order?: 'rank' | 'time'
  readonly limit?: number
  readonly cursor?: string
}

/** One entry of a case's log, its own or of a case that has become a part of it. */
export interface CaseEvent {
  readonly id: number
  readonly case: number
  readonly at: Instant
  readonly actor: string
  readonly kind: CaseEventKind
  readonly body: Readonly<Record<string, unknown>>
}

/** Something that findings of a case are about, or met. */
export interface CaseRef {
  readonly role: 'subject' | 'match'
  readonly kind: string
  readonly id: string
  readonly label: string
  readonly findings: number
}

/** How many findings of a case happened when. */
export interface TimeBin {
  readonly start: Instant
  readonly watch: WatchName
  readonly severity: Severity
  readonly count: number
}

/** Where findings of a case happened. */
export interface CasePlace {
  readonly finding: string
  readonly lat: number
  readonly lon: number
  readonly at: Instant
  readonly severity: Severity
  readonly watch: WatchName
}

/** One page of a case's findings, the gravest or the earliest first. */
export async function caseFindings(
  pool: pg.Pool,
  id: number,
  query: CaseFindingsQuery,
): Promise<{ readonly findings: readonly CaseFinding[]; readonly next?: string }> {
  const limit = Math.max(1, Math.min(1_000, query.limit ?? 50))
  const conditions = ['c.case_id = $1']
  const values: unknown[] = [id]
  const put = (value: unknown) => `$${values.push(value)}`
  const byTime = query.order === 'time'
  if (query.undecided) conditions.push('c.verdict is null and not c.withdrawn')
  for (const word of foldText(query.text ?? '').split(/\s+/u))
    if (word)
      conditions.push(
        `exists (select 1 from finding s where s.id = c.finding_id and strpos(s.search, ${put(word)}) > 0)`,
      )
  if (query.cursor) {
    const [a, b, arrival] = parsePlace(query.cursor, 3, 'CORDON_CASES_CURSOR') as [number, number, number]
    conditions.push(
      byTime
        ? `(c.start_at, c.arrival) > (${put(a)}::bigint, ${put(arrival)}::bigint)`
        : `(c.severity, c.score, -c.arrival) < (${put(a)}::int, ${put(b)}::float8, -${put(arrival)}::bigint)`,
    )
  }
  const { rows } = await pool.query<FindingRow & { joins: string; joined_at: number; start_at: number }>(
    `select finding.*, p.joins, p.joined_at, p.start_at from (
       select * from case_finding c where ${conditions.join(' and ')}
       order by ${byTime ? 'c.start_at, c.arrival' : 'c.severity desc, c.score desc, -c.arrival desc'} limit ${limit + 1}) as p
     join ${findingsWithDecision} on finding.id = p.finding_id
     order by ${byTime ? 'p.start_at, p.arrival' : 'p.severity desc, p.score desc, p.arrival'}`,
    values,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const place =
    last && (byTime ? [last.start_at, 0, last.arrival] : [last.severity, last.score, last.arrival])
  return {
    findings: page.map((row) => ({
      ...toStoredFinding(row),
      joins: JSON.parse(row.joins) as Join[],
      joinedAt: row.joined_at,
    })),
    ...(rows.length > limit && place && { next: placeText(place) }),
  }
}

/** The log of a case, latest first, with those of the cases that have become a part of it. */
export async function caseEvents(
  pool: pg.Pool,
  id: number,
  { limit = 50, before }: { readonly limit?: number; readonly before?: number },
): Promise<CaseEvent[]> {
  const { rows } = await pool.query<Omit<CaseEvent, 'case' | 'body'> & { case_id: number; body: string }>(
    `select * from case_event
     where case_id = any(array(select id from casefile where merged_into = $1 union all select $1::bigint)) and id < $2
     order by id desc limit $3`,
    [id, before ?? Number.MAX_SAFE_INTEGER, Math.min(1_000, limit)],
  )
  return rows.map(({ case_id, body, ...row }) => ({
    ...row,
    case: case_id,
    body: JSON.parse(body) as Record<string, unknown>,
  }))
}

/** What most findings of a case are about and met. */
export async function caseRefs(pool: pg.Pool, id: number, limit = 50): Promise<CaseRef[]> {
  const { rows } = await pool.query<CaseRef>(
    `select role, kind, id, label, findings from (
       select role, kind, ref_id as id, label, findings,
         row_number() over (partition by role order by findings desc, hash) as place
       from case_ref where case_id = $1) as ranked
     where place <= $2 order by role desc, findings desc, id`,
    [id, limit],
  )
  return rows
}

/** The findings of a case over time, in at most about so many spans of equal length. */
export async function caseTimes(
  pool: pg.Pool,
  id: number,
  bins = 80,
): Promise<{ readonly width: number; readonly bins: readonly TimeBin[] }> {
  const { rows: spans } = await pool.query<{ first: number | null; last: number | null }>(
    'select min(start_at) as first, max(start_at) as last from case_finding where case_id = $1',
    [id],
  )
  const { first, last } = spans[0]!
  if (first === null || last === null) return { width: 0, bins: [] }
  const width = Math.max(60_000, Math.ceil((last - first + 1) / bins))
  const { rows } = await pool.query<{ bin: number; watch: WatchName; severity: number; count: number }>(
    `select (start_at - $2) / $3 as bin, watch, severity, count(*)::integer as count
     from case_finding where case_id = $1 group by 1, 2, 3 order by 1, 2, 3`,
    [id, first, width],
  )
  return {
    width,
    bins: rows.map(({ bin, watch, severity, count }) => ({
      start: first + Number(bin) * width,
      watch,
      severity: severities[severity]!,
      count,
    })),
  }
}

/** Where findings of a case happened, the gravest first. */
export async function casePlaces(pool: pg.Pool, id: number, limit = 500): Promise<CasePlace[]> {
  const { rows } = await pool.query<Omit<CasePlace, 'severity'> & { severity: number }>(
    `select finding_id as finding, lat, lon, start_at as at, severity, watch from case_finding
     where case_id = $1 and lat is not null order by severity desc, score desc, arrival limit $2`,
    [id, limit],
  )
  return rows.map((row) => ({ ...row, severity: severities[row.severity]! }))
}

/** The files of a case, those that were removed with them. */
export async function caseAttachments(pool: pg.Pool, id: number): Promise<Attachment[]> {
  const { rows } = await pool.query<Attachment & { removed_at: number | null }>(
    'select id, name, size, sha256, who, at, removed_at from case_attachment where case_id = $1 order by id',
    [id],
  )
  return rows.map(({ removed_at, ...row }) => ({
    ...row,
    ...(removed_at !== null && { removed: removed_at }),
  }))
}

/** The bytes of a file; undefined where there is none, or it was removed. */
export async function attachmentBytes(
  pool: pg.Pool,
  id: number,
  attachment: number,
): Promise<{ readonly name: string; readonly bytes: Buffer; readonly sha256: string } | undefined> {
  const { rows } = await pool.query<{ name: string; bytes: Buffer | null; sha256: string }>(
    'select name, bytes, sha256 from case_attachment where case_id = $1 and id = $2',
    [id, attachment],
  )
  const [row] = rows
  return row?.bytes ? { ...row, bytes: row.bytes } : undefined
}

/** The links of a case to records elsewhere. */
export async function caseLinks(pool: pg.Pool, id: number): Promise<CaseLink[]> {
  const { rows } = await pool.query<CaseLink>(
    'select id, label, target, who, at from case_link where case_id = $1 and removed_at is null order by id',
    [id],
  )
  return rows
}

/** Names to whom cases are or were assigned, for those who assign. */
export async function assignees(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ assignee: string }>(
    'select distinct assignee from casefile where assignee is not null order by assignee limit 200',
  )
  return rows.map(({ assignee }) => assignee)
}
