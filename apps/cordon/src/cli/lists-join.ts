import { ndjsonLine } from '@cordon/formats'
import { CordonError } from '@cordon/model'
import type { Command } from 'commander'
import { keepApart, type OneEntity, oneEntity, takeBack } from '../joining/one-entity.ts'
import { runJoining } from '../joining/run-joining.ts'
import { loadFromStore } from '../known/from-store.ts'
import type { Store } from '../store/index.ts'
import { UsageError } from './failure.ts'
import { grouped, plain, write } from './output.ts'
import { progressOn } from './progress.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface JoinOptions {
  readonly one?: string
  readonly two?: string
  readonly undo?: string
  readonly reason?: string
  readonly data?: string
  readonly progress?: boolean
}

/** `cordon lists join`: entries of several lists that are one thing. */
export function addJoinCommand(lists: Command): void {
  lists
    .command('join')
    .description(
      'Find the entries of several lists that are one thing; or see and correct what was found of one entry.',
    )
    .argument('[entity]', 'the id of an entry: show with which entries of other lists it is one, and why')
    .option('--one <entity>', 'say that the two are one')
    .option('--two <entity>', 'say that the two are not one; that stays, whatever is imported later')
    .option('--undo <entity>', 'take back what was said of the two')
    .option('--reason <text>', 'why; kept, and shown with the entity')
    .option('--data <folder>', 'the data folder')
    .option('--progress', 'show progress even where standard error is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  cordon lists join                                      compare all lists that are loaded
  cordon lists join ofac-24918                           with which entries is it one, and why
  cordon lists join gb-AQD0001 --two ofac-7157 --reason "another father's name"
  cordon lists join gb-AQD0001 --undo ofac-7157 --reason "the passport says otherwise"

Statements of the lists are never changed: joining is kept apart from them and can be undone at any time.`,
    )
    .action(join)
}

async function join(entity: string | undefined, options: JoinOptions): Promise<void> {
  const said = [options.one, options.two, options.undo].filter((other) => other !== undefined)
  if (said.length > 1) throw new UsageError('Give one of --one, --two and --undo.')
  if (said.length === 1 && entity === undefined) throw new UsageError('Name the entry that it is said of.')
  if (said.length === 1 && !options.reason?.trim()) throw new UsageError('Say why: --reason "..."')
  if (entity === undefined) return joinAll(options)
  await withStore(options.data, async (store) => {
    const label = await labelOf(store, entity)
    if (said[0] !== undefined) await saySo(store, { id: entity, label }, options)
    await show(await oneEntity(store.identities, entity, label))
  })
}

async function joinAll(options: JoinOptions): Promise<void> {
  const progress = progressOn(options.progress)
  const summary = await withStore(options.data, async (store) => {
    const known = await loadFromStore(store.lists, {}, ({ done, total }) =>
      progress.update(`loading ${grouped(done)} of ${grouped(total)} entities`),
    )
    return runJoining(store.identities, known, commandLineActor(), (text) => progress.update(text))
  })
  progress.clear()
  await write(ndjsonLine(summary))
  process.stderr.write(
    `${grouped(summary.entries)} entries: ${grouped(summary.reference)} joins by what lists say, ` +
      `${grouped(summary.identifier)} by numbers, ${grouped(summary.score)} by names and dates; ` +
      `${grouped(summary.added)} new, ${grouped(summary.withdrawn)} withdrawn\n`,
  )
}

async function saySo(
  store: Store,
  entry: { readonly id: string; readonly label: string },
  { one, two, undo, reason = '' }: JoinOptions,
): Promise<void> {
  const { identities } = store
  const who = `person:${commandLineActor()}`
  if (two !== undefined) {
    await labelOf(store, two)
    await keepApart(identities, { ...entry, other: two }, who, reason)
  } else if (one !== undefined) {
    const to = { id: one, label: await labelOf(store, one) }
    await identities.say([{ from: entry, to, relation: 'same-as', reason, who }])
  } else if (undo !== undefined && (await takeBack(identities, { ...entry, other: undo }, who, reason)) === 0)
    throw new CordonError({
      code: 'CORDON_IDENTITY_NONE',
      expected: 'something that a person said of the two',
      found: 'nothing',
      where: `${entry.id} and ${undo}`,
      remedy: `\`cordon lists join ${entry.id}\` shows what was said.`,
    })
}

async function labelOf({ lists }: Store, id: string): Promise<string> {
  const groups = await lists.entity(id)
  if (groups.length > 0) {
    const statements = groups.flatMap((group) => group.statements)
    return statements.find(({ property }) => property === 'name')?.value ?? id
  }
  throw new CordonError({
    code: 'CORDON_ENTITY_UNKNOWN',
    expected: 'the id of an entry of a loaded list',
    found: id,
    where: 'the entry asked for',
    remedy: 'Search for it in the console, or with `cordon screen`.',
  })
}

async function show(found: OneEntity): Promise<void> {
  if (!process.stdout.isTTY) return write(ndjsonLine(found))
  const lines = found.members.flatMap(({ id, label, joined }) => [
    `${id}  ${plain(label)}`,
    ...joined.map(
      (one) => `    one with ${one.with}: ${plain(one.reason)} (${one.by}, ${one.since.slice(0, 10)})`,
    ),
  ])
  for (const { id, label, reasons } of found.apart)
    lines.push(
      `not ${id}  ${plain(label)}: ${reasons.map((one) => `${plain(one.reason)} (${one.by})`).join('; ')}`,
    )
  await write(`${lines.join('\n')}\n`)
}
