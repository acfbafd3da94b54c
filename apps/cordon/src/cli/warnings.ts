import { ndjsonLine } from '@cordon/formats'
import { isoSeconds } from '@cordon/model'
import { type Command, Option } from 'commander'
import { peopleConfig } from '../people/config.ts'
import {
  type DeliveryState,
  deliveryStates,
  type Store,
  type StoredWarningRule,
  type WarningDelivery,
} from '../store/index.ts'
import { runWarnings } from '../warnings/runner.ts'
import type { SenderOptions } from '../warnings/sender.ts'
import { smtpConfig } from '../warnings/smtp-config.ts'
import { testRule } from '../warnings/test-rule.ts'
import { UsageError } from './failure.ts'
import { integerBetween } from './options.ts'
import { defaultFormat, type OutputFormat, table, write } from './output.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface ListOptions {
  readonly state?: DeliveryState
  readonly limit: number
  readonly format?: OutputFormat
  readonly data?: string
}

/** `cordon warnings`: who is told what, and whether it arrived. */
export function addWarningsCommand(program: Command): void {
  const warnings = program
    .command('warnings')
    .description('Warnings: rules that tell people, and whether what they sent arrived.')
  warnings
    .command('list')
    .description('The rules, and the latest deliveries.')
    .addOption(new Option('--state <state>', 'only deliveries that stand so').choices(deliveryStates))
    .option('--limit <n>', 'most deliveries', integerBetween(1, 1000), 20)
    .addOption(new Option('--format <format>', 'how they are written').choices(['ndjson', 'table']))
    .option('--data <folder>', 'the data folder')
    .action(list)
  warnings
    .command('test')
    .description('Send every recipient of a rule one message that says it is a test.')
    .argument('<rule>', 'its id or name')
    .option('--data <folder>', 'the data folder')
    .action(test)
  warnings
    .command('run')
    .description('Look at what happened and send what is due, once; a running server does it by itself.')
    .option('--data <folder>', 'the data folder')
    .action(run)
  warnings
    .command('retry')
    .description('Try what failed for good again, under the same id.')
    .argument('[id]', 'of a delivery')
    .option('--all', 'all that failed for good')
    .option('--data <folder>', 'the data folder')
    .action(retry)
  warnings.addHelpText(
    'after',
    `
Rules are made in the console, at /warnings. E-mails go through the server that CORDON_SMTP_URL names.

Examples:
  cordon warnings list --state dead
  cordon warnings test "grave findings"
  cordon warnings retry --all`,
  )
}

/** How this process sends. */
export function senderOptions(data: string | undefined, env: NodeJS.ProcessEnv): SenderOptions {
  const { publicUrl } = peopleConfig(data ?? env.CORDON_DATA, env)
  return { smtp: smtpConfig(env), ...(publicUrl && { publicUrl: publicUrl.href }) }
}

async function list({ state, limit, format = defaultFormat(), data }: ListOptions): Promise<void> {
  await withStore(data, async ({ warnings }) => {
    const rules = await warnings.rules.list()
    const { deliveries } = await warnings.deliveries({ limit, ...(state && { state }) })
    if (format === 'table') return write(`${ruleTable(rules)}\n${deliveryTable(deliveries)}`)
    for (const { id, rule } of rules) await write(ndjsonLine({ is: 'rule', id, ...rule }))
    for (const one of deliveries)
      await write(ndjsonLine({ is: 'delivery', ...one, due: isoSeconds(one.due) }))
  })
}

function ruleTable(rules: readonly StoredWarningRule[]): string {
  if (rules.length === 0) return 'There is no rule yet: make one in the console, at /warnings.\n'
  return table(
    [
      { heading: 'rule' },
      { heading: 'name', max: 40 },
      { heading: 'on' },
      { heading: 'to', max: 60 },
      { heading: 'when' },
    ],
    rules.map(({ id, rule }) => [
      id,
      rule.name,
      rule.enabled ? rule.when.on : `${rule.when.on} (off)`,
      rule.to.map(({ kind, address }) => (kind === 'webhook' ? new URL(address).host : address)).join(' '),
      !rule.digest
        ? 'at once'
        : rule.digest.every === 'hour'
          ? 'hourly'
          : `daily ${rule.digest.at} ${rule.zone}`,
    ]),
  )
}

function deliveryTable(deliveries: readonly WarningDelivery[]): string {
  if (deliveries.length === 0) return ''
  return table(
    [
      { heading: 'delivery' },
      { heading: 'rule', max: 30 },
      { heading: 'to', max: 40 },
      { heading: 'state' },
      { heading: 'tried', align: 'right' },
      { heading: 'due' },
      { heading: 'outcome', max: 60 },
    ],
    deliveries.map((one) => [
      one.id,
      one.ruleName,
      one.channel === 'webhook' ? new URL(one.address).host : one.address,
      one.state,
      one.attempts,
      isoSeconds(one.due),
      one.outcome ?? '',
    ]),
  )
}

async function test(which: string, { data }: { data?: string }): Promise<void> {
  await withStore(data, async (store) => {
    const rule = await findRule(store, which)
    const outcomes = await testRule(store, rule, senderOptions(data, process.env), commandLineActor())
    for (const outcome of outcomes) await write(ndjsonLine(outcome))
    if (outcomes.some(({ ok }) => !ok)) process.exitCode = 1
  })
}

async function findRule({ warnings }: Store, which: string): Promise<StoredWarningRule> {
  const found = (await warnings.rules.list()).filter(({ id, rule }) => id === which || rule.name === which)
  if (found.length === 1) return found[0]!
  throw new UsageError(
    found.length === 0
      ? `There is no rule "${which}"; see \`cordon warnings list\`.`
      : `${found.length} rules are called "${which}": name one by its id.`,
  )
}

async function run({ data }: { data?: string }): Promise<void> {
  await withStore(data, async (store) => {
    const summary = await runWarnings(store, senderOptions(data, process.env))
    if (summary) return write(ndjsonLine(summary))
    process.stderr.write('warnings: another process, such as a running server, is at it already\n')
  })
}

async function retry(id: string | undefined, { all, data }: { all?: boolean; data?: string }): Promise<void> {
  if ((id === undefined) === !all) throw new UsageError('Name a delivery, or say --all.')
  await withStore(data, async ({ warnings }) =>
    write(ndjsonLine({ retried: await warnings.retry(id ?? 'all', commandLineActor()) })),
  )
}
