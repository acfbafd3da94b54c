import { type Kysely, type Migration, sql } from 'kysely'

const statements = [
  `create table source (
    name text primary key,
    title text not null,
    publisher text not null,
    url text,
    starter boolean not null default false,
    current_seq integer
  )`,
  `create table list_version (
    source text not null references source (name),
    seq integer not null,
    version text not null,
    fetched bigint not null,
    imported_at bigint not null,
    sha256 text not null,
    format text not null,
    entities integer not null,
    statements integer not null,
    rejects integer not null,
    report json not null,
    primary key (source, seq)
  )`,
  'create index list_version_sha256 on list_version (source, sha256)',
  // The type json, not jsonb: it keeps the text as it is, costs no parse either way, and can hold U+0000.
  `create table entity_content (
    source text not null references source (name),
    entity_id text not null,
    from_seq integer not null,
    until_seq integer not null default 2147483647,
    content_hash bytea not null,
    schema text not null,
    statements json not null,
    first_seen json not null,
    primary key (entity_id, source, from_seq)
  )`,
  'create index entity_content_by_source on entity_content (source, until_seq, from_seq)',
  `create table list_reject (
    source text not null,
    seq integer not null,
    ordinal bigint not null,
    reject json not null,
    primary key (source, seq, ordinal),
    foreign key (source, seq) references list_version (source, seq)
  )`,
  `create table finding (
    id text primary key,
    arrival bigint generated always as identity unique,
    revision integer not null,
    state text not null check (state in ('open', 'closed')),
    watch text not null,
    rule text not null,
    severity smallint not null,
    score double precision not null,
    window_start bigint not null,
    body text not null,
    search text not null,
    arrived_at bigint not null,
    revised_at bigint not null,
    verdict text check (verdict in ('true', 'false', 'unsure')),
    decided_revision integer
  )`,
  'create index finding_rank on finding (severity desc, score desc, arrival)',
  'create index finding_undecided on finding (severity desc, score desc, arrival) where verdict is null',
  `create table finding_decision (
    id bigint generated always as identity primary key,
    finding_id text not null references finding (id),
    verdict text check (verdict in ('true', 'false', 'unsure')),
    reason text not null check (reason <> ''),
    who text not null,
    at bigint not null,
    revision integer not null
  )`,
  'create index finding_decision_by_finding on finding_decision (finding_id, id)',
  `create table audit (
    seq bigint primary key,
    at bigint not null,
    actor text not null,
    action text not null,
    subject text not null,
    detail text not null,
    prev_hash text not null,
    hash text not null
  )`,
  `create table audit_head (
    only_row boolean primary key default true check (only_row),
    seq bigint not null,
    hash text not null
  )`,
  `insert into audit_head (seq, hash) values (0, repeat('0', 64))`,
  `create table watch_state (
    run text primary key,
    commits bigint not null,
    position json not null,
    snapshot json not null,
    latest_event bigint,
    watermark bigint,
    observed bigint not null,
    late bigint not null,
    ended boolean not null,
    committed_at bigint not null
  )`,
  `create function cordon_append_only() returns trigger language plpgsql as $$
  begin
    raise exception '% of % refused: the table is append-only', tg_op, tg_table_name;
  end $$`,
  `create function cordon_head_moves_by_one() returns trigger language plpgsql as $$
  begin
    if new.seq <> old.seq + 1 then
      raise exception 'the audit head moves by one entry, not from % to %', old.seq, new.seq;
    end if;
    return new;
  end $$`,
  `create trigger audit_head_step before update on audit_head
    for each row execute function cordon_head_moves_by_one()`,
  `create trigger audit_head_kept before delete or truncate on audit_head
    for each statement execute function cordon_append_only()`,
  ...['audit', 'finding_decision'].map(
    (table) => `create trigger ${table}_append_only before update or delete or truncate on ${table}
    for each statement execute function cordon_append_only()`,
  ),
]

/** Lists with their versions, findings with their decisions, the audit chain, and the state of watches. */
export const foundations: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
