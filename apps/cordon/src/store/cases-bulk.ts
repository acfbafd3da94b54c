import { type CaseState, isOpen } from '@cordon/casework'
import { CordonError, type Instant, type Severity } from '@cordon/model'
import type pg from 'pg'
import { appendAudit } from './audit.ts'
import { chosenFindings, decideFindings, type FormerVerdict, giveBack } from './cases-decide.ts'
import { type MoveRequest, moveBack, moveCase, moveOf } from './cases-move.ts'
import { type CasesQuery, caseIds } from './cases-query.ts'
import { type CaseRecord, type CaseRow, toCase } from './cases-row.ts'
import { assignCase, setDue } from './cases-work.ts'
import type { Verdict } from './finding-row.ts'

/** Most cases that one change takes. */
export const mostAtOnce = 10_000

/** What is done to many at once. */
export type BulkChange =
  | { readonly kind: 'state'; readonly to: CaseState; readonly reason: string; readonly decideRest?: boolean }
  | { readonly kind: 'assign'; readonly to?: string }
  | { readonly kind: 'due'; readonly due: Instant }
  /** Decides findings: those that are named, or all of the cases that wait for a decision. */
  | {
      readonly kind: 'decide'
      readonly verdict: Verdict
      readonly reason: string
      readonly findings?: readonly string[]
    }

/** Which cases are meant. */
export type BulkSelection = { readonly cases: readonly number[] } | { readonly query: CasesQuery }

/** What a change would do to one case. */
export interface BulkLine {
  readonly case: number
  readonly title: string
  readonly severity: Severity
  readonly from: string
  readonly to: string
  readonly outcome: 'done' | 'waits' | 'refused' | 'same'
  /** Why it is refused. */
  readonly words?: string
  /** Findings that would be decided. */
  readonly findings: number
}

/** What a change would do. */
export interface BulkPreview {
  readonly cases: number
  readonly done: number
  readonly waits: number
  readonly refused: number
  readonly same: number
  /** Findings that would be decided. */
  readonly findings: number
  /** The first ones, those that are refused before the others. */
  readonly lines: readonly BulkLine[]
}

/** What a change did, and the number to undo it by. */
export interface BulkResult extends BulkPreview {
  readonly bulk: number
}

interface Before {
  readonly cases: {
    readonly id: number
    readonly state?: CaseState
    readonly assignee?: string | null
    readonly due?: Instant
  }[]
  readonly findings: FormerVerdict[]
}

const mostLines = 200

/** What a change would do, without doing it. */
export async function previewBulk(
  client: pg.ClientBase,
  selection: BulkSelection,
  change: BulkChange,
): Promise<BulkPreview> {
  const lines: BulkLine[] = []
  const counts = await findingCounts(client, await selected(client, selection), change)
  for (const found of await casesOf(client, await selected(client, selection)))
    lines.push(await lineOf(client, found, change, counts.get(found.id) ?? 0))
  return summary(lines)
}

/**
 * Does it, in one transaction: what is refused stays as it is, and the answer names it. Take the lock of cases first.
 * @throws CordonError CORDON_BULK_SELECTION
 */
export async function applyBulk(
  client: pg.ClientBase,
  selection: BulkSelection,
  change: BulkChange,
  who: string,
  at: Instant,
): Promise<BulkResult> {
  const preview: BulkLine[] = []
  const before: Before = { cases: [], findings: [] }
  const ids = await selected(client, selection)
  const counts = await findingCounts(client, ids, change)
  for (const found of await casesOf(client, ids)) {
    const line = await lineOf(client, found, change, counts.get(found.id) ?? 0)
    preview.push(line)
    if (change.kind !== 'decide' && (line.outcome === 'done' || line.outcome === 'waits'))
      await changeOne(client, found, change, who, at, before)
  }
  if (change.kind === 'decide') {
    const { verdict, reason, findings } = change
    const choice = findings ? { findings } : { undecidedOf: ids }
    before.findings.push(...(await decideFindings(client, choice, verdict, { who, at, reason })))
  }
  const { rows } = await client.query<{ id: number }>(
    'insert into case_bulk (at, who, change, before) values ($1, $2, $3, $4) returning id',
    [at, who, JSON.stringify(change), JSON.stringify(before)],
  )
  const bulk = rows[0]!.id
  await appendAudit(client, {
    at,
    actor: who,
    action: 'case.bulk',
    subject: `bulk ${bulk}`,
    detail: { change: { ...change }, cases: ids, findings: before.findings.length },
  })
  return { ...summary(preview), findings: before.findings.length, bulk }
}

/**
 * Undoes a change of many, where what it set still stands. Take the lock of cases first.
 * @returns how many cases and findings are as before, and how many had been changed meanwhile
 * @throws CordonError CORDON_BULK_UNKNOWN, CORDON_BULK_UNDONE
 */
export async function undoBulk(
  client: pg.ClientBase,
  bulk: number,
  who: string,
  at: Instant,
): Promise<{ readonly cases: number; readonly findings: number; readonly changedSince: number }> {
  const { rows } = await client.query<{
    at: number
    who: string
    change: string
    before: string
    undone_at: number | null
  }>('select * from case_bulk where id = $1 for update', [bulk])
  const row = rows[0]
  if (!row || row.undone_at !== null)
    throw new CordonError({
      code: row ? 'CORDON_BULK_UNDONE' : 'CORDON_BULK_UNKNOWN',
      expected: 'the number of a change of many that stands',
      found: row ? 'one that was undone before' : 'none with it',
      where: `bulk ${bulk}`,
      remedy: 'Look at the audit log for what was done.',
    })
  const change = JSON.parse(row.change) as BulkChange
  const before = JSON.parse(row.before) as Before
  const reason = `Undo of a change of ${before.cases.length || before.findings.length} at once.`
  let cases = 0
  for (const one of before.cases) if (await backOne(client, one, change, who, reason, at)) cases++
  const decided = { who: row.who, at: row.at }
  const findings = await giveBack(client, before.findings, decided, { who, at, reason })
  await client.query('update case_bulk set undone_at = $2 where id = $1', [bulk, at])
  await appendAudit(client, {
    at,
    actor: who,
    action: 'case.bulk-undo',
    subject: `bulk ${bulk}`,
    detail: { cases, findings },
  })
  const changedSince = before.cases.length - cases + (before.findings.length - findings)
  return { cases, findings, changedSince }
}

async function selected(client: pg.ClientBase, selection: BulkSelection): Promise<number[]> {
  const ids =
    'cases' in selection
      ? [...new Set(selection.cases)]
      : await caseIds(client, selection.query, mostAtOnce + 1)
  if (ids.length <= mostAtOnce) return ids
  throw new CordonError({
    code: 'CORDON_BULK_SELECTION',
    expected: `at most ${mostAtOnce} cases`,
    found: 'more of them',
    where: 'selection',
    remedy: 'Narrow it, and do the rest after.',
  })
}

async function casesOf(client: pg.ClientBase, ids: readonly number[]): Promise<CaseRecord[]> {
  const { rows } = await client.query<CaseRow>(
    'select * from casefile where id = any($1) and merged_into is null order by severity desc, due_at, id',
    [ids],
  )
  return rows.map(toCase)
}

/** Findings of each case that the change would decide. */
async function findingCounts(
  client: pg.ClientBase,
  ids: readonly number[],
  change: BulkChange,
): Promise<Map<number, number>> {
  const counts = new Map<number, number>()
  const verdict =
    change.kind === 'decide'
      ? change.verdict
      : change.kind === 'state' && (change.decideRest ?? change.to === 'closed-false')
        ? endVerdicts[change.to]
        : undefined
  if (!verdict) return counts
  const named = change.kind === 'decide' ? change.findings : undefined
  const choice = named ? { findings: named } : { undecidedOf: ids }
  for (const one of await chosenFindings(client, choice, verdict))
    counts.set(one.case, (counts.get(one.case) ?? 0) + 1)
  return counts
}

const endVerdicts: Partial<Record<CaseState, Verdict>> = { 'closed-false': 'false', 'closed-true': 'true' }

async function lineOf(
  client: pg.ClientBase,
  found: CaseRecord,
  change: BulkChange,
  findings: number,
): Promise<BulkLine> {
  const { id, title, severity } = found
  const base = { case: id, title, severity, findings }
  if (change.kind === 'assign') {
    const [from, to] = [found.assignee ?? '', change.to?.trim() ?? '']
    return { ...base, from, to, outcome: from === to ? 'same' : 'done' }
  }
  if (change.kind === 'due')
    return {
      ...base,
      from: String(found.due),
      to: String(change.due),
      outcome: found.due === change.due ? 'same' : 'done',
    }
  if (change.kind === 'decide')
    return { ...base, from: '', to: change.verdict, outcome: findings > 0 ? 'done' : 'same' }
  const line = { ...base, from: found.state, to: change.to }
  if (found.state === change.to) return { ...line, findings: 0, outcome: 'same' }
  const move = await moveOf(client, found, change)
  return move.kind === 'refused'
    ? { ...line, findings: 0, outcome: 'refused', words: move.words }
    : { ...line, outcome: move.kind, ...(move.kind === 'waits' && { findings: 0 }) }
}

async function changeOne(
  client: pg.ClientBase,
  { id, state, assignee, due }: CaseRecord,
  change: Exclude<BulkChange, { kind: 'decide' }>,
  who: string,
  at: Instant,
  before: Before,
): Promise<void> {
  if (change.kind === 'assign') {
    await assignCase(client, id, { to: change.to, who }, at)
    before.cases.push({ id, assignee: assignee ?? null })
  } else if (change.kind === 'due') {
    await setDue(client, id, { due: change.due, who }, at)
    before.cases.push({ id, due })
  } else {
    const { kind: _, ...move } = change
    const { decided } = await moveCase(client, id, { ...(move satisfies Omit<MoveRequest, 'who'>), who }, at)
    before.cases.push({ id, state })
    before.findings.push(...decided)
  }
}

async function backOne(
  client: pg.ClientBase,
  before: Before['cases'][number],
  change: BulkChange,
  who: string,
  reason: string,
  at: Instant,
): Promise<boolean> {
  const { id } = before
  const [now] = await casesOf(client, [id])
  if (!now) return false
  if (change.kind === 'state' && before.state)
    return moveBack(client, id, { from: before.state, to: change.to, who, reason }, at)
  if (change.kind === 'assign') {
    if ((now.assignee ?? '') !== (change.to?.trim() ?? '')) return false
    await assignCase(client, id, { to: before.assignee ?? undefined, who }, at)
    return true
  }
  if (change.kind !== 'due' || before.due === undefined || now.due !== change.due || !isOpen(now.state))
    return false
  await setDue(client, id, { due: before.due, who }, at)
  return true
}

const lineOrder = ['refused', 'waits', 'done', 'same']

function summary(lines: readonly BulkLine[]): BulkPreview {
  const count = (outcome: BulkLine['outcome']) => lines.filter((line) => line.outcome === outcome).length
  return {
    cases: lines.length,
    done: count('done'),
    waits: count('waits'),
    refused: count('refused'),
    same: count('same'),
    findings: lines.reduce((all, { findings }) => all + findings, 0),
    lines: lines
      .toSorted((a, b) => lineOrder.indexOf(a.outcome) - lineOrder.indexOf(b.outcome))
      .slice(0, mostLines),
  }
}
