import { ndjsonLine } from '@cordon/formats'
import type { Finding } from '@cordon/model'
import type { OrderVerdict } from '@cordon/payments'
import { type Command, Option } from 'commander'
import { loadPaymentPack } from '../payments/pack.ts'
import { noProfile, readProfile } from '../payments/profile-file.ts'
import { type WatchedPayments, watchIntoStore, watchOnce } from '../payments/watch-payments.ts'
import { UsageError } from './failure.ts'
import { integerBetween } from './options.ts'
import { defaultFormat, grouped, type OutputFormat, table, write } from './output.ts'
import { Pace, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import { interrupted } from './sea-options.ts'
import { withStore } from './with-store.ts'

interface WatchOptions {
  readonly profile?: string
  readonly pack: string
  readonly run?: string
  readonly all?: boolean
  readonly lateness: number
  readonly format?: OutputFormat
  readonly rejects?: string
  readonly progress?: boolean
  readonly data?: string
}

/** `cordon payments watch`: how the money behaves. */
export function addPaymentsWatchCommand(payments: Command): void {
  payments
    .command('watch')
    .description(
      'Watch a stream of messages for orders that do not behave like the account; nothing is blocked.',
    )
    .argument(
      '<stream...>',
      'messages in order of time: NDJSON, SWIFT MT or ISO 20022; files, plain or .gz, or - for standard input',
    )
    .option('--profile <file>', 'own BICs, accounts, operators and their hours, holidays (YAML or JSON)')
    .option('--pack <name>', 'the theatre whose rules are used', 'dprk')
    .option(
      '--run <name>',
      'keep findings and histories in the store; a run of the same name goes on where it stood',
    )
    .option('--all', 'a line for each order with its signs, passes too, in place of findings')
    .option(
      '--lateness <minutes>',
      'how far out of order messages may be before what they answer is missed',
      integerBetween(0, 100_000),
      10,
    )
    .addOption(
      new Option(
        '--format <format>',
        'how findings are written (default: a table on a terminal, else ndjson)',
      ).choices(['ndjson', 'table']),
    )
    .option('--rejects <file>', 'write what cannot be read there, as NDJSON')
    .option('--progress', 'show progress even where standard error is no terminal')
    .option('--data <folder>', 'the data folder')
    .addHelpText(
      'after',
      `
Examples:
  cordon payments watch outgoing.rje --profile bank.yaml
  cordon payments watch sent.ndjson.gz --profile bank.yaml
  cordon payments watch 2016-01.ndjson 2016-02.ndjson --profile bank.yaml --run reserve-desk
  cordon payments simulate --heist record --profile bank.yaml | cordon payments watch - --profile bank.yaml

Each order is weighed by the signs it shows against its account's own history, and pass, review or hold is recommended.
An account's first ten days are its start-up: nothing is new then, and nothing more than usual.`,
    )
    .action(watch)
}

async function watch(inputs: readonly string[], options: WatchOptions): Promise<void> {
  if (options.run !== undefined && inputs.includes('-'))
    throw new UsageError('--run goes on where it stood, which standard input cannot; give files.')
  if (options.run !== undefined && options.all)
    throw new UsageError('--all shows a stream as it passes; it cannot go with --run.')
  const { profile, version } = options.profile === undefined ? noProfile : await readProfile(options.profile)
  const rules = loadPaymentPack(options.pack)
  const progress = progressOn(options.progress)
  const rejects = new RejectSink(options.rejects)
  const pace = new Pace(undefined)
  const printer = new Printer(options.format ?? defaultFormat())
  let verdicts: OrderVerdict[] = []
  const asked = {
    inputs,
    knowledge: { profile, rules, versions: { profile: version } },
    latenessMinutes: options.lateness,
    signal: interrupted(),
    onRejects: (lost: Parameters<RejectSink['add']>[0]) => rejects.add(lost),
    onProgress: (observed: number) =>
      progress.update(`${grouped(observed)} messages, ${pace.text(observed)}`),
    ...(options.all && { onVerdict: (verdict: OrderVerdict) => verdicts.push(verdict) }),
    onFindings: async (findings: readonly Finding[]) => {
      if (!options.all) return printer.add(findings)
      printer.count(findings)
      for (const verdict of verdicts) await write(ndjsonLine(verdictLine(verdict)))
      verdicts = []
    },
  }
  if (options.run === undefined) {
    const done = await watchOnce(asked)
    progress.clear()
    await printer.end()
    await rejects.close()
    tell(done, printer, rejects.count)
    return
  }
  const name = options.run
  const { run, ...done } = await withStore(options.data, (store) => watchIntoStore(store, name, asked))
  progress.clear()
  await rejects.close()
  await write(
    ndjsonLine({
      run: name,
      ...run,
      rejected: rejects.count,
      versions: { profile: version, [rules.name]: rules.version },
    }),
  )
  tell(done, undefined, rejects.count)
}

function tell(done: WatchedPayments, printer: Printer | undefined, rejected: number): void {
  const found =
    printer === undefined
      ? ''
      : `: ${grouped(printer.holds)} to hold, ${grouped(printer.reviews)} to review, ${grouped(printer.others)} other findings`
  process.stderr.write(`watched ${grouped(done.observed)} messages${found}; ${grouped(rejected)} rejected\n`)
  if (done.isSynthetic) process.stderr.write('note: this stream is synthetic; nobody in it is real\n')
  for (const { rule, why } of done.idle) process.stderr.write(`idle: ${rule}: ${why}\n`)
  if (done.late > 0)
    process.stderr.write(
      `note: ${grouped(done.late)} messages came later than --lateness allows; answers among them may have been missed\n`,
    )
  if (done.dropped > 0)
    process.stderr.write(
      `note: too many orders waited for answers; ${grouped(done.dropped)} were no longer waited for\n`,
    )
}

/** One order as `--all` shows it. */
function verdictLine({ order, recommendation, total, families, signs }: OrderVerdict) {
  const { id, time, account, amount, currency, creditor, bank, country, where } = order
  return {
    id,
    time: new Date(time).toISOString(),
    account,
    amount,
    currency,
    creditor: creditor.text,
    bank,
    country,
    recommendation,
    total,
    families,
    signs: signs.map(({ rule, weight, detail, path }) => ({
      rule,
      weight: Math.round(1000 * weight) / 1000,
      detail,
      path,
    })),
    where,
  }
}

function recommendationOf({ evidence }: Finding): string | undefined {
  return evidence.find(({ feature }) => feature === 'recommendation')?.query
}

/** Writes findings as they come; a table is written at the end. */
class Printer {
  holds = 0
  reviews = 0
  others = 0
  private readonly format: OutputFormat
  private readonly rows = new Map<string, unknown[]>()

  constructor(format: OutputFormat) {
    this.format = format
  }

  count(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const recommendation = recommendationOf(finding)
      if (recommendation === 'hold') this.holds++
      else if (recommendation === 'review') this.reviews++
      else this.others++
    }
  }

  async add(findings: readonly Finding[]): Promise<void> {
    this.count(findings)
    for (const finding of findings) {
      if (this.format === 'ndjson') await write(ndjsonLine(finding))
      else if (this.rows.size < 10_000)
        this.rows.set(finding.id, [
          recommendationOf(finding) ?? finding.severity,
          new Date(finding.window.start).toISOString().slice(0, 16),
          finding.subjects.map(({ label }) => label).join(', '),
          // What and when stand in columns of their own.
          finding.statement.replace(/^(?:Hold|Review) .*?Z: /, ''),
        ])
    }
  }

  async end(): Promise<void> {
    if (this.format !== 'table' || this.rows.size === 0) return
    const columns = [
      { heading: 'asks for' },
      { heading: 'when (UTC)' },
      { heading: 'what', max: 60 },
      { heading: 'why', max: 110 },
    ]
    await write(table(columns, [...this.rows.values()]))
  }
}
