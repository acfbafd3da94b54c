/**
 * Positions to events, a second of one core: tracks, then all detectors. The fleet is made up (seeded), a day as the world has it:
 * two in five ships under way, others at anchor, adrift or in port, one in fifty beside another, some silent for hours.
 * Positions are made in slices of ten minutes and not counted. Build first (`npm run build`), then:
 *
 *     node bench/maritime/events.mjs [--positions 5000000] [--ships 20000]
 */
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { EventFinder, TrackBuilder } from '@cordon/maritime'
import { dayMs, madeUpDay, sliceMs, start } from './made-up-day.mjs'

const { values } = parseArgs({
  options: {
    positions: { type: 'string', default: '5000000' },
    ships: { type: 'string', default: '20000' },
  },
})
const ships = Number(values.ships)
const wanted = Number(values.positions)
const { ports, areas, sliceOf } = madeUpDay(ships, wanted)
const builder = new TrackBuilder()
const finder = new EventFinder({ ports, areas })
const spent = { make: 0, tracks: 0, events: 0 }
const counts = {}
/** What comes out, byte by byte: a change that only makes it faster leaves this alone. */
const hash = createHash('sha256')
function tell(events) {
  for (const event of events) {
    counts[`${event.kind} ${event.state}`] = (counts[`${event.kind} ${event.state}`] ?? 0) + 1
    hash.update(`${JSON.stringify(event)}\n`)
  }
}
let total = 0
let peak = 0
function timed(what, run) {
  const before = process.cpuUsage()
  const result = run()
  const { user, system } = process.cpuUsage(before)
  spent[what] += (user + system) / 1e6
  return result
}
const wall = performance.now()
for (let slice = 0; slice < dayMs / sliceMs; slice++) {
  const batch = timed('make', () => sliceOf(slice))
  total += batch.length
  const until = start + slice * sliceMs
  const tracks = timed('tracks', () => {
    builder.push(batch)
    return builder.advance(until)
  })
  const { events } = timed('events', () => finder.take(tracks, [], until))
  tell(events)
  peak = Math.max(peak, process.memoryUsage.rss())
}
const { events } = timed('events', () => finder.take(builder.end(), [], Number.MAX_SAFE_INTEGER))
tell(events)

const rate = (seconds) => Math.round(total / seconds).toLocaleString('en')
console.log(`${total.toLocaleString('en')} positions of ${ships.toLocaleString('en')} ships, a day`)
console.log(`to tracks            ${rate(spent.tracks)} a second of CPU`)
console.log(`tracks to events     ${rate(spent.events)} a second of CPU`)
console.log(`positions to events  ${rate(spent.tracks + spent.events)} a second of CPU`)
console.log(
  `wall ${((performance.now() - wall) / 1000).toFixed(1)} s, of it ${spent.make.toFixed(1)} s of CPU making them; peak memory ${(peak / 1e6).toFixed(0)} MB`,
)
console.log(counts)
console.log(`sha256 of the events ${hash.digest('hex')}`)
