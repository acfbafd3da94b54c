import { mentionsOf } from '@cordon/casework'
import type { Instant } from '@cordon/model'
import type pg from 'pg'
import { recordCaseEvent } from './cases-events.ts'
import { storable } from './cases-lock.ts'
import { caseFault, lockedCase } from './cases-row.ts'

/** The longest note, characters. */
export const longestNote = 20_000

/** Gives a case to somebody, or to nobody. Take the lock of cases first. */
export async function assignCase(
  client: pg.ClientBase,
  id: number,
  { to, who }: { readonly to: string | undefined; readonly who: string },
  at: Instant,
): Promise<void> {
  const { assignee } = await lockedCase(client, id)
  const name = to === undefined ? undefined : storable(to.trim()).slice(0, 200) || undefined
  if (name === assignee) return
  await client.query('update casefile set assignee = $2, worked = true, changed_at = $3 where id = $1', [
    id,
    name ?? null,
    at,
  ])
  const body = { from: assignee ?? null, to: name ?? null }
  await recordCaseEvent(client, { case: id, at, actor: who, kind: 'assign', body })
}

/** Sets the date by which a case is due. Take the lock of cases first. */
export async function setDue(
  client: pg.ClientBase,
  id: number,
  { due, who }: { readonly due: Instant; readonly who: string },
  at: Instant,
): Promise<void> {
  const found = await lockedCase(client, id)
  if (found.due === due) return
  await client.query(
    'update casefile set due_at = $2, due_by_hand = true, worked = true, changed_at = $3 where id = $1',
    [id, due, at],
  )
  await recordCaseEvent(client, { case: id, at, actor: who, kind: 'due', body: { from: found.due, to: due } })
}

/**
 * Adds a note. Who it mentions is remembered. Take the lock of cases first.
 * @throws CordonError CORDON_CASE_NOTE for an empty or too long one
 */
export async function addNote(
  client: pg.ClientBase,
  id: number,
  { text, who }: { readonly text: string; readonly who: string },
  at: Instant,
): Promise<number> {
  await lockedCase(client, id)
  const length = text.length
  if (text.trim() === '' || length > longestNote)
    throw caseFault(
      id,
      'CORDON_CASE_NOTE',
      `a note of 1 to ${longestNote} characters`,
      `${length} of them`,
      length > longestNote ? 'Attach it as a file.' : 'Write something.',
    )
  const mentions = mentionsOf(text)
  const body = { text, mentions }
  const event = await recordCaseEvent(client, { case: id, at, actor: who, kind: 'note', body })
  for (const name of mentions)
    await client.query('insert into case_mention (who, event_id, case_id) values ($1, $2, $3)', [
      storable(name),
      event,
      id,
    ])
  await client.query('update casefile set worked = true, changed_at = $2 where id = $1', [id, at])
  return event
}
