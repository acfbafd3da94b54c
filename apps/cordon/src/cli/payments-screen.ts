import { stat } from 'node:fs/promises'
import { ndjsonLine } from '@cordon/formats'
import {
  faultText,
  type MessageFault,
  type PaymentBatch,
  type PaymentMessage,
  type ScreenedMessage,
} from '@cordon/payments'
import type { Command } from 'commander'
import { paymentBytes, paymentFiles } from '../payments/inputs.ts'
import { toKeep } from '../payments/keep.ts'
import { answerView } from '../payments/message-view.ts'
import { type PaymentKnown, paymentKnown } from '../payments/payment-known.ts'
import {
  type Answered,
  answered,
  messageScreener,
  noCounts,
  readMessages,
  type ScreenCounts,
} from '../payments/screen-messages.ts'
import type { Store } from '../store/index.ts'
import { ThreadedWork, threadPlan } from '../threads/threaded-work.ts'
import { UsageError } from './failure.ts'
import { type KnownOptions, openKnown } from './known-from.ts'
import { integerBetween } from './options.ts'
import { csvLine, defaultFormat, grouped, type OutputFormat, outputFormats, table, write } from './output.ts'
import { lostThread, Pace, type Progress, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import { versionList } from './screen-output.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface Options extends KnownOptions {
  readonly format?: OutputFormat
  readonly rejects?: string
  readonly keep?: boolean
  readonly hits?: boolean
  readonly threads?: number
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
    .option(
      '--threads <n>',
      'threads to screen with (default: all cores, once the input is long enough to pay)',
      integerBetween(1, 64),
    )
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

/** What goes through the threads, in order: messages of a file, and its end. */
type Input = { readonly file: string; readonly batch: PaymentBatch; readonly isEnd?: true }

const threadFile = new URL(
  import.meta.url.endsWith('.ts') ? '../payments/screen-worker.ts' : '../payments/screen-worker.js',
  import.meta.url,
)
const noMessages: PaymentBatch = { messages: [], faults: [] }
const mostFaultsKept = 200

async function screenFiles(
  files: readonly string[],
  known: PaymentKnown,
  options: Options & { readonly format: OutputFormat },
  progress: Progress,
  store: Store | undefined,
): Promise<ScreenCounts> {
  const total = noCounts()
  const rejects = new RejectSink(options.rejects)
  const pace = new Pace(await bytesOfFiles(files))
  const printer = new Printer(options.format)
  let counts = noCounts()
  let faults: MessageFault[] = []
  const takeFaults = async (file: string, lost: readonly MessageFault[]) => {
    if (lost.length === 0) return
    progress.clear()
    faults.push(...lost.slice(0, mostFaultsKept - faults.length))
    await rejects.add(
      lost.map((fault) => ({
        where: `${file}, ${fault.where}`,
        reason: `${fault.code}: ${faultText(fault)}`,
        excerpt: fault.excerpt,
      })),
    )
  }
  const endFile = async (input: string) => {
    for (const key of Object.keys(total) as (keyof ScreenCounts)[]) total[key] += counts[key]
    const { versions } = known.known
    await store?.payments.imported({
      input,
      who: commandLineActor(),
      counts: { ...counts },
      faults,
      versions,
    })
    counts = noCounts()
    faults = []
  }
  const take = async (screened: readonly ScreenedMessage[], { file, batch, isEnd }: Input) => {
    if (isEnd) return endFile(file)
    const { answers } = answered(batch, screened, counts)
    const isShown = (one: Answered) => !options.hits || one.screened.recommendation !== 'pass'
    await printer.print(file, answers.filter(isShown))
    if (store) await store.payments.keep(toKeep(answers, file, known, store.now()))
    await takeFaults(file, batch.faults)
    const done = total.messages + counts.messages
    const threads = work.threads > 1 ? `${work.threads} threads, ` : ''
    progress.update(`${file}: ${grouped(done)} messages, ${threads}${pace.text(done)}`)
  }
  const work: ThreadedWork<Input, readonly PaymentMessage[], readonly ScreenedMessage[], undefined> =
    new ThreadedWork(
      {
        known: known.base,
        file: threadFile,
        spec: undefined,
        partOf: ({ batch }): readonly PaymentMessage[] => batch.messages.map(({ message }) => message),
        here: messageScreener(known),
        take,
        onLost: lostThread(progress),
      },
      threadPlan(options.threads, pace),
    )
  try {
    for (const file of files) {
      for await (const batch of readMessages(await paymentBytes(file, pace))) await work.add({ file, batch })
      await work.add({ file, batch: noMessages, isEnd: true })
    }
    await work.finish()
  } finally {
    await work.close()
  }
  progress.clear()
  await printer.end()
  await rejects.close()
  return total
}

/** Bytes of all files together; undefined where one of them is not a file on a disk. */
async function bytesOfFiles(files: readonly string[]): Promise<number | undefined> {
  let sum = 0
  for (const file of files) {
    const found = file === '-' ? undefined : await stat(file).catch(() => undefined)
    if (!found?.isFile()) return undefined
    sum += found.size
  }
  return sum
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
