import { join } from 'node:path'
import { ndjsonLine } from '@cordon/formats'
import { isoSeconds } from '@cordon/model'
import type { Command } from 'commander'
import { loadFromStore } from '../known/from-store.ts'
import { ensureStarter } from '../lists/starter.ts'
import { isLive } from '../sea/bytes.ts'
import { csvLayout } from '../sea/csv-layout.ts'
import { disorderNote } from '../sea/in-order.ts'
import { knownShips } from '../sea/known-ships.ts'
import { MapKeeper } from '../sea/map-keeper.ts'
import { openPlaces } from '../sea/places.ts'
import { watchSea } from '../sea/watch-sea.ts'
import { defaultDataFolder } from '../store/config.ts'
import { grouped, write } from './output.ts'
import { duration, Pace, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import { versionList } from './screen-output.ts'
import { sightingsOf } from './sea-events.ts'
import { interrupted, type SeaTableOptions, withInput, withLateness, withPlaces } from './sea-options.ts'
import { withStore } from './with-store.ts'

interface WatchOptions extends SeaTableOptions {
  readonly run: string
  readonly sightings?: string
  readonly map: boolean
  readonly data?: string
}

/** `cordon sea watch`: findings, stored. */
export function addSeaWatchCommand(sea: Command): void {
  withPlaces(
    withLateness(
      withInput(
        sea
          .command('watch')
          .description('Watch for transfers, false identities and listed ships; findings are stored.'),
      ),
    ),
  )
    .requiredOption('--run <name>', 'names the run; one of the same name goes on where it stood')
    .option('--sightings <file>', 'sightings as CSV or JSON')
    .option(
      '--weather <file>',
      'waves and wind as CSV: time, lat, lon, wave_m, wind_knots; a rough sea speaks against a transfer',
    )
    .option('--no-map', 'keep findings only, not the tracks and events that the console shows')
    .option('--data <folder>', 'the data folder')
    .addHelpText(
      'after',
      `
Examples:
  cordon sea watch day1.csv.gz day2.csv.gz --run east-china-sea
  cordon sea watch udp://0.0.0.0:10110 --run harbour
  cordon sea watch tcp://ais.example.org:5631 tcp-listen://0.0.0.0:10111 --run two-feeds --progress
  cordon sea watch positions.csv --sightings patrol.csv --run patrol-3
  cordon findings list                        what came of it`,
    )
    .action(watch)
}

async function watch(inputs: readonly string[], options: WatchOptions): Promise<void> {
  const csv = csvLayout(options)
  const progress = progressOn(options.progress)
  const rejects = new RejectSink(options.rejects)
  const { rules, areas, ports, weather, versions: added } = await openPlaces(options)
  const sightings = await sightingsOf(options.sightings, rejects)
  const { summary, versions } = await withStore(options.data, async (store) => {
    await ensureStarter(store)
    const known = await loadFromStore(store.lists, {}, ({ done, total }) =>
      progress.update(`loading ${grouped(done)} of ${grouped(total)} entities`),
    )
    if (known.lists.every(({ starter }) => starter))
      process.stderr.write(
        'note: only the starter is loaded, which is no sanctions list; see `cordon lists import`\n',
      )
    const map = new MapKeeper()
    const pace = new Pace(undefined)
    const isAnyLive = inputs.some((input) => isLive(input, options))
    let found = 0
    const done = await watchSea(store, {
      ...(options.map && { watch: { onFound: map.add }, beforeCommit: () => store.sea.add(map.take()) }),
      ...(options.follow && { follow: true }),
      signal: interrupted(),
      run: `sea/${options.run}`,
      inputs,
      sightings,
      knowledge: {
        ships: knownShips(known),
        rules,
        places: { areas, ports },
        ...(weather && { weather }),
        versions: { ...known.versions, ...added },
      },
      latenessMinutes: options.lateness,
      onRejects: (lost) => rejects.add(lost),
      onDisorder: (input, minutes) => process.stderr.write(disorderNote(input, minutes)),
      ...(csv && { csv }),
      spoolFolder: spoolFolder(options),
      onProgress: ({ findings }) => {
        found = findings
      },
      onPace: ({ observed, ships, time }) =>
        progress.update(
          [
            `${grouped(observed)} observations, ${pace.text(observed)}`,
            `${grouped(ships)} ships`,
            `${grouped(found)} findings`,
            `${grouped(rejects.count)} rejected`,
            ...(time === undefined ? [] : [`at ${isoSeconds(time)}`]),
            ...(isAnyLive && time !== undefined
              ? [`${duration(Math.max(0, store.now() - time))} behind`]
              : []),
          ].join('; '),
        ),
    })
    return { summary: done, versions: known.versions }
  })
  progress.clear()
  await rejects.close()
  await write(
    ndjsonLine({
      run: options.run,
      ...summary,
      rejected: rejects.count,
      versions: { ...versions, [rules.name]: rules.version },
    }),
  )
  process.stderr.write(
    `watched ${grouped(summary.observed)} observations: ${grouped(summary.findings)} findings (revisions counted), ` +
      `${grouped(summary.late)} late, ${grouped(rejects.count)} rejected; judged against ${versionList(versions)}\n`,
  )
  if (summary.late > 0)
    process.stderr.write(
      `note: ${grouped(summary.late)} observations came too late to be judged; files in order of time, or a larger --lateness, keep them\n`,
    )
}

/** What comes in over networks is written down in the data folder before anything is made of it. */
function spoolFolder({ data, run }: WatchOptions): string {
  const folder = data ?? process.env.CORDON_DATA ?? defaultDataFolder()
  return join(folder, 'sea-received', encodeURIComponent(run))
}
