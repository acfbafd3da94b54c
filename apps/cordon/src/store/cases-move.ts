import { type CaseState, isOpen, type Move, planMove, planRelease } from '@cordon/casework'
import type { Instant } from '@cordon/model'
import type pg from 'pg'
import { decideFindings, type FormerVerdict } from './cases-decide.ts'
import { recordCaseEvent } from './cases-events.ts'
import { type CaseRecord, caseFault, lockedCase, type PendingRelease } from './cases-row.ts'
import { hasSecondPerson } from './second-person.ts'

/** What a person moves a case to. */
export interface MoveRequest {
  readonly to: CaseState
  readonly reason: string
  readonly who: string
  /** Decide what is undecided in it along with it: true for closed as true, false for closed as false. Default: only for false. */
  readonly decideRest?: boolean
}

/** What came of a move. */
export interface Moved {
  /** `waits`: a second person must answer. */
  readonly outcome: 'done' | 'waits'
  readonly decided: readonly FormerVerdict[]
}

/** How a case may move, as far as who asks: two persons, or one. */
export async function moveOf(
  client: pg.ClientBase,
  found: CaseRecord,
  { to, reason }: Pick<MoveRequest, 'to' | 'reason'>,
): Promise<Move> {
  return planMove(movable(found), to, reason, await hasSecondPerson(client))
}

/**
 * Moves a case to a state. Take the lock of cases first.
 * @throws CordonError with the code of the refusal
 */
export async function moveCase(
  client: pg.ClientBase,
  id: number,
  request: MoveRequest,
  at: Instant,
): Promise<Moved> {
  const found = await lockedCase(client, id)
  const move = await moveOf(client, found, request)
  if (move.kind === 'refused') throw refusal(found, request.to, move)
  const { to, reason, who } = request
  const decideRest = request.decideRest ?? to === 'closed-false'
  if (move.kind === 'waits') {
    const release: PendingRelease = { by: who, at, reason, decideRest }
    await client.query('update casefile set release = $2, worked = true, changed_at = $3 where id = $1', [
      id,
      JSON.stringify(release),
      at,
    ])
    await recordCaseEvent(client, {
      case: id,
      at,
      actor: who,
      kind: 'release',
      body: { step: 'asked', reason },
    })
    return { outcome: 'waits', decided: [] }
  }
  const isAlone = to === 'closed-false' && isGraveRelease(found)
  const decided = await settle(client, found, { to, reason, who, decideRest }, at, {
    ...(isAlone && { secondPerson: 'none: there was nobody else, so no second pair of eyes saw it' }),
  })
  return { outcome: 'done', decided }
}

/**
 * Answers a release that another person asked for. Take the lock of cases first.
 * @throws CordonError CORDON_CASE_NO_RELEASE, CORDON_CASE_SAME_PERSON
 */
export async function answerRelease(
  client: pg.ClientBase,
  id: number,
  answer: { readonly approve: boolean; readonly reason: string; readonly who: string },
  at: Instant,
): Promise<void> {
  const found = await lockedCase(client, id)
  const { approve, reason, who } = answer
  const plan = planRelease(movable(found), who)
  if (plan.kind === 'refused') throw refusal(found, 'closed-false', plan)
  const { release } = found
  if (!release) return
  await client.query('update casefile set release = null, changed_at = $2 where id = $1', [id, at])
  if (!approve) {
    const body = { step: 'declined', reason, askedBy: release.by }
    await recordCaseEvent(client, { case: id, at, actor: who, kind: 'release', body })
    return
  }
  await settle(
    client,
    { ...found },
    { to: 'closed-false', reason: release.reason, who: release.by, decideRest: release.decideRest },
    at,
    { secondPerson: who, answer: reason },
  )
}

async function settle(
  client: pg.ClientBase,
  { id, state }: CaseRecord,
  { to, reason, who, decideRest }: Required<MoveRequest>,
  at: Instant,
  more: Readonly<Record<string, unknown>>,
): Promise<readonly FormerVerdict[]> {
  const verdict = to === 'closed-false' ? 'false' : to === 'closed-true' ? 'true' : undefined
  const said = { who, at, reason: `Case ${id} was closed as ${verdict}: ${reason}` }
  const decided =
    decideRest && verdict ? await decideFindings(client, { undecidedOf: [id] }, verdict, said) : []
  await client.query(
    'update casefile set state = $2, release = null, worked = true, changed_at = $3 where id = $1',
    [id, to, at],
  )
  const actor = typeof more.answer === 'string' ? String(more.secondPerson) : who
  const body = { from: state, to, reason, ...(decided.length > 0 && { decided: decided.length }), ...more }
  await recordCaseEvent(client, { case: id, at, actor, kind: 'state', body: { ...body, askedBy: who } })
  return decided
}

/** The state of before, given back by an undo, where it is still the one that was set. */
export async function moveBack(
  client: pg.ClientBase,
  id: number,
  {
    from,
    to,
    who,
    reason,
  }: { readonly from: CaseState; readonly to: CaseState; readonly who: string; readonly reason: string },
  at: Instant,
): Promise<boolean> {
  const found = await lockedCase(client, id)
  const isStill = found.state === to || (found.state === from && found.release !== undefined)
  if (!isStill) return false
  await client.query('update casefile set state = $2, release = null, changed_at = $3 where id = $1', [
    id,
    from,
    at,
  ])
  await recordCaseEvent(client, {
    case: id,
    at,
    actor: who,
    kind: 'undo',
    body: { what: 'state', from: found.state, to: from, reason },
  })
  return true
}

function movable({ state, peak, release }: CaseRecord) {
  return { state, peak, ...(release && { releaseBy: release.by }) }
}

const isGraveRelease = ({ state, peak }: CaseRecord) =>
  isOpen(state) && (peak === 'high' || peak === 'critical')

function refusal(found: CaseRecord, to: CaseState, { code, words }: Move & { kind: 'refused' }) {
  return caseFault(found.id, code, 'a move that the case may make', `${found.state} to ${to}`, words)
}
