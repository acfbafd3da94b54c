import { type CaseState, caseStates } from '@cordon/casework'
import { ndjsonLine } from '@cordon/formats'
import { isoDay, isoSeconds, type Severity, severities, type WatchName, watchNames } from '@cordon/model'
import { type Command, Option } from 'commander'
import { type CaseRecord, type Store, unknownCase } from '../store/index.ts'
import { addCaseChanges } from './cases-change.ts'
import { addCaseReports } from './cases-report.ts'
import { caseNumber, caseOutput, dataOption, formatOption } from './cases-shown.ts'
import { integerBetween } from './options.ts'
import { defaultFormat, type OutputFormat, plain, table, write } from './output.ts'
import { withStore } from './with-store.ts'

interface ListOptions {
  readonly state: CaseState | 'open' | 'closed' | 'all'
  readonly severity?: Severity
  readonly door?: WatchName
  readonly assignee?: string
  readonly mentions?: string
  readonly overdue?: boolean
  readonly search?: string
  readonly limit: number
  readonly format?: OutputFormat
  readonly data?: string
}

/** `cordon cases`: findings that belong together, and what persons do about them. */
export function addCasesCommand(program: Command): void {
  const cases = program.command('cases').description('See cases and work on them.')
  cases
    .command('list')
    .description('Cases, the gravest and most urgent first.')
    .addOption(
      new Option('--state <state>', 'which ones')
        .choices([...caseStates, 'open', 'closed', 'all'])
        .default('open'),
    )
    .addOption(new Option('--severity <severity>', 'at least as severe').choices(severities))
    .addOption(new Option('--door <door>', 'with a finding by it').choices(watchNames))
    .option('--assignee <name>', "whose; 'nobody' for those that are not assigned")
    .option('--mentions <name>', 'only those whose notes mention somebody')
    .option('--overdue', 'only those that are past their date')
    .option('--search <words>', 'only those in which all words occur')
    .option('--limit <n>', 'most cases', integerBetween(1, 1_000_000), 100)
    .addOption(formatOption())
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExamples:\n  cordon cases list\n  cordon cases list --severity high --assignee nobody\n  cordon cases list --state all --format ndjson | jq .title',
    )
    .action(listCases)
  cases
    .command('show')
    .description('One case: what it is about, its findings with why they are there, and its log.')
    .argument('<case>', 'its number', caseNumber)
    .option('--limit <n>', 'most findings and most entries of the log', integerBetween(1, 1_000), 20)
    .addOption(formatOption())
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  cordon cases show 12')
    .action(showCase)
  cases
    .command('export')
    .description(
      'Everything of a case as NDJSON: the case, its findings, its log, its links and files (without bytes).',
    )
    .argument('<case>', 'its number', caseNumber)
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  cordon cases export 12 > case-12.ndjson')
    .action(async (id: number, { data }: { data?: string }) => {
      await withStore(data, (store) => exportCase(store, id))
    })
  addCaseReports(cases)
  addCaseChanges(cases)
}

async function listCases(options: ListOptions): Promise<void> {
  const { state, severity, door, assignee, mentions, overdue, search } = options
  const format = options.format ?? defaultFormat()
  await withStore(options.data, async ({ cases, now }) => {
    await cases.joinPending()
    let left = options.limit
    let cursor: string | undefined
    do {
      const page = await cases.list({
        state,
        ...(severity && { severity }),
        ...(door && { watch: door }),
        ...(assignee && { assignee }),
        ...(mentions && { mentions }),
        ...(overdue && { dueBefore: now() }),
        ...(search && { text: search }),
        ...(cursor && { cursor }),
        limit: Math.min(left, 500),
      })
      await write(
        format === 'table' ? caseTable(page.cases) : page.cases.map(caseOutput).map(ndjsonLine).join(''),
      )
      left -= page.cases.length
      cursor = page.next
    } while (cursor && left > 0)
  })
}

function caseTable(cases: readonly CaseRecord[]): string {
  if (cases.length === 0) return ''
  return table(
    [
      { heading: 'case', align: 'right' },
      { heading: 'severity' },
      { heading: 'state' },
      { heading: 'due' },
      { heading: 'assignee', max: 20 },
      { heading: 'findings', align: 'right' },
      { heading: 'to decide', align: 'right' },
      { heading: 'doors', max: 24 },
      { heading: 'title', max: 80 },
    ],
    cases.map((one) => [
      one.id,
      one.severity,
      one.release ? `${one.state} (release asked)` : one.state,
      isoDay(one.due),
      one.assignee ?? '',
      one.findings,
      one.undecided,
      one.doors.join(' '),
      one.title,
    ]),
  )
}

interface ShowOptions {
  readonly limit: number
  readonly format?: OutputFormat
  readonly data?: string
}

async function showCase(id: number, { limit, format = defaultFormat(), data }: ShowOptions): Promise<void> {
  await withStore(data, async (store) => {
    const found = await knownCase(store, id)
    const { findings } = await store.cases.findings(id, { limit })
    const events = await store.cases.events(id, { limit })
    if (format !== 'table') {
      await write(ndjsonLine({ ...caseOutput(found), findings: found.findings }))
      return
    }
    await write(caseTable([found]))
    await write(`\n${found.severityWords}\n\n`)
    await write(
      table(
        [
          { heading: 'finding', max: 32 },
          { heading: 'severity' },
          { heading: 'verdict' },
          { heading: 'what', max: 80 },
          { heading: 'why it is here', max: 70 },
        ],
        findings.map(({ finding, verdict, joins }) => [
          finding.id,
          finding.severity,
          verdict ?? '',
          finding.statement,
          joins.map(({ words }) => words).join(' '),
        ]),
      ),
    )
    if (found.findings > findings.length) await write(`... ${found.findings - findings.length} more\n`)
    await write('\n')
    for (const { at, actor, kind, body } of events)
      await write(
        `${isoSeconds(at)}  ${plain(actor)}  ${kind}  ${plain(JSON.stringify(body)).slice(0, 200)}\n`,
      )
  })
}

async function exportCase(store: Store, id: number): Promise<void> {
  const found = await knownCase(store, id)
  const { cases } = store
  await write(ndjsonLine({ type: 'case', ...caseOutput(found), refs: await cases.refs(id, 100_000) }))
  for (let cursor: string | undefined; ; ) {
    const page = await cases.findings(id, { limit: 1_000, order: 'time', ...(cursor && { cursor }) })
    for (const { finding, joins, decision } of page.findings)
      await write(ndjsonLine({ type: 'finding', finding, joins, ...(decision && { decision }) }))
    cursor = page.next
    if (!cursor) break
  }
  for (let before: number | undefined; ; ) {
    const events = await cases.events(id, { limit: 1_000, ...(before !== undefined && { before }) })
    for (const { at, ...event } of events)
      await write(ndjsonLine({ type: 'event', ...event, at: isoSeconds(at) }))
    before = events.at(-1)?.id
    if (events.length < 1_000) break
  }
  for (const link of await cases.links(id)) await write(ndjsonLine({ type: 'link', ...link }))
  for (const file of await cases.attachments(id)) await write(ndjsonLine({ type: 'attachment', ...file }))
}

async function knownCase({ cases }: Store, id: number): Promise<CaseRecord> {
  await cases.joinPending()
  const found = await cases.get(id)
  if (found) return found
  throw unknownCase(id)
}
