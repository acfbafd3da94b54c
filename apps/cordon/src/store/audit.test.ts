import { type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let scratch: ScratchStore
let time = Date.UTC(2018, 8, 6)
const event = (subject: string, detail: Record<string, unknown> = {}) => ({
  actor: 'ana',
  action: 'test.note',
  subject,
  detail,
})

/** Changes the table as someone with the database's password could, past the triggers. */
async function tamper(sql: string, values: unknown[] = []) {
  await scratch.store.transaction(async (client) => {
    await client.query('alter table audit disable trigger user')
    await client.query('alter table audit_head disable trigger user')
    await client.query(sql, values)
    await client.query('alter table audit enable trigger user')
    await client.query('alter table audit_head enable trigger user')
  })
}

beforeAll(async () => {
  scratch = await scratchStore({ now: () => time++ })
  for (const subject of ['one', 'two', 'three', 'four', 'five'])
    await scratch.store.audit.append(
      event(subject, { text: 'naïve "quoted" \u0000 \\ 김정은', list: [1, 0.1, null] }),
    )
})
afterAll(() => scratch.close())

describe('the audit log', () => {
  it('chains every entry to the one before it', async () => {
    const entries = await scratch.store.audit.entries()
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    expect(entries[0]!.prevHash).toBe('0'.repeat(64))
    expect(entries.slice(1).map(({ prevHash }) => prevHash)).toEqual(
      entries.slice(0, 4).map(({ hash }) => hash),
    )
    expect(entries[2]!.detail.text).toContain('김정은')
    expect(await scratch.store.audit.verify()).toEqual({ sound: true, entries: 5, head: entries[4]!.hash })
  })

  it('keeps its order and holds when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => scratch.store.audit.append(event(`many ${i}`))))
    expect(await scratch.store.audit.verify()).toMatchObject({ sound: true, entries: 25 })
  })

  it('leaves no entry of a change that was rolled back', async () => {
    const { appendAudit } = await import('./audit.ts')
    const failing = scratch.store.transaction(async (client) => {
      await appendAudit(client, { ...event('undone'), at: time })
      throw new Error('the change failed')
    })
    await expect(failing).rejects.toThrow('the change failed')
    expect(await scratch.store.audit.verify()).toMatchObject({ sound: true, entries: 25 })
  })

  it.each([
    'update audit set actor = actor',
    'delete from audit',
    'truncate audit',
    'delete from audit_head',
    'update audit_head set seq = 3',
    'truncate finding_decision',
  ])('refuses: %s', async (sql) => {
    await expect(scratch.store.database.pool.query(sql)).rejects.toThrow(/append-only|moves by one/)
  })

  it('names the entry that was altered', async () => {
    await tamper(`update audit set detail = replace(detail, 'quoted', 'forged') where seq = 3`)
    expect(await scratch.store.audit.verify()).toMatchObject({
      sound: false,
      entries: 2,
      fault: { kind: 'altered', seq: 3 },
    })
    await tamper(`update audit set detail = replace(detail, 'forged', 'quoted') where seq = 3`)
    expect(await scratch.store.audit.verify()).toMatchObject({ sound: true })
  })

  it('names the entry whose instant was altered', async () => {
    await tamper('update audit set at = at + 1 where seq = 7')
    expect(await scratch.store.audit.verify()).toMatchObject({ fault: { kind: 'altered', seq: 7 } })
    await tamper('update audit set at = at - 1 where seq = 7')
  })

  it('names the entry that was rewritten with a fresh hash', async () => {
    const { auditHash } = await import('./audit.ts')
    const [entry] = await scratch.store.audit.entries({ after: 9, limit: 1 })
    const hash = auditHash({ ...entry!, actor: 'mallory' })
    await tamper('update audit set actor = $1, hash = $2 where seq = 10', ['mallory', hash])
    expect(await scratch.store.audit.verify()).toMatchObject({ fault: { kind: 'unlinked', seq: 11 } })
    await tamper('update audit set actor = $1, hash = $2 where seq = 10', [entry!.actor, entry!.hash])
  })

  it('names two entries that changed places', async () => {
    await tamper('update audit set seq = case seq when 4 then 5 else 4 end + 1000 where seq in (4, 5)')
    await tamper('update audit set seq = seq - 1000 where seq > 1000')
    expect(await scratch.store.audit.verify()).toMatchObject({ fault: { kind: 'altered', seq: 4 } })
    await tamper('update audit set seq = case seq when 4 then 5 else 4 end + 1000 where seq in (4, 5)')
    await tamper('update audit set seq = seq - 1000 where seq > 1000')
  })

  it('finds that the tail was cut off', async () => {
    await tamper('delete from audit where seq = 25')
    expect(await scratch.store.audit.verify()).toMatchObject({
      sound: false,
      fault: { kind: 'truncated', seq: 25 },
    })
  })

  it('finds that an entry in the middle is gone', async () => {
    await tamper('delete from audit where seq = 12')
    expect(await scratch.store.audit.verify()).toMatchObject({
      sound: false,
      entries: 11,
      fault: { kind: 'gap', seq: 12 },
    })
  })
})
