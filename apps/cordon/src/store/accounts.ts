import { CordonError, type Instant } from '@cordon/model'
import type pg from 'pg'
import type { Role } from '../people/permissions.ts'
import { appendAudit } from './audit.ts'

/** A person who may sign in. */
export interface Account {
  /** Lower case, never given to anyone else: the audit log's `person:<name>`. */
  readonly name: string
  /** As the person is called. */
  readonly display: string
  readonly role: Role
  readonly disabled: boolean
  readonly hasPassword: boolean
  /** The OpenID provider that signs this person in. */
  readonly issuer?: string
  readonly createdAt: Instant
  readonly signedInAt?: Instant
}

/** A person as an OpenID provider names them. */
export interface ProvidedPerson {
  readonly issuer: string
  /** The provider's `sub`: it alone says who it is. */
  readonly subject: string
  /** The name that a new account gets, where it is free. */
  readonly name: string
  readonly display: string
  /** Of their claims, or what a new one begins with. */
  readonly role: Role
  /** The provider decides roles: an account takes the role at each sign-in. */
  readonly roleIsProvided: boolean
}

/** Accounts as a part of the store. Each change is in the audit log. */
export interface Accounts {
  /** False until the first account is made, then true for ever. */
  any(): Promise<boolean>
  list(): Promise<Account[]>
  get(name: string): Promise<Account | undefined>
  /** The hash of the password of an account that is not disabled. */
  passwordOf(name: string): Promise<string | undefined>
  /** @throws CordonError CORDON_ACCOUNT_EXISTS, CORDON_ACCOUNT_NAME */
  add(
    account: { name: string; display: string; role: Role; password?: string },
    who: string,
  ): Promise<Account>
  /** Ends the person's other sessions too. @throws CordonError CORDON_ACCOUNT_UNKNOWN */
  setPassword(name: string, password: string, who: string): Promise<void>
  /** @throws CordonError CORDON_ACCOUNT_UNKNOWN, CORDON_LAST_ADMINISTRATOR */
  setRole(name: string, role: Role, who: string): Promise<Account>
  /** Ends the person's sessions; their keys answer no more. @throws as `setRole` */
  setDisabled(name: string, disabled: boolean, who: string): Promise<Account>
  /** The account of a person whom a provider has just identified: theirs, or a new one. */
  provided(person: ProvidedPerson): Promise<Account>
}

interface AccountRow {
  readonly name: string
  readonly display: string
  readonly role: Role
  readonly password: string | null
  readonly issuer: string | null
  readonly disabled: boolean
  readonly created_at: number
  readonly signed_in_at: number | null
}

/** Name of an account: what can stand in an address and be read out. */
export const accountNamePattern = /^[a-z0-9](?:[a-z0-9._@-]{0,62}[a-z0-9])?$/

type Transaction = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>

/** Makes the accounts over a pool. */
export function accountStore(pool: pg.Pool, transaction: Transaction, now: () => Instant): Accounts {
  const get = async (name: string) => {
    const { rows } = await pool.query<AccountRow>('select * from account where name = $1', [
      name.toLowerCase(),
    ])
    return rows[0] && toAccount(rows[0])
  }
  return {
    async any() {
      return (await pool.query('select 1 from account limit 1')).rows.length > 0
    },
    async list() {
      return (await pool.query<AccountRow>('select * from account order by name')).rows.map(toAccount)
    },
    get,
    async passwordOf(name) {
      const { rows } = await pool.query<AccountRow>(
        'select password from account where name = $1 and not disabled',
        [name.toLowerCase()],
      )
      return rows[0]?.password ?? undefined
    },
    add: (account, who) => transaction((client) => addAccount(client, account, who, now())),
    setPassword: (name, password, who) =>
      transaction((client) => setPassword(client, name, password, who, now())),
    setRole: (name, role, who) =>
      transaction(async (client) => {
        const account = await lockedAccount(client, name)
        if (account.role === role) return account
        if (account.role === 'administrator') await keepOneAdministrator(client, account.name)
        await client.query('update account set role = $2 where name = $1', [account.name, role])
        await audit(client, now(), who, 'account.role', account.name, { from: account.role, to: role })
        return { ...account, role }
      }),
    setDisabled: (name, disabled, who) =>
      transaction(async (client) => {
        const account = await lockedAccount(client, name)
        if (account.disabled === disabled) return account
        if (disabled && account.role === 'administrator') await keepOneAdministrator(client, account.name)
        await client.query('update account set disabled = $2 where name = $1', [account.name, disabled])
        if (disabled) await client.query('delete from session where account = $1', [account.name])
        if (disabled) await client.query('delete from account_link where account = $1', [account.name])
        await audit(client, now(), who, disabled ? 'account.disable' : 'account.enable', account.name, {})
        return { ...account, disabled }
      }),
    provided: (person) => transaction((client) => providedAccount(client, person, now())),
  }
}

/** `Accounts.setPassword` inside a transaction with what allowed it. */
export async function setPassword(
  client: pg.ClientBase,
  name: string,
  password: string,
  who: string,
  at: Instant,
): Promise<void> {
  const account = await lockedAccount(client, name)
  await client.query('update account set password = $2 where name = $1', [account.name, password])
  await client.query('delete from session where account = $1', [account.name])
  await client.query('delete from account_link where account = $1', [account.name])
  await audit(client, at, who, 'account.password', account.name, {})
}

/** `Accounts.add` inside a transaction with what allowed it. */
export async function addAccount(
  client: pg.ClientBase,
  { name, display, role, password }: { name: string; display: string; role: Role; password?: string },
  who: string,
  at: Instant,
  provider: { issuer: string; subject: string } | undefined = undefined,
): Promise<Account> {
  const lower = name.trim().toLowerCase()
  if (!accountNamePattern.test(lower))
    throw fault(
      'CORDON_ACCOUNT_NAME',
      'a name of a-z, 0-9 and . _ @ - within',
      `"${name.slice(0, 80)}"`,
      'Choose another name.',
    )
  const { rows } = await client.query<AccountRow>(
    `insert into account (name, display, role, password, issuer, subject, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (name) do nothing returning *`,
    [
      lower,
      display.trim() || lower,
      role,
      password ?? null,
      provider?.issuer ?? null,
      provider?.subject ?? null,
      at,
    ],
  )
  if (!rows[0])
    throw fault(
      'CORDON_ACCOUNT_EXISTS',
      'a name that is free',
      `"${lower}", which is taken`,
      'Choose another name.',
    )
  await audit(client, at, who, 'account.create', lower, {
    role,
    ...(provider && { issuer: provider.issuer }),
  })
  return toAccount(rows[0])
}

async function providedAccount(client: pg.ClientBase, person: ProvidedPerson, at: Instant): Promise<Account> {
  const { issuer, subject, role, roleIsProvided } = person
  const find = () =>
    client.query<AccountRow>('select * from account where issuer = $1 and subject = $2 for update', [
      issuer,
      subject,
    ])
  const found = (await find()).rows[0]
  if (!found) {
    const name = await freeName(client, person)
    return addAccount(client, { ...person, name }, `openid:${issuer}`, at, { issuer, subject })
  }
  const account = toAccount(found)
  if (!roleIsProvided || account.role === role || account.disabled) return account
  await client.query('update account set role = $2 where name = $1', [account.name, role])
  await audit(client, at, `openid:${issuer}`, 'account.role', account.name, { from: account.role, to: role })
  return { ...account, role }
}

/** Nobody takes over an account by having its name at a provider: a taken name gets a number. */
async function freeName(client: pg.ClientBase, { name, subject }: ProvidedPerson): Promise<string> {
  const wanted = name
    .toLowerCase()
    .replace(/[^a-z0-9._@-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 56)
  const base =
    wanted ||
    `person-${
      subject
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '')
        .slice(0, 12) || 'x'
    }`
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base}-${number}`
    const { rows } = await client.query('select 1 from account where name = $1', [candidate])
    if (rows.length === 0) return candidate
  }
}

/** One account, held until the transaction ends. @throws CordonError CORDON_ACCOUNT_UNKNOWN */
export async function lockedAccount(client: pg.ClientBase, name: string): Promise<Account> {
  const { rows } = await client.query<AccountRow>('select * from account where name = $1 for update', [
    name.toLowerCase(),
  ])
  if (rows[0]) return toAccount(rows[0])
  throw fault(
    'CORDON_ACCOUNT_UNKNOWN',
    'the name of an account',
    `"${name.slice(0, 80)}"`,
    'See `cordon accounts list`.',
  )
}

async function keepOneAdministrator(client: pg.ClientBase, except: string): Promise<void> {
  // Two who take each other's role away in the same moment wait here, so that one of them stays.
  await client.query('lock table account in share row exclusive mode')
  const { rows } = await client.query(
    `select 1 from account where role = 'administrator' and not disabled and name <> $1 limit 1`,
    [except],
  )
  if (rows.length === 0)
    throw fault(
      'CORDON_LAST_ADMINISTRATOR',
      'another administrator',
      `"${except}" is the only one`,
      'Make someone else an administrator first.',
    )
}

function audit(
  client: pg.ClientBase,
  at: Instant,
  actor: string,
  action: string,
  name: string,
  detail: object,
) {
  return appendAudit(client, { at, actor, action, subject: `person:${name}`, detail: { ...detail } })
}

function toAccount(row: AccountRow): Account {
  return {
    name: row.name,
    display: row.display,
    role: row.role,
    disabled: row.disabled,
    hasPassword: row.password !== null,
    ...(row.issuer && { issuer: row.issuer }),
    createdAt: row.created_at,
    ...(row.signed_in_at !== null && { signedInAt: row.signed_in_at }),
  }
}

function fault(code: string, expected: string, found: string, remedy: string): CordonError {
  return new CordonError({ code, expected, found, where: 'account', remedy })
}
