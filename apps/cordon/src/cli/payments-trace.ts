import { ndjsonLine } from '@cordon/formats'
import {
  type AddressLabel,
  type Exposure,
  type ExposureRow,
  type Fan,
  findFans,
  findPeelChains,
  formatUnits,
  type PeelChain,
  type ServiceHop,
  type Trace,
  type Transfer,
  traceExposure,
} from '@cordon/payments'
import { type Command, Option } from 'commander'
import { labelsOf, listedWallets, transfersOf } from '../payments/trace-wallets.ts'
import { UsageError } from './failure.ts'
import { type KnownOptions, openKnown } from './known-from.ts'
import { integerBetween } from './options.ts'
import { defaultFormat, grouped, type OutputFormat, table, write } from './output.ts'
import { progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'

interface TraceCommandOptions extends KnownOptions {
  readonly address?: readonly string[]
  readonly labels?: readonly string[]
  readonly services?: readonly string[]
  readonly lists: boolean
  readonly hops: number
  readonly direction: 'sources' | 'destinations'
  readonly forms?: boolean
  readonly asset?: string
  readonly format?: OutputFormat
  readonly rejects?: string
}

/** `cordon payments trace`: to what listed money is a wallet exposed? */
export function addPaymentsTraceCommand(payments: Command): void {
  payments
    .command('trace')
    .description(
      'Follow the money of listed wallets through transfers: exposure by haircut and first in, first out.',
    )
    .argument('<transfers...>', 'CSV, NDJSON or JSON with from, to, amount, asset, time, id; plain or .gz')
    .option('--address <address...>', 'tell of these addresses (default: the 100 most exposed)')
    .option('--labels <file...>', 'more addresses of interest: address, category, name, source')
    .option(
      '--services <file...>',
      'mixers, bridges, exchanges: address, category, name; following ends at them',
    )
    .option('--no-lists', 'follow labelled addresses only, not the wallets of the loaded lists')
    .option('--list <file...>', 'wallets of these list files, with no store')
    .option('--hops <number>', 'hops told apart; 1 is direct', integerBetween(1, 20), 3)
    .addOption(
      new Option('--direction <direction>', 'where money came from, or where it went')
        .choices(['sources', 'destinations'])
        .default('sources'),
    )
    .option('--forms', 'look for peel chains and for fan-out then fan-in, too')
    .option('--asset <name>', 'the asset of rows that name none')
    .addOption(new Option('--format <format>', 'how it is written').choices(['ndjson', 'table']))
    .option('--rejects <file>', 'write rows that cannot be read there, as NDJSON')
    .option('--data <folder>', 'the data folder')
    .addHelpText(
      'after',
      `
Examples:
  cordon payments trace transfers.csv --services mixers.csv
  cordon payments trace transfers.csv --address 0x098B716B8Aaf21512996dC57EB0615e2383E2f96 --hops 5
  cordon payments trace transfers.ndjson --labels stolen.csv --no-lists --direction destinations --forms

Amounts are exact. Both ways of sharing out are conventions, not facts: docs/methods/wallets.md.`,
    )
    .action(trace)
}

async function trace(inputs: readonly string[], options: TraceCommandOptions): Promise<void> {
  const format = options.format ?? defaultFormat()
  if (!options.lists && options.labels === undefined && options.services === undefined)
    throw new UsageError('--no-lists leaves nothing to follow; give --labels or --services.')
  const progress = progressOn(options.progress)
  const rejects = new RejectSink(options.rejects)
  const onRejects = (lost: Parameters<RejectSink['add']>[0]) => rejects.add(lost)
  const labels: AddressLabel[] = [
    ...(await labelsOf(options.labels ?? [], 'labelled', onRejects)),
    ...(await labelsOf(options.services ?? [], 'service', onRejects)),
    ...(options.lists ? listedWallets(await openKnown(options, progress)) : []),
  ]
  const transfers = await transfersOf(inputs, options.asset, onRejects)
  const { address: addresses, hops, direction } = options
  const answer = traceExposure({ transfers, labels, hops, direction, ...(addresses && { addresses }) })
  const chains = options.forms ? findPeelChains(transfers) : []
  const fans = options.forms ? findFans(transfers) : []
  if (format === 'ndjson') await writeLines(answer, chains, fans)
  else await writeTables(answer, chains, fans)
  await rejects.close()
  const unknown = transfers.filter(({ amount }) => amount === undefined).length
  process.stderr.write(
    `followed ${grouped(labels.length)} labelled addresses through ${grouped(transfers.length)} transfers: ${grouped(answer.exposures.length)} exposures, ` +
      `${grouped(answer.serviceHops.length)} payments into labelled addresses${options.forms ? `, ${grouped(chains.length)} peel chains, ${grouped(fans.length)} fans` : ''}; ` +
      `${grouped(unknown)} of unknown amount, ${grouped(rejects.count)} rejected\n`,
  )
  if (answer.hopsLeftOut > 0)
    process.stderr.write(
      `note: ${grouped(answer.hopsLeftOut)} more payments into labelled addresses are not shown\n`,
    )
}

async function writeLines(
  { exposures, serviceHops }: Trace,
  chains: readonly PeelChain[],
  fans: readonly Fan[],
) {
  for (const one of exposures) await write(ndjsonLine({ kind: 'exposure', ...exposureLine(one) }))
  for (const { transfer, into, rows } of serviceHops)
    await write(
      ndjsonLine({ kind: 'into-labelled', ...transferLine(transfer), into, rows: rows.map(rowLine) }),
    )
  for (const { asset, addresses, first, last, peeled } of chains)
    await write(
      ndjsonLine({
        kind: 'peel-chain',
        asset,
        addresses,
        peeled: formatUnits(peeled),
        first: transferLine(first),
        last: transferLine(last),
      }),
    )
  for (const { out, in: sum, start, end, ...rest } of fans)
    await write(
      ndjsonLine({
        kind: 'fan',
        ...rest,
        out: formatUnits(out),
        in: formatUnits(sum),
        start: iso(start),
        end: iso(end),
      }),
    )
}

function exposureLine({ total, unexplained, rows, ...rest }: Exposure) {
  return {
    ...rest,
    total: formatUnits(total),
    unexplained: formatUnits(unexplained),
    rows: rows.map(rowLine),
  }
}

function rowLine({ haircut, fifo, ...rest }: ExposureRow) {
  return { ...rest, haircut: formatUnits(haircut), fifo: formatUnits(fifo) }
}

function transferLine({ amount, time, ...rest }: Transfer) {
  return { ...rest, ...(amount !== undefined && { amount: formatUnits(amount) }), time: iso(time) }
}

const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString())

async function writeTables(
  { exposures, serviceHops }: Trace,
  chains: readonly PeelChain[],
  fans: readonly Fan[],
) {
  const right = 'right' as const
  if (exposures.length > 0)
    await write(
      table(
        [
          { heading: 'address', max: 44 },
          { heading: 'asset', max: 10 },
          { heading: 'total', align: right },
          { heading: 'exposed to', max: 36 },
          { heading: 'hops' },
          { heading: 'haircut', align: right },
          { heading: 'fifo', align: right },
          { heading: 'note', max: 30 },
        ],
        exposures.flatMap(exposureRows),
      ),
    )
  if (serviceHops.length > 0) await write(`\n${hopTable(serviceHops)}`)
  for (const { asset, addresses, peeled } of chains)
    await write(
      `peel chain of ${addresses.length} addresses (${asset}), ${formatUnits(peeled)} peeled off: ${addresses.join(' > ')}\n`,
    )
  for (const { asset, from, to, between, out } of fans)
    await write(
      `fan: ${from} paid ${between.length} addresses ${formatUnits(out)} ${asset}, which paid ${to}\n`,
    )
}

function exposureRows({ address, asset, total, rows, unknownAmounts, unexplained, isApproximate }: Exposure) {
  const notes = [
    ...(unknownAmounts > 0 ? [`${unknownAmounts} unknown amounts`] : []),
    ...(unexplained > 0n ? [`${formatUnits(unexplained)} unexplained`] : []),
    ...(isApproximate ? ['approximate'] : []),
  ].join(', ')
  if (rows.length === 0) return [[address, asset, formatUnits(total), 'nothing labelled', '', '', '', notes]]
  return rows.map(({ label, hops, isFarther, haircut, fifo }, index) => [
    index === 0 ? address : '',
    index === 0 ? asset : '',
    index === 0 ? formatUnits(total) : '',
    `${label.name} (${label.category})`,
    isFarther ? `${hops - 1}+` : hops,
    formatUnits(haircut),
    formatUnits(fifo),
    index === 0 ? notes : '',
  ])
}

function hopTable(hops: readonly ServiceHop[]): string {
  return table(
    [
      { heading: 'into', max: 36 },
      { heading: 'from', max: 44 },
      { heading: 'amount', align: 'right' },
      { heading: 'of it, haircut', align: 'right' },
      { heading: 'of it, fifo', align: 'right' },
      { heading: 'origin', max: 36 },
    ],
    hops
      .slice(0, 50)
      .flatMap(({ transfer, into, rows }) =>
        rows.map(({ label, haircut, fifo }) => [
          `${into.name} (${into.category})`,
          transfer.from,
          formatUnits(transfer.amount ?? 0n),
          formatUnits(haircut),
          formatUnits(fifo),
          label.name,
        ]),
      ),
  )
}
