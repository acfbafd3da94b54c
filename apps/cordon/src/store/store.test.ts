import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, resolveStore } from './index.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.close())

describe('the place of the store', () => {
  it('is the server of DATABASE_URL before anything else', () => {
    const url = 'postgresql://cordon@db.example/cordon'
    expect(resolveStore({ databaseUrl: url, data: '/srv/cordon' })).toEqual({ kind: 'external', url })
  })

  it('is the named folder, else one that PostgreSQL can reach', () => {
    expect(resolveStore({ data: '/srv/cordon' })).toEqual({ kind: 'embedded', data: '/srv/cordon' })
    const home = process.getuid?.() === 0 ? '/var/lib/cordon' : join(homedir(), '.cordon')
    expect(resolveStore({ data: '', databaseUrl: '' })).toEqual({ kind: 'embedded', data: home })
  })
})

describe('a server that someone else runs', () => {
  it('holds the same store', async () => {
    const password = readFileSync(join(scratch.config.data, 'postgres', 'cordon-password'), 'utf8').trim()
    const host = encodeURIComponent(scratch.store.database.pool.options.host!)
    const url = `postgresql://cordon:${password}@/${scratch.database}?host=${host}`
    const store = await openStore({ kind: 'external', url })
    await store.audit.append({ actor: 'a', action: 'b', subject: 'c', detail: {} })
    await store.close()
    expect((await scratch.store.audit.verify()).entries).toBe(1)
  })

  it('that does not answer is named, without its password', async () => {
    const url = 'postgresql://cordon:secret@127.0.0.1:1/cordon'
    const error = await openStore({ kind: 'external', url }).catch((fault: Error) => fault)
    expect(error).toMatchObject({ code: 'CORDON_STORE_UNREACHABLE' })
    expect(String(error)).not.toContain('secret')
  })
})
