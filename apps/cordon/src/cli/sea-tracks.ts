import { ndjsonLine } from '@cordon/formats'
import { type TrackBatch, TrackBuilder, type TrackCounts } from '@cordon/maritime'
import { isoSeconds } from '@cordon/model'
import type { Command } from 'commander'
import { csvLayout } from '../sea/csv-layout.ts'
import { seaTracks } from '../sea/sea-tracks.ts'
import { defaultFormat, grouped, table, write } from './output.ts'
import { Pace, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import { interrupted, type SeaTableOptions, withFormat, withInput, withLateness } from './sea-options.ts'

interface TracksOptions extends SeaTableOptions {
  readonly points?: boolean
}

/** `cordon sea tracks`: what one ship can have sailed. */
export function addSeaTracksCommand(sea: Command): void {
  withFormat(
    withLateness(
      withInput(
        sea
          .command('tracks')
          .description(
            'Make tracks of positions: in order, without copies, apart where one ship cannot have sailed on.',
          ),
      ),
    ),
  )
    .option('--points', 'write every position with its track, instead of one line a track')
    .addHelpText(
      'after',
      `
Examples:
  cordon sea tracks day.csv.gz
  cordon sea tracks --points receiver.nmea | jq 'select(.mmsi == 273000001)'`,
    )
    .action(makeTracks)
}

interface Summary {
  readonly track: number
  readonly mmsi: number
  readonly start: number
  end: number
  positions: number
  readonly from: readonly [number, number]
  to: readonly [number, number]
}

async function makeTracks(inputs: readonly string[], options: TracksOptions): Promise<void> {
  const csv = csvLayout(options)
  const format = options.format ?? defaultFormat()
  const progress = progressOn(options.progress)
  const rejects = new RejectSink(options.rejects)
  const builder = new TrackBuilder()
  const pace = new Pace(undefined)
  const tracks = new Map<number, Summary>()
  const slices = seaTracks(inputs, builder, {
    ...options,
    ...(csv && { csv }),
    signal: interrupted(),
    onRejects: (lost) => rejects.add(lost),
    onProgress: (positions) => progress.update(`${grouped(positions)} positions; ${pace.text(positions)}`),
  })
  for await (const { tracks: batch } of slices) {
    if (options.points) await write(pointLines(batch))
    else summarise(batch, tracks)
  }
  progress.clear()
  await rejects.close()
  if (!options.points) await writeTracks([...tracks.values()], format)
  process.stderr.write(`${countsText(builder.counts)}, ${grouped(rejects.count)} records rejected\n`)
  process.stderr.write(untimedNote(builder.counts))
}

function summarise({ positions, track }: TrackBatch, tracks: Map<number, Summary>): void {
  for (let i = 0; i < positions.length; i++) {
    const place = [positions.lat[i]!, positions.lon[i]!] as const
    const time = positions.time[i]!
    const known = tracks.get(track[i]!)
    if (known === undefined)
      tracks.set(track[i]!, {
        track: track[i]!,
        mmsi: positions.mmsi[i]!,
        start: time,
        end: time,
        positions: 1,
        from: place,
        to: place,
      })
    else {
      known.end = time
      known.positions++
      known.to = place
    }
  }
}

function pointLines({ positions, track }: TrackBatch): string {
  let text = ''
  for (let i = 0; i < positions.length; i++) {
    const sog = positions.sog[i]!
    const cog = positions.cog[i]!
    text += ndjsonLine({
      track: track[i],
      mmsi: positions.mmsi[i],
      time: new Date(positions.time[i]!).toISOString(),
      lat: positions.lat[i],
      lon: positions.lon[i],
      ...(!Number.isNaN(sog) && { sog: Math.round(sog * 100) / 100 }),
      ...(!Number.isNaN(cog) && { cog: Math.round(cog * 100) / 100 }),
    })
  }
  return text
}

async function writeTracks(tracks: readonly Summary[], format: string): Promise<void> {
  if (format !== 'table') {
    for (const { start, end, ...rest } of tracks)
      await write(ndjsonLine({ ...rest, start: isoSeconds(start), end: isoSeconds(end) }))
    return
  }
  await write(
    table(
      [
        { heading: 'track' },
        { heading: 'MMSI' },
        { heading: 'from' },
        { heading: 'to' },
        { heading: 'positions', align: 'right' },
        { heading: 'first' },
        { heading: 'last' },
      ],
      tracks.map(({ track, mmsi, start, end, positions, from, to }) => [
        track,
        mmsi,
        isoSeconds(start),
        isoSeconds(end),
        grouped(positions),
        from.map((value) => value.toFixed(3)).join(' '),
        to.map((value) => value.toFixed(3)).join(' '),
      ]),
    ),
  )
}

/** What to say where positions had no time: they can be decoded, and that is all. */
export function untimedNote({ dropped }: TrackCounts): string {
  const count = dropped['no time']
  if (count === undefined) return ''
  return `note: ${grouped(count)} positions have no time (no tag block, suffix, $PGHP, $--RMC or $--ZDA says one): only \`cordon sea decode\` can use them\n`
}

/** What became of the positions, for a person. */
export function countsText({ pushed, tracked, copies, dropped }: Omit<TrackCounts, 'waiting'>): string {
  const reasons = Object.entries(dropped).map(([reason, count]) => `${grouped(count)} ${reason}`)
  return `${grouped(pushed)} positions: ${grouped(tracked)} in tracks, ${grouped(copies)} copies${reasons.length > 0 ? `, ${reasons.join(', ')}` : ''}`
}
