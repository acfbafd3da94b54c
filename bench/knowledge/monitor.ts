/**
 * Watched parties against what a new version of OFAC's list changed, as the product does it: parties in the store, lists from the
 * publisher's files, `runMonitor`. Tells how long it takes, what it finds, and whether a full screening finds more.
 *
 *     node --conditions=cordon-source --import tsx bench/knowledge/monitor.ts [PARTIES] [SAMPLE]
 *
 * PARTIES (default 1,000,000) are put into the store without a first screening, whose speed is told for some thousands apart. SAMPLE
 * (default 20,000) of them are screened in full after each change. Changes: what OFAC listed on one day, 2025-06-20, on top
 * of its list of 2025-05-29; then its list of 2025-07-01.
 */
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StatementGroup } from '@cordon/model'
import { type PartyQuery, PartySiever } from '@cordon/screening'
import { ofacAdvancedReader, unConsolidatedXml } from '@cordon/sources'
import { referenceData } from '@cordon/testing'
import { loadFromStore } from '../../apps/cordon/src/known/from-store.ts'
import type { Known } from '../../apps/cordon/src/known/known.ts'
import { runMonitor, watchIncoming } from '../../apps/cordon/src/monitor/monitor.ts'
import { openStore, type Store, setMonitorState, upsertWatched } from '../../apps/cordon/src/store/index.ts'
import { readingOf } from '../../apps/cordon/src/store/testing-reading.ts'
import { readLists } from '../screening/lists.ts'
import { madeUpParties } from './watched-parties.ts'

const [many = 1_000_000, sampled = 20_000] = process.argv.slice(2).map(Number)
const day = '2025-06-20'
const data = mkdtempSync(join(tmpdir(), 'cordon-monitor-'))

const ofacFile = (date: string) => ({
  name: `sdn_advanced_${date}.xml`,
  open: () => createReadStream(referenceData(`lists/us-ofac/sdn_advanced_${date}.xml.gz`)!),
})
const cpuOfServer = () => {
  let ticks = 0
  const postmaster = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]!
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      // Of the server also what its ended children took.
      if (pid === postmaster)
        ticks += Number(stat[11]) + Number(stat[12]) + Number(stat[13]) + Number(stat[14])
      else if (stat[1] === postmaster) ticks += Number(stat[11]) + Number(stat[12])
    } catch {
      // It has just gone.
    }
  return ticks / 100
}

/** Tells what a piece of work took. */
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const [cpu, server, start] = [process.cpuUsage(), cpuOfServer(), performance.now()]
  const result = await work()
  const { user, system } = process.cpuUsage(cpu)
  const seconds = [(performance.now() - start) / 1000, (user + system) / 1e6, cpuOfServer() - server]
  const [wall, own, theirs] = seconds.map((one) => one.toFixed(2))
  const memory = (process.memoryUsage.rss() / 2 ** 20).toFixed(0)
  console.log(`${what}: ${wall} s by the wall, ${own} s of CPU, ${theirs} s of PostgreSQL's; ${memory} MB`)
  return result
}

async function importOfac(store: Store, version: string, groups?: readonly StatementGroup[]) {
  const reading = groups
    ? readingOf(version, groups, { batchSize: 500 })
    : ofacAdvancedReader.read([ofacFile(version)], { fetched: 0 })
  const source = { name: 'us_ofac_sdn', title: 'OFAC SDN', publisher: 'OFAC' }
  await store.lists.import(reading, {
    source,
    sha256: version,
    fetched: Date.parse(version.slice(0, 10)),
    actor: 'bench',
  })
}

/** OFAC's list of May with what it listed on one day in June. */
async function withOneDay(): Promise<StatementGroup[]> {
  const groups: StatementGroup[] = []
  for await (const { records } of ofacAdvancedReader.read([ofacFile('2025-05-29')], { fetched: 0 }))
    groups.push(...records)
  const later: StatementGroup[] = []
  const ids = new Set<string>()
  for await (const { records } of ofacAdvancedReader.read([ofacFile('2025-07-01')], { fetched: 0 }))
    for (const group of records) {
      later.push(group)
      const isOfDay = group.statements.some(
        ({ property, value }) => property === 'listingDate' && value === day,
      )
      if (isOfDay)
        for (const { property, value } of group.statements) if (property === 'entity') ids.add(value)
    }
  const had = new Set(groups.map(({ entityId }) => entityId))
  const isOf = (id: string) => ids.has(id) || ids.has(id.replace(/^([a-z]+-\d+)-.*$/, '$1'))
  groups.push(...later.filter(({ entityId }) => isOf(entityId) && !had.has(entityId)))
  return groups
}

const seqsOf = ({ lists }: Known) => Object.fromEntries(lists.map(({ source, seq }) => [source, seq!]))

/** What full screening finds of a sample beside what is stored as found. */
async function missed(store: Store, known: Known, sample: readonly [string, PartyQuery][]) {
  let [matches, lost] = [0, 0]
  const before = new Map<string, string>()
  for (let from = 0; from < sample.length; from += 2_000)
    for (const { partyId, entityId, open } of await store.watched.matchesOfParties(
      sample.slice(from, from + 2_000).map(([id]) => id),
    ))
      if (open) before.set(`${partyId} ${entityId}`, '')
  for (const [id, party] of sample)
    for (const { entityId, match, score } of known.index.match(party)) {
      if (!match || !changed.has(entityId)) continue
      matches++
      if (before.has(`${id} ${entityId}`)) continue
      lost++
      console.log(`  lost: ${party.properties.name} | ${entityId} ${score.toFixed(3)}`)
    }
  console.log(
    `of ${sample.length} parties screened in full, ${matches} matches with changed entries, ${lost} not found`,
  )
}
let changed = new Set<string>()

const store = await openStore({ kind: 'embedded', data })
try {
  await timed('OFAC of 2025-05-29 imported', () => importOfac(store, '2025-05-29'))
  const un = referenceData('lists/un/un_consolidated_2025-04-19.xml.gz')!
  await store.lists.import(
    unConsolidatedXml.read([{ name: 'un.xml', open: () => createReadStream(un) }], { fetched: 0 }),
    { source: unConsolidatedXml.source, sha256: 'un', fetched: 0, actor: 'bench' },
  )
  let known = await timed('lists loaded', () => loadFromStore(store.lists))
  const listed = (await readLists()).filter(({ target, schema }) => target && schema !== 'CryptoWallet')
  const parties = madeUpParties(listed, 20261125)
  const next = () => parties.next().value as PartyQuery
  const first = Math.min(10_000, many / 10)
  await timed(`${first} parties added and screened for the first time`, async () => {
    const incoming = Array.from({ length: first }, (_, n) => ({ id: `first-${n}`, query: next() }))
    await watchIncoming(store, known, incoming)
  })
  const sample: [string, PartyQuery][] = []
  await timed(`${many} parties put into the store`, async () => {
    const siever = new PartySiever()
    for (let from = 0; from < many; from += 2_000) {
      const page = Array.from({ length: Math.min(2_000, many - from) }, (_, n) => {
        const query = next()
        const id = `p${from + n}`
        if ((from + n) % Math.ceil(many / sampled) === 0) sample.push([id, query])
        return { id, ...query, seenAt: 0, sieve: siever.read(query) }
      })
      await store.transaction((client) => upsertWatched(client, page))
    }
  })
  const { rows } = await store.database.pool.query(
    `select pg_size_pretty(pg_total_relation_size('watched_party')) as parties,
       pg_size_pretty(pg_total_relation_size('watched_word')) as words, (select count(*) from watched_word) as count,
       (select avg(length(sieve)) from watched_party) as block`,
  )
  console.log(JSON.stringify(rows[0]))
  const run = async (what: string) => {
    const ids = new Set([...known.graph.entities()].filter(({ target }) => target).map(({ id }) => id))
    known = await timed('lists loaded', () => loadFromStore(store.lists))
    changed = new Set(
      [...known.graph.entities()].filter(({ id, target }) => target && !ids.has(id)).map(({ id }) => id),
    )
    const summary = await timed(what, () => runMonitor(store, known, { onProgress }))
    console.log(JSON.stringify({ ...summary, versions: undefined }))
    await missed(store, known, sample)
  }
  await store.transaction((client) => setMonitorState(client, { versions: seqsOf(known), ranAt: 0 }))
  const onProgress = process.argv.includes('--progress')
    ? (text: string) => console.log(`  ${text}`)
    : () => {}
  await importOfac(store, `2025-05-29 and ${day}`, await withOneDay())
  await run(`${many} parties against what OFAC listed on ${day}`)
  await importOfac(store, '2025-07-01')
  await run(`${many} parties against OFAC's changes of a month`)
} finally {
  await store.close({ stopIfLast: true })
  rmSync(data, { recursive: true, force: true })
}
