/**
 * How the desk holds under many findings: they are stored and joined, `cordon serve` answers from them, and a real browser works on
 * the queue and on one case with the keyboard. Build first, then:
 *
 *     npx tsx --conditions=cordon-source bench/casework/desk.ts [--findings 100000] [--shape many|one] [--no-browser]
 *
 * `many`: about as many cases as findings, with some that belong together; `one`: all of them in one case.
 * Times of an interaction are from the key to the second frame after it, as the page itself measures them.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Finding, findingId } from '@cordon/model'
import { startBrowser } from '@cordon/testing'
import { openStore, resolveStore } from 'cordon/store'

const { values } = parseArgs({
  options: {
    findings: { type: 'string', default: '100000' },
    shape: { type: 'string', default: 'many' },
    browser: { type: 'boolean', default: true },
    'no-browser': { type: 'boolean', default: false },
  },
})
const wanted = Number(values.findings)
const isOne = values.shape === 'one'
const atOnce = 1_000
const severities = ['low', 'low', 'low', 'low', 'medium', 'medium', 'high', 'critical'] as const

function made(i: number): Finding {
  const party = isOne ? 'the-one' : `party-${i % 7 === 0 ? i - 7 : i}`
  const subjects = [{ kind: 'party' as const, id: party, label: `Party ${party} 박진혁` }]
  const matches = [
    { kind: 'entity' as const, id: `ofac-${(i * 31) % 17_000}`, label: `LISTED ${(i * 31) % 17_000}` },
  ]
  const key = {
    watch: 'screening' as const,
    rule: 'screening.listed-party',
    subjects,
    matches,
    anchor: String(i),
  }
  return {
    ...key,
    id: findingId(key),
    revision: 1,
    state: 'open',
    ruleVersion: '1',
    severity: severities[i % severities.length]!,
    score: 0.7 + (i % 30) / 100,
    window: { start: Date.UTC(2026, 0, 1) + i * 20_000 },
    evidence: [
      {
        feature: 'name',
        query: party,
        candidate: matches[0]!.label,
        contribution: 0.8,
        detail: 'The names are 80 % alike.',
      },
      {
        feature: 'nationality',
        query: 'kp',
        candidate: 'kp',
        contribution: 0.1,
        detail: 'Both of North Korea.',
      },
    ],
    knowledgeVersions: { us_ofac_sdn: '2025-09-03' },
    marking: 'TLP:AMBER',
    statement: `${subjects[0]!.label} may be ${matches[0]!.label} on the OFAC list: the names are 80 % alike.`,
  }
}

const rows: [string, string][] = []
const tell = (what: string, figure: string) => {
  rows.push([what, figure])
  console.error(`${what}: ${figure}`)
}
const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
const spread = (times: number[]) => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!
  return `median ${ms(at(0.5))}, 95 % under ${ms(at(0.95))}`
}

const folder = await mkdtemp(join(tmpdir(), 'cordon-desk-'))
const program = fileURLToPath(new URL('../../apps/cordon/bin/cordon.js', import.meta.url))
const store = await openStore(resolveStore({ data: folder }))
const began = performance.now()
const cpu = process.cpuUsage()
for (let from = 0; from < wanted; from += atOnce)
  await store.findings.upsert(
    Array.from({ length: Math.min(atOnce, wanted - from) }, (_, i) => made(from + i)),
  )
const used = process.cpuUsage(cpu)
tell(
  `${wanted} findings stored and joined, ${atOnce} a transaction`,
  `${((performance.now() - began) / 1000).toFixed(0)} s, of which ${((used.user + used.system) / 1e6).toFixed(0)} s of the program's CPU`,
)
const { byState } = await store.cases.counts()
tell('cases', String(Object.values(byState).reduce((sum, one) => sum + one, 0)))
await store.database.pool.query('analyze')

const server = spawn(process.execPath, [program, 'serve', '--port', '0', '--data', folder], {
  stdio: ['ignore', 'ignore', 'pipe'],
})
const browser = values['no-browser'] ? undefined : await startBrowser()
try {
  const url = await new Promise<string>((found) => {
    server.stderr!.on('data', (bytes: Buffer) => {
      const address = /http:\/\/[\w.[\]:]+/.exec(bytes.toString())?.[0]
      if (address) found(address)
    })
  })
  while ((await fetch(`${url}/readyz`)).status !== 200) await new Promise((after) => setTimeout(after, 200))
  await measureApi(url)
  if (browser) await measurePages(browser, url)
  const done = performance.now()
  const change = { kind: 'decide', verdict: 'false', reason: 'Noise.' } as const
  const { findings, bulk } = await store.cases
    .bulk({ query: { state: 'open', severity: 'high' } }, change, 'bench')
    .catch(() => ({ findings: 0, bulk: 0 }))
  tell(
    `a change of many: ${findings} findings decided`,
    `${((performance.now() - done) / 1000).toFixed(1)} s`,
  )
  const back = performance.now()
  if (bulk) await store.cases.undo(bulk, 'bench')
  tell('its undo', `${((performance.now() - back) / 1000).toFixed(1)} s`)
} finally {
  await browser?.close()
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  await gone
  await store.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
}
console.log(rows.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n'))

async function measureApi(url: string): Promise<void> {
  const asked = async (what: string, path: string) => {
    const times: number[] = []
    for (let i = 0; i < 20; i++) {
      const start = performance.now()
      const answer = await fetch(url + path)
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      times.push(performance.now() - start)
    }
    tell(`GET ${what}`, spread(times))
  }
  const { cases } = (await (await fetch(`${url}/api/cases?limit=1`)).json()) as { cases: { id: number }[] }
  const id = cases[0]!.id
  await asked('first page of cases, with counts', '/api/cases?limit=100')
  await asked('cases by words', '/api/cases?limit=100&q=party%20listed')
  await asked('one case', `/api/cases/${id}`)
  await asked('its findings, first page', `/api/cases/${id}/findings?limit=100`)
  await asked('its findings over time', `/api/cases/${id}/times`)
  await asked('its log', `/api/cases/${id}/events`)
  let cursor: string | undefined
  const path = isOne ? `/api/cases/${id}/findings` : '/api/cases'
  for (let page = 0; page < 40; page++) {
    const answer = await fetch(`${url}${path}?limit=500${cursor ? `&cursor=${cursor}` : ''}`)
    const { next } = (await answer.json()) as { next?: string }
    if (!next) break
    cursor = next
  }
  if (cursor) await asked('the page after 20,000 rows', `${path}?limit=100&cursor=${cursor}`)
}

/** As text: a compiler's helpers are not known in the page. From the event to the second frame after it. */
const watchKeys = `
  window.took = []
  window.addEventListener('keydown', (event) => {
    const start = event.timeStamp
    requestAnimationFrame(() => requestAnimationFrame(() => window.took.push(performance.now() - start)))
  }, true)
`

async function measurePages(real: NonNullable<typeof browser>, url: string): Promise<void> {
  const page = await real.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(120_000)
  page.on('pageerror', (error) => console.error(error.message))
  const opened = async (what: string, path: string, list: string) => {
    const start = performance.now()
    await page.goto(url + path)
    await page.getByRole('listbox', { name: list }).getByRole('option').first().waitFor()
    tell(what, ms(performance.now() - start))
    await page.waitForLoadState('networkidle')
    await page.evaluate(watchKeys)
  }
  const pressed = async (what: string, keys: readonly string[]) => {
    await page.evaluate('window.took.length = 0')
    for (const key of keys) {
      await page.keyboard.press(key)
      await page.waitForTimeout(60)
    }
    await page.waitForTimeout(300)
    const took = await page.evaluate<number[]>('window.took')
    tell(what, `${spread(took)} (${took.length} keys)`)
  }
  await opened('the queue of cases, from navigation to its first row', '/cases', 'Cases')
  if (!isOne) {
    await pressed('j through the queue, pages being loaded', Array(150).fill('j'))
    await pressed('x and Shift j: selecting', ['x', ...Array(40).fill('Shift+J')])
    await pressed('a: the dialog with its preview', ['a'])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.waitForTimeout(500)
  }
  await opened('a case, from navigation to its first finding', `/cases/${isOne ? 1 : 8}`, 'Findings')
  if (isOne) {
    await pressed('j through its findings, pages being loaded', Array(150).fill('j'))
    await pressed('x: selecting', Array(20).fill(['x', 'j']).flat())
  }
  await pressed('f: the form of a decision', ['f'])
  await page.getByRole('textbox', { name: 'Reason' }).fill('Noise.')
  await page.evaluate('window.took.length = 0')
  const start = performance.now()
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('Saved').waitFor()
  tell('a decision, from Enter to its confirmation', ms(performance.now() - start))
}
