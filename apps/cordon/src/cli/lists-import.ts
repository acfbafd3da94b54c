import { ndjsonLine } from '@cordon/formats'
import { type ReadReport, readers } from '@cordon/sources'
import type { Command } from 'commander'
import { inputFile, spoolStandardInput } from '../lists/input-files.ts'
import { planReadings, type ReadingPlan } from '../lists/recognise.ts'
import { UsageError } from './failure.ts'
import { reportText } from './import-report.ts'
import { grouped, write } from './output.ts'
import { megabytes, type Progress, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'

interface ImportOptions {
  readonly source?: string
  readonly data?: string
  readonly rejects?: string
  readonly dryRun?: boolean
  readonly progress?: boolean
}

/** `cordon lists import`: one version of each list, stored whole or not at all. */
export function addImportCommand(lists: Command): void {
  lists
    .command('import')
    .description('Read list files and store each as a new version of its list, whole or not at all.')
    .argument(
      '<file...>',
      'list files, plain or .gz; files that are parts of one list together; `-` is standard input',
    )
    .option('--source <name>', "the name of the source, where it is not the format's own")
    .option('--rejects <file>', 'write records that cannot be read there, as NDJSON')
    .option('--dry-run', 'read and report, store nothing')
    .option('--data <folder>', 'the data folder')
    .option('--progress', 'show progress even where standard error is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  cordon lists import SDN_ADVANCED.XML
  cordon lists import sdn.csv alt.csv add.csv sdn_comments.csv
  cordon lists import un_consolidated.xml.gz --rejects rejects.ndjson
  cordon lists import entities.ftm.json --source my_list --dry-run

The format is recognised from the content. The report tells what was read, written and rejected, and what the
reader did not know: on a terminal as text, in a pipe as NDJSON.`,
    )
    .action(importFiles)
}

async function importFiles(paths: readonly string[], options: ImportOptions): Promise<void> {
  if (options.source !== undefined && !/^[a-z0-9_]{1,64}$/.test(options.source))
    throw new UsageError(`--source takes lower-case letters, digits and _, not "${options.source}".`)
  const spooled = paths.includes('-') ? await spoolStandardInput() : undefined
  const rejects = new RejectSink(options.rejects)
  const progress = progressOn(options.progress)
  try {
    const named = paths.map((path) => (path === '-' ? spooled!.path : path))
    const plans = await planReadings(await Promise.all(named.map(inputFile)), readers)
    for (const plan of plans) await importOne(plan, options, rejects, progress)
    await rejects.close()
  } finally {
    await spooled?.remove()
  }
}

async function importOne(
  plan: ReadingPlan,
  options: ImportOptions,
  rejects: RejectSink,
  progress: Progress,
): Promise<void> {
  if (!options.dryRun) throw new UsageError('this build has no store yet: add --dry-run.')
  const report = await readThrough(plan, options, rejects, progress)
  progress.clear()
  await write(process.stdout.isTTY ? reportText(report, 'not stored (--dry-run)') : ndjsonLine(report))
}

async function readThrough(
  { reader, files }: ReadingPlan,
  options: ImportOptions,
  rejects: RejectSink,
  progress: Progress,
): Promise<ReadReport> {
  const size = files.reduce((sum, file) => sum + (file.size ?? 0), 0)
  const reading = reader.read(files, {
    fetched: Math.max(...files.map((file) => file.written)),
    ...(options.source && { source: options.source }),
    onProgress: (bytes) =>
      progress.update(`reading ${reader.format}: ${megabytes(bytes)} of ${megabytes(size)}`),
  })
  let entities = 0
  for await (const batch of reading) {
    entities += batch.records.length
    progress.update(`reading ${reader.format}: ${grouped(entities)} entities`)
    if (batch.rejects.length > 0) {
      progress.clear()
      await rejects.add(batch.rejects)
    }
  }
  return reading.report()
}
