import { type CaseState, caseStates } from '@cordon/casework'
import { type Instant, type Severity, severities, type WatchName } from '@cordon/model'
import type pg from 'pg'
import { type CaseRecord, type CaseRow, toCase } from './cases-row.ts'
import { foldText } from './finding-row.ts'
import { parsePlace, placeText } from './paging.ts'

/** What cases to show. Everything that is given must hold. */
export interface CasesQuery {
  /** `open`: new, in review or escalated. Default `open`. */
  readonly state?: CaseState | 'open' | 'closed' | 'all'
  /** At least as severe. */
  readonly severity?: Severity
  /** Only those with a finding by this door. */
  readonly watch?: WatchName
  /** Whose; `nobody` for those that are not assigned. */
  readonly assignee?: string
  /** Only those that are due before. */
  readonly dueBefore?: Instant
  /** Only those whose notes mention somebody. */
  readonly mentions?: string
  /** Only those that wait for a second person. */
  readonly awaitsRelease?: boolean
  /** Words that all occur in title, number, subjects or matches; case and accents don't matter. */
  readonly text?: string
  /** The gravest and most urgent first (default), or the newest first. */
  readonly order?: 'rank' | 'newest'
  /** Default 50, at most 1,000. */
  readonly limit?: number
  /** `next` of the page before. */
  readonly cursor?: string
}

/** One page of cases. */
export interface CasesPage {
  readonly cases: readonly CaseRecord[]
  readonly next?: string
}

/** How many cases there are, of a query without its state. */
export interface CaseCounts {
  readonly byState: Readonly<Record<CaseState, number>>
  /** Open ones by severity. */
  readonly bySeverity: Readonly<Record<Severity, number>>
  /** Open ones that are past their date. */
  readonly overdue: number
  /** Those that wait for a second person. */
  readonly awaiting: number
}

/** @throws CordonError CORDON_CASES_CURSOR for a cursor that is not one of ours */
export async function queryCases(pool: pg.Pool | pg.ClientBase, query: CasesQuery): Promise<CasesPage> {
  const limit = Math.max(1, Math.min(1_000, query.limit ?? 50))
  const { conditions, values } = caseFilter(query)
  const newest = query.order === 'newest'
  if (query.cursor) {
    const [severity, due, id] = parsePlace(query.cursor, 3, 'CORDON_CASES_CURSOR')
    const put = (value: number, type: string) => `$${values.push(value)}::${type}`
    conditions.push(
      newest
        ? `id < ${put(id!, 'bigint')}`
        : `(-severity, due_at, id) > (-${put(severity!, 'int')}, ${put(due!, 'bigint')}, ${put(id!, 'bigint')})`,
    )
  }
  const { rows } = await pool.query<CaseRow>(
    `select * from casefile where ${conditions.join(' and ')}
     order by ${newest ? 'id desc' : '-severity, due_at, id'} limit ${limit + 1}`,
    values,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    cases: page.map(toCase),
    ...(rows.length > limit && last && { next: placeText([last.severity, last.due_at, last.id]) }),
  }
}

/** The ids of all cases of a query, at most so many. */
export async function caseIds(client: pg.ClientBase, query: CasesQuery, most: number): Promise<number[]> {
  const { conditions, values } = caseFilter(query)
  const { rows } = await client.query<{ id: number }>(
    `select id from casefile where ${conditions.join(' and ')} order by -severity, due_at, id limit ${most}`,
    values,
  )
  return rows.map(({ id }) => id)
}

/** Counts over all cases of a query; its state, order and cursor don't matter. */
export async function caseCounts(pool: pg.Pool, query: CasesQuery, now: Instant): Promise<CaseCounts> {
  const { conditions, values } = caseFilter({ ...query, state: 'all' })
  values.push(now)
  const { rows } = await pool.query<{
    state: CaseState
    severity: number
    count: number
    overdue: number
    awaiting: number
  }>(
    `select state, severity, count(*)::integer as count,
       (count(*) filter (where due_at < $${values.length}))::integer as overdue,
       (count(*) filter (where release is not null))::integer as awaiting
     from casefile where ${conditions.join(' and ')} group by state, severity`,
    values,
  )
  const byState = Object.fromEntries(caseStates.map((state) => [state, 0])) as Record<CaseState, number>
  const bySeverity = { low: 0, medium: 0, high: 0, critical: 0 }
  let [overdue, awaiting] = [0, 0]
  for (const row of rows) {
    byState[row.state] += row.count
    awaiting += row.awaiting
    if (!openStates.includes(row.state)) continue
    bySeverity[severities[row.severity]!] += row.count
    overdue += row.overdue
  }
  return { byState, bySeverity, overdue, awaiting }
}

const openStates: readonly CaseState[] = ['new', 'in-review', 'escalated']
const isOpenSql = `state in ('new', 'in-review', 'escalated')`

function caseFilter(query: CasesQuery): { conditions: string[]; values: unknown[] } {
  const conditions = ['merged_into is null']
  const values: unknown[] = []
  const add = (condition: string, value: unknown) => {
    values.push(value)
    conditions.push(condition.replace('?', `$${values.length}`))
  }
  const { state = 'open' } = query
  if (state === 'open') conditions.push(isOpenSql)
  else if (state === 'closed') conditions.push(`not ${isOpenSql}`)
  else if (state !== 'all') add('state = ?', state)
  if (query.severity) add('severity >= ?', severities.indexOf(query.severity))
  if (query.watch) add('? = any(doors)', query.watch)
  if (query.assignee === 'nobody') conditions.push('assignee is null')
  else if (query.assignee) add('assignee = ?', query.assignee)
  if (query.dueBefore !== undefined) add('due_at < ?', query.dueBefore)
  if (query.mentions)
    add('id in (select case_id from case_mention where who = ?)', query.mentions.toLowerCase())
  if (query.awaitsRelease) conditions.push('release is not null')
  for (const word of foldText(query.text ?? '').split(/\s+/u)) if (word) add('strpos(search, ?) > 0', word)
  return { conditions, values }
}
