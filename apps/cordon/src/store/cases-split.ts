import { hooksOf, type Join, type Probe, planJoining } from '@cordon/casework'
import type { Finding, Instant } from '@cordon/model'
import type pg from 'pg'
import { recordCaseEvent } from './cases-events.ts'
import { foldCase } from './cases-fold.ts'
import { dropFromKeys, putKeys } from './cases-keys.ts'
import { refreshCases } from './cases-refresh.ts'
import { RefCounts } from './cases-refs.ts'
import { type CaseRecord, caseFault, lockedCase, mustBeOpen } from './cases-row.ts'
import { profileNow } from './profile-now.ts'

/**
 * Puts findings of a case into one of their own. The two are kept apart from then on, whatever later findings join. Take
 * the lock of cases first.
 * @returns the number of the new case
 * @throws CordonError CORDON_CASE_SPLIT, CORDON_CASE_REASON, CORDON_CASE_CLOSED
 */
export async function splitCase(
  client: pg.ClientBase,
  id: number,
  request: { readonly findings: readonly string[]; readonly reason: string; readonly who: string },
  at: Instant,
): Promise<number> {
  const found = await lockedCase(client, id)
  mustBeOpen(found)
  const reason = reasonOf(id, request.reason)
  const moved = await movedFindings(client, found, request.findings)
  const { rows } = await client.query<{ id: number }>(
    `insert into casefile (opened_at, changed_at, worked, assignee) values ($1, $1, true, $2) returning id`,
    [at, found.assignee ?? null],
  )
  const fresh = rows[0]!.id
  const ids = moved.map((finding) => finding.id)
  const join: Join = { rule: 'by-hand', label: '', words: `Split from case ${id}: ${reason}` }
  await client.query('update case_finding set case_id = $2, joins = $3 where finding_id = any($1)', [
    ids,
    fresh,
    JSON.stringify([join]),
  ])
  await moveHooks(client, id, fresh, moved)
  const refs = new RefCounts()
  for (const finding of moved) {
    refs.add(id, finding, -1)
    refs.add(fresh, finding, 1)
  }
  await refs.write(client)
  await client.query('insert into case_apart (a, b) values ($1, $2) on conflict do nothing', [
    Math.min(id, fresh),
    Math.max(id, fresh),
  ])
  await client.query('update casefile set worked = true where id = $1', [id])
  await refreshCases(client, [id, fresh], at)
  const body = { from: id, into: fresh, reason, count: ids.length, findings: ids.slice(0, 1_000) }
  await recordCaseEvent(client, { case: id, at, actor: request.who, kind: 'split', body })
  await recordCaseEvent(client, { case: fresh, at, actor: request.who, kind: 'split', body })
  return fresh
}

async function movedFindings(
  client: pg.ClientBase,
  { id, findings }: CaseRecord,
  ids: readonly string[],
): Promise<Finding[]> {
  const { rows } = await client.query<{ body: string }>(
    `select f.body from case_finding c join finding f on f.id = c.finding_id
     where c.case_id = $1 and c.finding_id = any($2) order by c.arrival`,
    [id, [...new Set(ids)]],
  )
  if (rows.length === 0 || rows.length < new Set(ids).size || rows.length >= findings)
    throw caseFault(
      id,
      'CORDON_CASE_SPLIT',
      'some of its findings, and not all of them',
      `${rows.length} of ${new Set(ids).size} that are in it, of ${findings} in all`,
      'Choose findings of this case, and leave at least one.',
    )
  return rows.map(({ body }) => JSON.parse(body) as Finding)
}

async function moveHooks(
  client: pg.ClientBase,
  from: number,
  into: number,
  moved: readonly Finding[],
): Promise<void> {
  const profile = await profileNow(client)
  const context = profile ? { profile } : {}
  const gone = new Map<string, Probe & { count: number }>()
  for (const finding of moved)
    for (const { rule, hook } of hooksOf(finding, context)) {
      const place = `${rule.name} ${hook.key}`
      const known = gone.get(place)
      if (known) known.count++
      else gone.set(place, { rule: rule.name, key: hook.key, count: 1 })
    }
  await dropFromKeys(client, from, new Set(moved.map(({ id }) => id)), gone)
  const { keys } = planJoining(
    moved.map((finding) => ({ finding, silencedIn: into })),
    { held: [], cases: [{ id: into, open: true, worked: true, subjects: 0 }], apart: [] },
    context,
  )
  await putKeys(
    client,
    keys.map((key) => ({ ...key, byHand: true })),
  )
}

/**
 * Makes other cases a part of one. What was put apart before is no longer. Take the lock of cases first.
 * @throws CordonError CORDON_CASE_MERGE, CORDON_CASE_REASON, CORDON_CASE_CLOSED
 */
export async function mergeCases(
  client: pg.ClientBase,
  id: number,
  request: { readonly others: readonly number[]; readonly reason: string; readonly who: string },
  at: Instant,
): Promise<void> {
  const others = [...new Set(request.others)].filter((other) => other !== id)
  const reason = reasonOf(id, request.reason)
  if (others.length === 0)
    throw caseFault(id, 'CORDON_CASE_MERGE', 'other cases', 'none', 'Name the cases that belong to this one.')
  mustBeOpen(await lockedCase(client, id))
  for (const other of others) {
    mustBeOpen(await lockedCase(client, other))
    await client.query('delete from case_apart where a = $1 and b = $2', [
      Math.min(id, other),
      Math.max(id, other),
    ])
    await foldCase(client, other, id, at)
    const body = { into: id, from: other, reason }
    await recordCaseEvent(client, { case: other, at, actor: request.who, kind: 'merged', body })
    await recordCaseEvent(client, { case: id, at, actor: request.who, kind: 'merged', body })
  }
  await client.query('update casefile set worked = true where id = $1', [id])
  await refreshCases(client, [id], at)
}

function reasonOf(id: number, text: string): string {
  const reason = text.trim()
  if (reason) return reason
  throw caseFault(id, 'CORDON_CASE_REASON', 'a reason in words', 'none', 'Say why.')
}
