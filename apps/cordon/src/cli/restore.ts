import { createReadStream } from 'node:fs'
import { PassThrough } from 'node:stream'
import { ndjsonLine } from '@cordon/formats'
import type { Command } from 'commander'
import { type Restored, restoreBackup, tableCounts } from '../backup/restore-backup.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { defaultDataFolder, openDatabase, openStore, resolveStore } from '../store/index.ts'
import { version } from '../version.ts'
import { rowsOf, told } from './backup.ts'
import { exitCodes, UsageError } from './failure.ts'
import { grouped, write } from './output.ts'
import { megabytes, progressOn } from './progress.ts'
import { commandLineActor } from './with-store.ts'

interface Options {
  readonly from?: string
  readonly data?: string
  readonly progress?: boolean
}

/** `cordon restore`: a backup, or another store, into an empty one. */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description(
      'Put a backup into an empty store; or move the store of a data folder to a PostgreSQL server.',
    )
    .argument('[file]', 'a backup; `-` is standard input')
    .option('--from <folder>', 'instead of a backup: the store of this data folder, as it is now')
    .option('--data <folder>', 'the data folder to restore into, where DATABASE_URL names no server')
    .option('--progress', 'show progress even where standard error is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  cordon restore cordon-20261125T101500Z.tar.gz --data /srv/cordon-new
  age -d -i KEY cordon.age | cordon restore - --data /srv/cordon-new
  DATABASE_URL=postgresql://cordon@db/cordon cordon restore --from ~/.cordon     from the embedded store to a server

The store must be empty: nothing is ever overwritten. All of it happens in one transaction: a backup that was cut leaves the
store as it was. Tables of an earlier version are restored as they were and then brought up to date. Every count is compared.
Keys that were revoked since the backup are valid again: revoke them anew.`,
    )
    .action(restore)
}

async function restore(file: string | undefined, options: Options): Promise<void> {
  if ((file === undefined) === (options.from === undefined))
    throw new UsageError('Give a backup, or --from with a data folder.')
  const { DATABASE_URL, CORDON_DATA, CORDON_POSTGRES_BIN } = process.env
  const data = options.data ?? CORDON_DATA
  const config = resolveStore({ databaseUrl: DATABASE_URL, data, postgresBin: CORDON_POSTGRES_BIN })
  const folder = config.kind === 'embedded' ? config.data : options.data
  const progress = progressOn(options.progress)
  const target = await openDatabase(config)
  let restored: Restored
  let counts: Record<string, number>
  try {
    const onProgress = (table: string, bytes: number) => progress.update(`${table}: ${megabytes(bytes)}`)
    const into = { database: target, folder, onProgress }
    restored = await (options.from === undefined
      ? restoreBackup(file === '-' ? process.stdin : createReadStream(file!), file!, into)
      : move(options.from, into))
    counts = await tableCounts(target)
  } finally {
    await target.close()
  }
  progress.clear()
  const { head, sums, migrated } = restored
  const store = await openStore(config)
  try {
    const verdict = await store.audit.verify()
    if (!verdict.sound) {
      process.stderr.write(
        `audit: ${verdict.fault.kind} at entry ${verdict.fault.seq}: ${verdict.fault.detail}\n`,
      )
      process.exitCode = exitCodes.failed
    }
    await store.audit.append({
      actor: commandLineActor(),
      action: 'store.restore',
      subject: options.from ?? file!,
      detail: { takenAt: head.takenAt, program: head.program, rows: rowsOf(sums) },
    })
  } finally {
    await store.close()
  }
  const compared = Object.entries(sums.tables).map(([table, { rows = 0 }]) => ({
    table,
    rows,
    restored: counts[table] ?? 0,
  }))
  await write(ndjsonLine({ takenAt: head.takenAt, program: head.program, migrated, tables: compared }))
  process.stderr.write(
    `restored ${told(sums)} of ${head.takenAt}; every count and hash the same` +
      `${migrated.length > 0 ? `; brought up to date by ${grouped(migrated.length)} steps` : ''}\n`,
  )
}

/** Another store straight into this one: a backup that is never on a disk. */
async function move(from: string, into: Parameters<typeof restoreBackup>[2]): Promise<Restored> {
  const source = await openStore(resolveStore({ data: from, postgresBin: process.env.CORDON_POSTGRES_BIN }))
  try {
    const pipe = new PassThrough({ highWaterMark: 2 ** 20 })
    const writing = writeBackup(
      { database: source.database, folder: from, at: source.now(), program: version },
      pipe,
    ).catch((error: unknown) => {
      pipe.destroy(error as Error)
      throw error
    })
    writing.catch(() => undefined)
    const restored = await restoreBackup(pipe, from || defaultDataFolder(), into)
    await writing
    return restored
  } finally {
    await source.close()
  }
}
