import { type Finding, type Instant, isoDay, severities } from '@cordon/model'
import type pg from 'pg'
import { withNews } from '../monitor/news.ts'
import { appendAudit } from './audit.ts'
import { canonicalJson } from './canonical-json.ts'
import { type Arrived, joinIntoCases } from './cases-join.ts'
import { lockCases } from './cases-lock.ts'
import { noteVerdicts } from './cases-verdicts.ts'
import { writeDecisions } from './finding-decisions.ts'
import { foldText, type Verdict } from './finding-row.ts'
import {
  type Hearing,
  hear,
  hearAgain,
  liftSilences,
  type Silence,
  silencesFrom,
  silencesOver,
} from './silences.ts'

interface Former {
  readonly revision: number
  readonly verdict: Verdict | null
  readonly body: string
}

/** A finding that is new or has grown, with what was kept of it before and what silences say of it. */
interface Fresh {
  readonly finding: Finding
  readonly former?: Former
  readonly hearing: Hearing
}

/** How findings are put in. */
export interface UpsertOptions {
  /**
   * The caller knows both sides of its findings and says itself which decisions no longer hold (monitoring); what is
   * new in them is told already.
   */
  readonly isJudged?: boolean
}

/**
 * Inserts findings, or replaces those of a lower revision, and joins them into cases. Decisions are kept apart and stand,
 * until what they were about has changed materially; a new finding over pairs that were decided to be two is decided so from the
 * start. For use inside a transaction that also holds what produced them.
 * @returns how many were new or a higher revision
 */
export async function upsertFindings(
  client: pg.ClientBase,
  findings: readonly Finding[],
  now: Instant,
  options: UpsertOptions = {},
): Promise<number> {
  if (findings.length === 0) return 0
  await lockCases(client)
  const fresh = await heard(client, await freshOf(client, findings), options)
  if (fresh.length === 0) return 0
  const arrivals = await insertFindings(
    client,
    fresh.map(({ finding }) => finding),
    now,
  )
  await silence(client, fresh, now)
  const arrived: Arrived[] = fresh.map(({ finding, former, hearing }) => ({
    finding,
    arrival: arrivals.get(finding.id)!,
    ...(former && { former: JSON.parse(former.body) as Finding }),
    ...(!former && hearing.kind === 'silent' && { silencedLike: hearing.silence.findingId }),
  }))
  await joinIntoCases(client, arrived, now)
  await reopen(client, fresh, now)
  await client.query(`select pg_notify('cordon_findings', $1)`, [String(fresh.length)])
  return fresh.length
}

/** The highest revision of each finding that is higher than the one that is kept. */
async function freshOf(
  client: pg.ClientBase,
  findings: readonly Finding[],
): Promise<Omit<Fresh, 'hearing'>[]> {
  const highest = new Map<string, Finding>()
  for (const finding of findings) {
    const other = highest.get(finding.id)
    if (!other || other.revision < finding.revision) highest.set(finding.id, finding)
  }
  const { rows } = await client.query<Former & { readonly id: string }>(
    'select id, revision, verdict, body from finding where id = any($1)',
    [[...highest.keys()]],
  )
  const kept = new Map(rows.map((row) => [row.id, row]))
  return [...highest.values()].flatMap((finding) => {
    const former = kept.get(finding.id)
    return former && former.revision >= finding.revision ? [] : [{ finding, ...(former && { former }) }]
  })
}

/** Listens to each: a finding that speaks though it had been decided says what has changed. */
async function heard(
  client: pg.ClientBase,
  fresh: readonly Omit<Fresh, 'hearing'>[],
  { isJudged = false }: UpsertOptions,
): Promise<Fresh[]> {
  const isNew = ({ former }: Omit<Fresh, 'hearing'>) => former === undefined
  const over = await silencesOver(
    client,
    fresh.filter(isNew).map(({ finding }) => finding),
  )
  const decided = isJudged ? [] : fresh.filter(({ former }) => former?.verdict === 'false')
  const from = await silencesFrom(
    client,
    decided.map(({ finding }) => finding.id),
  )
  return fresh.map((one) => {
    const own = from.filter(({ findingId }) => findingId === one.finding.id)
    const hearing: Hearing = isNew(one)
      ? hear(one.finding, over)
      : own.length > 0
        ? hearAgain(one.finding, own[0]!)
        : { kind: 'speaks' }
    return hearing.kind === 'speaks-again'
      ? { ...one, hearing, finding: spokenAgain(one.finding, hearing) }
      : { ...one, hearing }
  })
}

function spokenAgain(finding: Finding, { silence, changes }: Hearing & { kind: 'speaks-again' }): Finding {
  const { reason, who, at } = silence
  return withNews(
    finding,
    { party: [], entity: [], evidence: changes },
    { verdict: 'false', reason, who, at, revision: finding.revision },
  )
}

async function insertFindings(
  client: pg.ClientBase,
  findings: readonly Finding[],
  now: Instant,
): Promise<Map<string, number>> {
  const rows = findings.map((finding) => ({
    id: finding.id,
    revision: finding.revision,
    state: finding.state,
    watch: finding.watch,
    rule: finding.rule,
    severity: severities.indexOf(finding.severity),
    score: finding.score,
    window_start: finding.window.start,
    body: canonicalJson(finding),
    search: searchText(finding),
  }))
  const { rows: kept } = await client.query<{ id: string; arrival: number }>(
    `insert into finding (id, revision, state, watch, rule, severity, score, window_start, body, search, arrived_at, revised_at)
     select id, revision, state, watch, rule, severity, score, window_start, body, search, $2, $2
     from json_to_recordset($1::json) as r (id text, revision integer, state text, watch text, rule text,
       severity smallint, score double precision, window_start bigint, body text, search text)
     on conflict (id) do update set revision = excluded.revision, state = excluded.state, rule = excluded.rule,
       severity = excluded.severity, score = excluded.score, window_start = excluded.window_start,
       body = excluded.body, search = excluded.search, revised_at = excluded.revised_at
     where excluded.revision > finding.revision
     returning id, arrival`,
    [JSON.stringify(rows), now],
  )
  return new Map(kept.map(({ id, arrival }) => [id, arrival]))
}

/** New findings that a decision on the same pairs covers are decided as that one was; the log names each. */
async function silence(client: pg.ClientBase, fresh: readonly Fresh[], at: Instant): Promise<void> {
  const groups = new Map<number, { readonly silence: Silence; readonly silent: Finding[] }>()
  for (const { finding, former, hearing } of fresh) {
    if (former || hearing.kind !== 'silent') continue
    const group = groups.get(hearing.silence.id) ?? { silence: hearing.silence, silent: [] }
    groups.set(hearing.silence.id, group)
    group.silent.push(finding)
  }
  for (const { silence: by, silent } of groups.values()) {
    const reason = `Not this one, as ${by.who} decided on ${isoDay(by.at)}: ${by.reason} Nothing material has changed.`
    const decided = silent.map(({ id, revision }) => ({
      id,
      verdict: 'false' as const,
      revision,
      silencedBy: by.id,
    }))
    await writeDecisions(client, decided, { reason, who: 'system:silence', at })
    await appendAudit(client, {
      at,
      actor: 'system:silence',
      action: 'finding.silence',
      subject: by.findingId,
      detail: {
        findings: silent.map(({ id }) => id),
        reason: by.reason,
        decidedBy: by.who,
        decidedAt: by.at,
      },
    })
  }
}

/** Decided findings that have changed materially wait for a decision again, and so does their case. */
async function reopen(client: pg.ClientBase, fresh: readonly Fresh[], at: Instant): Promise<void> {
  for (const { finding, former, hearing } of fresh) {
    if (!former || hearing.kind !== 'speaks-again') continue
    const who = 'system:silence'
    const reason = `changed since it was decided: ${hearing.changes.map(({ words }) => words).join(', ')}`
    await writeDecisions(client, [{ id: finding.id, revision: finding.revision }], { reason, who, at })
    await liftSilences(client, [finding.id], at)
    await noteVerdicts(client, [finding.id], { who, at, reason })
    await appendAudit(client, {
      at,
      actor: who,
      action: 'finding.undo',
      subject: finding.id,
      detail: { reason, revision: finding.revision, former: 'false' },
    })
  }
}

function searchText(finding: Finding): string {
  const refs = [...finding.subjects, ...finding.matches].flatMap(({ id, label }) => [id, label])
  return foldText([finding.id, finding.rule, finding.statement, ...refs].join('\n'))
}
