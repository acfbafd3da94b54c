import { randomBytes } from 'node:crypto'
import { CordonError, type Instant } from '@cordon/model'
import type pg from 'pg'
import type { WarningRule } from '../warnings/rule.ts'
import { appendAudit } from './audit.ts'

/** A rule with its place in the store. */
export interface StoredWarningRule {
  readonly id: string
  readonly rule: WarningRule
  /** Events up to here don't concern it. */
  readonly sincePosition: number
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly changedBy: string
}

/** A rule that was saved, with what its new webhooks are signed with: shown this once. */
export interface SavedWarningRule {
  readonly stored: StoredWarningRule
  readonly secrets: Readonly<Record<string, string>>
}

/** What a webhook's messages are signed with: one secret, or two while the former one goes on. */
export interface WebhookSecrets {
  readonly secret: string
  readonly former?: string
}

/** How long a webhook is signed with the former secret too: a day. */
export const formerSecretFor = 86_400_000

type Transaction = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>

/** Rules on warnings as a part of the store. Each change is in the audit log; secrets are not. */
export interface WarningRules {
  list(): Promise<StoredWarningRule[]>
  get(id: string): Promise<StoredWarningRule | undefined>
  /** @throws CordonError CORDON_WARNING_ACCOUNT for a feed of nobody */
  add(rule: WarningRule, who: string): Promise<SavedWarningRule>
  /** @throws CordonError CORDON_WARNING_UNKNOWN, CORDON_WARNING_ACCOUNT */
  change(id: string, rule: WarningRule, who: string): Promise<SavedWarningRule>
  /** What still waits to be sent by the rule is given up. @throws CordonError CORDON_WARNING_UNKNOWN */
  remove(id: string, who: string): Promise<void>
  secretsOf(address: string): Promise<WebhookSecrets | undefined>
  /** Makes a webhook another secret. @throws CordonError CORDON_WARNING_UNKNOWN for an address of no rule */
  renewSecret(address: string, who: string): Promise<string>
}

interface RuleRow {
  readonly id: string
  readonly body: WarningRule
  readonly since_position: number
  readonly created_at: number
  readonly changed_at: number
  readonly changed_by: string
}

const toStored = (row: RuleRow): StoredWarningRule => ({
  id: row.id,
  rule: row.body,
  sincePosition: row.since_position,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})

/** Makes the rules over a pool. */
export function warningRules(pool: pg.Pool, transaction: Transaction, now: () => Instant): WarningRules {
  const get = async (client: pg.Pool | pg.ClientBase, id: string, lock = '') => {
    const { rows } = await client.query<RuleRow>(`select * from warning_rule where id = $1 ${lock}`, [id])
    return rows[0] && toStored(rows[0])
  }
  return {
    async list() {
      const { rows } = await pool.query<RuleRow>('select * from warning_rule order by created_at, id')
      return rows.map(toStored)
    },
    get: (id) => get(pool, id),
    add: (rule, who) =>
      transaction(async (client) => {
        await checkFeeds(client, rule)
        const at = now()
        const id = `wr_${randomBytes(6).toString('hex')}`
        // The latest event, not the cursor: what happened before the rule was made concerns it no more.
        const { rows } = await client.query<RuleRow>(
          `insert into warning_rule select $1, $2, $3, coalesce(max(position), 0), $4, $4, $5 from event returning *`,
          [id, JSON.stringify(rule), rule.enabled, at, who],
        )
        const secrets = await giveSecrets(client, rule, at)
        await audit(client, at, who, 'warning.add', id, told(rule))
        return { stored: toStored(rows[0]!), secrets }
      }),
    change: (id, rule, who) =>
      transaction(async (client) => {
        const at = now()
        const former = await get(client, id, 'for update')
        if (!former) throw unknown('a rule on warnings', id)
        await checkFeeds(client, rule)
        const { rows } = await client.query<RuleRow>(
          'update warning_rule set body = $2, enabled = $3, changed_at = $4, changed_by = $5 where id = $1 returning *',
          [id, JSON.stringify(rule), rule.enabled, at, who],
        )
        const secrets = await giveSecrets(client, rule, at)
        await dropSecrets(client, former.rule)
        await audit(client, at, who, 'warning.change', id, { from: told(former.rule), to: told(rule) })
        return { stored: toStored(rows[0]!), secrets }
      }),
    remove: (id, who) =>
      transaction(async (client) => {
        const { rows } = await client.query<RuleRow>('delete from warning_rule where id = $1 returning *', [
          id,
        ])
        if (!rows[0]) throw unknown('a rule on warnings', id)
        await client.query(
          `update warning_delivery set state = 'given-up', outcome = 'the rule was removed'
           where rule = $1 and state = 'waiting'`,
          [id],
        )
        await dropSecrets(client, rows[0].body)
        await audit(client, now(), who, 'warning.remove', id, told(rows[0].body))
      }),
    async secretsOf(address) {
      const { rows } = await pool.query<{
        secret: string
        former: string | null
        former_until: number | null
      }>('select secret, former, former_until from warning_secret where address = $1', [address])
      const [row] = rows
      if (!row) return undefined
      const isGoing = row.former !== null && (row.former_until ?? 0) > now()
      return { secret: row.secret, ...(isGoing && { former: row.former! }) }
    },
    renewSecret: (address, who) =>
      transaction(async (client) => {
        const at = now()
        const secret = newSecret()
        const { rowCount } = await client.query(
          `update warning_secret set former = secret, former_until = $3, secret = $2, made_at = $4 where address = $1`,
          [address, secret, at + formerSecretFor, at],
        )
        if (rowCount === 0) throw unknown('a webhook of a rule', address)
        await audit(client, at, who, 'warning.secret', new URL(address).host, {})
        return secret
      }),
  }
}

/** As Standard Webhooks has it: 24 to 64 random bytes, base64, with a prefix. */
function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/** A feed is an account's. @throws CordonError CORDON_WARNING_ACCOUNT */
async function checkFeeds(client: pg.ClientBase, { to }: WarningRule): Promise<void> {
  for (const { kind, address } of to) {
    if (kind !== 'feed') continue
    const { rows } = await client.query('select 1 from account where name = $1', [address])
    if (rows.length === 0)
      throw new CordonError({
        code: 'CORDON_WARNING_ACCOUNT',
        expected: 'the name of an account, whose feed it is',
        found: `"${address.slice(0, 100)}"`,
        where: 'to',
        remedy: 'See /people, or `cordon accounts list`.',
      })
  }
}

async function giveSecrets(
  client: pg.ClientBase,
  rule: WarningRule,
  at: Instant,
): Promise<Record<string, string>> {
  const made: Record<string, string> = {}
  for (const { kind, address } of rule.to) {
    if (kind !== 'webhook') continue
    const secret = newSecret()
    const { rowCount } = await client.query(
      'insert into warning_secret (address, secret, made_at) values ($1, $2, $3) on conflict do nothing',
      [address, secret, at],
    )
    if (rowCount === 1) made[address] = secret
  }
  return made
}

/** A webhook that no rule names any more has no secret. */
async function dropSecrets(client: pg.ClientBase, { to }: WarningRule): Promise<void> {
  await client.query(
    `delete from warning_secret where address = any($1) and not exists (select 1 from warning_rule r,
       json_array_elements(r.body->'to') t where t->>'kind' = 'webhook' and t->>'address' = warning_secret.address)`,
    [to.map(({ address }) => address)],
  )
}

/** A rule for the audit log: of a webhook the host alone, since its path may be a secret. */
function told(rule: WarningRule): Record<string, unknown> {
  return {
    ...rule,
    to: rule.to.map((one) => (one.kind === 'webhook' ? { ...one, address: new URL(one.address).host } : one)),
  }
}

function audit(
  client: pg.ClientBase,
  at: Instant,
  actor: string,
  action: string,
  subject: string,
  detail: object,
) {
  return appendAudit(client, { at, actor, action, subject, detail: { ...detail } })
}

/** What there is not. */
export function unknown(expected: string, found: string): CordonError {
  return new CordonError({
    code: 'CORDON_WARNING_UNKNOWN',
    expected,
    found: `"${found.slice(0, 100)}"`,
    where: 'warnings',
    remedy: 'Ask `cordon warnings list`, or open /warnings.',
  })
}
