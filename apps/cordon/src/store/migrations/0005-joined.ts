import { type Kysely, type Migration, sql } from 'kysely'

const statements = [
  // Claims that two entries of lists are, or are not, one thing: a matcher's, a list's own, a person's.
  `create table identity_claim (
    key text primary key,
    from_id text not null,
    to_id text not null,
    relation text not null,
    source text not null,
    kind text not null check (kind in ('reference', 'identifier', 'score', 'person')),
    reason text not null check (reason <> ''),
    confidence double precision,
    points double precision,
    from_label text not null,
    to_label text not null,
    said_at bigint not null,
    withdrawn json
  )`,
  'create index identity_claim_from on identity_claim (from_id)',
  'create index identity_claim_to on identity_claim (to_id)',
  // Parties that are screened again whenever a list changes. `sieve` holds hashes of name words and numbers.
  `create table watched_party (
    no bigint generated always as identity unique,
    id text primary key,
    schema text not null,
    properties json not null,
    sieve bytea not null,
    position text,
    seen_at bigint not null
  )`,
  // What was last said of a party and an entry: what decided it then, so that only what matters is said again.
  `create table watched_match (
    finding_id text primary key,
    party_id text not null,
    entity_id text not null,
    open boolean not null,
    party_state json not null,
    entity_state json not null
  )`,
  'create index watched_match_by_party on watched_match (party_id)',
  'create index watched_match_by_entity on watched_match (entity_id)',
  // The list versions that all parties have been screened against.
  `create table monitor_state (
    only_row boolean primary key default true check (only_row),
    versions json not null,
    ran_at bigint not null
  )`,
]

/** One entity on many lists, and parties that are watched. */
export const joined: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
