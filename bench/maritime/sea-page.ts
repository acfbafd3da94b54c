/**
 * How smooth the console's page of the sea is: a seeded fleet of many ships over a day in a store of its own, `cordon serve`, and
 * a real browser that loads the page, drags and zooms the map, and plays the day. Build first, then:
 *
 *     npx tsx --conditions=cordon-source bench/maritime/sea-page.ts [--ships 50000] [--pictures FOLDER]
 *         [--data FOLDER] [--before PROGRAM]
 *
 * `--data` keeps the store in a folder, and finds it there the next time; `--before` measures another build of the program on the
 * same store first (its `apps/cordon/bin/cordon.js`), so that both are measured in one run.
 * The browser of the tests draws in software (SwiftShader, no GPU): frame times are an upper bound, script time a frame is not.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  hear,
  MaritimeWatch,
  makeCast,
  receptionDefaults,
  type ShipRecord,
  type SimulatedShip,
  shipIndex,
} from '@cordon/maritime'
import { startBrowser } from '@cordon/testing'
import { openStore, resolveStore, type Store, type TrackPiece } from 'cordon/store'
import { decodeTracks, fleetAt, newFleet } from '../../apps/console/src/pages/sea/track-data.ts'
import { MapKeeper } from '../../apps/cordon/src/sea/map-keeper.ts'
import { loadSeaPack } from '../../apps/cordon/src/sea/pack.ts'

const { values } = parseArgs({
  options: {
    ships: { type: 'string', default: '50000' },
    pictures: { type: 'string' },
    data: { type: 'string' },
    before: { type: 'string' },
  },
})
const wanted = Number(values.ships)
const start = Date.UTC(2018, 1, 1)
const dayMs = 86_400_000

/** Waters with points in the open between which lanes run: south, west, north, east; then longitude, latitude. */
const waters: readonly (readonly [
  share: number,
  box: readonly [number, number, number, number],
  points: string,
])[] = [
  [
    0.3,
    [25, 119, 36, 128],
    '122.6,31.2 123.5,35 121.8,27.5 126.5,33 124.2,36.2 120.6,25.2 127.5,30 125.6,26.4',
  ],
  [0.14, [0, 103, 22, 120], '104.6,1.4 107,6 111,12 114.2,21.2 117.5,19 109.2,16.4 112,4.2 118.6,14'],
  [0.08, [34, 131, 46, 145], '136,40.5 133,38 139,43.5 142.6,38 144.6,42.2 141.8,36'],
  [0.1, [-10, 45, 22, 96], '57.6,23.6 72,18.4 66,10 80.2,5.2 95,6 51.5,12.4 60,0 88,18'],
  [0.12, [32, -5, 43, 34], '-4.6,36 3,38.4 9,42.6 11.2,37.4 19,35.2 25.6,36.4 31.6,32 33.6,34.2'],
  [0.14, [48, -10, 62, 12], '-6,48.6 -1.6,50 2.2,51.6 4,54 7.2,55.6 10.8,57.6 3,58.6 -4,59.4 1,61'],
  [
    0.12,
    [5, -98, 45, -10],
    '-94.6,28.6 -88,24 -80,24.2 -74,35 -69.6,40.2 -50,41.6 -30,36 -20,18 -60,18 -77.6,12',
  ],
]

function castOf(): SimulatedShip[] {
  const ships: SimulatedShip[] = []
  for (const [i, [share, box, points]] of waters.entries()) {
    const ports = points.split(' ').map((point, n) => {
      const [lon = 0, lat = 0] = point.split(',').map(Number)
      return { id: `${i}-${n}`, name: `${i}-${n}`, country: 'xx', lat, lon }
    })
    const cast = makeCast(
      { box, ports, areas: [] },
      // Pairs, convoys and barges come with the lanes: two ships and more for one of traffic.
      {
        seed: i + 1,
        start,
        days: 1,
        traffic: Math.ceil((wanted * share) / 2.1),
        transfers: 0,
        difficulty: 'default',
      },
    )
    ships.push(...cast.ships.slice(0, Math.ceil(wanted * share)))
  }
  return ships.slice(0, wanted)
}

/** A position in ten minutes of each ship, as the watch keeps them for the map. */
async function fill(store: Store, ships: readonly SimulatedShip[]): Promise<void> {
  for (let from = 0; from < ships.length; from += 5000) {
    const pieces: TrackPiece[] = []
    const records: ShipRecord[] = []
    for (const [i, ship] of ships.slice(from, from + 5000).entries()) {
      const mmsi = 100_000_000 + 13 * (from + i)
      const points: number[] = []
      for (let time = start + (i % 10) * 60_000; time < start + dayMs; time += 600_000) {
        const at = ship.plan.at(time)
        if (at) points.push(time / 1000, Math.round(at.lat * 1e6), Math.round(at.lon * 1e6))
      }
      if (points.length === 0) continue
      pieces.push({
        mmsi,
        from: points[0]! * 1000,
        until: points.at(-3)! * 1000,
        points: Int32Array.from(points),
      })
      const { name, shipClass } = ship.states[0]!
      const said = { name: name ?? `SHIP ${mmsi}`, ...(shipClass && { shipClass }) }
      records.push({ mmsi, ...said, spans: [{ from: start, until: start, ...said }] })
    }
    await store.sea.add({ pieces, events: [], sightings: [], ships: records })
  }
}

/** Findings and events: a smaller sea with transfers in it, watched. */
async function watch(store: Store): Promise<void> {
  const { rules, areas, ports } = loadSeaPack()
  const box = [26, 119, 34, 128] as const
  const own = areas.filter(({ id }) => id === 'east-china-sea')
  const harbours = ports.filter(({ lat, lon }) => lat > box[0] && lat < 38 && lon > box[1] && lon < box[3])
  const cast = makeCast(
    { box, areas: own, ports: harbours },
    { seed: 9, start, days: 1, traffic: 60, transfers: 14, difficulty: 'default' },
  )
  const map = new MapKeeper()
  const maritime = new MaritimeWatch({ onFound: map.add })
  maritime.start({ ships: shipIndex(cast.listed), rules, places: { areas, ports }, versions: {} })
  const stations = harbours.filter(({ country }) => country !== 'kp')
  for (const heard of hear(cast.ships, { ...receptionDefaults, stations }, start, start + dayMs)) {
    await store.findings.upsert([
      ...maritime.observe(heard),
      ...maritime.advance(heard.at(-1)!.time - 600_000),
    ])
  }
  await store.findings.upsert([...maritime.advance(Number.MAX_SAFE_INTEGER)])
  await store.sea.add(map.take())
}

/** As text: a compiler's helpers are not known in the page. */
const countFrames = `
  var gaps = [], stopped = false, last = performance.now()
  requestAnimationFrame(function tick(now) {
    gaps.push(now - last)
    last = now
    if (!stopped) requestAnimationFrame(tick)
  })
`

interface Step {
  readonly what: string
  readonly from: number
  readonly until: number
  readonly kb: number
}

/** As text too: when what the first picture needs came, and until when scripts held the page. */
const whatCame = `
  (() => {
    const came = performance.getEntriesByType('resource')
    const step = (what, of) => of.length === 0 ? [] : [{
      what,
      from: Math.min(...of.map((one) => one.startTime)),
      until: Math.max(...of.map((one) => one.responseEnd)),
      kb: of.reduce((sum, one) => sum + one.encodedBodySize, 0) / 1000,
    }]
    const named = (part) => came.filter(({ name }) => name.includes(part))
    const scripts = came.filter(({ name }) => /[.]js(\\?|$)/.test(name))
    return [
      ...step('scripts', scripts),
      ...step('the coast', came.filter(({ name }) => name.includes('countries-'))),
      ...step('what there is (/api/sea)', came.filter(({ name }) => /\\/api\\/sea(\\?|$)/.test(name))),
      ...step('where ships are (/api/sea/fleet)', named('/api/sea/fleet')),
      ...step('tracks', named('/api/sea/tracks')),
      ...step('events and findings', [...named('/api/sea/events'), ...named('/api/sea/findings')]),
    ]
  })()
`

const program = fileURLToPath(new URL('../../apps/cordon/bin/cordon.js', import.meta.url))
const folder = values.data ?? (await mkdtemp(join(tmpdir(), 'cordon-sea-page-')))
const rows: [string, string][] = []
const tell = (what: string, figure: string) => {
  rows.push([what, figure])
  console.error(`${what}: ${figure}`)
}
const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

const store = await openStore(resolveStore({ data: folder }))
if ((await store.sea.summary()).ships === 0) {
  await fill(store, castOf())
  await watch(store)
}
const browser = await startBrowser()
try {
  if (values.before) await serve('before', values.before)
  await serve(values.before ? 'now' : '', program)
} finally {
  await browser?.close()
  await store.close()
  if (!values.data) await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
}
console.log(rows.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n'))

/** Serves the store with a build of the program, and measures it. */
async function serve(name: string, path: string): Promise<void> {
  const server = spawn(process.execPath, [path, 'serve', '--port', '0', '--data', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const url = await new Promise<string>((found) => {
      server.stderr!.on('data', (bytes: Buffer) => {
        const address = /http:\/\/[\w.[\]:]+/.exec(bytes.toString())?.[0]
        if (address) found(address)
      })
    })
    while ((await fetch(`${url}/readyz`)).status !== 200) await new Promise((after) => setTimeout(after, 200))
    tell(`${name || 'build'}, at load ${loadavg()[0]!.toFixed(1)}`, path === program ? 'this one' : 'another')
    await answers(url)
    if (browser) await measure(browser, url)
  } finally {
    const gone = once(server, 'exit')
    server.kill('SIGTERM')
    await gone
  }
}

/** What the server and the columns take without a browser. */
async function answers(url: string): Promise<void> {
  const span = `from=${start}&until=${start + dayMs}`
  let began = performance.now()
  const bytes = await (await fetch(`${url}/api/sea/tracks?${span}`)).arrayBuffer()
  const answered = performance.now() - began
  began = performance.now()
  const data = decodeTracks(bytes)
  const decoded = performance.now() - began
  tell('ships, positions', `${data.ships}, ${data.points} (one in ${data.step / 60} minutes)`)
  tell(
    'tracks answered',
    `${ms(answered)}, ${(bytes.byteLength / 1e6).toFixed(1)} MB, ${(bytes.byteLength / data.points).toFixed(2)} bytes a position`,
  )
  tell('tracks decoded', ms(decoded))
  const fleet = newFleet(data.ships)
  began = performance.now()
  for (let i = 0; i < 200; i++) fleetAt(data, i * 400, fleet)
  tell('places of all ships at a time', ms((performance.now() - began) / 200))
}

async function measure(real: NonNullable<typeof browser>, url: string): Promise<void> {
  const page = await real.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' })
  page.setDefaultTimeout(120_000)
  page.on('pageerror', (error) => console.error(error.message))
  await page.goto(`${url}/sea`)
  await page.waitForFunction(() => performance.getEntriesByName('sea-painted').length > 0)
  const painted = await page.evaluate(() => performance.getEntriesByName('sea-painted')[0]!.startTime)
  tell('navigation to the first picture with ships', ms(painted))
  for (const { what, from, until, kb } of await page.evaluate<Step[]>(whatCame))
    tell(`  of it ${what}`, `from ${ms(from)} to ${ms(until)}, ${Math.round(kb)} kB`)
  await page.waitForTimeout(2000)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const script = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0)
  }
  const frames = async (what: string, work: () => Promise<void>) => {
    await page.evaluate(countFrames)
    const before = await script()
    await work()
    const used = (await script()) - before
    const gaps = await page.evaluate<number[]>('stopped = true, gaps.sort((a, b) => a - b)')
    const at = (share: number) => gaps[Math.floor(share * (gaps.length - 1))] ?? 0
    tell(
      what,
      `median ${ms(at(0.5))}, 95 % under ${ms(at(0.95))} a frame; script ${ms(used / gaps.length)} a frame (${gaps.length} frames)`,
    )
  }
  const box = (await page.getByRole('application').boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const picture = async (name: string) => {
    if (values.pictures) await page.screenshot({ path: join(values.pictures, `${name}-1440-dark.png`) })
  }
  await picture('fleet')
  await frames('dragging the map', async () => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let i = 0; i < 60; i++) await page.mouse.move(x + 200 * Math.sin(i / 12), y + 80 * Math.cos(i / 12))
    await page.mouse.up()
  })
  await frames('zooming', async () => {
    for (let i = 0; i < 20; i++) {
      await page.mouse.wheel(0, i < 10 ? -120 : 120)
      await page.waitForTimeout(50)
    }
  })
  await page.getByRole('slider', { name: 'Time shown' }).focus()
  await frames('playing', async () => {
    await page.getByRole('button', { name: 'Play' }).click()
    await page.waitForTimeout(5000)
    await page.getByRole('button', { name: 'Pause' }).click()
  })
  await picture('fleet-played')
}
