import { createHash, randomBytes } from 'node:crypto'
import { type Instant, severities } from '@cordon/model'
import type pg from 'pg'
import { dueTime } from '../warnings/local-time.ts'
import type { Occurrence } from '../warnings/occurrence.ts'
import { recipientOf, type WarningTarget } from '../warnings/rule.ts'
import type { StoredWarningRule } from './warning-rules.ts'

/** Something that a rule tells of. */
export interface Planned {
  readonly stored: StoredWarningRule
  readonly occurrence: Occurrence
}

/** Most things that one message names. */
export const mostItems = 200
/** E-mails of one rule to one address are so far apart; what comes meanwhile is gathered. */
const mailGap = 60_000

/**
 * Writes what events come to, and that they were looked at, in one transaction: a kill leaves both or neither.
 * @param from where the reader stood; where another was faster nothing is written
 * @returns how many things are told to how many recipients anew; undefined where another was faster
 */
export async function commitPlanned(
  client: pg.ClientBase,
  planned: readonly Planned[],
  from: number,
  to: number,
  now: Instant,
): Promise<number | undefined> {
  const { rows } = await client.query<{ position: number }>('select position from warning_cursor for update')
  if (rows[0]?.position !== from) return undefined
  let told = 0
  for (const { stored, occurrence } of planned)
    for (const target of stored.rule.to) if (await tell(client, stored, target, occurrence, now)) told++
  await client.query('update warning_cursor set position = $1', [to])
  return told
}

async function tell(
  client: pg.ClientBase,
  stored: StoredWarningRule,
  target: WarningTarget,
  occurrence: Occurrence,
  now: Instant,
): Promise<boolean> {
  const recipient = recipientOf(target)
  const severity = severities.indexOf(occurrence.severity)
  const thing = await thingFor(client, stored, recipient, occurrence.thing, severity)
  if (thing === undefined) return false
  const { rowCount } = await client.query(
    `insert into warning_item (id, recipient, thing, rule, at, severity, body) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (recipient, thing) do nothing`,
    // The id is made of what it stands for, so that a restored database tells the same thing under the same id.
    [
      itemId(recipient, thing),
      recipient,
      thing,
      stored.id,
      occurrence.at,
      severity,
      JSON.stringify(occurrence),
    ],
  )
  if (rowCount === 0) return false
  if (target.kind === 'feed') return true
  const delivery = await deliveryFor(client, stored, target, now, occurrence.severity === 'critical')
  await client.query('update warning_item set delivery = $3 where recipient = $1 and thing = $2', [
    recipient,
    thing,
    delivery,
  ])
  return true
}

function itemId(recipient: string, thing: string): string {
  return `wi_${createHash('sha256').update(`${recipient}\n${thing}`).digest('hex').slice(0, 24)}`
}

/** Under which name a thing is told now; undefined where it was told already, as severe as it is. */
async function thingFor(
  client: pg.ClientBase,
  { rule }: StoredWarningRule,
  recipient: string,
  thing: string,
  severity: number,
): Promise<string | undefined> {
  const { rows } = await client.query<{ severity: number | null }>(
    'select max(severity) as severity from warning_item where recipient = $1 and thing = any($2)',
    [recipient, [thing, ...severities.map((name) => `${thing}!${name}`)]],
  )
  const before = rows[0]?.severity ?? null
  if (before === null) return thing
  const rises = rule.when.on === 'findings' && rule.when.rises && severity > before
  return rises ? `${thing}!${severities[severity]}` : undefined
}

/** The delivery that a thing goes with: one that waits still, or a new one. */
async function deliveryFor(
  client: pg.ClientBase,
  { id: rule, rule: body }: StoredWarningRule,
  { kind, address }: WarningTarget,
  now: Instant,
  isCritical: boolean,
): Promise<string> {
  let due = dueTime(now, body, isCritical)
  if (due === now && kind === 'email') {
    const { rows } = await client.query<{ last: number | null }>(
      'select max(due) as last from warning_delivery where rule = $1 and channel = $2 and address = $3 and due <= $4',
      [rule, kind, address, now + mailGap],
    )
    due = Math.max(now, (rows[0]?.last ?? Number.NEGATIVE_INFINITY) + mailGap)
    const open = await client.query<{ id: string }>(
      `update warning_delivery set items = items + 1 where id = (select id from warning_delivery where rule = $1
         and channel = $2 and address = $3 and state = 'waiting' and attempts = 0 and items < $4 and due <= $5
         order by due desc limit 1 for update) returning id`,
      [rule, kind, address, mostItems, now + mailGap],
    )
    if (open.rows[0]) return open.rows[0].id
  }
  const joined = await client.query<{ id: string }>(
    `update warning_delivery set items = items + 1 where id = (select id from warning_delivery where rule = $1
       and channel = $2 and address = $3 and due = $4 and state = 'waiting' and attempts = 0 and items < $5
       limit 1 for update) returning id`,
    [rule, kind, address, due, mostItems],
  )
  if (joined.rows[0]) return joined.rows[0].id
  const id = `msg_${randomBytes(12).toString('hex')}`
  await client.query(
    `insert into warning_delivery (id, rule, rule_name, channel, address, state, due, items, created_at)
     values ($1, $2, $3, $4, $5, 'waiting', $6, 1, $7)`,
    [id, rule, body.name, kind, address, due, now],
  )
  return id
}
