import { type Kysely, type Migration, sql } from 'kysely'

const statements = [
  // Thinned tracks, in pieces: triples of 32-bit integers (seconds since 1970, latitude and longitude in millionths).
  `create table sea_track (
    mmsi bigint not null,
    from_at bigint not null,
    until_at bigint not null,
    points bytea not null,
    primary key (mmsi, from_at)
  )`,
  'create index sea_track_time on sea_track (until_at, from_at)',
  `create table sea_event (
    id text primary key,
    kind text not null,
    mmsi bigint not null,
    other bigint,
    start_at bigint not null,
    end_at bigint not null,
    body json not null
  )`,
  'create index sea_event_time on sea_event (end_at, start_at)',
  'create index sea_event_mmsi on sea_event (mmsi)',
  'create index sea_event_other on sea_event (other) where other is not null',
  `create table sea_vessel (
    mmsi bigint primary key,
    name text,
    class text,
    seen_at bigint not null,
    body json not null
  )`,
]

/** The sea as the console shows it: tracks, events, what ships state. All of it can be made again from the positions. */
export const sea: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
