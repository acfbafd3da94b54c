import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type CaseState, caseStates } from '@cordon/casework'
import { ndjsonLine } from '@cordon/formats'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Cases, type Verdict, verdicts } from '../store/index.ts'
import { caseNumber, caseOutput, dataOption } from './cases-shown.ts'
import { write } from './output.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface Common {
  readonly data?: string
}

/** The subcommands that change a case. Each writes the case as it then is. */
export function addCaseChanges(cases: Command): void {
  change(
    cases,
    'note',
    'Add a note; @name mentions somebody.',
    'cordon cases note 12 "Asked the branch. @ben"',
  )
    .argument('<text>', 'the note')
    .action((id: number, text: string, { data }: Common) =>
      changed(data, id, (store, who) => store.note(id, { text, who })),
    )
  change(cases, 'assign', 'Give a case to somebody.', 'cordon cases assign 12 ben')
    .argument('[name]', 'to whom; nobody where it is left out')
    .action((id: number, name: string | undefined, { data }: Common) =>
      changed(data, id, (store, who) => store.assign(id, { to: name, who })),
    )
  change(cases, 'due', 'Set the date by which a case is due.', 'cordon cases due 12 2026-03-01')
    .argument('<date>', 'an ISO day or instant, UTC', isoInstant)
    .action((id: number, due: number, { data }: Common) =>
      changed(data, id, (store, who) => store.setDue(id, { due, who })),
    )
  change(
    cases,
    'state',
    'Move a case to a state. A grave one is closed as false by two persons, where there are two.',
    'cordon cases state 12 escalated --reason "The passport agrees."',
  )
    .addArgument(cases.createArgument('<state>', 'where to').choices(caseStates))
    .option('--reason <text>', 'why; kept for ever in the audit log', '')
    .option('--decide-rest', 'closed as true: decide what is undecided in it as true')
    .option('--keep-undecided', 'closed as false: leave what is undecided in it')
    .action((id: number, to: CaseState, options: StateOptions) => moved(id, to, options))
  change(
    cases,
    'release',
    'Answer a release that another person asked for.',
    'cordon cases release 12 --approve --reason "Seen the passport."',
  )
    .option('--approve', 'let it be closed as false')
    .option('--decline', 'leave it open')
    .requiredOption('--reason <text>', 'why; kept for ever in the audit log')
    .action((id: number, { approve, decline, reason, data }: ReleaseOptions) => {
      if (approve === decline) throw new InvalidArgumentError('Say either --approve or --decline.')
      return changed(data, id, (store, who) =>
        store.answerRelease(id, { approve: approve === true, reason, who }),
      )
    })
  change(
    cases,
    'decide',
    'Decide findings of a case: those that are named, or all that wait for a decision.',
    'cordon cases decide 12 --verdict false --reason "Our client was born in 1990."',
  )
    .option('--finding <id...>', 'only these')
    .addOption(new Option('--verdict <verdict>', 'what they are').choices(verdicts).makeOptionMandatory())
    .requiredOption('--reason <text>', 'why; kept for ever in the audit log')
    .option('--preview', 'say what it would do, and do nothing')
    .action((id: number, options: DecideOptions) => decided(id, options))
  change(
    cases,
    'split',
    'Put findings into a case of their own; the two are kept apart from then on.',
    'cordon cases split 12 --finding 3f2a... --reason "Another ship of that name."',
  )
    .requiredOption('--finding <id...>', 'which findings')
    .requiredOption('--reason <text>', 'why; kept for ever in the audit log')
    .action((id: number, { finding, reason, data }: SplitOptions) =>
      withStore(data, async ({ cases: store }) => {
        const fresh = await store.split(id, { findings: finding, reason, who: commandLineActor() })
        const found = await store.get(fresh)
        if (found) await write(ndjsonLine(caseOutput(found)))
      }),
    )
  change(
    cases,
    'merge',
    'Make other cases a part of this one.',
    'cordon cases merge 12 14 15 --reason "One owner."',
  )
    .argument('<others...>', 'their numbers')
    .requiredOption('--reason <text>', 'why; kept for ever in the audit log')
    .action((id: number, others: string[], { reason, data }: Common & { reason: string }) =>
      changed(data, id, (store, who) => store.merge(id, { others: others.map(caseNumber), reason, who })),
    )
  change(cases, 'attach', 'Attach a file (at most 10 MiB).', 'cordon cases attach 12 passport.pdf')
    .argument('<file>', 'which file')
    .action(async (id: number, file: string, { data }: Common) => {
      const bytes = await readFile(file)
      await changed(data, id, (store, who) => store.attach(id, { name: basename(file), bytes, who }))
    })
  change(
    cases,
    'link',
    'Keep a link to a record elsewhere.',
    'cordon cases link 12 https://tickets.example/7 --label "Ticket 7"',
  )
    .argument('<target>', 'an address, or a number in another system')
    .option('--label <text>', 'what to call it', '')
    .action((id: number, target: string, { label, data }: Common & { label: string }) =>
      changed(data, id, (store, who) => store.link(id, { label, target, who })),
    )
}

interface StateOptions extends Common {
  readonly reason: string
  readonly decideRest?: boolean
  readonly keepUndecided?: boolean
}
interface ReleaseOptions extends Common {
  readonly approve?: boolean
  readonly decline?: boolean
  readonly reason: string
}
interface DecideOptions extends Common {
  readonly finding?: string[]
  readonly verdict: Verdict
  readonly reason: string
  readonly preview?: boolean
}
interface SplitOptions extends Common {
  readonly finding: string[]
  readonly reason: string
}

function change(cases: Command, name: string, description: string, example: string): Command {
  return cases
    .command(name)
    .description(description)
    .argument('<case>', 'its number', caseNumber)
    .addOption(dataOption())
    .addHelpText('after', `\nExample:\n  ${example}`)
}

/** Does a thing and writes the case as it then is. */
async function changed(
  data: string | undefined,
  id: number,
  work: (cases: Cases, who: string) => Promise<unknown>,
): Promise<void> {
  await withStore(data, async ({ cases }) => {
    await work(cases, commandLineActor())
    const found = await cases.get(id)
    if (found) await write(ndjsonLine(caseOutput(found)))
  })
}

async function moved(id: number, to: CaseState, options: StateOptions): Promise<void> {
  const { reason, decideRest, keepUndecided, data } = options
  await withStore(data, async ({ cases }) => {
    const rest = decideRest ? true : keepUndecided ? false : undefined
    const { outcome, decided: findings } = await cases.move(id, {
      to,
      reason,
      who: commandLineActor(),
      ...(rest !== undefined && { decideRest: rest }),
    })
    const found = await cases.get(id)
    if (found) await write(ndjsonLine({ ...caseOutput(found), outcome, decided: findings.length }))
    if (outcome === 'waits')
      process.stderr.write(
        `case ${id}: it is grave, so a second person must answer: cordon cases release ${id}\n`,
      )
  })
}

async function decided(
  id: number,
  { finding, verdict, reason, preview, data }: DecideOptions,
): Promise<void> {
  await withStore(data, async ({ cases }) => {
    const what = { kind: 'decide' as const, verdict, reason, ...(finding && { findings: finding }) }
    const result = preview
      ? await cases.preview({ cases: [id] }, what)
      : await cases.bulk({ cases: [id] }, what, commandLineActor())
    const { lines: _, ...counts } = result
    await write(ndjsonLine({ case: id, ...counts }))
  })
}

function isoInstant(text: string): number {
  const value = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text)
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(value))
    throw new InvalidArgumentError('It must be an ISO date, as 2026-03-01.')
  return value
}
