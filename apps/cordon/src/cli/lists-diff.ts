import { existsSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { AffectedFinder, type AffectedParty } from '../deltas/affected-parties.ts'
import { type DiffFormat, diffFormats, writtenDiff } from '../deltas/diff-text.ts'
import { type DiffFilter, diffLines, type MoveKind, moveKinds } from '../deltas/filter-diff.ts'
import { diffFiles, diffStored, type NamedDiff } from '../deltas/list-diff.ts'
import { openBytes } from '../lists/input-files.ts'
import { readParties } from '../parties/read-parties.ts'
import { UsageError } from './failure.ts'
import { numberBetween } from './options.ts'
import { write } from './output.ts'
import { type Progress, progressOn } from './progress.ts'
import { withStore } from './with-store.ts'

interface DiffOptions {
  readonly source?: string
  readonly kind?: MoveKind
  readonly field?: string
  readonly search?: string
  readonly schema?: string
  readonly material?: boolean
  readonly parties?: string
  readonly threshold: number
  readonly format?: DiffFormat
  readonly data?: string
  readonly progress?: boolean
}

/** `cordon lists diff`: what changed between two versions of a list, in words, and who is concerned. */
export function addDiffCommand(lists: Command): void {
  lists
    .command('diff')
    .description(
      'What changed between two versions of a list: who came, who went, and what is said otherwise.',
    )
    .argument(
      '[before]',
      'a list file; or a stored version: its date, # and its number, or how its hash begins',
    )
    .argument('[after]', 'the same, later; without both, the version that answers and the one before')
    .option('--source <name>', 'of which list, where versions of the store are compared')
    .addOption(new Option('--kind <kind>', 'only entries that').choices(moveKinds))
    .option('--field <field>', 'only changes of one field: alias, birthDate, sanction.program ...')
    .option('--schema <schema>', 'only entries of this kind: Person, Vessel ...')
    .option('--search <words>', 'only entries in which all words occur')
    .option('--material', 'only what changes who an entry is or why it is listed')
    .option('--parties <file>', 'tell which of these parties match an entry that came, went or changed')
    .option('--threshold <score>', 'parties are concerned from this score on', numberBetween(0, 1), 0.7)
    .addOption(
      new Option('--format <format>', 'default: text on a terminal, else ndjson').choices(diffFormats),
    )
    .option('--data <folder>', 'the data folder')
    .option('--progress', 'show progress even where standard error is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  cordon lists diff SDN_ADVANCED-may.XML SDN_ADVANCED-july.XML
  cordon lists diff --source us_ofac_sdn
  cordon lists diff 2025-05-29 2025-07-01 --source us_ofac_sdn --kind removed --format csv
  cordon lists diff old.xml new.xml --parties customers.csv --material`,
    )
    .action(showDiff)
}

async function showDiff(
  before: string | undefined,
  after: string | undefined,
  options: DiffOptions,
): Promise<void> {
  const progress = progressOn(options.progress)
  const diff = await compared(before, after, options, progress)
  const filter: DiffFilter = {
    ...(options.kind && { kind: options.kind }),
    ...(options.field && { field: options.field }),
    ...(options.search && { search: options.search }),
    ...(options.schema && { schema: options.schema }),
    ...(options.material && { material: true }),
  }
  const lines = diffLines(diff, filter)
  const affected = options.parties && (await affectedBy(diff, options.parties, options.threshold, progress))
  progress.clear()
  const shownIds = new Set(lines.map(({ id }) => id))
  const shown = affected ? { affected: affected.filter(({ entityId }) => shownIds.has(entityId)) } : {}
  const format = options.format ?? (process.stdout.isTTY ? 'text' : 'ndjson')
  await write(writtenDiff({ diff, lines, ...shown }, format))
}

async function compared(
  before: string | undefined,
  after: string | undefined,
  { source, data }: DiffOptions,
  progress: Progress,
): Promise<NamedDiff> {
  const files = [before, after].filter((name) => name !== undefined && existsSync(name))
  if (!source && before !== undefined && after !== undefined && files.length > 0)
    return diffFiles(before, after, (text) => progress.update(text))
  return withStore(data, async ({ lists }) =>
    diffStored(lists, source ?? (await onlySource(lists)), before, after),
  )
}

async function onlySource(lists: Parameters<typeof diffStored>[0]): Promise<string> {
  const all = (await lists.status()).filter(({ versions, starter }) => versions > 1 && !starter)
  if (all.length === 1) return all[0]!.name
  throw new UsageError(
    all.length === 0
      ? 'No list has two stored versions yet. Name two list files, or import a later version first.'
      : `Say of which list: --source ${all.map(({ name }) => name).join(' or ')}.`,
  )
}

async function affectedBy(
  diff: NamedDiff,
  path: string,
  threshold: number,
  progress: Progress,
): Promise<AffectedParty[]> {
  const finder = new AffectedFinder(diff, threshold)
  const found: AffectedParty[] = []
  let seen = 0
  for await (const { records } of readParties(await openBytes(path)))
    for (const { party, line } of records) {
      found.push(...finder.of(party, party.id ?? `line ${line}`))
      if (++seen % 1000 === 0) progress.update(`compared ${seen} parties`)
    }
  return found
}
