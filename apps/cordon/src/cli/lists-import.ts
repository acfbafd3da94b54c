import { ndjsonLine } from '@cordon/formats'
import { dropPolicy, type ReadReport, readers } from '@cordon/sources'
import type { Command } from 'commander'
import { listsConfig } from '../fetch/lists-config.ts'
import { importList, readingOf, sourceOf } from '../lists/import-list.ts'
import { inputFile, spoolStandardInput } from '../lists/input-files.ts'
import { readMapping } from '../lists/mapping-file.ts'
import { namingFiles } from '../lists/name-errors.ts'
import { planReadings, type ReadingPlan } from '../lists/recognise.ts'
import type { ImportResult, Store } from '../store/index.ts'
import { UsageError } from './failure.ts'
import { reportText } from './import-report.ts'
import { grouped, write } from './output.ts'
import { megabytes, type Progress, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface ImportOptions {
  readonly source?: string
  readonly mapping?: string
  readonly drop?: readonly string[]
  readonly data?: string
  readonly rejects?: string
  readonly dryRun?: boolean
  readonly changeFormat?: boolean
  readonly progress?: boolean
}

/** `cordon lists import`: one version of each list, stored whole or not at all. */
export function addImportCommand(lists: Command): void {
  lists
    .command('import')
    .description('Read list files and store each as a new version of its list, whole or not at all.')
    .argument('<file...>', 'list files, plain or .gz; parts of one list together; `-` is standard input')
    .option('--source <name>', "the name of the source, where it is not the format's own")
    .option('--mapping <file>', 'how tables or JSON files of no known format are read (YAML or JSON)')
    .option(
      '--drop <name...>',
      'fields that may not be kept, beside those of lists.yaml: addresses, family, Person.phone',
    )
    .option('--rejects <file>', 'write records that cannot be read there, as NDJSON')
    .option('--change-format', 'take a version of another format than the one that answers now')
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
  cordon lists import customers.csv --mapping customers.yaml
  cordon lists import SDN_ADVANCED.XML --drop addresses family

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
    const files = await Promise.all(named.map(inputFile))
    const plans = await planReadings(
      files,
      options.mapping ? [...readers, await readMapping(options.mapping)] : readers,
    )
    const drop = [...listsConfig(options.data ?? process.env.CORDON_DATA).drop, ...(options.drop ?? [])]
    if (options.dryRun)
      for (const plan of plans)
        await withFileNames(plan, () => readOnly(plan, { ...options, drop }, rejects, progress))
    else
      await withStore(options.data, async (store) => {
        for (const plan of plans)
          await withFileNames(plan, () => importOne(store, plan, { ...options, drop }, rejects, progress))
      })
    await rejects.close()
  } finally {
    progress.clear()
    await spooled?.remove()
  }
}

const withFileNames = (plan: ReadingPlan, work: () => Promise<void>) =>
  namingFiles(
    plan.files.map(({ name }) => name),
    work,
  )

function showBytes({ reader, files }: ReadingPlan, progress: Progress): (bytes: number) => void {
  const size = files.reduce((sum, file) => sum + (file.size ?? 0), 0)
  return (bytes) => progress.update(`reading ${reader.format}: ${megabytes(bytes)} of ${megabytes(size)}`)
}

async function importOne(
  store: Store,
  plan: ReadingPlan,
  options: ImportOptions,
  rejects: RejectSink,
  progress: Progress,
): Promise<void> {
  const result = await importList(store, plan, {
    actor: commandLineActor(),
    ...(options.source && { source: options.source }),
    ...(options.drop && { drop: options.drop }),
    ...(options.changeFormat && { changeFormat: true }),
    onProgress: showBytes(plan, progress),
    onMerging: () => progress.update(`storing ${plan.reader.format}`, true),
    onRejects: async (lost) => {
      progress.clear()
      await rejects.add(lost)
    },
  })
  progress.clear()
  const { report, ...version } = result.version
  const changes = result.outcome === 'imported' ? result.changes : undefined
  await tell(report, outcomeOf(result), {
    outcome: result.outcome,
    seq: version.seq,
    current: version.current,
    changes,
  })
}

function outcomeOf({ outcome, version: { seq, current }, ...rest }: ImportResult): string {
  if (outcome === 'known') return `already stored as number ${seq}; nothing changed`
  const changes = 'changes' in rest ? rest.changes : undefined
  const words = Object.entries(changes ?? {}).map(([what, count]) => `${grouped(count)} ${what}`)
  const answers = current ? '' : '; an earlier import with a later version answers still'
  return `stored as number ${seq} (${words.join(', ')})${answers}`
}

async function readOnly(
  plan: ReadingPlan,
  options: ImportOptions,
  rejects: RejectSink,
  progress: Progress,
): Promise<void> {
  const { name } = await sourceOf(plan, options)
  const reading = readingOf(plan, {
    drop: dropPolicy(options.drop ?? [], '--drop'),
    fetched: Math.max(...plan.files.map((file) => file.written)),
    source: name,
    onProgress: showBytes(plan, progress),
  })
  for await (const batch of reading) {
    if (batch.rejects.length === 0) continue
    progress.clear()
    await rejects.add(batch.rejects)
  }
  progress.clear()
  await tell(reading.report(), 'not stored (--dry-run)', { outcome: 'dry-run' })
}

async function tell(
  report: ReadReport,
  outcome: string,
  more: Readonly<Record<string, unknown>>,
): Promise<void> {
  await write(process.stdout.isTTY ? reportText(report, outcome) : ndjsonLine({ ...report, ...more }))
}
