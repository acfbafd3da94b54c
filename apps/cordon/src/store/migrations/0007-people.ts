import { type Kysely, type Migration, sql } from 'kysely'

const statements = [
  // Accounts are never deleted, so that a name in the audit log means one person for ever.
  `create table account (
    name text primary key check (name = lower(name)),
    display text not null,
    role text not null check (role in ('viewer', 'analyst', 'approver', 'administrator')),
    password text,
    issuer text,
    subject text,
    disabled boolean not null default false,
    created_at bigint not null,
    signed_in_at bigint,
    unique (issuer, subject)
  )`,
  `create table session (
    hash text primary key,
    account text not null references account (name),
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    address text not null,
    agent text not null
  )`,
  'create index session_by_account on session (account)',
  `create table api_key (
    id text primary key,
    hash text not null,
    title text not null,
    owner text references account (name),
    scopes json not null,
    created_at bigint not null,
    created_by text not null,
    expires_at bigint,
    used_at bigint,
    revoked_at bigint
  )`,
  'create index api_key_by_owner on api_key (owner)',
  // One-time links: with an account it sets that one's password, without one it makes the first account.
  `create table account_link (
    hash text primary key,
    account text references account (name),
    created_at bigint not null,
    expires_at bigint not null
  )`,
  // Attempts to sign in, by hashed name and by address.
  `create table sign_in_throttle (
    key text primary key,
    failures integer not null,
    failed_at bigint not null,
    until bigint not null
  )`,
  // What a sign-in at another provider began with.
  `create table sign_in_flow (
    hash text primary key,
    state text not null,
    nonce text not null,
    verifier text not null,
    return_to text not null,
    expires_at bigint not null
  )`,
]

/** Accounts, sessions and API keys. */
export const people: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
