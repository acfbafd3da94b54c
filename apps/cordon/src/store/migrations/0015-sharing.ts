import { type Kysely, type Migration, sql } from 'kysely'

const statements = [
  // What is shared over TAXII. `last_added` is the greatest time of addition given out: times are unique in a collection.
  `create table taxii_collection (
    id uuid primary key,
    name text not null unique,
    title text not null,
    description text not null default '',
    tlp text not null,
    can_write boolean not null default false,
    last_added bigint not null default 0,
    created_at bigint not null,
    created_by text not null
  )`,
  // One row a version of an object. Times of addition are microseconds; versions RFC 3339 with six digits, so that they sort as text.
  `create table taxii_object (
    collection uuid not null references taxii_collection (id),
    added bigint not null,
    id text not null,
    version text not null,
    type text not null,
    spec_version text not null,
    is_last boolean not null default true,
    hash bytea not null,
    origin text not null default '',
    body text not null,
    primary key (collection, added)
  )`,
  'create unique index taxii_object_version on taxii_object (collection, id, version)',
  'create index taxii_object_last on taxii_object (collection, added) where is_last',
  `create index taxii_object_origin on taxii_object (collection, origin) where origin <> ''`,
  `create table taxii_status (
    id uuid primary key,
    collection uuid not null,
    at bigint not null,
    who text not null,
    body text not null
  )`,
  // A collection of somebody else's that is read here: how far, and what came, until it is imported with the next reading.
  `create table taxii_feed (
    address text primary key,
    added_after text,
    next text,
    pages integer not null default 0,
    changed_at bigint not null
  )`,
  `create table taxii_feed_object (
    address text not null references taxii_feed (address) on delete cascade,
    no bigint generated always as identity,
    body text not null,
    primary key (address, no)
  )`,
]

/** Collections that are shared over TAXII 2.1, and those of others that are read. */
export const sharing: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
