import { ndjsonLine } from '@cordon/formats'
import { EventFinder, readSightings, type SeaEvent, type Sighting, TrackBuilder } from '@cordon/maritime'
import { isoSeconds } from '@cordon/model'
import type { Command } from 'commander'
import { openBytes } from '../lists/input-files.ts'
import { csvLayout } from '../sea/csv-layout.ts'
import { openPlaces } from '../sea/places.ts'
import { seaTracks } from '../sea/sea-tracks.ts'
import { defaultFormat, grouped, table, write } from './output.ts'
import { Pace, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import {
  interrupted,
  type SeaTableOptions,
  withFormat,
  withInput,
  withLateness,
  withPlaces,
} from './sea-options.ts'
import { countsText, untimedNote } from './sea-tracks.ts'

interface EventsOptions extends SeaTableOptions {
  readonly kind?: readonly string[]
  readonly open?: boolean
  readonly sightings?: string
}

/** `cordon sea events`: what positions and static reports show, before anybody judges it. */
export function addSeaEventsCommand(sea: Command): void {
  withPlaces(
    withFormat(
      withLateness(
        withInput(
          sea
            .command('events')
            .description(
              'Find encounters, loitering, gaps, port visits, areas entered, changes of draught and identity.',
            ),
        ),
      ),
    ),
  )
    .option('--kind <kind...>', 'only these kinds of events')
    .option('--open', 'write events when they begin too, not only when they are over')
    .option('--sightings <file>', 'sightings as CSV or JSON, matched to the tracks')
    .addHelpText(
      'after',
      `
Examples:
  cordon sea events day.csv.gz --kind encounter gap
  cordon sea events receiver.nmea --ports UpdatedPub150.csv
  cordon sea events day.csv.gz --sightings patrol.csv | jq 'select(.kind == "sighting" and .dark > 0.5)'`,
    )
    .action(findEvents)
}

async function findEvents(inputs: readonly string[], options: EventsOptions): Promise<void> {
  const csv = csvLayout(options)
  const format = options.format ?? defaultFormat()
  const progress = progressOn(options.progress)
  const rejects = new RejectSink(options.rejects)
  const places = await openPlaces(options)
  const builder = new TrackBuilder()
  const finder = new EventFinder(places)
  for (const sighting of await sightingsOf(options.sightings, rejects)) finder.sight(sighting)
  const pace = new Pace(undefined)
  const rows: SeaEvent[] = []
  const counts = new Map<string, number>()
  const wanted = (event: SeaEvent) =>
    (options.open || event.state === 'closed' || event.kind === 'gap') &&
    (options.kind === undefined || options.kind.includes(event.kind))
  const slices = seaTracks(inputs, builder, {
    ...options,
    ...(csv && { csv }),
    signal: interrupted(),
    onRejects: (lost) => rejects.add(lost),
    onProgress: (positions) => progress.update(`${grouped(positions)} positions; ${pace.text(positions)}`),
  })
  for await (const { tracks, statics, until } of slices) {
    const { events, sightings } = finder.take(tracks, statics, until)
    for (const event of events) {
      if (!wanted(event)) continue
      counts.set(event.kind, (counts.get(event.kind) ?? 0) + 1)
      if (format === 'table') rows.push(event)
      else await write(ndjsonLine(readable(event)))
    }
    if (options.kind === undefined || options.kind.includes('sighting'))
      for (const { sighting, ...answer } of sightings)
        await write(ndjsonLine({ kind: 'sighting', ...sighting, time: isoSeconds(sighting.time), ...answer }))
  }
  progress.clear()
  await rejects.close()
  if (format === 'table') await write(eventTable(rows))
  const found = [...counts].map(([kind, count]) => `${grouped(count)} ${kind}`).join(', ')
  process.stderr.write(
    `${countsText(builder.counts)}, ${grouped(rejects.count)} records rejected; ${found || 'no events'}\n`,
  )
  process.stderr.write(untimedNote(builder.counts))
}

/** The sightings of a file, in order of time. */
export async function sightingsOf(path: string | undefined, rejects: RejectSink): Promise<Sighting[]> {
  if (path === undefined) return []
  const sightings: Sighting[] = []
  for await (const { records, rejects: lost } of readSightings(await openBytes(path))) {
    sightings.push(...records)
    if (lost.length > 0) await rejects.add(lost)
  }
  return sightings.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
}

function readable(event: SeaEvent): Record<string, unknown> {
  return { ...event, start: isoSeconds(event.start), end: isoSeconds(event.end) }
}

function eventTable(events: readonly SeaEvent[]): string {
  return table(
    [
      { heading: 'kind' },
      { heading: 'MMSI' },
      { heading: 'from' },
      { heading: 'to' },
      { heading: 'place' },
      { heading: 'what', max: 70 },
    ],
    events.map((event) => [
      event.kind,
      event.mmsi,
      isoSeconds(event.start),
      event.state === 'open' ? '' : isoSeconds(event.end),
      Number.isFinite(event.lat) ? `${event.lat.toFixed(3)} ${event.lon.toFixed(3)}` : '',
      whatOf(event),
    ]),
  )
}

/** The event in a few words. */
export function whatOf(event: SeaEvent): string {
  switch (event.kind) {
    case 'encounter':
      return `with ${event.other}, ${event.hours.toFixed(1)} h, ${Math.round(event.medianDistanceKm * 1000)} m apart, ${event.medianSpeedKnots.toFixed(1)} kn`
    case 'loitering':
      return `${event.hours.toFixed(0)} h at ${event.knots.toFixed(1)} kn`
    case 'gap':
      return `${event.hours.toFixed(1)} h, ${event.km.toFixed(0)} km, reception ${event.reception.verdict}`
    case 'port-visit':
      return `${event.name}, stopped ${event.stoppedHours.toFixed(0)} h`
    case 'watch-area':
      return event.name
    case 'draught-change':
      return `${event.from} m to ${event.to} m${event.inPort ? ', in port' : ''}`
    case 'identity-change':
      return `${event.change}${event.from === undefined ? '' : ` ${event.from} to`} ${event.to ?? ''}`
    case 'false-flag':
      return `${event.why} ${event.mid}`
    case 'dark-rendezvous':
      return event.other === undefined ? 'with what was sighted' : `perhaps with ${event.other}`
    case 'shared-number':
      return `${event.km.toFixed(0)} km apart`
    case 'jamming':
      return `${event.ships.length} ships`
    case 'speed-inconsistent':
      return `sends ${event.sentKnots.toFixed(0)} kn, makes ${event.madeKnots.toFixed(0)} kn`
    case 'circling':
      return `${event.why}, radius ${(event.radiusM / 1000).toFixed(1)} km, ${event.turns.toFixed(1)} turns at ${event.knots.toFixed(0)} kn, ${event.ships.length} ${event.ships.length === 1 ? 'ship' : 'ships'}`
    case 'speed-for-cargo':
      return `${event.beforeKnots.toFixed(1)} kn before, ${event.afterKnots.toFixed(1)} kn after, draught ${event.draughtM} m both times`
  }
}
