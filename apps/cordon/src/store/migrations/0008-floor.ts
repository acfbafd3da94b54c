import { type Kysely, type Migration, sql } from 'kysely'

/** Of the lock that puts transactions with events in the order of their commits. */
const eventLock = 4_826_770_011

const statements = [
  // What happened, for those who follow. `position` is given at the commit, one transaction after the other: whoever has
  // seen a position has been able to see every lower one.
  `create table event (
    id bigint generated always as identity primary key,
    position bigint unique,
    at bigint not null,
    kind text not null,
    body json not null
  )`,
  'create sequence event_position',
  `create function cordon_event(kind text, at bigint, body json) returns void language sql as $$
    insert into event (kind, at, body) values (kind, at, body)
  $$`,
  `create function cordon_event_place() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(${eventLock});
    update event set position = nextval('event_position') where id = new.id;
    perform pg_notify('cordon_events', '');
    return null;
  end $$`,
  `create constraint trigger event_place after insert on event
    deferrable initially deferred for each row execute function cordon_event_place()`,

  `create function cordon_event_findings_new() returns trigger language plpgsql as $$
  begin
    insert into event (kind, at, body)
    select 'findings', max(revised_at), json_build_object('findings', json_agg(json_build_object('id', id, 'revision',
      revision, 'watch', watch, 'rule', rule, 'severity', severity, 'fresh', true) order by arrival))
    from (select *, (row_number() over (order by arrival) - 1) / 100 as part from fresh) r group by part;
    return null;
  end $$`,
  `create function cordon_event_findings_revised() returns trigger language plpgsql as $$
  begin
    insert into event (kind, at, body)
    select 'findings', max(revised_at), json_build_object('findings', json_agg(json_build_object('id', id, 'revision',
      revision, 'watch', watch, 'rule', rule, 'severity', severity, 'fresh', false) order by arrival))
    from (select r.*, (row_number() over (order by r.arrival) - 1) / 100 as part
          from fresh r join former f on f.id = r.id where r.revision > f.revision) r group by part;
    return null;
  end $$`,
  `create trigger finding_event_new after insert on finding referencing new table as fresh
    for each statement execute function cordon_event_findings_new()`,
  `create trigger finding_event_revised after update on finding
    referencing old table as former new table as fresh
    for each statement execute function cordon_event_findings_revised()`,

  `create function cordon_event_decisions() returns trigger language plpgsql as $$
  begin
    insert into event (kind, at, body)
    select 'decisions', max(at), json_build_object('decisions', json_agg(json_build_object('finding', finding_id, 'verdict',
      verdict, 'who', who, 'revision', revision) order by id))
    from (select *, (row_number() over (order by id) - 1) / 100 as part from fresh) r group by part;
    return null;
  end $$`,
  `create trigger finding_decision_event after insert on finding_decision referencing new table as fresh
    for each statement execute function cordon_event_decisions()`,

  `create function cordon_now() returns bigint language sql as $$
    select (extract(epoch from clock_timestamp()) * 1000)::bigint
  $$`,
  `create function cordon_event_list() returns trigger language plpgsql as $$
  begin
    perform cordon_event('list', cordon_now(), json_build_object('source', new.name, 'seq', new.current_seq));
    return null;
  end $$`,
  `create trigger source_event after update of current_seq on source for each row
    when (old.current_seq is distinct from new.current_seq) execute function cordon_event_list()`,
  `create function cordon_event_knowledge() returns trigger language plpgsql as $$
  begin
    perform cordon_event('knowledge', cordon_now(), json_build_object('collection', new.id, 'seq', new.current_seq));
    return null;
  end $$`,
  `create trigger threat_collection_event after update of current_seq on threat_collection for each row
    when (old.current_seq is distinct from new.current_seq) execute function cordon_event_knowledge()`,
  `create function cordon_event_fetch() returns trigger language plpgsql as $$
  begin
    perform cordon_event('fetch', cordon_now(), json_build_object('list', new.name, 'failed', new.error is not null,
      'held', new.held is not null));
    return null;
  end $$`,
  `create trigger list_fetch_event after insert or update on list_fetch for each row
    execute function cordon_event_fetch()`,
  // A running watch commits every few seconds: that is told, and not kept; that it has ended is kept.
  `create function cordon_event_watch() returns trigger language plpgsql as $$
  begin
    if new.ended then
      perform cordon_event('run', new.committed_at, json_build_object('run', new.run, 'observed', new.observed));
    end if;
    perform pg_notify('cordon_progress', json_build_object('job', 'watch', 'name', left(new.run, 200), 'done',
      new.observed, 'unit', 'observations', 'ended', new.ended)::text);
    return null;
  end $$`,
  `create trigger watch_state_event after insert or update on watch_state for each row
    execute function cordon_event_watch()`,

  // The floor counts by door and time, over many findings.
  'create index finding_arrived on finding (arrived_at, watch, severity)',
  'create index finding_door on finding (watch, verdict, severity)',
  'create index finding_waiting on finding (arrival) where verdict is null',

  `create table profile_version (
    seq integer primary key,
    at bigint not null,
    who text not null,
    note text,
    body text not null
  )`,
  `create trigger profile_version_append_only before update or delete or truncate on profile_version
    for each statement execute function cordon_append_only()`,
  `create function cordon_event_profile() returns trigger language plpgsql as $$
  begin
    perform cordon_event('profile', new.at, json_build_object('seq', new.seq));
    return null;
  end $$`,
  `create trigger profile_version_event after insert on profile_version for each row
    execute function cordon_event_profile()`,

  `create table setting (
    name text primary key,
    value json not null,
    at bigint not null,
    who text not null
  )`,
  `create function cordon_event_setting() returns trigger language plpgsql as $$
  begin
    perform cordon_event('settings', new.at, json_build_object('name', new.name));
    return null;
  end $$`,
  `create trigger setting_event after insert or update on setting for each row
    execute function cordon_event_setting()`,
]

/** Events in the order of their commits, the institution's profile with its versions, and settings. */
export const floor: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
