import type { Finding, Instant } from '@cordon/model'
import type pg from 'pg'
import { appendAudit } from './audit.ts'
import { writeCaseEvents } from './cases-events.ts'
import { refreshCases } from './cases-refresh.ts'
import { isPerson, type Said } from './cases-verdicts.ts'
import { letSpeak, writeDecisions } from './finding-decisions.ts'
import type { Verdict } from './finding-row.ts'
import { keepSilences, liftSilences } from './silences.ts'

/** Which findings are meant: named ones, or all of some cases that wait for a decision. */
export type FindingChoice =
  | { readonly findings: readonly string[] }
  | { readonly undecidedOf: readonly number[] }

/** What a finding was decided to be before. */
export interface FormerVerdict {
  readonly finding: string
  readonly verdict: Verdict | null
}

const atOnce = 5_000
const mostNamed = 50

/** The ids of the findings that are meant and are not already decided so. */
export async function chosenFindings(
  client: pg.ClientBase,
  choice: FindingChoice,
  verdict: Verdict,
): Promise<{ readonly id: string; readonly case: number; readonly verdict: Verdict | null }[]> {
  const [condition, value] =
    'findings' in choice
      ? ['finding_id = any($1)', choice.findings]
      : ['case_id = any($1) and verdict is null and not withdrawn', choice.undecidedOf]
  const { rows } = await client.query<{ id: string; case: number; verdict: Verdict | null }>(
    `select finding_id as id, case_id as case, verdict from case_finding
     where ${condition} and verdict is distinct from $2 order by case_id, arrival`,
    [value, verdict],
  )
  return rows
}

/**
 * Decides many findings with one reason: what `recordDecision` does for one, thousands at a time. The audit log has every one of
 * them. Take the lock of cases first.
 * @returns what each was before, for an undo
 */
export async function decideFindings(
  client: pg.ClientBase,
  choice: FindingChoice,
  verdict: Verdict,
  said: Said,
): Promise<FormerVerdict[]> {
  const chosen = await chosenFindings(client, choice, verdict)
  const cases = new Set<number>()
  for (let from = 0; from < chosen.length; from += atOnce) {
    const part = chosen.slice(from, from + atOnce)
    await decidePart(
      client,
      part.map(({ id }) => id),
      verdict,
      said,
    )
    for (const one of part) cases.add(one.case)
  }
  if (chosen.length > 0) await tellCases(client, [...cases], chosen, verdict, said)
  return chosen.map(({ id, verdict: former }) => ({ finding: id, verdict: former }))
}

async function decidePart(
  client: pg.ClientBase,
  ids: readonly string[],
  verdict: Verdict,
  said: Said,
): Promise<void> {
  const { rows } = await client.query<{ id: string; revision: number; body: string }>(
    `select id, revision, ${verdict === 'false' ? 'body' : `'' as body`} from finding where id = any($1) order by arrival for update`,
    [ids],
  )
  await writeDecisions(
    client,
    rows.map(({ id, revision }) => ({ id, verdict, revision })),
    said,
  )
  if (verdict !== 'false') await letSpeak(client, ids, said.at)
  else {
    await liftSilences(client, ids, said.at)
    await keepSilences(
      client,
      rows.map(({ body }) => JSON.parse(body) as Finding),
      said,
    )
  }
  await client.query('update case_finding set verdict = $2 where finding_id = any($1)', [ids, verdict])
  await appendAudit(client, {
    at: said.at,
    actor: said.who,
    action: 'finding.decide',
    subject: ids.length === 1 ? ids[0]! : `${ids.length} findings`,
    detail: { verdict, reason: said.reason, findings: ids },
  })
}

async function tellCases(
  client: pg.ClientBase,
  cases: readonly number[],
  chosen: readonly { readonly id: string; readonly case: number }[],
  verdict: Verdict | null,
  { who, at, reason }: Said,
): Promise<void> {
  if (isPerson(who)) await client.query('update casefile set worked = true where id = any($1)', [cases])
  await refreshCases(client, cases, at)
  const named = new Map<number, string[]>()
  const counts = new Map<number, number>()
  for (const { id, case: home } of chosen) {
    const list = named.get(home) ?? []
    if (list.length < mostNamed) named.set(home, [...list, id])
    counts.set(home, (counts.get(home) ?? 0) + 1)
  }
  await writeCaseEvents(
    client,
    cases.map((id) => ({
      case: id,
      at,
      actor: who,
      kind: 'decision' as const,
      body: { verdict, reason, count: counts.get(id) ?? 0, findings: named.get(id) ?? [] },
    })),
  )
  await client.query(`select pg_notify('cordon_findings', '1')`)
}

/**
 * Gives findings back what they were decided to be before, where the decision that stands is still the one of that time.
 * @returns how many were given back
 */
export async function giveBack(
  client: pg.ClientBase,
  former: readonly FormerVerdict[],
  decided: { readonly who: string; readonly at: Instant },
  said: Said,
): Promise<number> {
  const { rows } = await client.query<{ id: string; case: number; revision: number; body: string }>(
    `select f.id, c.case_id as case, f.revision, f.body from unnest($1::text[]) as wanted (id)
     join finding f on f.id = wanted.id join case_finding c on c.finding_id = f.id
     join lateral (select who, at from finding_decision where finding_id = f.id order by id desc limit 1) d on true
     where d.who = $2 and d.at = $3 order by f.arrival`,
    [former.map(({ finding }) => finding), decided.who, decided.at],
  )
  if (rows.length === 0) return 0
  const verdicts = new Map(former.map(({ finding, verdict }) => [finding, verdict]))
  await writeDecisions(
    client,
    rows.map(({ id, revision }) => ({ id, revision, verdict: verdicts.get(id) ?? undefined })),
    said,
  )
  const ids = rows.map(({ id }) => id)
  await letSpeak(client, ids, said.at)
  const again = rows.filter(({ id }) => verdicts.get(id) === 'false')
  await keepSilences(
    client,
    again.map(({ body }) => JSON.parse(body) as Finding),
    said,
  )
  await client.query(
    'update case_finding c set verdict = f.verdict from finding f where f.id = c.finding_id and f.id = any($1)',
    [ids],
  )
  await appendAudit(client, {
    at: said.at,
    actor: said.who,
    action: 'finding.undo',
    subject: `${ids.length} findings`,
    detail: { reason: said.reason, findings: ids },
  })
  await tellCases(client, [...new Set(rows.map((row) => row.case))], rows, null, said)
  return rows.length
}
