import { type Kysely, type Migration, sql } from 'kysely'

/** Where the fetching of each list stands: what the publisher has, the last error, and what is held back. */
export const listFetch: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create table list_fetch (
          name text primary key,
          url text not null,
          checked_at bigint,
          changed_at bigint,
          etag text,
          last_modified text,
          catalog_version text,
          sha256 text,
          bytes bigint,
          error text,
          error_at bigint,
          failures integer not null default 0,
          held json
        )`,
      )
      .execute(db)
  },
}
