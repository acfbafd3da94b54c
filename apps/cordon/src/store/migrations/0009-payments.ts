import { type Kysely, type Migration, sql } from 'kysely'

const statements = [
  // Messages that ask for a person's look. `key` is a hash of the text: the same message twice is one.
  `create table payment_message (
    no bigint generated always as identity primary key,
    key text not null unique,
    received_at bigint not null,
    input text not null,
    line integer not null,
    recommendation text not null check (recommendation in ('review', 'hold')),
    state text not null default 'open' check (state in ('open', 'proposed', 'released', 'blocked')),
    proposed_by text,
    met text not null,
    text text not null,
    summary json not null,
    hits json not null,
    hit_count integer not null,
    top_hit json,
    versions json not null,
    findings json not null,
    search text not null
  )`,
  'create index payment_message_queue on payment_message (state, recommendation, no)',
  // What people did with it, for ever. 'alone': no second pair of eyes was there to confirm.
  `create table payment_action (
    no bigint generated always as identity primary key,
    message_no bigint not null references payment_message (no),
    at bigint not null,
    who text not null,
    action text not null check (action in ('propose', 'confirm', 'decline', 'block', 'reopen', 'met')),
    reason text not null,
    alone boolean not null default false
  )`,
  'create index payment_action_of on payment_action (message_no, no)',
  // What was screened, with its counts: those that passed are told here alone.
  `create table payment_import (
    no bigint generated always as identity primary key,
    input text not null,
    at bigint not null,
    who text not null,
    counts json not null,
    faults json not null,
    versions json not null
  )`,
]

/** The queue of payment messages, and what was decided of each. */
export const payments: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
