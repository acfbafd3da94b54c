import type { CaseId } from '@cordon/casework'
import type { Instant } from '@cordon/model'
import type pg from 'pg'
import { moveKeys } from './cases-keys.ts'
import { moveRefs } from './cases-refs.ts'

/**
 * Makes one case a part of another one: its findings, keys, notes, attachments and links go over; what a person put apart
 * from it stays apart from the whole. The empty one stays as a pointer, with its log. The caller writes the log and refreshes.
 */
export async function foldCase(
  client: pg.ClientBase,
  from: CaseId,
  into: CaseId,
  at: Instant,
): Promise<void> {
  await client.query('update case_finding set case_id = $2 where case_id = $1', [from, into])
  await moveKeys(client, from, into)
  await moveRefs(client, from, into)
  for (const table of ['case_attachment', 'case_link', 'case_mention'])
    await client.query(`update ${table} set case_id = $2 where case_id = $1`, [from, into])
  await client.query(
    `insert into case_apart (a, b) select least($2::bigint, other), greatest($2::bigint, other)
     from (select case when a = $1 then b else a end as other from case_apart where a = $1 or b = $1) as former
     where other <> $2 on conflict do nothing`,
    [from, into],
  )
  await client.query('delete from case_apart where a = $1 or b = $1', [from])
  await client.query(
    `update casefile c set worked = c.worked or f.worked, follows = c.follows || f.follows,
       opened_at = least(c.opened_at, f.opened_at), assignee = coalesce(c.assignee, f.assignee),
       due_at = case when c.due_by_hand then c.due_at else least(c.due_at, f.due_at) end
     from casefile f where c.id = $2 and f.id = $1`,
    [from, into],
  )
  await client.query('update casefile set merged_into = $2 where merged_into = $1', [from, into])
  await client.query(
    `update casefile set merged_into = $2, release = null, findings = 0, undecided = 0, changed_at = $3 where id = $1`,
    [from, into, at],
  )
}
