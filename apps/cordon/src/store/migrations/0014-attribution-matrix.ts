import { type Kysely, type Migration, sql } from 'kysely'

const statements = [
  // Competing hypotheses of a case as a person weighs them. Versions are added and never changed; an undo is a version that says
  // the same as an earlier one (`base`); `parent` is what it followed. No body: back to what the machine fills in.
  `create table attribution_matrix (
    case_id bigint not null references casefile (id),
    seq integer not null,
    at bigint not null,
    who text not null,
    base integer not null,
    parent integer not null,
    body text,
    primary key (case_id, seq)
  )`,
]

/** Analyses of competing hypotheses, by case. */
export const attributionMatrix: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
