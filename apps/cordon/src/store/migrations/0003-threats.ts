import { type Kysely, type Migration, sql } from 'kysely'

const statements = [
  // A collection is what is imported and replaced as a whole: a bundle, a feed's file, a cluster.
  `create table threat_collection (
    id text primary key,
    source text not null,
    name text not null,
    format text not null,
    current_seq integer
  )`,
  `create table threat_version (
    collection text not null references threat_collection (id),
    seq integer not null,
    version text not null,
    fetched bigint not null,
    imported_at bigint not null,
    sha256 text not null,
    items integer not null,
    indicators integer not null,
    rejects integer not null,
    report json not null,
    primary key (collection, seq)
  )`,
  // Keys are hashes, because values (addresses of pages) may be longer than an index takes. As with lists, content that
  // doesn't change between versions is one row, valid for a span of them.
  `create table threat_item (
    collection text not null references threat_collection (id),
    key bytea not null,
    from_seq integer not null,
    until_seq integer not null default 2147483647,
    kind text not null,
    lookup bytea not null,
    content_hash bytea not null,
    body json not null,
    primary key (collection, key, from_seq)
  )`,
  'create index threat_item_lookup on threat_item (lookup)',
  'create index threat_item_kind on threat_item (kind, collection, until_seq)',
  `create table threat_reject (
    collection text not null,
    seq integer not null,
    ordinal bigint not null,
    reject json not null,
    primary key (collection, seq, ordinal),
    foreign key (collection, seq) references threat_version (collection, seq)
  )`,
  `create table indicator_sighting (
    lookup bytea not null,
    at bigint not null,
    place text not null,
    kind text not null,
    value text not null,
    host text,
    path text,
    written text not null,
    primary key (lookup, at, place)
  )`,
]

/** Threat objects, claims and indicators with their versions, and where indicators were seen. */
export const threats: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
