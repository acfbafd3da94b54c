import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import tar from 'tar-stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, openStore } from '../store/index.ts'
import { migrate } from '../store/migrate.ts'
import { migrations } from '../store/migrations/index.ts'
import { foundFinding, streamOfFindings } from '../store/testing-findings.ts'
import { type BackupSink, readArchive } from './archive.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

let scratch: ScratchStore
let folder: string
let made: Buffer
let databases = 0

/** A database that nobody has set up. */
const untouched = () => openDatabase(scratch.config, { database: `${scratch.database}_into_${++databases}` })
const nowhere: BackupSink = {
  async begin() {},
  async rows() {},
  async file(_path, bytes) {
    for await (const _ of bytes);
  },
}

async function backup(database = scratch.store.database, from?: string): Promise<Buffer> {
  const out = new PassThrough()
  const bytes = buffer(out)
  await writeBackup({ database, folder: from, at: Date.UTC(2026, 0, 2), program: '0.1.0' }, out)
  return bytes
}
const restore = async (bytes: Buffer, to?: string) => {
  const database = await untouched()
  return restoreBackup(Readable.from([bytes]), 'a.tar.gz', { database, folder: to }).finally(() =>
    database.close(),
  )
}
const sumsOf = async (bytes: Buffer) => (await readArchive(Readable.from([bytes]), 'a', nowhere)).sums

/** The same archive with its members changed. */
async function changed(
  bytes: Buffer,
  change: (name: string, body: Buffer) => [string, Buffer],
): Promise<Buffer> {
  const [extract, pack] = [tar.extract(), tar.pack()]
  const packed = buffer(pack)
  Readable.from([gunzipSync(bytes)]).pipe(extract)
  for await (const entry of extract) {
    const [name, body] = change(entry.header.name, await buffer(entry as unknown as Readable))
    pack.entry({ name }, body)
  }
  pack.finalize()
  return gzipSync(await packed)
}

beforeAll(async () => {
  scratch = await scratchStore()
  folder = await mkdtemp(join(tmpdir(), 'cordon-backup-'))
  await mkdir(join(folder, 'lists', 'a_list', 'raw'), { recursive: true })
  await writeFile(join(folder, 'lists.yaml'), 'lists: []\n')
  await writeFile(join(folder, 'lists', 'a_list', 'raw', 'aa.gz'), Buffer.alloc(3_000_000, 7))
  const { findings, audit } = scratch.store
  await findings.upsert(streamOfFindings(3_000))
  const odd = foundFinding('\\N\ttab\nline \u202e "quote" 박진혁', 'null \\.')
  await findings.upsert([odd])
  await findings.decide({ findingId: odd.id, verdict: 'false', reason: 'another man\\', who: 'person:a' })
  await audit.append({ actor: 'a', action: 'b', subject: 'c', detail: { deep: [1, 'ü'] } })
  made = await backup(scratch.store.database, folder)
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await scratch.close()
})

describe('a backup', () => {
  it('restored into an untouched database is the same store, byte for byte, and goes on numbering', async () => {
    const database = await untouched()
    const to = join(folder, 'restored')
    const { sums, migrated } = await restoreBackup(Readable.from([made]), 'a.tar.gz', {
      database,
      folder: to,
    })
    const again = await sumsOf(await backup(database, to))
    expect(again).toEqual(sums)
    expect(migrated).toEqual([])
    expect(sums.tables.finding!.rows).toBe(3_001)
    expect(await readFile(join(to, 'lists', 'a_list', 'raw', 'aa.gz'))).toHaveLength(3_000_000)
    const name = database.pool.options.database!
    await database.close()
    const store = await openStore(scratch.config, { database: name })
    expect(await store.audit.verify()).toMatchObject({ sound: true })
    await store.findings.upsert([foundFinding('new', 'one')])
    await store.audit.append({ actor: 'a', action: 'b', subject: 'c', detail: {} })
    expect(await store.audit.verify()).toMatchObject({ sound: true })
    await store.close()
  })

  it('is of one moment, while others write', async () => {
    const { findings, database } = scratch.store
    let isOver = false
    const writing = (async () => {
      for (let round = 0; !isOver; round++)
        await findings.upsert(streamOfFindings(20).map((one, i) => foundFinding(`w${round}`, `${i}`, one)))
    })()
    const bytes = await backup(database)
    isOver = true
    await writing
    const { sums } = await restore(bytes)
    const { finding, case_finding: inCases } = sums.tables
    expect(inCases!.rows).toBe(finding!.rows)
  })

  it('that was cut leaves the database as it was, and the whole one can follow', async () => {
    const database = await untouched()
    for (const share of [0, 0.01, 0.3, 0.7, 0.99]) {
      const cut = made.subarray(0, Math.floor(made.length * share))
      await expect(restoreBackup(Readable.from([cut]), 'cut', { database })).rejects.toMatchObject({
        code: 'CORDON_BACKUP',
        where: 'cut',
      })
    }
    const { sums } = await restoreBackup(Readable.from([made]), 'whole', { database })
    expect(sums.tables.finding!.rows).toBe(3_001)
    await database.close()
  })

  it('that was changed is refused, however it was changed', async () => {
    const same = (name: string, body: Buffer): [string, Buffer] => [name, body]
    const text = (from: string, to: string) => (name: string, body: Buffer) =>
      same(name, name.startsWith('tables/finding/') ? Buffer.from(body.toString().replace(from, to)) : body)
    expect(await sumsOf(await changed(made, same))).toEqual(await sumsOf(made))
    for (const [what, bytes] of Object.entries({
      'a letter of a finding': await changed(made, text('may be', 'MAY be')),
      'a part left out': await changed(made, (name, body) =>
        same(name.startsWith('tables/case_key/') ? 'files/else' : name, body),
      ),
      'a way out of the folder': await changed(made, (name, body) =>
        same(name === 'files/lists.yaml' ? 'files/../../lists.yaml' : name, body),
      ),
      'a table that there is not': await changed(made, (name, body) =>
        same(name.replace('tables/finding/', 'tables/pg_authid/'), body),
      ),
      'no archive at all': Buffer.from('<html>404</html>'),
    }))
      await expect(restore(bytes, join(folder, 'bad')), what).rejects.toMatchObject({ code: 'CORDON_BACKUP' })
    await expect(readFile(join(folder, 'bad', 'lists.yaml'))).rejects.toThrow('ENOENT')
  })

  it('goes into an empty store only', async () => {
    await expect(
      restoreBackup(Readable.from([made]), 'a', { database: scratch.store.database }),
    ).rejects.toMatchObject({ code: 'CORDON_STORE_NOT_EMPTY' })
  })

  it('of earlier tables is restored as they were, then brought up to date', async () => {
    const database = await untouched()
    const steps = Object.entries(migrations).slice(0, 6)
    await migrate(database, Object.fromEntries(steps))
    await database.pool.query(`insert into source (name, title, publisher) values ('old', 'Old', 'Somebody')`)
    const bytes = await backup(database)
    await database.close()
    const { head, migrated } = await restore(bytes)
    expect(head.steps).toEqual(steps.map(([name]) => name))
    expect(migrated).toEqual(Object.keys(migrations).slice(6))
  })

  it('of tables that this program does not know is refused by name', async () => {
    const bytes = await changed(made, (name, body) =>
      name === 'cordon-backup.json'
        ? [
            name,
            Buffer.from(body.toString().replace('"0001-foundations"', '"0001-foundations", "9999-later"')),
          ]
        : [name, body],
    )
    await expect(restore(bytes)).rejects.toMatchObject({
      code: 'CORDON_STORE_NEWER',
      found: expect.stringContaining('9999-later'),
    })
  })
})
