/**
 * A day of 50 million positions on two cores: one thread makes tracks, the other finds the events in them, so that what comes out is
 * what one thread finds (`--threads 1` shows it: the same hash). The made-up fleet of `events.mjs` is generated an hour at a time
 * on the way; the clock stands still meanwhile. Build first (`npm run build`), then:
 *
 *     node bench/maritime/day.mjs [--positions 50000000] [--ships 100000] [--threads 2]
 */
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { EventFinder, TrackBuilder } from '@cordon/maritime'
import { dayMs, madeUpDay, sliceMs, start } from './made-up-day.mjs'

const { values } = parseArgs({
  options: {
    positions: { type: 'string', default: '50000000' },
    ships: { type: 'string', default: '100000' },
    threads: { type: 'string', default: '2' },
  },
})
const { ports, areas, sliceOf } = madeUpDay(Number(values.ships), Number(values.positions))
const finder = new EventFinder({ ports, areas })
const hash = createHash('sha256')
const counts = {}
function take({ tracks, until }) {
  for (const event of finder.take(tracks, [], until).events) {
    counts[event.kind] = (counts[event.kind] ?? 0) + 1
    hash.update(`${JSON.stringify(event)}\n`)
  }
}

/** Tracks on another thread: an hour's slices go in, tracks come back while the next ones are made. */
function tracksElsewhere() {
  const worker = new Worker(new URL('./day-tracks.mjs', import.meta.url))
  return {
    run: (slices) =>
      new Promise((resolve, reject) => {
        let left = slices.length
        worker.removeAllListeners()
        worker.once('error', reject)
        worker.on('message', (message) => {
          take(message)
          if (--left === 0) resolve()
        })
        for (const slice of slices)
          worker.postMessage(slice, slice.batch ? columnsOf(slice.batch).map(({ buffer }) => buffer) : [])
      }),
    end: () => worker.terminate(),
  }
}

function tracksHere() {
  const builder = new TrackBuilder()
  return {
    run: async (slices) => {
      for (const { batch, until } of slices) {
        if (batch) builder.push(batch)
        take({ tracks: batch ? builder.advance(until) : builder.end(), until })
      }
    },
    end: () => {},
  }
}

function columnsOf({ length: _, ...columns }) {
  return Object.values(columns)
}

const tracks = values.threads === '1' ? tracksHere() : tracksElsewhere()
const spent = { wall: 0, cpu: 0 }
let total = 0
let peak = 0
const watching = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 200)
async function timed(slices) {
  const cpu = process.cpuUsage()
  const wall = performance.now()
  await tracks.run(slices)
  spent.wall += (performance.now() - wall) / 1000
  const { user, system } = process.cpuUsage(cpu)
  spent.cpu += (user + system) / 1e6
  peak = Math.max(peak, process.memoryUsage.rss())
}
const anHour = 3_600_000 / sliceMs
for (let slice = 0; slice < dayMs / sliceMs; slice += anHour) {
  const slices = Array.from({ length: anHour }, (_, i) => {
    const batch = sliceOf(slice + i)
    total += batch.length
    return { batch, until: start + (slice + i) * sliceMs }
  })
  await timed(slices)
}
await timed([{ until: Number.MAX_SAFE_INTEGER }])
clearInterval(watching)
await tracks.end()
console.log(
  `${total.toLocaleString('en')} positions of ${Number(values.ships).toLocaleString('en')} ships on ${values.threads} threads: ` +
    `${spent.wall.toFixed(1)} s (${Math.round(total / spent.wall).toLocaleString('en')} a second), ` +
    `${spent.cpu.toFixed(1)} s of CPU, peak memory ${(peak / 1e6).toFixed(0)} MB`,
)
console.log(counts)
console.log(`sha256 of the events ${hash.digest('hex')}`)
