import { CordonError, type Severity, severities, type WatchName } from '@cordon/model'
import type pg from 'pg'
import {
  type FindingRow,
  foldText,
  type StoredFinding,
  toStoredFinding,
  type Verdict,
} from './finding-row.ts'

/** What findings to show. Everything that is given must hold. */
export interface FindingsQuery {
  readonly watch?: WatchName
  readonly state?: 'open' | 'closed'
  /** At least as severe. */
  readonly severity?: Severity
  readonly verdict?: Verdict
  /** Only those with a standing decision, or only those without. */
  readonly decided?: boolean
  /** Only those that have grown since they were decided. */
  readonly changedSinceDecision?: boolean
  /** Words that all occur in statement, subjects, matches, rule or id; case and accents don't matter. */
  readonly text?: string
  /** Most severe and strongest first (default), or newest first. */
  readonly order?: 'rank' | 'newest'
  /** Default 50, at most 1,000. */
  readonly limit?: number
  /** `next` of the page before. */
  readonly cursor?: string
}

/** One page of findings. */
export interface FindingsPage {
  readonly findings: readonly StoredFinding[]
  /** Present where more follow. New findings don't shift what a cursor has passed. */
  readonly next?: string
}

/** How many findings a query has, whole and by kind. */
export interface FindingCounts {
  readonly total: number
  readonly undecided: number
  readonly bySeverity: Readonly<Record<Severity, number>>
  readonly byVerdict: Readonly<Record<Verdict, number>>
}

/** @throws CordonError CORDON_FINDINGS_CURSOR for a cursor that is not one of ours */
export async function queryFindings(pool: pg.Pool, query: FindingsQuery): Promise<FindingsPage> {
  const limit = Math.max(1, Math.min(1_000, query.limit ?? 50))
  const { conditions, values } = filter(query)
  const newest = query.order === 'newest'
  if (query.cursor) {
    const [severity, score, arrival] = parseCursor(query.cursor)
    const at = values.length
    values.push(severity, score, arrival)
    const [s, w, a] = [`$${at + 1}::int`, `$${at + 2}::float8`, `$${at + 3}::bigint`]
    conditions.push(
      newest
        ? `(${s} is not null and ${w} is not null and arrival < ${a})`
        : `(severity, score, -arrival) < (${s}, ${w}, -${a})`,
    )
  }
  const { rows } = await pool.query<FindingRow>(
    `select * from finding ${where(conditions)}
     order by ${newest ? 'arrival desc' : 'severity desc, score desc, arrival'} limit ${limit + 1}`,
    values,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    findings: page.map(toStoredFinding),
    ...(rows.length > limit && last && { next: makeCursor(last) }),
  }
}

/** Counts over all findings of a query; limit, order and cursor don't matter. */
export async function findingCounts(pool: pg.Pool, query: FindingsQuery): Promise<FindingCounts> {
  const { conditions, values } = filter(query)
  const { rows } = await pool.query<{ severity: number; verdict: Verdict | null; count: number }>(
    `select severity, verdict, count(*) from finding ${where(conditions)} group by severity, verdict`,
    values,
  )
  const bySeverity = { low: 0, medium: 0, high: 0, critical: 0 }
  const byVerdict = { true: 0, false: 0, unsure: 0 }
  let total = 0
  for (const { severity, verdict, count } of rows) {
    total += count
    bySeverity[severities[severity]!] += count
    if (verdict) byVerdict[verdict] += count
  }
  const undecided = total - byVerdict.true - byVerdict.false - byVerdict.unsure
  return { total, undecided, bySeverity, byVerdict }
}

function filter(query: FindingsQuery): { conditions: string[]; values: unknown[] } {
  const conditions: string[] = []
  const values: unknown[] = []
  const add = (condition: string, value: unknown) => {
    values.push(value)
    conditions.push(condition.replace('?', `$${values.length}`))
  }
  if (query.watch) add('watch = ?', query.watch)
  if (query.state) add('state = ?', query.state)
  if (query.severity) add('severity >= ?', severities.indexOf(query.severity))
  if (query.verdict) add('verdict = ?', query.verdict)
  if (query.decided !== undefined) conditions.push(`verdict is ${query.decided ? 'not null' : 'null'}`)
  if (query.changedSinceDecision) conditions.push('revision > decided_revision')
  for (const word of foldText(query.text ?? '').split(/\s+/u)) if (word) add('strpos(search, ?) > 0', word)
  return { conditions, values }
}

function where(conditions: readonly string[]): string {
  return conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
}

function makeCursor({ severity, score, arrival }: FindingRow): string {
  return Buffer.from(JSON.stringify([severity, score, arrival])).toString('base64url')
}

function parseCursor(cursor: string): [number, number, number] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts) && parts.length === 3 && parts.every(Number.isFinite))
      return parts as [number, number, number]
  } catch {
    // Told below.
  }
  throw new CordonError({
    code: 'CORDON_FINDINGS_CURSOR',
    expected: 'the cursor that the page before gave as `next`',
    found: cursor.slice(0, 40),
    where: 'cursor',
    remedy: 'Leave it out to begin at the first page.',
  })
}
