import { writeFile } from 'node:fs/promises'
import { ndjsonLine } from '@cordon/formats'
import { type HeistVariant, heistVariants, RjeWriter, simulate, simulatedProfile } from '@cordon/payments'
import { type Command, Option } from 'commander'
import { stringify } from 'yaml'
import { integerBetween } from './options.ts'
import { grouped, write } from './output.ts'

interface SimulateOptions {
  readonly seed: number
  readonly days: number
  readonly messages: number
  readonly heist?: HeistVariant
  readonly format: 'ndjson' | 'mt'
  readonly profile?: string
  readonly truth?: string
}

/** `cordon payments simulate`: traffic for drills. */
export function addPaymentsSimulateCommand(payments: Command): void {
  payments
    .command('simulate')
    .description(
      'Write made-up traffic of a made-up bank, with the theft of February 2016 in it where asked: all synthetic.',
    )
    .option('--seed <number>', 'the same seed gives the same traffic', integerBetween(0, 2 ** 31), 1)
    .option(
      '--days <number>',
      'from 10 January 2016; 30 end on the Monday after the theft',
      integerBetween(1, 45),
      30,
    )
    .option('--messages <number>', 'a day, as a mean', integerBetween(10, 1_000_000), 20_000)
    .addOption(
      new Option('--heist <variant>', 'the theft, or a variant of it').choices(Object.keys(heistVariants)),
    )
    .addOption(
      new Option('--format <format>', 'ndjson, or SWIFT MT as RJE')
        .choices(['ndjson', 'mt'])
        .default('ndjson'),
    )
    .option('--profile <file>', "write the made-up bank's profile there, as YAML")
    .option('--truth <file>', 'write the ids of the stolen orders there')
    .addHelpText(
      'after',
      `
Examples:
  cordon payments simulate --heist record --profile bank.yaml --truth stolen.txt > traffic.ndjson
  cordon payments simulate --days 5 --messages 500 --format mt > traffic.rje

Thefts:
${Object.entries(heistVariants)
  .map(([name, what]) => `  ${name.padEnd(16)}${what}`)
  .join('\n')}`,
    )
    .action(run)
}

async function run(options: SimulateOptions): Promise<void> {
  const { seed, days, messages: messagesPerDay, heist, format } = options
  if (options.profile !== undefined)
    await writeFile(options.profile, `# SYNTHETIC: a made-up institution.\n${stringify(simulatedProfile)}`)
  const stolen: string[] = []
  let count = 0
  const writer = format === 'mt' ? new RjeWriter() : undefined
  for (const day of simulate({ seed, days, messagesPerDay, ...(heist && { heist }) })) {
    let text = ''
    for (const { observation, isStolen } of day) {
      const { message, time } = observation
      text += writer?.add(message) ?? ndjsonLine({ time: new Date(time!).toISOString(), message })
      if (isStolen) stolen.push(message.id)
    }
    count += day.length
    await write(text)
  }
  if (writer) await write(writer.rest())
  if (options.truth !== undefined) await writeFile(options.truth, stolen.map((id) => `${id}\n`).join(''))
  process.stderr.write(
    `wrote ${grouped(count)} synthetic messages, seed ${seed}${heist === undefined ? '' : `, with ${grouped(stolen.length)} stolen orders (${heistVariants[heist]})`}; nobody in them is real\n`,
  )
}
