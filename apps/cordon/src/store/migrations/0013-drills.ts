import { type Kysely, type Migration, sql } from 'kysely'

const statements = [
  // Runs of drills, for ever: when it was last tried, against what, and what came. `result` is the whole of it; it stands
  // apart from findings and cases, which a drill never touches.
  `create table drill_run (
    no bigint generated always as identity primary key,
    drill text not null,
    title text not null,
    at bigint not null,
    who text not null,
    against text not null,
    is_own boolean not null,
    outcome text not null check (outcome in ('seen', 'partly', 'missed')),
    expected integer not null,
    in_time integer not null,
    false_alarms integer not null,
    lead json,
    digest text not null,
    result json not null
  )`,
  'create index drill_run_of on drill_run (drill, no desc)',
]

/** Runs of drills. */
export const drills: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
