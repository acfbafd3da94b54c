import { createHash } from 'node:crypto'
import type { Instant } from '@cordon/model'
import type pg from 'pg'
import { recordCaseEvent } from './cases-events.ts'
import { storable } from './cases-lock.ts'
import { caseFault, lockedCase } from './cases-row.ts'

/** Most bytes of one attachment. */
export const mostAttachmentBytes = 10 * 1024 * 1024
/** Most attachments and most links of one case. */
export const mostAttached = 100

/** A file of a case. Its bytes are given out for download and never shown. */
export interface Attachment {
  readonly id: number
  readonly name: string
  readonly size: number
  /** Of the bytes, hexadecimal. */
  readonly sha256: string
  readonly who: string
  readonly at: Instant
  /** The bytes are gone; that they were there stays on record. */
  readonly removed?: Instant
}

/** A record elsewhere: a ticket, a report, a page. */
export interface CaseLink {
  readonly id: number
  readonly label: string
  /** An address, or a number in another system. */
  readonly target: string
  readonly who: string
  readonly at: Instant
}

/**
 * Keeps a file with a case. Take the lock of cases first.
 * @throws CordonError CORDON_CASE_ATTACHMENT
 */
export async function attach(
  client: pg.ClientBase,
  id: number,
  { name, bytes, who }: { readonly name: string; readonly bytes: Buffer; readonly who: string },
  at: Instant,
): Promise<Attachment> {
  await lockedCase(client, id)
  const called = storable(name.trim()).slice(0, 255)
  const { rows: held } = await client.query<{ count: number }>(
    'select count(*)::integer as count from case_attachment where case_id = $1 and removed_at is null',
    [id],
  )
  if (
    called === '' ||
    bytes.length === 0 ||
    bytes.length > mostAttachmentBytes ||
    held[0]!.count >= mostAttached
  )
    throw caseFault(
      id,
      'CORDON_CASE_ATTACHMENT',
      `a named file of 1 to ${mostAttachmentBytes} bytes, at most ${mostAttached} a case`,
      `${bytes.length} bytes named "${called.slice(0, 60)}", after ${held[0]!.count} others`,
      'Keep larger files elsewhere and link to them.',
    )
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { rows } = await client.query<{ id: number }>(
    `insert into case_attachment (case_id, name, size, sha256, bytes, who, at) values ($1, $2, $3, $4, $5, $6, $7)
     returning id`,
    [id, called, bytes.length, sha256, bytes, who, at],
  )
  const attachment = rows[0]!.id
  const body = { attachment, name: called, size: bytes.length, sha256 }
  await recordCaseEvent(client, { case: id, at, actor: who, kind: 'attachment', body })
  return { id: attachment, name: called, size: bytes.length, sha256, who, at }
}

/** Removes the bytes of a file; name, size and hash stay on record. */
export async function detach(
  client: pg.ClientBase,
  id: number,
  { attachment, who, reason }: { readonly attachment: number; readonly who: string; readonly reason: string },
  at: Instant,
): Promise<void> {
  await lockedCase(client, id)
  const { rows } = await client.query<{ name: string; sha256: string }>(
    `update case_attachment set bytes = null, removed_at = $3 where case_id = $1 and id = $2 and removed_at is null
     returning name, sha256`,
    [id, attachment, at],
  )
  if (!rows[0])
    throw caseFault(
      id,
      'CORDON_CASE_NO_ATTACHMENT',
      'an attachment of the case',
      String(attachment),
      'Reload it.',
    )
  const body = { attachment, ...rows[0], removed: true, reason }
  await recordCaseEvent(client, { case: id, at, actor: who, kind: 'attachment', body })
}

/**
 * Keeps a link to a record elsewhere. Take the lock of cases first.
 * @throws CordonError CORDON_CASE_LINK
 */
export async function addLink(
  client: pg.ClientBase,
  id: number,
  { label, target, who }: { readonly label: string; readonly target: string; readonly who: string },
  at: Instant,
): Promise<CaseLink> {
  await lockedCase(client, id)
  const [called, to] = [storable(label.trim()).slice(0, 200), storable(target.trim())]
  const { rows: held } = await client.query<{ count: number }>(
    'select count(*)::integer as count from case_link where case_id = $1 and removed_at is null',
    [id],
  )
  if (to === '' || to.length > 2_000 || held[0]!.count >= mostAttached)
    throw caseFault(
      id,
      'CORDON_CASE_LINK',
      `an address or a number of 1 to 2,000 characters, at most ${mostAttached} a case`,
      `${to.length} characters, after ${held[0]!.count} others`,
      'Shorten it.',
    )
  const { rows } = await client.query<{ id: number }>(
    'insert into case_link (case_id, label, target, who, at) values ($1, $2, $3, $4, $5) returning id',
    [id, called || to, to, who, at],
  )
  const link = rows[0]!.id
  const body = { link, label: called || to, target: to }
  await recordCaseEvent(client, { case: id, at, actor: who, kind: 'link', body })
  return { id: link, label: called || to, target: to, who, at }
}

/** Takes a link away; that it was there stays on record. */
export async function removeLink(
  client: pg.ClientBase,
  id: number,
  { link, who }: { readonly link: number; readonly who: string },
  at: Instant,
): Promise<void> {
  await lockedCase(client, id)
  const { rows } = await client.query<{ target: string }>(
    'update case_link set removed_at = $3 where case_id = $1 and id = $2 and removed_at is null returning target',
    [id, link, at],
  )
  if (!rows[0]) throw caseFault(id, 'CORDON_CASE_NO_LINK', 'a link of the case', String(link), 'Reload it.')
  const body = { link, target: rows[0].target, removed: true }
  await recordCaseEvent(client, { case: id, at, actor: who, kind: 'link', body })
}
