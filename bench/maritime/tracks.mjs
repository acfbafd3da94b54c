/**
 * Positions a second on one core, from columns to tracks and from tracks to encounters. The fleet is made up (seeded): ships
 * on straight courses that report each minute, one in fifty lying beside another. Build first (`npm run build`), then:
 *
 *     node bench/maritime/tracks.mjs [--ships 2000] [--hours 12]
 */
import { parseArgs } from 'node:util'
import { mergeEncounters, PositionColumns, rawEncounters, TrackBuilder } from '@cordon/maritime'
import { pipeEncountersNote } from './peers.mjs'

const { values } = parseArgs({
  options: { ships: { type: 'string', default: '2000' }, hours: { type: 'string', default: '12' } },
})
const ships = Number(values.ships)
const minutes = Number(values.hours) * 60
let seed = 20180113
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

const fleet = Array.from({ length: ships }, (_, i) => ({
  mmsi: 273_000_000 + i,
  lat: 20 + 20 * random(),
  lon: 115 + 30 * random(),
  sog: 6 + 10 * random(),
  cog: 360 * random(),
}))
for (let i = 0; i + 1 < ships; i += 50) {
  fleet[i].sog = 0.2
  fleet[i + 1] = { ...fleet[i], mmsi: fleet[i + 1].mmsi, lat: fleet[i].lat + 0.001 }
}

const batches = []
for (let minute = 0; minute < minutes; minute++) {
  const columns = new PositionColumns(ships)
  for (const { mmsi, lat, lon, sog, cog } of fleet) {
    const i = columns.next()
    const degrees = (sog * minute) / 3600
    columns.mmsi[i] = mmsi
    columns.time[i] = Date.UTC(2018, 0, 13) + minute * 60_000 + (mmsi % 60) * 1000
    columns.lat[i] = lat + degrees * Math.cos((cog * Math.PI) / 180)
    columns.lon[i] = lon + (degrees * Math.sin((cog * Math.PI) / 180)) / Math.cos((lat * Math.PI) / 180)
    columns.sog[i] = sog
    columns.cog[i] = cog
    columns.heading[i] = Number.NaN
    columns.status[i] = -1
    columns.type[i] = 1
    columns.source[i] = 0
  }
  batches.push(columns.take())
}

function measure(name, count, run) {
  const before = process.cpuUsage()
  const result = run()
  const { user, system } = process.cpuUsage(before)
  const rate = Math.round(count / ((user + system) / 1e6)).toLocaleString('en')
  console.log(`${name.padEnd(24)}${rate.padStart(12)} positions a second of CPU`)
  return result
}

const total = ships * minutes
const byTrack = new Map()
const builder = new TrackBuilder()
const out = measure('columns to tracks', total, () =>
  batches.map((batch) => {
    builder.push(batch)
    return builder.advance(batch.time[0] - 60_000)
  }),
)
for (const { positions, track } of [...out, builder.end()]) {
  for (let i = 0; i < positions.length; i++) {
    const fixes = byTrack.get(track[i]) ?? []
    fixes.push({
      time: positions.time[i],
      lat: positions.lat[i],
      lon: positions.lon[i],
      speed: positions.sog[i],
      course: positions.cog[i],
    })
    byTrack.set(track[i], fixes)
  }
}
const tracks = [...byTrack].map(([number, fixes]) => ({ id: String(number), fixes }))
const raw = measure('tracks to encounters', total, () => rawEncounters(tracks))
const events = mergeEncounters(raw, (track) => track)
console.log(
  `${total} positions of ${ships} ships: ${tracks.length} tracks, ${events.length} encounters (made: ${Math.floor((ships - 2) / 50) + 1})`,
)
console.log(pipeEncountersNote)
