import { ndjsonLine, type Reject } from '@cordon/formats'
import type { ReadReport } from '@cordon/sources'
import type { Command } from 'commander'
import { namingFiles } from '../lists/name-errors.ts'
import type { Store, ThreatImportResult } from '../store/index.ts'
import { importTaxii, isTaxiiAddress } from '../taxii/import-feed.ts'
import { importThreatFile, readPlan } from '../threats/import-threats.ts'
import { planThreats, type ThreatPlan } from '../threats/plan-threats.ts'
import { UsageError } from './failure.ts'
import { grouped, plain, write } from './output.ts'
import { megabytes, type Progress, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import { type TaxiiOptions, taxiiClient, withTaxiiOptions } from './taxii.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface ImportOptions extends TaxiiOptions {
  readonly source?: string
  readonly data?: string
  readonly rejects?: string
  readonly dryRun?: boolean
  readonly anew?: boolean
  readonly progress?: boolean
}

/** `cordon knowledge import`: each file is one collection, stored whole or not at all. */
export function addKnowledgeImportCommand(knowledge: Command): void {
  withTaxiiOptions(knowledge.command('import'))
    .description('Read threat intelligence and keep it: who says what of which group, tool and indicator.')
    .argument(
      '<path...>',
      'files, plain or .gz, folders with all that is in them, MISP feeds (manifest.json and its events), taxii:URL of a collection',
    )
    .option('--source <name>', 'who publishes it, where the files do not say so themselves')
    .option('--rejects <file>', 'write records that cannot be read there, as NDJSON')
    .option('--dry-run', 'read and report, keep nothing')
    .option('--anew', 'TAXII: forget what came before and read all of it again')
    .option('--data <folder>', 'the data folder')
    .option('--progress', 'show progress even where standard error is no terminal')
    .addHelpText(
      'after',
      `
Formats: STIX 2.0 and 2.1 bundles (ATT&CK), MISP events, galaxies and warning lists, OpenIOC, YARA rules (kept, not run),
indicators as CSV or one a line with references. The format is recognised from the content.

Examples:
  cordon knowledge import enterprise-attack.json
  cordon knowledge import maltrail/trails --source maltrail
  cordon knowledge import iocs.csv --source volexity --rejects rejects.ndjson
  cordon knowledge import taxii:https://host/root/collections/ID/ --user me --password-file key
  cordon knowledge import taxii:local/partners-in       what partners added to a collection of ours

A file that is imported again under the same name replaces what it said before. Files in folders that no reader knows are
passed over, and named.`,
    )
    .action(importFiles)
}

interface Run {
  readonly options: ImportOptions
  readonly rejects: RejectSink
  readonly progress: Progress
  readonly total: { files: number; failed: number; items: number; rejected: number }
}

async function importFiles(given: readonly string[], options: ImportOptions): Promise<void> {
  if (options.source !== undefined && !/^[a-z0-9_]{1,64}$/.test(options.source))
    throw new UsageError(`--source takes lower-case letters, digits and _, not "${options.source}".`)
  const feeds = given.filter(isTaxiiAddress)
  if (feeds.length > 0 && options.dryRun)
    throw new UsageError('--dry-run is for files; `cordon taxii get` reads a collection without keeping it.')
  const { plans, passedOver, missing } = await planThreats(given.filter((one) => !isTaxiiAddress(one)))
  const run: Run = {
    options,
    rejects: new RejectSink(options.rejects),
    progress: progressOn(options.progress),
    total: { files: 0, failed: 0, items: 0, rejected: 0 },
  }
  try {
    if (options.dryRun) await eachFile(plans, run, (plan) => readOnly(plan, run))
    else
      await withStore(options.data, async (store) => {
        await eachFile(plans, run, (plan) => importOne(store, plan, run))
        for (const address of feeds) await importFeed(store, address, run)
      })
  } finally {
    run.progress.clear()
    await run.rejects.close()
  }
  await tellEnd(passedOver, missing, run)
}

/** One file that can't be read does not stop the others; a single one is the command's own failure. */
async function eachFile(
  plans: readonly ThreatPlan[],
  run: Run,
  work: (plan: ThreatPlan) => Promise<void>,
): Promise<void> {
  for (const plan of plans)
    try {
      run.total.files++
      await namingFiles([plan.file.name], () => work(plan))
    } catch (error) {
      if (plans.length === 1) throw error
      run.total.failed++
      run.progress.clear()
      process.stderr.write(`not imported: ${plan.collection}: ${(error as Error).message}\n`)
      process.exitCode = 1
    }
}

function requestOf(plan: ThreatPlan, { options, progress, rejects }: Run) {
  return {
    actor: commandLineActor(),
    ...(options.source && { source: options.source }),
    onProgress: (bytes: number) =>
      progress.update(`reading ${plan.collection}: ${megabytes(bytes)} of ${megabytes(plan.file.size ?? 0)}`),
    onRejects: async (lost: readonly Reject[]) => {
      progress.clear()
      await rejects.add(lost.map((one) => ({ ...one, where: `${plan.collection} ${one.where}` })))
    },
  }
}

async function importFeed(store: Store, address: string, run: Run): Promise<void> {
  const { options, progress, rejects } = run
  const client = await taxiiClient(options)
  run.total.files++
  const result = await importTaxii(store, {
    ...client,
    address,
    actor: commandLineActor(),
    ...(options.source && { source: options.source }),
    ...(options.anew && { anew: true }),
    onProgress: (n) => progress.update(`reading ${address}: ${grouped(n)} objects`),
    onRejects: async (lost) => {
      progress.clear()
      await rejects.add(lost)
    },
  })
  await tellResult(result, run)
}

async function importOne(store: Store, plan: ThreatPlan, run: Run): Promise<void> {
  await tellResult(await importThreatFile(store, plan, requestOf(plan, run)), run)
}

async function tellResult(result: ThreatImportResult, run: Run): Promise<void> {
  run.progress.clear()
  if (result.outcome === 'known') {
    if (process.stdout.isTTY)
      await write(`${plain(result.id)}: kept already as number ${result.seq}; nothing changed\n`)
    else await write(ndjsonLine({ outcome: 'known', collection: result.id, seq: result.seq }))
    return
  }
  count(result.report, run)
  await tell(result.report, outcomeOf(result), {
    outcome: 'imported',
    collection: result.id,
    seq: result.seq,
    changes: result.changes,
  })
}

function outcomeOf({ id, seq, changes }: Extract<ThreatImportResult, { outcome: 'imported' }>): string {
  const words = Object.entries(changes).map(([what, number]) => `${grouped(number)} ${what}`)
  return `${id} kept as number ${seq} (${words.join(', ')})`
}

async function readOnly(plan: ThreatPlan, run: Run): Promise<void> {
  const reading = readPlan(plan, requestOf(plan, run))
  for await (const _ of reading);
  run.progress.clear()
  count(reading.report(), run)
  await tell(reading.report(), `${plan.collection} not kept (--dry-run)`, {
    outcome: 'dry-run',
    collection: plan.collection,
  })
}

function count(report: ReadReport, { total }: Run): void {
  total.items += report.statements
  total.rejected += report.rejected
}

async function tell(
  report: ReadReport,
  outcome: string,
  more: Readonly<Record<string, unknown>>,
): Promise<void> {
  await write(process.stdout.isTTY ? threatReportText(report, outcome) : ndjsonLine({ ...report, ...more }))
}

/** The account of an import for a person. */
export function threatReportText(report: ReadReport, outcome: string): string {
  const words = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, number]) => `${grouped(number)} ${plain(name)}`)
      .join(', ') || 'nothing'
  return [
    `${plain(outcome)}  (${report.format}, source ${report.source}, version ${plain(report.version)})`,
    `  read      ${words(report.read)}`,
    `  kept      ${words(report.written)}`,
    `  rejected  ${report.rejected === 0 ? 'nothing' : grouped(report.rejected)}`,
    ...Object.entries(report.rejectedBy).map(
      ([reason, number]) => `            ${grouped(number)} ${plain(reason)}`,
    ),
    ...Object.entries(report.unknown).map(
      ([what, { count: number, first }]) =>
        `  note      ${grouped(number)} ${plain(what)}, first at ${plain(first)}`,
    ),
    '',
  ].join('\n')
}

async function tellEnd(
  passedOver: readonly string[],
  missing: readonly string[],
  { total }: Run,
): Promise<void> {
  if (missing.length > 0)
    process.stderr.write(
      `${missing.length} events that the manifest names are not there: ${missing.slice(0, 10).map(plain).join(', ')}${missing.length > 10 ? ' ...' : ''}\n`,
    )
  if (passedOver.length > 0) {
    const names = passedOver.slice(0, 10).map(plain).join(', ')
    process.stderr.write(
      `passed over ${passedOver.length} files that no reader knows: ${names}${passedOver.length > 10 ? ' ...' : ''}\n`,
    )
  }
  if (total.files > 1)
    process.stderr.write(
      `${grouped(total.files)} files, ${grouped(total.items)} items, ${grouped(total.rejected)} rejected, ${total.failed} files not imported\n`,
    )
}
