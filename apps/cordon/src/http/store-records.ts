import { dirname, join } from 'node:path'
import { CordonError, isoSeconds, type WatchName } from '@cordon/model'
import { fetchStatus } from '../fetch/fetch-status.ts'
import { type ListsConfig, listsConfig } from '../fetch/lists-config.ts'
import type { Schedule } from '../fetch/schedule.ts'
import { GraphHolder } from '../graph/graph-holder.ts'
import type { KnownHolder } from '../known/known.ts'
import { watchIncoming } from '../monitor/monitor.ts'
import { networkView } from '../network/detections.ts'
import { matcherOf } from '../network/matchers.ts'
import { NetworkPush } from '../network/push.ts'
import { loadRules, type RuleChoice } from '../network/rules.ts'
import { importSea } from '../sea/import-sea.ts'
import type { ListVersion, Store, StoredFinding } from '../store/index.ts'
import { type KnownThreats, ThreatHolder } from '../threats/known-threats.ts'
import type { DecisionView, FindingFilter, FindingView, ListView, Records } from './records.ts'

const usualRules: RuleChoice = { rules: [], pack: 'dprk', level: 'low' }
/** What there is to tell of the fetching of lists. */
export interface FetchingOptions {
  readonly config?: ListsConfig
  readonly schedule?: () => Schedule | undefined
}

/**
 * The store as the routes ask it.
 * @param opening the store, which may still be starting: a question waits for it
 * @param rules what logs that are pushed are matched against; loaded when the first ones come
 * @param fetching what lists.yaml says, and the server's schedule where it has one
 */
export function storeRecords(
  opening: Promise<Store>,
  known: KnownHolder,
  rules: RuleChoice = usualRules,
  { config = listsConfig(undefined), schedule = () => undefined }: FetchingOptions = {},
): Records {
  let push: NetworkPush | undefined
  let pushed: KnownThreats | undefined
  const viewById = async (id: string) => {
    const store = await opening
    const found = await store.findings.get(id)
    return found && findingView(store, found)
  }
  const threats = new ThreatHolder(() => opening)
  const graph = new GraphHolder({
    store: () => opening,
    known: () => known.current,
    threats: () => threats.get(),
  })
  return {
    store: () => opening,
    rules,
    async place() {
      const folder = dirname(config.folder)
      const outside = process.env.DATABASE_URL?.replace(/\/\/[^@/]*@/, '//')
      return {
        data: outside ?? folder,
        lists: join(folder, 'lists.yaml'),
        drop: config.drop,
        ...(config.every && { every: config.every }),
      }
    },
    sea: async () => (await opening).sea,
    importSea: async (given) => importSea(await opening, given),
    async threats() {
      const store = await opening
      return { store, known: () => threats.get(), now: store.now }
    },
    graph: (fresh) => graph.get(fresh),
    async lists() {
      const store = await opening
      const fetches = await fetchStatus(store, config)
      const views = (await store.lists.status()).map(async ({ current, versions: _, ...source }) => {
        if (!current) return []
        const view = listView(source, current, await store.lists.versions(source.name), known)
        const fetch = fetches.find(({ name }) => name === source.name)
        return [{ ...view, ...(fetch && { fetch }) }]
      })
      return (await Promise.all(views)).flat()
    },
    async updates() {
      const next = schedule()?.next
      return {
        lists: await fetchStatus(await opening, config),
        ...(config.every && { every: config.every }),
        ...(next !== undefined && { next: isoSeconds(next) }),
      }
    },
    async rejects(source, seq, page) {
      const { lists } = await opening
      const version = (await lists.versions(source)).find((one) => one.seq === seq)
      return version && { rejects: await lists.rejects(source, seq, page), total: version.rejects }
    },
    async statements(ids, answering) {
      const { lists } = await opening
      const asOf = Object.fromEntries(answering.map(({ source, seq, version }) => [source, seq ?? version]))
      const choice = { sources: Object.keys(asOf), asOf }
      const groups = await Promise.all(ids.map((id) => lists.entity(id, choice)))
      return groups.flat().flatMap(({ statements }) => statements)
    },
    async findings(filter) {
      const store = await opening
      const { findings, next } = await store.findings.query(queryOf(filter))
      const { undecided, byVerdict } = await store.findings.counts(
        filter.watch ? { watch: filter.watch as WatchName } : {},
      )
      return {
        findings: await Promise.all(findings.map((found) => findingView(store, found))),
        ...(next && { next }),
        counts: { undecided, ...byVerdict },
      }
    },
    finding: viewById,
    async decide(id, { verdict, reason, by }) {
      const { findings } = await opening
      if (!(await findings.get(id))) return undefined
      await findings.decide({ findingId: id, verdict, reason, who: by })
      return viewById(id)
    },
    async undecide(id, by) {
      const { findings } = await opening
      if (!(await findings.get(id))) return undefined
      await findings.undo({ findingId: id, who: by, reason: 'taken back' })
      return viewById(id)
    },
    async watchParty(id, query) {
      const store = await opening
      const { current } = known
      if (!current) throw new Error('a party was to be watched before the lists were loaded')
      await watchIncoming(store, current, [{ id, query }])
    },
    network: async () => networkView(await opening, await threats.get()),
    async pushLogs(bytes, name) {
      const store = await opening
      // Indicators that were imported meanwhile begin to count; what the watch had seen is kept in the store.
      const current = await threats.get()
      if (!push || pushed !== current) {
        pushed = current
        push = new NetworkPush(store, async () => {
          const { matchers, sightings } = matcherOf(current)
          return { knowledge: (await loadRules(rules, matchers)).knowledge, sightings }
        })
      }
      return push.push(bytes, name)
    },
    async audit({ limit, cursor }) {
      const store = await opening
      const head = await store.database.sql.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()
      const last = cursor === undefined ? Number(head.seq) : cursorOf(cursor)
      const after = Math.max(0, last - limit)
      const entries = last > 0 ? await store.audit.entries({ after, limit: last - after }) : []
      return {
        entries: entries.reverse().map(({ at, prevHash: _, ...entry }) => ({ ...entry, at: isoSeconds(at) })),
        ...(after > 0 && { next: String(after) }),
      }
    },
    async verifyAudit() {
      const verdict = await (await opening).audit.verify()
      return verdict.sound
        ? { ok: true, entries: verdict.entries, head: verdict.head }
        : { ok: false, entries: verdict.entries, fault: verdict.fault }
    },
  }
}

function cursorOf(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new CordonError({
    code: 'CORDON_BAD_CURSOR',
    expected: '`next` of the page before',
    found: text.slice(0, 40),
    where: 'query.cursor',
    remedy: 'Leave it out to begin at the latest entry.',
  })
}

function listView(
  source: { name: string; title: string; publisher: string; url?: string; starter: boolean },
  current: ListVersion,
  versions: readonly ListVersion[],
  known: KnownHolder,
): ListView {
  let targets = 0
  for (const entity of known.current?.graph.entities() ?? [])
    if (entity.target && entity.datasets.includes(source.name)) targets++
  const { name, ...about } = source
  return {
    source: name,
    ...about,
    version: current.version,
    fetched: isoSeconds(current.fetched),
    imported: isoSeconds(current.importedAt),
    sha256: current.sha256,
    format: current.format,
    entities: current.entities,
    targets,
    statements: current.statements,
    rejected: current.rejects,
    ...(current.report.dropped && { dropped: current.report.dropped }),
    versions: versions.map((version) => ({
      version: version.version,
      seq: version.seq,
      imported: isoSeconds(version.importedAt),
      entities: version.entities,
      current: version.current,
    })),
  }
}

function queryOf({ verdict, q, ...filter }: FindingFilter) {
  return {
    ...(filter as object),
    ...(q && { text: q }),
    ...(verdict === 'undecided' ? { decided: false } : verdict === 'all' ? {} : { verdict }),
  }
}

async function findingView(store: Store, found: StoredFinding): Promise<FindingView> {
  const { verdict } = found
  const finding = { ...found.finding, ...(found.case !== undefined && { case: found.case }) }
  if (!verdict) return finding
  const last = (await store.findings.history(finding.id)).at(-1)
  if (!last) return finding
  const { reason, who, at, revision } = last
  const decision: DecisionView = { verdict, reason, by: who, at: isoSeconds(at), revision }
  return { ...finding, decision }
}
