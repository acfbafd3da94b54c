import { ndjsonLine } from '@cordon/formats'
import type { Command } from 'commander'
import { type ListsConfig, listsConfig } from '../fetch/lists-config.ts'
import { acceptHeld, type UpdateContext, type UpdateOutcome } from '../fetch/update-list.ts'
import { publishersNamed, updateLists } from '../fetch/update-lists.ts'
import { exitCodes, failureMessage } from './failure.ts'
import { plain, write } from './output.ts'
import { progressOn } from './progress.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface UpdateOptions {
  readonly data?: string
  readonly accept?: boolean
  readonly progress?: boolean
  readonly actor?: string
}

/** `cordon lists update`: each list from its publisher's address. */
export function addUpdateCommand(lists: Command): void {
  lists
    .command('update')
    .description('Fetch lists from their publishers, and import what is new.')
    .argument('[name...]', 'lists by the name of their source; all that have an address where none is given')
    .option('--accept', 'take what is held back of the lists named')
    .option('--data <folder>', 'the data folder; lists.yaml in it says more')
    .option('--progress', 'show progress even where standard error is no terminal')
    .option('--actor <name>', 'who works, for the audit log (default: you)')
    .addHelpText(
      'after',
      `
Examples:
  cordon lists update
  cordon lists update us_ofac_sdn un_sc_sanctions
  cordon lists update --accept un_sc_sanctions

A list that lost more than a fifth of its entries is held back: the version before answers until --accept. A
publisher that does not answer does not keep the others; the exit code is 1 where any failed or is held back.
Addresses, a schedule for \`cordon serve\`, and lists of your own go into lists.yaml in the data folder.`,
    )
    .action(updateNamed)
}

async function updateNamed(names: readonly string[], options: UpdateOptions): Promise<void> {
  const config = listsConfig(options.data ?? process.env.CORDON_DATA)
  const publishers = publishersNamed(names, config.publishers)
  const progress = progressOn(options.progress)
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal)
  try {
    await withStore(options.data, async (store) => {
      const context: UpdateContext = {
        store,
        config,
        actor: options.actor ?? commandLineActor(),
        signal: stop.signal,
        onProgress: (text) => progress.update(text),
      }
      const outcomes = options.accept ? accepting(names, context, config) : updateLists(publishers, context)
      for await (const outcome of outcomes) {
        progress.clear()
        await tell(outcome)
        if (outcome.outcome === 'failed' || outcome.outcome === 'held') process.exitCode = exitCodes.failed
      }
    })
  } finally {
    progress.clear()
  }
}

async function* accepting(
  names: readonly string[],
  context: UpdateContext,
  config: ListsConfig,
): AsyncGenerator<UpdateOutcome> {
  const held = (await context.store.listFetches.all()).filter((state) => state.held).map(({ name }) => name)
  for (const publisher of publishersNamed(names.length > 0 ? names : held, config.publishers))
    yield await acceptHeld(publisher, context)
}

async function tell(outcome: UpdateOutcome): Promise<void> {
  if (process.stdout.isTTY) return write(`${outcome.name}: ${plain(sentenceOf(outcome))}\n`)
  const { name } = outcome
  if (outcome.outcome === 'failed')
    return write(ndjsonLine({ name, outcome: 'failed', error: failureMessage(outcome.error) }))
  if (outcome.outcome === 'held') return write(ndjsonLine(outcome))
  if (!('result' in outcome)) return write(ndjsonLine(outcome))
  const { version, seq, entities, current } = outcome.result.version
  const changes = 'changes' in outcome.result ? outcome.result.changes : undefined
  await write(ndjsonLine({ name, outcome: outcome.outcome, version, seq, entities, current, changes }))
}

function sentenceOf(outcome: UpdateOutcome): string {
  switch (outcome.outcome) {
    case 'unchanged':
      return 'nothing new'
    case 'busy':
      return 'another process is fetching it'
    case 'held':
      return `held back: ${outcome.reason}. Take it with \`cordon lists update --accept ${outcome.name}\``
    case 'failed':
      return `failed: ${failureMessage(outcome.error)}`
    default: {
      const { result } = outcome
      const { version, entities } = result.version
      if (!('changes' in result)) return `version ${version} is stored already`
      const { added, changed, removed } = result.changes
      return `version ${version} with ${entities} entities: ${added} added, ${changed} changed, ${removed} removed`
    }
  }
}
