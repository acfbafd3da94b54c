import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { ndjsonLine } from '@cordon/formats'
import type { Command } from 'commander'
import { type BackupSink, type BackupSums, readArchive } from '../backup/archive.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { defaultDataFolder, type Store } from '../store/index.ts'
import { version } from '../version.ts'
import { grouped, write } from './output.ts'
import { megabytes, progressOn } from './progress.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface Options {
  readonly output?: string
  readonly data?: string
  readonly progress?: boolean
}

/** `cordon backup`: everything that is kept, in one file, while the rest goes on. */
export function addBackupCommand(program: Command): void {
  const backup = program
    .command('backup')
    .description('Write everything that the store keeps into one file, while others go on working.')
    .option('-o, --output <file>', 'where to; `-` is standard output (default: cordon-<time>.tar.gz here)')
    .option('--data <folder>', 'the data folder')
    .option('--progress', 'show progress even where standard error is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  cordon backup                                     cordon-20261125T101500Z.tar.gz, read once more when it is whole
  cordon backup -o - | age -r RECIPIENT > cordon.age    encrypted on its way
  cordon backup check cordon-20261125T101500Z.tar.gz    is it whole?
  cordon restore cordon-20261125T101500Z.tar.gz --data /srv/cordon-new

It is one moment's state. It holds what the store holds: hashes of passwords and keys, findings, messages. Keep it as safe. Sessions
are not in it.`,
    )
    .action(make)
  backup
    .command('check')
    .description(
      'Read a backup to its end and compare every table and file with its hash. Exits with 1 where one differs.',
    )
    .argument('<file>')
    .addHelpText('after', '\nExample:\n  cordon backup check cordon-20261125T101500Z.tar.gz && echo whole')
    .action(check)
}

async function make(options: Options): Promise<void> {
  await withStore(options.data, async (store) => {
    const at = store.now()
    const output = options.output ?? `cordon-${stamp(at)}.tar.gz`
    const sums =
      output === '-' ? await writeTo(process.stdout, store, options) : await writeFile(output, store, options)
    await store.audit.append({
      actor: commandLineActor(),
      action: 'store.backup',
      subject: output === '-' ? 'standard output' : output,
      detail: { tables: Object.keys(sums.tables).length, rows: rowsOf(sums) },
    })
    if (output !== '-') await write(ndjsonLine({ file: output, rows: rowsOf(sums), ...sums }))
    process.stderr.write(
      `backup: ${told(sums)}${output === '-' ? '' : `, read again and whole: ${output}`}\n`,
    )
  })
}

/** Written beside its name, checked, then given it: a file of that name is a whole backup. */
async function writeFile(output: string, store: Store, options: Options): Promise<BackupSums> {
  const part = `${output}.part`
  try {
    const sums = await writeTo(createWriteStream(part, { mode: 0o600, flags: 'wx' }), store, options)
    await readArchive(createReadStream(part), output, nowhere)
    const handle = await open(part, 'r')
    await handle.sync().finally(() => handle.close())
    await rename(part, output)
    return sums
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(part, { force: true })
    throw error
  }
}

async function writeTo(out: NodeJS.WritableStream, store: Store, options: Options): Promise<BackupSums> {
  const progress = progressOn(options.progress)
  const isServer = process.env.DATABASE_URL !== undefined && process.env.DATABASE_URL !== ''
  const folder = options.data ?? process.env.CORDON_DATA ?? (isServer ? undefined : defaultDataFolder())
  const sums = await writeBackup(
    {
      database: store.database,
      folder,
      at: store.now(),
      program: version,
      onProgress: (table, rows) => progress.update(`${table}: ${grouped(rows)} rows`),
    },
    out as NodeJS.WriteStream,
  )
  progress.clear()
  return sums
}

async function check(file: string): Promise<void> {
  const { head, sums } = await readArchive(createReadStream(file), file, nowhere)
  await write(ndjsonLine({ file, takenAt: head.takenAt, program: head.program, rows: rowsOf(sums), ...sums }))
  process.stderr.write(`backup of ${head.takenAt} by Cordon ${head.program}: ${told(sums)}; whole\n`)
}

/** Takes nothing: a backup that is only read. */
const nowhere: BackupSink = {
  async begin() {},
  async rows() {},
  async file(_path, bytes) {
    for await (const _ of bytes);
  },
}

/** Rows of all tables. */
export function rowsOf({ tables }: BackupSums): number {
  return Object.values(tables).reduce((sum, { rows = 0 }) => sum + rows, 0)
}

/** `1,234 rows of 40 tables, 3 files, 12.0 MB`. */
export function told(sums: BackupSums): string {
  const all = [...Object.values(sums.tables), ...Object.values(sums.files)]
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0)
  return `${grouped(rowsOf(sums))} rows of ${Object.keys(sums.tables).length} tables, ${grouped(Object.keys(sums.files).length)} files, ${megabytes(bytes)}`
}

function stamp(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
}
