import { type Kysely, type Migration, sql } from 'kysely'

const statements = [
  // The words of watched parties' names, each once, with all by which it could meet a listed word. Their blocks name
  // them by number, so that a million parties are a few dozen megabytes.
  `create table watched_word (
    word double precision primary key,
    ways bytea not null
  )`,
]

/** Blocks of an earlier layout are written anew when they are first read. */
export const watchedWords: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
