import { ndjsonLine } from '@cordon/formats'
import { isoDay } from '@cordon/model'
import { type Command, Option } from 'commander'
import { type StoredFinding, type Verdict, verdicts } from '../store/index.ts'
import { integerBetween } from './options.ts'
import { defaultFormat, type OutputFormat, table, write } from './output.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface ListOptions {
  readonly verdict: Verdict | 'undecided' | 'all'
  readonly search?: string
  readonly limit: number
  readonly format?: OutputFormat
  readonly data?: string
}

interface DecideOptions {
  readonly verdict: Verdict
  readonly reason: string
  readonly data?: string
}

/** `cordon findings`: what a person should look at, and what they say of it. */
export function addFindingsCommand(program: Command): void {
  const findings = program.command('findings').description('See findings and decide them.')
  findings
    .command('list')
    .description('Findings, the gravest first.')
    .addOption(
      new Option('--verdict <which>', 'which ones')
        .choices([...verdicts, 'undecided', 'all'])
        .default('undecided'),
    )
    .option('--search <words>', 'only those in which all words occur')
    .option('--limit <n>', 'most findings', integerBetween(1, 1_000_000), 100)
    .addOption(new Option('--format <format>', 'how they are written').choices(['ndjson', 'table']))
    .option('--data <folder>', 'the data folder')
    .addHelpText(
      'after',
      '\nExamples:\n  cordon findings list\n  cordon findings list --verdict all --format ndjson | jq .statement',
    )
    .action(listFindings)
  findings
    .command('decide')
    .description('Say of a finding that it is true, false, or that you are unsure, and why.')
    .argument('<id>', 'the id of the finding')
    .addOption(new Option('--verdict <verdict>', 'what it is').choices(verdicts).makeOptionMandatory())
    .requiredOption('--reason <text>', 'why; kept for ever in the audit log')
    .option('--data <folder>', 'the data folder')
    .addHelpText(
      'after',
      '\nExample:\n  cordon findings decide 3f2a... --verdict false --reason "born 1971, our client 1990"',
    )
    .action(async (id: string, { verdict, reason, data }: DecideOptions) => {
      const decision = await withStore(data, ({ findings: store }) =>
        store.decide({ findingId: id, verdict, reason, who: commandLineActor() }),
      )
      await write(ndjsonLine({ finding: id, ...decision }))
    })
}

async function listFindings(options: ListOptions): Promise<void> {
  const { verdict } = options
  const chosen = verdict === 'all' ? {} : verdict === 'undecided' ? { decided: false } : { verdict }
  await withStore(options.data, async ({ findings }) => {
    let left = options.limit
    let cursor: string | undefined
    do {
      const page = await findings.query({
        ...chosen,
        ...(options.search && { text: options.search }),
        ...(cursor && { cursor }),
        limit: Math.min(left, 500),
      })
      await write(shown(page.findings, options.format ?? defaultFormat()))
      left -= page.findings.length
      cursor = page.next
    } while (cursor && left > 0)
  })
}

function shown(findings: readonly StoredFinding[], format: OutputFormat): string {
  if (format !== 'table')
    return findings
      .map(({ finding, verdict }) => ndjsonLine({ ...finding, verdict: verdict ?? null }))
      .join('')
  if (findings.length === 0) return ''
  return table(
    [
      { heading: 'id', max: 32 },
      { heading: 'severity' },
      { heading: 'score' },
      { heading: 'seen' },
      { heading: 'verdict' },
      { heading: 'what', max: 100 },
    ],
    findings.map(({ finding, verdict }) => [
      finding.id,
      finding.severity,
      finding.score.toFixed(2),
      isoDay(finding.window.start),
      verdict ?? '',
      finding.statement,
    ]),
  )
}
