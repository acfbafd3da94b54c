import { ndjsonLine } from '@cordon/formats'
import type { Command } from 'commander'
import type { Known } from '../known/known.ts'
import { inputFile, openBytes } from '../lists/input-files.ts'
import { describeMapping, parseMappings } from '../parties/columns.ts'
import { recognisedProperties } from '../parties/headers.ts'
import { type PartyRow, readParties } from '../parties/read-parties.ts'
import { ThreadedWork, threadPlan } from '../threads/threaded-work.ts'
import { UsageError } from './failure.ts'
import { type KnownOptions, openKnown } from './known-from.ts'
import { integerBetween, numberBetween } from './options.ts'
import { defaultFormat, grouped, type OutputFormat, outputFormats, write } from './output.ts'
import { lostThread, Pace, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import { chunkRows, chunkScreener, type ScreenedChunk } from './screen-chunk.ts'
import { answerWriter, versionList } from './screen-output.ts'
import { watchParties } from './watch-parties.ts'
import { withStore } from './with-store.ts'

const threadFile = new URL(
  import.meta.url.endsWith('.ts') ? './screen-worker.ts' : './screen-worker.js',
  import.meta.url,
)

interface ScreenOptions extends KnownOptions {
  readonly threshold: number
  readonly limit: number
  readonly format?: OutputFormat
  readonly map: readonly string[]
  readonly rejects?: string
  readonly watch?: string
  readonly threads?: number
  readonly prior?: number
}

/** `cordon screen`: who of these is on a list? */
export function addScreenCommand(program: Command): void {
  program
    .command('screen')
    .description('Screen a file of parties against the loaded lists, or straight against list files.')
    .argument('<input>', 'CSV, NDJSON or a JSON array of parties, plain or .gz; `-` is standard input')
    .option('--threshold <score>', 'matches from this score on', numberBetween(0, 1), 0.7)
    .option('--limit <n>', 'most matches of one party', integerBetween(1, 500), 5)
    .option('--format <format>', `${outputFormats.join(', ')} (default: a table on a terminal, else ndjson)`)
    .option('--list <file...>', 'screen against these list files, with no store')
    .option('--map <column=property...>', 'what a column means; `ignore` leaves it out', [])
    .option('--as-of <source=version...>', 'against an earlier version of a list')
    .option('--rejects <file>', 'write records that cannot be read there, as NDJSON')
    .option(
      '--threads <n>',
      'threads to screen with (default: all cores, once the input is long enough to pay)',
      integerBetween(1, 256),
    )
    .option(
      '--prior <share>',
      'share of your parties that is listed, for `probability` (default: 0.0001)',
      numberBetween(0, 1),
    )
    .option('--watch <run>', 'keep what is met as findings; a run of the same name goes on where it stood')
    .option('--data <folder>', 'the data folder')
    .option('--progress', 'show progress even where standard error is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  cordon screen customers.csv
  cordon screen customers.csv --list SDN_ADVANCED.XML --format csv > answers.csv
  cordon screen customers.csv --watch customers-2026-11
  cordon screen export.csv --map "Kunde=name" --map "Notiz=ignore"
  zcat parties.ndjson.gz | cordon screen - | jq 'select(.results != [])'

Columns are recognised by the names people use (name, first_name, dob, nationality, imo, passport, wallet, ...; in
English, German, French, Spanish and Korean); what was recognised is printed on standard error.
Properties for --map: id, schema, ignore, ${recognisedProperties.join(', ')}.`,
    )
    .action(screen)
}

async function screen(input: string, options: ScreenOptions): Promise<void> {
  const format = options.format ?? defaultFormat()
  if (!outputFormats.includes(format))
    throw new UsageError(`--format must be one of ${outputFormats.join(', ')}, not ${format}.`)
  const map = parseMappings(options.map)
  const progress = progressOn(options.progress)
  const bytes = await openBytes(input)
  if (options.watch !== undefined) return watchFile(input, options.watch, { ...options, map }, progress)
  const known = await openKnown(options, progress)
  const size = input === '-' ? undefined : (await inputFile(input)).size
  await screenAll(bytes, new Pace(size), known, { ...options, format, map }, progress)
}

async function watchFile(
  input: string,
  run: string,
  options: Omit<ScreenOptions, 'map'> & { map: Readonly<Record<string, string>> },
  progress: ReturnType<typeof progressOn>,
): Promise<void> {
  if (options.threads !== undefined)
    throw new UsageError('--watch takes the parties one after the other; it cannot go with --threads.')
  if (options.list) throw new UsageError('--watch keeps findings in the store; it cannot go with --list.')
  const bytes = await openBytes(input)
  const known = await openKnown(options, progress)
  const rejects = new RejectSink(options.rejects)
  const summary = await withStore(options.data, (store) =>
    watchParties(store, known, {
      run: `screening/${run}`,
      open: () => bytes,
      reading: {
        map: options.map,
        onMapping: (mapping) => process.stderr.write(`${describeMapping(mapping)}\n`),
      },
      threshold: options.threshold,
      limit: options.limit,
      onRejects: (lost) => rejects.add(lost),
      onProgress: ({ observed }) => progress.update(`screened ${grouped(observed)} parties`),
    }),
  )
  progress.clear()
  await rejects.close()
  await write(
    ndjsonLine({ run, ...summary, rejected: rejects.count, versions: known.versions, lists: known.lists }),
  )
  process.stderr.write(
    `watched ${grouped(summary.observed)} parties: ${grouped(summary.findings)} findings, ` +
      `${grouped(rejects.count)} rejected; searched ${versionList(known.versions)}\n`,
  )
}

async function screenAll(
  bytes: AsyncIterable<Uint8Array>,
  pace: Pace,
  known: Known,
  options: Omit<ScreenOptions, 'map'> & { format: OutputFormat; map: Readonly<Record<string, string>> },
  progress: ReturnType<typeof progressOn>,
): Promise<void> {
  const { format, threshold, limit, prior } = options
  const rejects = new RejectSink(options.rejects)
  const counts = { parties: 0, matched: 0, matches: 0 }
  const onMapping = (mapping: Parameters<typeof describeMapping>[0]) => {
    process.stderr.write(`${describeMapping(mapping)}\n`)
  }
  const spec = { format, options: { threshold, cutoff: threshold, limit, ...(prior && { prior }) } }
  const take = async (chunk: ScreenedChunk) => {
    counts.parties += chunk.parties
    counts.matched += chunk.matched
    counts.matches += chunk.matches
    await write(chunk.text)
    const { parties, matched } = counts
    progress.update(
      `screened ${grouped(parties)} parties, ${grouped(matched)} with matches; ` +
        `${screener.threads > 1 ? `${screener.threads} threads, ` : ''}${pace.text(parties)}`,
    )
  }
  const here = chunkScreener(known, spec)
  const partOf = (rows: readonly PartyRow[]) => rows
  const screener = new ThreadedWork(
    { known, file: threadFile, spec, partOf, here, take, onLost: lostThread(progress) },
    threadPlan(options.threads, pace),
  )
  const { head } = answerWriter(format, known)
  if (head) await write(head)
  try {
    for await (const batch of readParties(pace.count(bytes), { map: options.map, onMapping })) {
      for (let from = 0; from < batch.records.length; from += chunkRows)
        await screener.add(batch.records.slice(from, from + chunkRows))
      if (batch.rejects.length === 0) continue
      progress.clear()
      await rejects.add(batch.rejects)
    }
    await screener.finish()
  } finally {
    await screener.close()
  }
  progress.clear()
  await rejects.close()
  process.stderr.write(
    `screened ${grouped(counts.parties)} parties: ${grouped(counts.matched)} with matches ` +
      `(${grouped(counts.matches)} in all), ${grouped(rejects.count)} rejected; ` +
      `searched ${versionList(known.versions)}\n`,
  )
}
