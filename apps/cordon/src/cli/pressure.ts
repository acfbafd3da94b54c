import { ndjsonLine } from '@cordon/formats'
import type { Command } from 'commander'
import { loadPressurePack } from '../pressure/pack.ts'
import { type PressureView, pressureView } from '../pressure/pressure-view.ts'
import { sayPressure } from '../pressure/say.ts'
import { openKnown } from './known-from.ts'
import { plain, table, write } from './output.ts'
import { progressOn } from './progress.ts'

interface PressureOptions {
  readonly json?: boolean
  readonly pack: string
  readonly lists?: readonly string[]
  readonly data?: string
  readonly progress?: boolean
}

/** `cordon pressure`: whether sanctions are followed by theft, and how far the data can say so. */
export function addPressureCommand(program: Command): void {
  program
    .command('pressure')
    .description(
      'The pressure curve: designations, resolutions and thefts by month, and what they can and can’t say.',
    )
    .option('--json', 'the whole report')
    .option('--pack <name>', 'whose incidents and resolutions', 'dprk')
    .option('--lists <file...>', 'count designations of these list files instead of the store’s lists')
    .option('--data <folder>', 'the data folder')
    .option('--progress', 'show progress even where standard error is no terminal')
    .addHelpText(
      'after',
      `
Examples:
  cordon pressure
  cordon pressure --lists SDN_ADVANCED.XML un.xml --json`,
    )
    .action(pressure)
}

async function pressure({ json, pack, lists, data, progress }: PressureOptions): Promise<void> {
  const loaded = await loadPressurePack(pack)
  const known = await openKnown(
    { ...(lists && { list: lists }), ...(data !== undefined && { data }) },
    progressOn(progress),
  )
  const view = pressureView(known, loaded)
  if (json) return write(ndjsonLine({ ...view, says: sayPressure(view) }))
  const says = sayPressure(view)
    .map((sentence) => `- ${sentence}\n`)
    .join('')
  await write(`${plain(view.title)}\n\n${years(view)}\n${says}`)
}

/** The months summed to years: a terminal has no room for more. */
function years({ months, designations, incidents, resolutions, observed }: PressureView): string {
  const all = [...new Set(months.map((month) => month.slice(0, 4)))]
  const rows = all.map((year) => {
    const listed = Object.values(designations).reduce(
      (sum, counts) =>
        sum + counts.reduce((of, count, at) => (months[at]!.startsWith(year) ? of + count : of), 0),
      0,
    )
    const of = incidents.filter(({ date }) => date.startsWith(year))
    const [low, high] = [
      of.reduce((sum, one) => sum + (one.low ?? 0), 0),
      of.reduce((sum, one) => sum + (one.high ?? 0), 0),
    ]
    const looked = year >= observed.from.slice(0, 4) && year <= observed.to.slice(0, 4)
    return [
      year,
      resolutions
        .filter(({ date }) => date.startsWith(year))
        .map(({ id }) => id)
        .join(' '),
      listed,
      looked ? of.length : '',
      looked ? of.filter(({ verified }) => verified).length : '',
      looked ? Math.round(low / 1e6) : '',
      looked ? Math.round(high / 1e6) : '',
    ]
  })
  return table(
    [
      { heading: 'year' },
      { heading: 'resolutions', max: 40 },
      { heading: 'designated', align: 'right' },
      { heading: 'incidents', align: 'right' },
      { heading: 'sure', align: 'right' },
      { heading: 'USD m, low', align: 'right' },
      { heading: 'high', align: 'right' },
    ],
    rows,
  )
}
