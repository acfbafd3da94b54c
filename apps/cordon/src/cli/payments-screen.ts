import { ndjsonLine } from '@cordon/formats'
import { faultText, type MessageFault } from '@cordon/payments'
import type { Command } from 'commander'
import { paymentBytes, paymentFiles } from '../payments/inputs.ts'
import { toKeep } from '../payments/keep.ts'
import { answerView } from '../payments/message-view.ts'
import { type PaymentKnown, paymentKnown } from '../payments/payment-known.ts'
import { type Answered, noCounts, type ScreenCounts, screenMessages } from '../payments/screen-messages.ts'
import type { Store } from '../store/index.ts'
import { UsageError } from './failure.ts'
import { type KnownOptions, openKnown } from './known-from.ts'
import { csvLine, defaultFormat, grouped, type OutputFormat, outputFormats, table, write } from './output.ts'
import { Pace, type Progress, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import { versionList } from './screen-output.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface Options extends KnownOptions {
  readonly format?: OutputFormat
  readonly rejects?: string
  readonly keep?: boolean
  readonly hits?: boolean
}

/** `cordon payments screen`: what do these messages meet? */
export function addPaymentsScreenCommand(payments: Command): void {
  payments
    .command('screen')
    .description('Screen payment messages against the loaded lists, or straight against list files.')
    .argument(
      '<input...>',
      'files, folders or `-`: SWIFT MT (RJE, DOS-PCC, single) or ISO 20022 XML, plain or .gz',
    )
    .option('--format <format>', `${outputFormats.join(', ')} (default: a table on a terminal, else ndjson)`)
    .option('--hits', 'print only messages that ask for a look')
    .option('--keep', 'put those in the queue of the console, and keep what they meet as findings')
    .option('--list <file...>', 'screen against these list files, with no store')
    .option('--as-of <source=version...>', 'against an earlier version of a list')
    .option('--rejects <file>', 'write messages that cannot be read there, as NDJSON')
    .option('--data <folder>', 'the data folder')
    .option('--progress', 'show progress even where standard error is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  cordon payments screen outgoing.rje
  cordon payments screen pacs008.xml --list SDN_ADVANCED.XML
  cordon payments screen archive/2026-11/ --hits --format csv > hits.csv
  cordon payments screen today.rje --keep            then decide them in the console
  zcat messages.xml.gz | cordon payments screen - | jq 'select(.recommendation == "hold")'

The recommendation is pass, review or hold. It is advice: nothing is blocked or released by it.
Every hit names its place: a path (:59:/2, /Document/.../Cdtr/Nm) and offsets into the message's text.`,
    )
    .action(screen)
}

async function screen(inputs: readonly string[], options: Options): Promise<void> {
  const format = options.format ?? defaultFormat()
  if (!outputFormats.includes(format))
    throw new UsageError(`--format must be one of ${outputFormats.join(', ')}, not ${format}.`)
  if (options.keep && options.list)
    throw new UsageError('--keep puts messages into the store; it cannot go with --list.')
  const files = (await Promise.all(inputs.map(paymentFiles))).flat()
  const progress = progressOn(options.progress)
  const base = await openKnown(options, progress)
  progress.update('making the indexes for texts', true)
  const known = await paymentKnown(base)
  progress.clear()
  const work = (store?: Store) => screenFiles(files, known, { ...options, format }, progress, store)
  const counts = options.keep ? await withStore(options.data, work) : await work()
  process.stderr.write(
    `screened ${grouped(counts.messages)} messages (${grouped(counts.transactions)} transactions): ` +
      `${grouped(counts.hold)} to hold, ${grouped(counts.review)} to review, ${grouped(counts.pass)} pass, ` +
      `${grouped(counts.rejected)} rejected; searched ${versionList(known.known.versions)}\n`,
  )
}

async function screenFiles(
  files: readonly string[],
  known: PaymentKnown,
  options: Options & { readonly format: OutputFormat },
  progress: Progress,
  store: Store | undefined,
): Promise<ScreenCounts> {
  const total = noCounts()
  const rejects = new RejectSink(options.rejects)
  const pace = new Pace(undefined)
  const printer = new Printer(options.format)
  for (const file of files) {
    const counts = noCounts()
    const faults: MessageFault[] = []
    for await (const batch of screenMessages(await paymentBytes(file), known, counts)) {
      const shown = options.hits
        ? batch.answers.filter(({ screened }) => screened.recommendation !== 'pass')
        : batch.answers
      await printer.print(file, shown)
      if (store) await store.payments.keep(toKeep(batch.answers, file, known, store.now()))
      if (batch.faults.length > 0) {
        progress.clear()
        faults.push(...batch.faults.slice(0, 200 - faults.length))
        await rejects.add(
          batch.faults.map((fault) => ({
            where: `${file}, ${fault.where}`,
            reason: `${fault.code}: ${faultText(fault)}`,
            excerpt: fault.excerpt,
          })),
        )
      }
      const done = total.messages + counts.messages
      progress.update(`${file}: ${grouped(done)} messages, ${pace.text(done)}`)
    }
    for (const key of Object.keys(total) as (keyof ScreenCounts)[]) total[key] += counts[key]
    if (store)
      await store.payments.imported({
        input: file,
        who: commandLineActor(),
        counts: { ...counts },
        faults,
        versions: known.known.versions,
      })
  }
  progress.clear()
  await printer.end()
  await rejects.close()
  return total
}

const columns = [
  'input',
  'line',
  'type',
  'id',
  'amount',
  'recommendation',
  'level',
  'kind',
  'role',
  'path',
  'value',
  'meets',
  'entity',
  'score',
  'detail',
] // prettier-ignore
const mostTableRows = 10_000

/** Writes answers as they come; a table is written at the end, for its columns are as wide as what is in them. */
class Printer {
  private readonly format: OutputFormat
  private readonly rows: unknown[][] = []
  private isBegun = false

  constructor(format: OutputFormat) {
    this.format = format
  }

  async print(input: string, answers: readonly Answered[]): Promise<void> {
    if (this.format === 'csv' && !this.isBegun) await write(csvLine(columns))
    this.isBegun = true
    for (const { read, screened } of answers) {
      const view = answerView(read, screened)
      if (this.format === 'ndjson') {
        await write(ndjsonLine({ input, ...view }))
        continue
      }
      const money = view.amount ? `${view.amount} ${view.currency}` : ''
      const head = [input, view.line, view.type, view.id, money, view.recommendation]
      const hits = this.format === 'table' ? view.hits.filter(({ level }) => level !== 'note') : view.hits
      const rows = hits.map((hit) => [
        ...head,
        hit.level,
        hit.kind,
        hit.role,
        hit.path,
        hit.value,
        hit.caption,
        hit.entityId,
        hit.score.toFixed(2),
        hit.detail,
      ])
      if (this.format === 'csv') for (const row of rows.length > 0 ? rows : [head]) await write(csvLine(row))
      else if (this.rows.length < mostTableRows) this.rows.push(...(rows.length > 0 ? rows : [head]))
    }
  }

  async end(): Promise<void> {
    if (this.format === 'csv' && !this.isBegun) await write(csvLine(columns))
    if (this.format !== 'table') return
    await write(
      table(
        [
          { heading: 'message', max: 34 },
          { heading: 'amount', max: 18, align: 'right' },
          { heading: 'asks for', max: 8 },
          { heading: 'in the message', max: 34 },
          { heading: 'meets', max: 40 },
          { heading: 'score', align: 'right' },
          { heading: 'place', max: 30 },
        ],
        this.rows.map(([, , type, id, money, recommendation, , , role, path, value, caption, , score]) => [
          `${type} ${id}`,
          money,
          recommendation,
          value ?? '',
          caption ?? '',
          score ?? '',
          path ? `${role ?? ''} ${path}`.trim() : '',
        ]),
      ),
    )
  }
}
