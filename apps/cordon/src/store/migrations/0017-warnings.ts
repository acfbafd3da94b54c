import { type Kysely, type Migration, sql } from 'kysely'

const statements = [
  `create table warning_rule (
    id text primary key,
    body json not null,
    enabled boolean not null,
    -- Only what happens after the rule was made concerns it.
    since_position bigint not null,
    created_at bigint not null,
    changed_at bigint not null,
    changed_by text not null
  )`,
  // What webhooks are signed with; the former one goes on for a while after a change.
  `create table warning_secret (
    address text primary key,
    secret text not null,
    former text,
    former_until bigint,
    made_at bigint not null
  )`,
  // How far events have been turned into warnings: moved on in the transaction that writes them.
  `create table warning_cursor (
    one boolean primary key default true check (one),
    position bigint not null
  )`,
  'insert into warning_cursor (position) select coalesce(max(position), 0) from event',
  `create table warning_delivery (
    id text primary key,
    seq bigint generated always as identity unique,
    rule text not null,
    rule_name text not null,
    channel text not null,
    address text not null,
    state text not null,
    due bigint not null,
    attempts integer not null default 0,
    items integer not null default 0,
    created_at bigint not null,
    tried_at bigint,
    delivered_at bigint,
    outcome text
  )`,
  `create index warning_delivery_due on warning_delivery (due) where state = 'waiting'`,
  'create index warning_delivery_to on warning_delivery (rule, channel, address, created_at desc)',
  // One thing is told one recipient once, whatever rules it meets and however often it is read.
  `create table warning_item (
    id text primary key,
    recipient text not null,
    thing text not null,
    rule text not null,
    delivery text references warning_delivery,
    at bigint not null,
    severity integer not null,
    body json not null,
    unique (recipient, thing)
  )`,
  'create index warning_item_delivery on warning_item (delivery)',
  'create index warning_item_recipient on warning_item (recipient, at desc)',
  // A person's own feed: who has its address reads it.
  `create table warning_feed (
    account text primary key references account (name),
    token_hash text not null unique,
    made_at bigint not null,
    read_at bigint
  )`,
]

/** Warnings: rules, the outbox of deliveries, what was told whom, and personal feeds. */
export const warnings: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
