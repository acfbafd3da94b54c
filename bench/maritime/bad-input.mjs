/**
 * Ten million distinct MMSIs, one position each, among them one true meeting: memory must stay bounded and the meeting must
 * come out. Build first, then:
 *
 *     node --expose-gc bench/maritime/bad-input.mjs [--mmsis 10000000] [--tracks 200000]
 */
import { parseArgs } from 'node:util'
import { EventFinder, PositionColumns, TrackBuilder } from '@cordon/maritime'

const { values } = parseArgs({
  options: { mmsis: { type: 'string', default: '10000000' }, tracks: { type: 'string', default: '200000' } },
})
const mmsis = Number(values.mmsis)
const tracks = Number(values.tracks)
const start = Date.UTC(2018, 0, 1)
const slices = 144
const builder = new TrackBuilder({ ships: tracks })
const finder = new EventFinder({ ports: [], areas: [] }, undefined, { tracks })
let peak = 0
let meetings = 0
const before = process.cpuUsage()
for (let slice = 0; slice < slices; slice++) {
  const columns = new PositionColumns(Math.ceil(mmsis / slices) + 40)
  const put = (mmsi, time, lat, lon) => {
    const i = columns.next()
    columns.mmsi[i] = mmsi
    columns.time[i] = time
    columns.lat[i] = lat
    columns.lon[i] = lon
    columns.sog[i] = 0.1
    columns.cog[i] = 0
    columns.heading[i] = Number.NaN
    columns.status[i] = -1
    columns.type[i] = 1
    columns.source[i] = 0
  }
  const from = start + slice * 600_000
  for (let n = 0; n < mmsis / slices; n++) {
    const mmsi = 100_000_000 + Math.floor((slice * mmsis) / slices) + n
    put(
      mmsi,
      from + (n % 600_000),
      ((mmsi * 7) % 160_000) / 1000 - 80,
      ((mmsi * 13) % 359_000) / 1000 - 179.5,
    )
  }
  for (let minute = 0; minute < 10; minute++)
    for (const k of [0, 1]) put(273_000_001 + k, from + minute * 60_000 + k, 30 + 0.0005 * k, 125)
  builder.push(columns.take())
  const until = from - 600_000
  for (const { kind, mmsi, state } of finder.take(builder.advance(until), [], until).events)
    if (kind === 'encounter' && mmsi === 273_000_001 && state === 'open') meetings++
  peak = Math.max(peak, process.memoryUsage.rss())
}
finder.take(builder.end(), [], Number.MAX_SAFE_INTEGER)
const { user, system } = process.cpuUsage(before)
console.log(
  `${mmsis.toLocaleString('en')} MMSIs, at most ${tracks.toLocaleString('en')} followed: peak memory ${(peak / 1e6).toFixed(0)} MB, ${((user + system) / 1e6).toFixed(1)} s of CPU, the true meeting found: ${meetings === 1}`,
)
console.log(builder.counts)
