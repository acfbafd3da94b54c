import { caseSeverity, caseTitle, type DoorTally, defaultDue } from '@cordon/casework'
import { type Finding, type Instant, severities, type WatchName } from '@cordon/model'
import type pg from 'pg'
import { storable } from './cases-lock.ts'
import { foldText } from './finding-row.ts'

interface Tally {
  readonly case_id: number
  readonly watch: WatchName
  readonly standing: number | null
  readonly peak: number
  readonly findings: number
  readonly undecided: number
  readonly first_at: number
  readonly last_at: number
}

const longestSearch = 4_000

/** Makes anew what cases come to: severity, counts, title, doors, times, and the date by which they are due. */
export async function refreshCases(
  client: pg.ClientBase,
  ids: readonly number[],
  now: Instant,
): Promise<void> {
  if (ids.length === 0) return
  const tallies = await talliesOf(client, ids)
  const gravest = await gravestOf(client, ids)
  const refs = await refsOf(client, ids)
  const rows = ids.map((id) => {
    const doors = tallies.get(id) ?? []
    const { severity, peak, words } = caseSeverity(doors.map(doorOf))
    const finding = gravest.get(id)
    const title = finding ? storable(caseTitle(finding)) : ''
    const about = refs.get(id)
    return {
      id,
      severity: severities.indexOf(severity),
      peak: severities.indexOf(peak),
      severity_words: words,
      title: title || `Case ${id}`,
      doors: doors.map(({ watch }) => watch).sort(),
      findings: sum(doors.map((door) => door.findings)),
      undecided: sum(doors.map((door) => door.undecided)),
      subjects: about?.subjects ?? 0,
      first_at: doors.length > 0 ? Math.min(...doors.map((door) => door.first_at)) : null,
      last_at: doors.length > 0 ? Math.max(...doors.map((door) => door.last_at)) : null,
      due_at: defaultDue(now, severity),
      search: foldText([`case ${id}`, title, ...(about?.words ?? [])].join('\n')).slice(0, longestSearch),
    }
  })
  await client.query(
    `update casefile c set severity = r.severity, peak = greatest(r.peak, c.peak), severity_words = r.severity_words,
       title = r.title, doors = array(select json_array_elements_text(r.doors)), findings = r.findings,
       undecided = r.undecided, subjects = r.subjects, first_at = r.first_at, last_at = r.last_at,
       search = r.search, changed_at = $2,
       due_at = case when c.due_by_hand then c.due_at when c.due_at = 0 then r.due_at
         when r.severity > c.severity then least(c.due_at, r.due_at) else c.due_at end
     from json_to_recordset($1::json) as r (id bigint, severity smallint, peak smallint, severity_words text,
       title text, doors json, findings integer, undecided integer, subjects integer, first_at bigint,
       last_at bigint, due_at bigint, search text)
     where c.id = r.id`,
    [JSON.stringify(rows), now],
  )
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

function doorOf({ watch, standing, peak }: Tally): DoorTally {
  return { watch, peak: severities[peak]!, ...(standing !== null && { standing: severities[standing]! }) }
}

async function talliesOf(client: pg.ClientBase, ids: readonly number[]): Promise<Map<number, Tally[]>> {
  const { rows } = await client.query<Tally>(
    `select case_id, watch, max(severity) as peak, count(*)::integer as findings,
       max(severity) filter (where not withdrawn and verdict is distinct from 'false') as standing,
       (count(*) filter (where not withdrawn and verdict is null))::integer as undecided,
       min(start_at) as first_at, max(end_at) as last_at
     from case_finding where case_id = any($1) group by case_id, watch`,
    [ids],
  )
  const byCase = new Map<number, Tally[]>()
  for (const row of rows) byCase.set(row.case_id, [...(byCase.get(row.case_id) ?? []), row])
  return byCase
}

async function gravestOf(client: pg.ClientBase, ids: readonly number[]): Promise<Map<number, Finding>> {
  const { rows } = await client.query<{ case_id: number; body: string }>(
    `select c.id as case_id, f.body from unnest($1::bigint[]) as c (id)
     cross join lateral (select finding_id from case_finding where case_id = c.id
       order by severity desc, score desc, -arrival desc limit 1) as first
     join finding f on f.id = first.finding_id`,
    [ids],
  )
  return new Map(rows.map(({ case_id, body }) => [case_id, JSON.parse(body) as Finding]))
}

async function refsOf(
  client: pg.ClientBase,
  ids: readonly number[],
): Promise<Map<number, { readonly subjects: number; readonly words: string[] }>> {
  const { rows } = await client.query<{ case_id: number; subjects: number; words: string[] | null }>(
    `select c.id as case_id,
       (select count(*)::integer from case_ref where case_id = c.id and role = 'subject') as subjects,
       (select array_agg(left(label, 200) || ' ' || left(ref_id, 200)) from
         (select label, ref_id from case_ref where case_id = c.id order by findings desc, hash limit 16) as top) as words
     from unnest($1::bigint[]) as c (id)`,
    [ids],
  )
  return new Map(rows.map(({ case_id, subjects, words }) => [case_id, { subjects, words: words ?? [] }]))
}
