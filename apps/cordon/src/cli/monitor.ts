import { ndjsonLine } from '@cordon/formats'
import { CordonError, isoSeconds } from '@cordon/model'
import { type Command, Option } from 'commander'
import { loadFromStore } from '../known/from-store.ts'
import { openBytes } from '../lists/input-files.ts'
import { ensureStarter } from '../lists/starter.ts'
import { type IncomingParty, type MonitorSummary, runMonitor, watchIncoming } from '../monitor/monitor.ts'
import { describeMapping, parseMappings } from '../parties/columns.ts'
import { recognisedProperties } from '../parties/headers.ts'
import { readParties } from '../parties/read-parties.ts'
import { type Store, type Verdict, verdicts, type WatchedParty } from '../store/index.ts'
import { integerBetween } from './options.ts'
import { defaultFormat, grouped, table, write } from './output.ts'
import { type Progress, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import { contentId } from './watch-parties.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface Common {
  readonly data?: string
  readonly progress?: boolean
}

/** `cordon monitor`: parties that are kept, and screened again whenever a list changes. */
export function addMonitorCommand(program: Command): void {
  const monitor = program
    .command('monitor')
    .description(
      'Keep parties, and screen them again whenever a list changes; what was decided stays silent.',
    )
  const withCommon = (command: Command) =>
    command
      .option('--data <folder>', 'the data folder')
      .option('--progress', 'show progress even where standard error is no terminal')
  withCommon(
    monitor
      .command('add')
      .description(
        'Keep the parties of a file, and screen them now. A party of a known id takes the place of the former one.',
      )
      .argument(
        '[input]',
        "CSV, NDJSON or a JSON array of parties, plain or .gz; `-` is standard input; by default the customers' file of the profile",
      )
      .option('--map <column=property...>', 'what a column means; `ignore` leaves it out', [])
      .option('--rejects <file>', 'write records that cannot be read there, as NDJSON')
      .addHelpText(
        'after',
        `\nExample:\n  cordon monitor add customers.csv\n\nA party without an id of its own is known by what it says of itself. Properties for --map: id, schema, ignore, ${recognisedProperties.join(', ')}.`,
      ),
  ).action(add)
  withCommon(
    monitor
      .command('run')
      .description(
        'Screen all parties against what changed in the lists since the last time. `cordon serve` does so by itself.',
      )
      .option('--full', 'screen every party against everything')
      .addHelpText('after', '\nExample:\n  cordon lists import SDN_ADVANCED.XML && cordon monitor run'),
  ).action(run)
  withCommon(
    monitor
      .command('list')
      .description('The parties that are watched.')
      .option('--search <text>', 'only those in which the text stands')
      .option('--limit <n>', 'most parties', integerBetween(1, 1_000_000), 100)
      .addHelpText('after', '\nExample:\n  cordon monitor list --search "kim"'),
  ).action(list)
  withCommon(
    monitor
      .command('remove')
      .description('Watch parties no longer. Findings and decisions stay.')
      .argument('<id...>', 'ids of parties'),
  ).action(remove)
  withCommon(
    monitor
      .command('decide')
      .description(
        'Say whether a party is the entry that it met. "false" silences exactly that pair until either side changes materially.',
      )
      .argument('<finding>', 'the id of the finding, or the party and the entry as PARTY=ENTRY')
      .addOption(new Option('--verdict <verdict>', 'what it is').choices(verdicts).makeOptionMandatory())
      .requiredOption('--reason <text>', 'why; kept for ever in the audit log')
      .addHelpText(
        'after',
        '\nExample:\n  cordon monitor decide c-4711=ofac-24918 --verdict false --reason "born 1971, our client 1990"',
      ),
  ).action(decide)
}

const loaded = async (store: Store, progress: Progress) => {
  await ensureStarter(store)
  const known = await loadFromStore(store.lists, {}, ({ done, total }) =>
    progress.update(`loading ${grouped(done)} of ${grouped(total)} entities`),
  )
  return known
}

async function add(
  given: string | undefined,
  options: Common & { readonly map: readonly string[]; readonly rejects?: string },
): Promise<void> {
  const { input, columns } =
    given === undefined ? await ownCustomers(options.data) : { input: given, columns: [] }
  const map = parseMappings([...columns, ...options.map])
  const progress = progressOn(options.progress)
  const rejects = new RejectSink(options.rejects)
  const bytes = await openBytes(input)
  const total = { parties: 0, findings: 0, silent: 0, reopened: 0 }
  await withStore(options.data, async (store) => {
    const known = await loaded(store, progress)
    const onMapping = (mapping: Parameters<typeof describeMapping>[0]) => {
      process.stderr.write(`${describeMapping(mapping)}\n`)
    }
    for await (const batch of readParties(bytes, { map, onMapping })) {
      const incoming = batch.records.map(
        ({ party, line }): IncomingParty => ({
          id: party.id ?? contentId(party),
          query: party,
          position: `line ${line}`,
        }),
      )
      const counts = await watchIncoming(store, known, incoming)
      total.parties += incoming.length
      total.findings += counts.findings
      total.silent += counts.silent
      total.reopened += counts.reopened
      await rejects.add(batch.rejects)
      progress.update(`screened ${grouped(total.parties)} parties, ${grouped(total.findings)} findings`)
    }
  })
  progress.clear()
  await rejects.close()
  await write(ndjsonLine({ ...total, rejected: rejects.count }))
  process.stderr.write(
    `watching ${grouped(total.parties)} parties: ${grouped(total.findings)} findings new or with news, ${grouped(rejects.count)} rejected\n`,
  )
}

/** The customers' file that the institution's profile names, and what its columns mean. */
async function ownCustomers(data: string | undefined): Promise<{ input: string; columns: string[] }> {
  const { profile } = await withStore(data, ({ profiles }) => profiles.current())
  const { file, columns = {} } = profile.customers ?? {}
  if (file) return { input: file, columns: Object.entries(columns).map(([from, to]) => `${from}=${to}`) }
  throw new CordonError({
    code: 'CORDON_NO_CUSTOMERS',
    expected: "a file, or a customers' file in the profile",
    found: 'neither',
    where: 'cordon monitor add',
    remedy: 'Name the file, or put `customers: {file: ...}` into the profile: `cordon profile set`.',
  })
}

async function run({ full, data, progress: shown }: Common & { readonly full?: boolean }): Promise<void> {
  const progress = progressOn(shown)
  const summary = await withStore(data, async (store) => {
    const known = await loaded(store, progress)
    return runMonitor(store, known, { ...(full && { full }), onProgress: (text) => progress.update(text) })
  })
  progress.clear()
  await write(ndjsonLine(summary))
  process.stderr.write(`${summaryText(summary)}\n`)
}

/** What a run came to, for a person. */
export function summaryText(summary: MonitorSummary): string {
  const { parties, changed, screened, findings, closed, silent, reopened } = summary
  return (
    `${grouped(parties)} parties against ${grouped(changed)} changed entries: ${grouped(screened)} compared in full, ` +
    `${grouped(findings)} findings new or with news, ${grouped(closed)} closed, ${grouped(silent)} silent by decision, ` +
    `${grouped(reopened)} to decide again`
  )
}

async function list({ search, limit, data }: Common & { readonly search?: string; readonly limit: number }) {
  await withStore(data, async ({ watched }) => {
    let left = limit
    for (let after: string | undefined; left > 0; ) {
      const page = await watched.list({
        limit: Math.min(left, 500),
        ...(search && { search }),
        ...(after && { after }),
      })
      if (page.length === 0) return
      await write(shown(page))
      left -= page.length
      after = page.at(-1)!.id
    }
  })
}

function shown(parties: readonly WatchedParty[]): string {
  if (defaultFormat() === 'ndjson')
    return parties
      .map(({ seenAt, ...party }) => ndjsonLine({ ...party, seenAt: isoSeconds(seenAt) }))
      .join('')
  return table(
    ['id', 'kind', 'name', 'seen'].map((heading) => ({ heading, max: 60 })),
    parties.map(({ id, schema, properties, seenAt }) => [
      id,
      schema,
      properties.name?.[0] ?? '',
      isoSeconds(seenAt),
    ]),
  )
}

async function remove(ids: readonly string[], { data }: Common): Promise<void> {
  const removed = await withStore(data, ({ watched }) => watched.remove(ids))
  await write(ndjsonLine({ removed }))
}

async function decide(
  which: string,
  { verdict, reason, data }: Common & { readonly verdict: Verdict; readonly reason: string },
): Promise<void> {
  const decision = await withStore(data, async (store) => {
    const findingId = await findingOf(store, which)
    const made = await store.findings.decide({ findingId, verdict, reason, who: commandLineActor() })
    return { finding: findingId, ...made }
  })
  await write(ndjsonLine(decision))
}

async function findingOf({ watched, findings }: Store, which: string): Promise<string> {
  if (await findings.get(which)) return which
  const at = which.lastIndexOf('=')
  const [party, entry] = [which.slice(0, at), which.slice(at + 1)]
  const matches = at > 0 ? await watched.matchesOfParties([party]) : []
  const found = matches.find(({ entityId }) => entityId === entry)
  if (found) return found.findingId
  const known = matches.map(({ partyId, entityId }) => `${partyId}=${entityId}`)
  throw new CordonError({
    code: 'CORDON_FINDING_UNKNOWN',
    expected: `the id of a finding, or a pair PARTY=ENTRY${known.length > 0 ? ` such as ${known.slice(0, 5).join(', ')}` : ''}`,
    found: which,
    where: 'the pair to decide',
    remedy: '`cordon findings list` shows them.',
  })
}
