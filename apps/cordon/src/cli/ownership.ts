import { existsSync } from 'node:fs'
import { ndjsonLine } from '@cordon/formats'
import { ownershipLinks } from '@cordon/knowledge'
import { CordonError } from '@cordon/model'
import { readers } from '@cordon/sources'
import type { Command } from 'commander'
import { loadListFiles } from '../known/from-files.ts'
import type { Known } from '../known/known.ts'
import { inputFile, openBytes } from '../lists/input-files.ts'
import { planReadings } from '../lists/recognise.ts'
import { OwnershipBook, type Parties, partiesOf, type RuleView } from '../ownership/ownership-view.ts'
import { type LinksFile, readLinks } from '../ownership/read-links.ts'
import { UsageError } from './failure.ts'
import { type KnownOptions, openJoined } from './known-from.ts'
import { plain, write } from './output.ts'
import { progressOn } from './progress.ts'

interface OwnershipOptions extends KnownOptions {
  readonly links?: string
  readonly listed: readonly string[]
  readonly party?: string
  readonly day?: string
}

/** `cordon ownership`: who is blocked because of who owns or controls it. */
export function addOwnershipCommand(program: Command): void {
  program
    .command('ownership')
    .description(
      "Who owns a party, and whether that blocks it: OFAC's 50 Percent Rule, the EU's and the UK's tests.",
    )
    .argument(
      '<entity|file>',
      'the id of an entity of the lists; or a file of links: CSV, or FollowTheMoney entities',
    )
    .option(
      '--links <file>',
      "links of your own beside the lists' (CSV: owner, asset, percentage, kind, from, until, listed)",
    )
    .option('--listed <id...>', 'parties of the file that are listed', [])
    .option('--party <id>', 'of a file: only this party')
    .option('--day <date>', 'as of this day (default: today)')
    .option('--list <file...>', 'the entity is of these list files, with no store')
    .option('--data <folder>', 'the data folder')
    .option('--progress', 'show progress even where standard error is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  cordon ownership ofac-15037
  cordon ownership shareholders.csv --listed "Ivan Petrov" "Bank X"
  cordon ownership ofac-15037 --links registry.csv --day 2025-09-03

Unknown shares stay unknown: the answer is a range. "Owned or controlled by" without a share is control, never 50 %.`,
    )
    .action(ownership)
}

async function ownership(target: string, options: OwnershipOptions): Promise<void> {
  const day = options.day ?? new Date().toISOString().slice(0, 10)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new UsageError(`--day takes a date such as 2025-09-03, not "${day}".`)
  if (existsSync(target)) return ofFile(target, options, day)
  const progress = progressOn(options.progress)
  const { known, joined } = await openJoined(options, progress)
  const own = options.links ? await readLinks(await openBytes(options.links)) : undefined
  if (own) tellRejects(own)
  const links = [...ownershipLinks(known.graph.entities()), ...(own?.links ?? [])]
  const isKnown =
    known.graph.get(target) !== undefined ||
    links.some(({ asset, owner }) => asset === target || owner === target) // prettier-ignore
  if (!isKnown)
    throw new CordonError({
      code: 'CORDON_ENTITY_UNKNOWN',
      expected: 'the id of an entity of a loaded list, or a file',
      found: target,
      where: 'the party asked for',
      remedy: 'Search for it in the console, or with `cordon screen`.',
    })
  const parties = withListed(partiesOf(known), new Set([...options.listed, ...(own?.listed ?? [])]))
  const id = known.graph.get(target)?.id ?? target
  await show([id], new OwnershipBook(links, parties, day, joined), day)
}

async function ofFile(path: string, options: OwnershipOptions, day: string): Promise<void> {
  const { links, listed, parties } = await fileOf(path, options.listed)
  if (listed.size === 0)
    throw new UsageError(
      'Nobody in the file is listed. Say who is: --listed ID, or a column `listed` with yes.',
    )
  const book = new OwnershipBook(links, parties, day)
  const ids = options.party ? [options.party] : [...new Set(links.map(({ asset }) => asset))].sort()
  await show(ids, book, day)
}

async function fileOf(path: string, named: readonly string[]) {
  const plan = await planReadings([await inputFile(path)], readers).catch(() => undefined)
  if (plan) {
    const known: Known = await loadListFiles([path], readers)
    const parties = withListed(partiesOf(known), new Set(named))
    return { links: ownershipLinks(known.graph.entities()), listed: parties.listed(), parties }
  }
  const file = await readLinks(await openBytes(path))
  tellRejects(file)
  const listed = new Set([...named, ...file.listed])
  const parties: Parties = { describe: (label) => ({ label }), listed: () => listed, has: () => false }
  return { links: file.links, listed, parties }
}

function withListed(parties: Parties, more: ReadonlySet<string>): Parties {
  return { ...parties, listed: (prefix) => new Set([...parties.listed(prefix), ...more]) }
}

function tellRejects({ rejects }: LinksFile): void {
  for (const { where, reason, excerpt } of rejects.slice(0, 20))
    process.stderr.write(`${where}: ${reason}: ${plain(excerpt)}\n`)
  if (rejects.length > 20)
    process.stderr.write(`and ${rejects.length - 20} more rows that could not be read\n`)
}

async function show(ids: readonly string[], book: OwnershipBook, day: string): Promise<void> {
  for (const id of ids) {
    const views = book.of(id)
    await write(process.stdout.isTTY ? textOf(views) : ndjsonLine({ id, day, rules: views }))
  }
}

function textOf(views: readonly RuleView[]): string {
  const out: string[] = []
  for (const { rule, judgement, statement, chain, ownLists } of views) {
    out.push(`${rule.title}: ${judgement.verdict}`, `  ${plain(statement)}`)
    if (!ownLists)
      out.push('  (no list of this authority is loaded: whoever is on any list counts as listed)')
    const labels = new Map(chain.nodes.map((node) => [node.id, node]))
    for (const { from, to, link } of chain.edges) {
      const share = link.share
      const part =
        link.kind === 'control'
          ? `controls (${link.role ?? 'no share stated'})`
          : share!.low === share!.high
            ? `owns ${share!.low} % of`
            : `owns ${share!.low} to ${share!.high} % of` // prettier-ignore
      out.push(
        `    ${plain(labels.get(from)!.label)} [${labels.get(from)!.verdict}] ${part} ${plain(labels.get(to)!.label)}`,
      )
    }
    out.push(`  ${rule.citation}`)
  }
  return `${out.join('\n')}\n\n`
}
