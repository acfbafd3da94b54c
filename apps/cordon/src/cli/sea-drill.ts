import { ndjsonLine } from '@cordon/formats'
import type { Command } from 'commander'
import { loadSeaDrills, playSeaDrill } from '../sea/drill.ts'
import { knownShips } from '../sea/known-ships.ts'
import { exitCodes, UsageError } from './failure.ts'
import { openKnown } from './known-from.ts'
import { write } from './output.ts'
import { progressOn } from './progress.ts'

interface DrillOptions {
  readonly pack: string
  readonly list?: readonly string[]
  readonly data?: string
}

/** `cordon sea drill`: past operations, played through the watch. */
export function addSeaDrillCommand(sea: Command): void {
  sea
    .command('drill')
    .description(
      'Play past operations (synthetic positions) through the watch; what must come out is checked.',
    )
    .argument('[id...]', 'only these; else all')
    .option('--pack <name>', 'the theatre', 'dprk')
    .option('--list <file...>', 'against these list files, with no store')
    .option('--data <folder>', 'the data folder')
    .action(drill)
}

async function drill(ids: readonly string[], options: DrillOptions): Promise<void> {
  const all = loadSeaDrills(options.pack)
  for (const id of ids)
    if (!all.some((one) => one.id === id))
      throw new UsageError(`There is no drill ${id}; there are ${all.map((one) => one.id).join(', ')}.`)
  const known = await openKnown(options, progressOn(undefined))
  const ships = knownShips(known)
  for (const one of all.filter(({ id }) => ids.length === 0 || ids.includes(id))) {
    const { findings, missing } = playSeaDrill(one, ships, options.pack, known.versions)
    await write(
      ndjsonLine({
        drill: one.id,
        title: one.title,
        passed: missing.length === 0,
        missing,
        synthetic: one.synthetic,
        findings,
      }),
    )
    process.stderr.write(`${missing.length === 0 ? 'passed' : 'FAILED'}  ${one.title}\n`)
    for (const what of missing) process.stderr.write(`  missing: ${what}\n`)
    if (missing.length > 0) process.exitCode = exitCodes.failed
  }
}
