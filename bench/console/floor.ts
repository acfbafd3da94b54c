/**
 * How quick the console is with many findings: a store of its own with 100,000 of them, `cordon serve`, and a real browser that opens
 * the floor, changes its period, searches, and opens the queue. Build first, then:
 *
 *     npx tsx --conditions=cordon-source bench/console/floor.ts [--findings 100000] [--pictures FOLDER]
 *
 * Each figure is from what the person does to the frame that shows it. The floor's own routes are asked 20 times each, too.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Finding, findingId, severities, type WatchName } from '@cordon/model'
import { startBrowser } from '@cordon/testing'
import { openStore, resolveStore } from 'cordon/store'

const { values } = parseArgs({
  options: { findings: { type: 'string', default: '100000' }, pictures: { type: 'string' } },
})
const wanted = Number(values.findings)
const program = fileURLToPath(new URL('../../apps/cordon/bin/cordon.js', import.meta.url))
const day = 86_400_000

function madeUp(i: number): Finding {
  const watch: WatchName = (['screening', 'screening', 'cyber', 'maritime'] as const)[i % 4]!
  const subjects = [{ kind: 'party' as const, id: `customer-${i}`, label: `Customer number ${i}` }]
  const key = { watch, rule: 'name', subjects, matches: [], anchor: String(i) }
  return {
    ...key,
    id: findingId(key),
    revision: 1,
    state: 'open',
    ruleVersion: '1',
    severity: severities[(i * 7919) % 11 > 8 ? 3 : (i * 31) % 3]!,
    score: 0.7 + ((i * 13) % 300) / 1000,
    window: { start: 1_700_000_000_000 + i },
    evidence: [{ feature: 'name', query: 'a', candidate: 'b', contribution: 1, detail: 'x'.repeat(200) }],
    knowledgeVersions: { us_ofac_sdn: '2025-09-03' },
    marking: 'TLP:AMBER',
    statement: `Customer number ${i} may be a listed person, by name and date of birth.`,
  }
}

const data = await mkdtemp(join(tmpdir(), 'cordon-floor-'))
let clock = Date.now()
const store = await openStore(resolveStore({ data }), { now: () => clock })
const began = performance.now()
for (let i = 0; i < wanted; i += 1000) {
  clock = Date.now() - Math.floor(((wanted - i) / wanted) * 29 * day)
  await store.findings.upsert(Array.from({ length: Math.min(1000, wanted - i) }, (_, j) => madeUp(i + j)))
}
const written = performance.now() - began
await store.database.pool.query('vacuum analyze finding')
const { rows: eventRows } = await store.database.pool.query('select count(*)::int as n from event')
await store.close()
console.log(`${wanted} findings written in ${(written / 1000).toFixed(1)} s with ${eventRows[0].n} events`)

const server = spawn(process.execPath, [program, 'serve', '--port', '0', '--data', data], {
  stdio: ['ignore', 'pipe', 'pipe'],
})
const url = await new Promise<string>((found) => {
  let said = ''
  server.stderr.on('data', (bytes) => {
    said += bytes
    const address = /http:\/\/[\w.[\]:]+/.exec(said)?.[0]
    if (address) found(address)
  })
})
while ((await fetch(`${url}/readyz`)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 100))

const percentile = (times: number[], share: number) =>
  times.sort((a, b) => a - b)[Math.ceil(times.length * share) - 1]!
for (const path of [
  '/api/floor?days=14',
  '/api/floor?days=30',
  '/api/find?q=customer%20number%2077',
  '/api/find?q=lazarus',
  '/api/findings?limit=100',
]) {
  const times: number[] = []
  for (let i = 0; i < 20; i++) {
    const start = performance.now()
    await (await fetch(url + path)).text()
    times.push(performance.now() - start)
  }
  console.log(
    `${path}: median ${percentile(times, 0.5).toFixed(0)} ms, 95th ${percentile(times, 0.95).toFixed(0)} ms`,
  )
}

const browser = await startBrowser()
if (browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const opened: number[] = []
  for (let i = 0; i < 5; i++) {
    const page = await context.newPage()
    await page.goto(url)
    opened.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const look = () =>
              document.querySelector('[data-tour="doors"] svg rect')
                ? resolve(performance.now())
                : requestAnimationFrame(look)
            look()
          }),
      ),
    )
    await page.close()
  }
  console.log(
    `floor usable: first ${opened[0]!.toFixed(0)} ms, then ${opened
      .slice(1)
      .map((ms) => ms.toFixed(0))
      .join(', ')} ms`,
  )
  const page = await context.newPage()
  await page.goto(url)
  await page.getByText('Live', { exact: true }).waitFor()
  /** From an event to the second frame after it, as the browser counts an interaction. */
  const interaction = (what: string) =>
    page
      .evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => {
              const entry = list.getEntries().at(-1)
              if (entry) resolve(entry.duration)
            }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
            setTimeout(() => resolve(16), 1_500)
          }),
      )
      .then((ms) => console.log(`${what}: ${ms.toFixed(0)} ms`))
  let measured = interaction('another period')
  await page.getByText('30 days').click()
  await measured
  measured = interaction('a letter typed into the search')
  await page.locator('[role=combobox]').press('c')
  await measured
  await page.goto(`${url}/findings`)
  await page.getByRole('listbox', { name: 'Queue' }).getByRole('option').first().waitFor()
  measured = interaction('the next finding of the queue')
  await page.keyboard.press('j')
  await measured
  if (values.pictures) {
    await page.goto(url)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(values.pictures, 'floor-100000.png') })
  }
  await browser.close()
}
server.kill('SIGTERM')
await once(server, 'exit')
await new Promise((resolve) => setTimeout(resolve, 5_000))
await rm(data, { recursive: true, force: true, maxRetries: 20 })
