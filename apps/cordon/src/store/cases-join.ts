import {
  type CaseHead,
  type CaseId,
  type CaseState,
  type Incoming,
  isOpen,
  type Join,
  type JoinPlan,
  type JoinStep,
  planJoining,
  probesOf,
} from '@cordon/casework'
import { type Finding, type Instant, severities } from '@cordon/model'
import type pg from 'pg'
import { appendAudit } from './audit.ts'
import { type NewCaseEvent, writeCaseEvents } from './cases-events.ts'
import { foldCase } from './cases-fold.ts'
import { heldKeys, putKeys } from './cases-keys.ts'
import { storable } from './cases-lock.ts'
import { refreshCases } from './cases-refresh.ts'
import { RefCounts } from './cases-refs.ts'
import { profileNow } from './profile-now.ts'

/** A finding that has been put in, new or of a higher revision. */
export interface Arrived {
  readonly finding: Finding
  readonly arrival: number
  /** What was kept of it before. */
  readonly former?: Finding
  /** The finding whose decision silences it. */
  readonly silencedLike?: string
}

const who = 'system:cases'
const mostNamed = 50

/**
 * Joins findings into cases by the rules of `@cordon/casework`, in the transaction that stores them, under the lock of
 * cases: a process that is killed leaves either both or neither.
 */
export async function joinIntoCases(
  client: pg.ClientBase,
  arrived: readonly Arrived[],
  now: Instant,
): Promise<void> {
  const profile = await profileNow(client)
  const context = profile ? { profile } : {}
  const own = await casesOf(client, [
    ...arrived.map(({ finding }) => finding.id),
    ...arrived.flatMap(({ silencedLike }) => silencedLike ?? []),
  ])
  const incoming: Incoming[] = arrived.map(({ finding, silencedLike }) => {
    const [home, silencedIn] = [own.get(finding.id), silencedLike && own.get(silencedLike)]
    return {
      finding,
      ...(home !== undefined && { case: home }),
      ...(silencedIn !== undefined && silencedIn !== '' && { silencedIn }),
    }
  })
  const held = await heldKeys(
    client,
    probesOf(
      arrived.map(({ finding }) => finding),
      context,
    ),
  )
  const ids = [...new Set([...held.map((key) => key.case), ...own.values()])]
  const around = { held, cases: await headsOf(client, ids), apart: await apartOf(client, ids) }
  await new Applying(client, arrived, planJoining(incoming, around, context), own, now).run()
}

/** The cases that findings are in. */
async function casesOf(client: pg.ClientBase, ids: readonly string[]): Promise<Map<string, CaseId>> {
  const { rows } = await client.query<{ finding_id: string; case_id: number }>(
    'select finding_id, case_id from case_finding where finding_id = any($1)',
    [ids],
  )
  return new Map(rows.map(({ finding_id, case_id }) => [finding_id, case_id]))
}

async function headsOf(client: pg.ClientBase, ids: readonly CaseId[]): Promise<CaseHead[]> {
  const { rows } = await client.query<{ id: number; state: CaseState; worked: boolean; subjects: number }>(
    'select id, state, worked, subjects from casefile where id = any($1)',
    [ids],
  )
  return rows.map(({ state, ...row }) => ({ ...row, open: isOpen(state) }))
}

async function apartOf(client: pg.ClientBase, ids: readonly CaseId[]): Promise<[CaseId, CaseId][]> {
  const { rows } = await client.query<{ a: number; b: number }>(
    'select a, b from case_apart where a = any($1) or b = any($1)',
    [ids],
  )
  return rows.map(({ a, b }) => [a, b])
}

type Placed = Extract<JoinStep, { kind: 'open' | 'add' }>

/** Writes a plan. */
class Applying {
  private readonly client: pg.ClientBase
  private readonly arrived: ReadonlyMap<string, Arrived>
  private readonly plan: JoinPlan
  private readonly own: ReadonlyMap<string, CaseId>
  private readonly now: Instant
  /** What became of each case number of the plan. */
  private readonly final = new Map<CaseId, CaseId>()

  constructor(
    client: pg.ClientBase,
    arrived: readonly Arrived[],
    plan: JoinPlan,
    own: ReadonlyMap<string, CaseId>,
    now: Instant,
  ) {
    this.client = client
    this.arrived = new Map(arrived.map((one) => [one.finding.id, one]))
    this.plan = plan
    this.own = own
    this.now = now
  }

  async run(): Promise<void> {
    await this.openCases()
    for (const step of this.plan.steps)
      if (step.kind === 'merge' && step.from > 0)
        await foldCase(this.client, step.from, this.caseOf(step.into), this.now)
    const placed = this.plan.steps.filter(
      (step): step is Placed => step.kind === 'open' || step.kind === 'add',
    )
    await this.place(placed)
    await this.renew()
    await putKeys(
      this.client,
      this.plan.keys.map((key) => ({ ...key, case: this.caseOf(key.case) })),
    )
    await this.countRefs(placed)
    await refreshCases(this.client, this.touched(placed), this.now)
    await this.tell(placed)
  }

  /** Numbers for the cases that are opened and not made a part of another one at once. */
  private async openCases(): Promise<void> {
    for (const step of this.plan.steps) if (step.kind === 'merge') this.final.set(step.from, step.into)
    const opened = this.plan.steps.flatMap((step) =>
      step.kind === 'open' && !this.final.has(step.case) ? [step] : [],
    )
    if (opened.length === 0) return
    const { rows } = await this.client.query<{ id: number }>(
      `select nextval(pg_get_serial_sequence('casefile', 'id')) as id from generate_series(1, $1)`,
      [opened.length],
    )
    const ids = rows.map(({ id }) => Number(id)).sort((a, b) => a - b)
    for (const [at, step] of opened.entries()) this.final.set(step.case, ids[at]!)
    await this.client.query(
      `insert into casefile (id, opened_at, changed_at, follows)
       select id, $2, $2, array(select json_array_elements_text(follows)::bigint)
       from json_to_recordset($1::json) as r (id bigint, follows json)`,
      [JSON.stringify(opened.map(({ follows }, at) => ({ id: ids[at], follows }))), this.now],
    )
  }

  private caseOf(id: CaseId): CaseId {
    let current = id
    for (let next = this.final.get(id); next !== undefined; next = this.final.get(next)) current = next
    return current
  }

  private async place(placed: readonly Placed[]): Promise<void> {
    if (placed.length === 0) return
    const rows = placed.map((step) => ({
      ...columnsOf(this.arrived.get(step.finding.id)!),
      case_id: this.caseOf(step.case),
      joins: JSON.stringify(step.joins),
    }))
    await this.client.query(
      `insert into case_finding (finding_id, case_id, arrival, watch, severity, score, verdict, withdrawn, start_at,
         end_at, lat, lon, joined_at, joins)
       select r.finding_id, r.case_id, r.arrival, r.watch, r.severity, r.score, f.verdict, r.withdrawn, r.start_at,
         r.end_at, r.lat, r.lon, $2, r.joins
       from json_to_recordset($1::json) as r (${columns}, case_id bigint, joins text)
       join finding f on f.id = r.finding_id`,
      [JSON.stringify(rows), this.now],
    )
  }

  /** Findings that were in a case already are as grave and as long as they are now. */
  private async renew(): Promise<void> {
    const grown = [...this.arrived.values()].filter(({ finding }) => this.own.has(finding.id))
    if (grown.length === 0) return
    await this.client.query(
      `update case_finding c set severity = r.severity, score = r.score, withdrawn = r.withdrawn,
         start_at = r.start_at, end_at = r.end_at, lat = r.lat, lon = r.lon
       from json_to_recordset($1::json) as r (${columns}) where c.finding_id = r.finding_id`,
      [JSON.stringify(grown.map(columnsOf))],
    )
  }

  private async countRefs(placed: readonly Placed[]): Promise<void> {
    const refs = new RefCounts()
    for (const step of placed) refs.add(this.caseOf(step.case), step.finding, 1)
    for (const { finding, former } of this.arrived.values()) {
      const home = this.own.get(finding.id)
      if (home === undefined || !former) continue
      refs.add(this.caseOf(home), former, -1)
      refs.add(this.caseOf(home), finding, 1)
    }
    await refs.write(this.client)
  }

  private touched(placed: readonly Placed[]): CaseId[] {
    const merged = this.plan.steps.flatMap((step) => (step.kind === 'merge' ? [step.into] : []))
    const grown = [...this.arrived.keys()].flatMap((id) => this.own.get(id) ?? [])
    return [
      ...new Set([...placed.map((step) => step.case), ...merged, ...grown].map((id) => this.caseOf(id))),
    ]
  }

  /** Two cases are proposed to be one once, not with each finding that says so. */
  private async isSuggested(a: CaseId, b: CaseId): Promise<boolean> {
    const { rows } = await this.client.query(
      `select 1 from case_event where case_id = $1 and kind = 'suggested' and (body::json ->> 'other')::bigint = $2 limit 1`,
      [a, b],
    )
    return rows.length > 0
  }

  /** The logs of the cases, and one entry of the audit log for all that this transaction joined. */
  private async tell(placed: readonly Placed[]): Promise<void> {
    const events: NewCaseEvent[] = []
    const base = { at: this.now, actor: who }
    const byCase = new Map<CaseId, Placed[]>()
    for (const step of placed) {
      const id = this.caseOf(step.case)
      const there = byCase.get(id)
      if (there) there.push(step)
      else byCase.set(id, [step])
    }
    for (const [id, steps] of byCase) {
      const opening = steps.find(({ kind }) => kind === 'open')
      const follows = opening?.kind === 'open' ? opening.follows : []
      const named = steps.slice(0, mostNamed).map(({ finding, joins }) => ({ finding: finding.id, joins }))
      const body = { opened: opening !== undefined, count: steps.length, findings: named, follows }
      events.push({ ...base, case: id, kind: 'joined', body })
    }
    const merges: { into: CaseId; from: CaseId; finding: string; joins: readonly Join[] }[] = []
    for (const step of this.plan.steps) {
      if (step.kind === 'merge' && step.from > 0) {
        const body = {
          into: this.caseOf(step.into),
          from: step.from,
          finding: step.finding.id,
          joins: step.joins,
        }
        merges.push(body)
        events.push({ ...base, case: body.into, kind: 'merged', body })
        events.push({ ...base, case: step.from, kind: 'merged', body })
      } else if (step.kind === 'suggest') {
        const [a, b] = step.cases.map((id) => this.caseOf(id)) as [CaseId, CaseId]
        if (await this.isSuggested(a, b)) continue
        const { finding, joins, because } = step
        for (const [id, other] of [[a, b] as const, [b, a] as const])
          events.push({
            ...base,
            case: id,
            kind: 'suggested',
            body: { other, finding: finding.id, joins, because },
          })
      }
    }
    if (events.length === 0) return
    await writeCaseEvents(this.client, events)
    await appendAudit(this.client, {
      at: this.now,
      actor: who,
      action: 'case.join',
      subject: byCase.size === 1 ? `case ${[...byCase.keys()][0]}` : `${byCase.size} cases`,
      detail: {
        cases: [...byCase].map(([id, steps]) => ({
          case: id,
          opened: steps.some(({ kind }) => kind === 'open'),
          findings: steps.map(({ finding }) => finding.id),
          rules: [...new Set(steps.flatMap(({ joins }) => joins.map(({ rule }) => rule)))],
        })),
        ...(merges.length > 0 && { merges }),
      },
    })
  }
}

const columns = `finding_id text, arrival bigint, watch text, severity smallint, score double precision,
  withdrawn boolean, start_at bigint, end_at bigint, lat double precision, lon double precision`

function columnsOf({ finding, arrival }: Arrived) {
  const { id, watch, severity, score, state, window, place } = finding
  return {
    finding_id: storable(id),
    arrival,
    watch,
    severity: severities.indexOf(severity),
    score,
    // A meeting at sea is closed when it has ended; a party that matches no longer is withdrawn.
    withdrawn: watch === 'screening' && state === 'closed',
    start_at: window.start,
    end_at: window.end ?? window.start,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
  }
}
