import { type Finding, type Instant, type Severity, severities } from '@cordon/model'
import { streamRows } from '../store/cursor.ts'
import type { Store } from '../store/index.ts'
import { listHappening } from './happenings.ts'
import { type Occurrence, occurrenceOf } from './occurrence.ts'
import type { WarningRule } from './rule.ts'

const day = 86_400_000
/** The span that a preview looks back on, days. */
export const previewDays = 30
const mostFindings = 50_000
const shown = 5

/** What a rule would have told in the last thirty days. */
export interface WarningPreview {
  readonly days: number
  readonly count: number
  /** Each day's count, the oldest first. */
  readonly byDay: readonly number[]
  readonly bySeverity: Readonly<Record<Severity, number>>
  /** The latest ones. */
  readonly latest: readonly Occurrence[]
  /** Set where there is more than was looked at: the count is then of the latest. */
  readonly cut: boolean
}

/** Puts what was stored in the last thirty days through a rule: the same code that decides what is sent. */
export async function previewRule(store: Store, rule: WarningRule, now: Instant): Promise<WarningPreview> {
  const since = now - previewDays * day
  const told: Occurrence[] = []
  let count = 0
  let cut = false
  const byDay = Array.from({ length: previewDays }, () => 0)
  const bySeverity: Record<Severity, number> = { low: 0, medium: 0, high: 0, critical: 0 }
  const take = (occurrence: Occurrence | undefined) => {
    if (!occurrence) return
    count++
    const at = Math.min(previewDays - 1, Math.max(0, Math.floor((occurrence.at - since) / day)))
    byDay[at]! += 1
    bySeverity[occurrence.severity]++
    if (told.length < shown) told.push(occurrence)
  }
  if (rule.when.on === 'findings') {
    let looked = 0
    for await (const { finding, at } of findingsSince(store, since, rule.when.severity)) {
      looked++
      take(occurrenceOf(rule, { kind: 'finding', at, finding, fresh: true }))
    }
    cut = looked >= mostFindings
  } else if (rule.when.on === 'lists') {
    for (const { name } of await store.lists.status()) {
      if (rule.when.sources.length > 0 && !rule.when.sources.includes(name)) continue
      for (const { seq, importedAt } of await store.lists.versions(name)) {
        if (importedAt < since) continue
        const happening = await listHappening(store, name, seq, importedAt)
        if (happening) take(occurrenceOf(rule, happening))
      }
    }
  } else {
    for (const collection of await store.threats.collections())
      if (collection.importedAt >= since)
        take(occurrenceOf(rule, { kind: 'bundle', at: collection.importedAt, collection }))
  }
  told.sort((a, b) => b.at - a.at)
  return { days: previewDays, count, byDay, bySeverity, latest: told, cut }
}

async function* findingsSince(store: Store, since: Instant, least: Severity) {
  const client = await store.database.pool.connect()
  try {
    await client.query('begin read only')
    const sql = `select body, arrived_at from finding where arrived_at >= $1 and severity >= $2
      and verdict is distinct from 'false' order by arrived_at desc limit ${mostFindings}`
    const rows = streamRows<{ body: string; arrived_at: number }>(client, sql, [
      since,
      severities.indexOf(least),
    ])
    for await (const batch of rows)
      for (const row of batch) yield { finding: JSON.parse(row.body) as Finding, at: row.arrived_at }
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}
