import { readFile } from 'node:fs/promises'
import { ndjsonLine } from '@cordon/formats'
import type { Command } from 'commander'
import { type DrillFile, drillFile, drillNamed, loadDrills, soundDrill } from '../drills/drill-files.ts'
import type { Drill } from '../drills/drill-form.ts'
import { DrillRoom } from '../drills/drill-knowledge.ts'
import type { DrillResult } from '../drills/drill-result.ts'
import { drillText, timeText } from '../drills/drill-text.ts'
import { readOwnFiles } from '../drills/own-rules.ts'
import { runDrill } from '../drills/run-drill.ts'
import { exitCodes, UsageError } from './failure.ts'
import { numberBetween } from './options.ts'
import { grouped, table, write } from './output.ts'
import { progressOn } from './progress.ts'
import { withStore } from './with-store.ts'

interface DrillOptions {
  readonly list?: boolean
  readonly file?: string
  readonly against?: string
  readonly pack: string
  readonly traffic: number
  readonly json?: boolean
  readonly save?: boolean
  readonly data?: string
  readonly progress?: boolean
}

/** `cordon drill`: past operations through all doors at once. */
export function addDrillCommand(program: Command): void {
  program
    .command('drill')
    .description('Replay a past operation through all doors, among ordinary traffic: would we see it today?')
    .argument('[name...]', 'operations; with --list all are named')
    .option('--list', 'name the drills there are')
    .option('--against <path>', 'run on your own rules, tuning and thresholds: a folder or a file')
    .option('--file <path>', 'a drill of your own: its drill.yaml')
    .option('--pack <name>', 'the theatre', 'dprk')
    .option('--traffic <share>', 'share of the ordinary traffic that is made', numberBetween(0.05, 1), 1)
    .option('--json', 'one line of JSON a drill, with everything that came')
    .option('--save', 'keep the run, so that a later one can be compared with it')
    .option('--data <folder>', 'the data folder, for --save')
    .option('--progress', 'show progress even where standard error is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  cordon drill --list
  cordon drill bangladesh-bank-2016
  cordon drill bangladesh-bank-2016 wannacry-2017 --against /etc/sigma --save
  cordon drill --file my-operation/drill.yaml --json

Nothing of a drill is mixed with real findings: its records are synthetic and its cases are made in memory.
Exit codes: 0 all that was expected came in time, 1 something was missed or late, 2 wrong usage.`,
    )
    .action(drill)
}

async function drill(names: readonly string[], options: DrillOptions): Promise<void> {
  const room = await DrillRoom.open(options.pack)
  const files = loadDrills(room.names, options.pack)
  if (options.list) return list(files, options)
  if (names.length === 0 && options.file === undefined)
    throw new UsageError('Name a drill, or --file with one of your own; --list names all there are.')
  const drills = await chosen(names, files, room, options)
  const knowledge =
    options.against === undefined
      ? room.ofPack()
      : room.ofSite(await readOwnFiles(options.against), options.against)
  for (const { where, reason } of knowledge.rejects) process.stderr.write(`not run: ${where}: ${reason}\n`)
  const progress = progressOn(options.progress)
  const results: DrillResult[] = []
  for (const one of drills) {
    const run = runDrill(one, knowledge, { share: options.traffic })
    let step = await run.next()
    while (!step.done) {
      const { part, records, of, now } = step.value
      const what = part === 'ordinary' ? 'ordinary traffic alone' : 'with the operation'
      progress.update(`${one.id}: ${what}, ${grouped(records)} of ${grouped(of)} records, ${timeText(now)}`)
      step = await run.next()
    }
    progress.clear()
    results.push(step.value)
    await write(options.json || !process.stdout.isTTY ? ndjsonLine(step.value) : drillText(step.value))
    if (options.json || !process.stdout.isTTY) process.stderr.write(`${summary(step.value)}\n`)
  }
  if (options.save)
    await withStore(options.data, async ({ drills: kept }) => {
      for (const result of results) await kept.add(result, 'cli')
    })
  if (results.some(({ outcome }) => outcome !== 'seen')) process.exitCode = exitCodes.failed
}

async function chosen(
  names: readonly string[],
  files: readonly DrillFile[],
  room: DrillRoom,
  { file }: DrillOptions,
): Promise<Drill[]> {
  const own: Drill[] = []
  if (file !== undefined) {
    const text = await readFile(file, 'utf8').catch(() => {
      throw new UsageError(`There is no file ${file}.`)
    })
    own.push(soundDrill(drillFile(text, file, room.names)))
  }
  const unknown = names.find((name) => !files.some(({ id }) => id === name))
  if (unknown !== undefined) {
    try {
      drillNamed(files, unknown)
    } catch (error) {
      throw new UsageError(`There is no drill "${unknown}". ${(error as { remedy?: string }).remedy ?? ''}`)
    }
  }
  return [...names.map((name) => drillNamed(files, name)), ...own]
}

async function list(files: readonly DrillFile[], { json }: DrillOptions): Promise<void> {
  if (json || !process.stdout.isTTY) {
    for (const { id, where, drill: one, faults } of files)
      await write(
        ndjsonLine({
          id,
          where,
          ...(one && { title: one.title, summary: one.summary, expected: one.expect.length }),
          ...(faults.length > 0 && { faults }),
        }),
      )
    return
  }
  await write(
    table(
      [{ heading: 'drill' }, { heading: 'operation', max: 50 }, { heading: 'expected', align: 'right' }],
      files.map(({ id, drill: one, faults }) => [
        id,
        one?.title ?? `${faults.length} faults in its file`,
        one?.expect.length ?? '',
      ]),
    ),
  )
}

function summary({ drill: { title }, outcome, expected, falseAlarms }: DrillResult): string {
  const inTime = expected.filter(({ status }) => status === 'in-time').length
  return `${outcome.padEnd(7)} ${title}: ${inTime} of ${expected.length} in time, ${falseAlarms.count} false alarms`
}
