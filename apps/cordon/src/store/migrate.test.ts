import { type ScratchStore, scratchStore } from '@cordon/testing'
import { type Migration, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from './index.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.close())

const step = (statement: string): Migration => ({
  up: async (db) => void (await sql.raw(statement).execute(db)),
})

describe('migrations', () => {
  it('run once, though several processes start together', async () => {
    const steps = { ...migrations, '9002-test': step('create table test_table (n integer)') }
    const ran = await Promise.all([1, 2, 3].map(() => migrate(scratch.store.database, steps)))
    expect(ran.flat()).toEqual(['9002-test'])
  })

  it('leave nothing of a step that fails', async () => {
    const steps = {
      ...migrations,
      '9002-test': step('select 1'),
      '9003-test': step('create table half_made (n integer)'),
      '9004-test': step('this is not SQL'),
    }
    await expect(migrate(scratch.store.database, steps)).rejects.toThrow('syntax error')
    const { rows } = await scratch.store.database.pool.query(`select to_regclass('half_made') as found`)
    expect(rows[0].found).toBeNull()
  })

  it('refuse a store that a newer program has changed', async () => {
    await expect(openStore(scratch.config, { database: scratch.database })).rejects.toMatchObject({
      code: 'CORDON_STORE_NEWER',
      found: expect.stringContaining('9002-test'),
    })
  })
})
