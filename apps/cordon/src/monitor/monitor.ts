import { setImmediate as nextTurn } from 'node:timers/promises'
import { diffLists } from '@cordon/knowledge'
import { type PartyQuery, PartySiever, type SievedParty } from '@cordon/screening'
import type { Known } from '../known/known.ts'
import {
  type Store,
  setMonitorState,
  upsertFindings,
  upsertMatches,
  upsertWatched,
  type WatchedParty,
} from '../store/index.ts'
import { concernedParties } from './concerned-parties.ts'
import { judgeParties } from './judge-parties.ts'

/** Parties that are judged and stored in one transaction. */
const atOnce = 200

/** More changed entries than this share of all: every party is screened in full, which then costs as much. */
const mostChanged = 0.2

/** What a screening of watched parties came to. */
export interface MonitorSummary {
  /** Parties that are watched. */
  readonly parties: number
  /** Entries that came, went or changed since the last time. */
  readonly changed: number
  /** Parties that were compared in full. */
  readonly screened: number
  /** Findings that are new or say something new. */
  readonly findings: number
  readonly closed: number
  /** Pairs that stayed silent because somebody decided that they are two. */
  readonly silent: number
  /** Decisions that no longer cover what they were about. */
  readonly reopened: number
  /** Source to version: what was searched. */
  readonly versions: Readonly<Record<string, string>>
}

/** One for all: words that come again cost little. */
const siever = new PartySiever()

type Counts = Pick<MonitorSummary, 'screened' | 'findings' | 'closed' | 'silent' | 'reopened'>
const nothing: Counts = { screened: 0, findings: 0, closed: 0, silent: 0, reopened: 0 }

/** A party as it comes in. */
export interface IncomingParty {
  readonly id: string
  readonly query: PartyQuery
  readonly position?: string
}

/**
 * Keeps parties to be watched, and screens them against everything that is known. A party of a known id takes the place of
 * its former self; its findings stay the same ones.
 */
export async function watchIncoming(
  store: Store,
  known: Known,
  incoming: readonly IncomingParty[],
): Promise<Counts> {
  let counts = nothing
  const byId = new Map(incoming.map((party) => [party.id, party]))
  const all = [...byId.values()]
  for (let from = 0; from < all.length; from += atOnce) {
    const parties = all.slice(from, from + atOnce).map(({ id, query, position }) => ({
      id,
      schema: query.schema,
      properties: query.properties,
      ...(position !== undefined && { position }),
      seenAt: store.now(),
      sieve: siever.read(query),
    }))
    counts = await judgeAndKeep(store, known, parties, counts, parties)
  }
  if (!(await store.watched.state())) await keepState(store, known)
  return counts
}

async function judgeAndKeep(
  store: Store,
  known: Known,
  parties: readonly WatchedParty[],
  counts: Counts,
  incoming: readonly (WatchedParty & { readonly sieve: SievedParty })[] = [],
): Promise<Counts> {
  const judged = await judgeParties(store, known, parties)
  const findings = await store.transaction(async (client) => {
    if (incoming.length > 0) await upsertWatched(client, incoming)
    const said = await upsertFindings(client, judged.findings, store.now(), { isJudged: true })
    await upsertMatches(client, judged.matches)
    for (const { findingId, reason } of judged.reopened)
      await store.findings.reopen(client, { findingId, reason, who: 'system:monitor' })
    return said
  })
  return {
    screened: counts.screened + parties.length,
    findings: counts.findings + findings - judged.closed,
    closed: counts.closed + judged.closed,
    silent: counts.silent + judged.silent,
    reopened: counts.reopened + judged.reopened.length,
  }
}

const seqsOf = (known: Known) =>
  Object.fromEntries(
    known.lists.flatMap(({ source, seq }) => (seq === undefined ? [] : [[source, seq] as const])),
  )

const keepState = (store: Store, known: Known) =>
  store.transaction((client) => setMonitorState(client, { versions: seqsOf(known), ranAt: store.now() }))

/**
 * Screens all watched parties against what changed in the lists since the last time: a sieve over their blocks picks
 * those that may be one of the changed entries, and those are compared in full, with the ones that had met an entry
 * that changed or went.
 */
export async function runMonitor(
  store: Store,
  known: Known,
  options: { readonly full?: boolean; readonly onProgress?: (text: string) => void } = {},
): Promise<MonitorSummary> {
  return store.watched.alone(async () => {
    const { onProgress = () => {} } = options
    const parties = await store.watched.count()
    const changed = options.full ? undefined : await changedEntries(store, known)
    const versions = known.versions
    if (parties === 0 || changed?.size === 0) {
      await keepState(store, known)
      return { ...nothing, parties, changed: changed?.size ?? 0, versions }
    }
    const isMuch = changed === undefined || changed.size > mostChanged * known.index.size
    const narrowed = isMuch ? undefined : known.index.narrowed?.(changed)
    const pages =
      isMuch || !narrowed ? store.watched.all() : concernedParties(store, narrowed, changed, onProgress) // prettier-ignore
    let counts = nothing
    for await (const page of pages) {
      for (let from = 0; from < page.length; from += atOnce)
        counts = await judgeAndKeep(store, known, page.slice(from, from + atOnce), counts)
      onProgress(`screened ${counts.screened} parties, ${counts.findings} findings`)
      await nextTurn()
    }
    await keepState(store, known)
    return { ...counts, parties, changed: changed?.size ?? known.index.size, versions }
  })
}

/** Ids of entries that came, went or changed since the last run; undefined where there was none. */
async function changedEntries(store: Store, known: Known): Promise<Set<string> | undefined> {
  const state = await store.watched.state()
  if (!state) return undefined
  const changed = new Set<string>()
  for (const [source, seq] of Object.entries(seqsOf(known))) {
    const before = state.versions[source]
    if (before === seq) continue
    if (before === undefined) {
      for (const entity of known.graph.entities())
        if (entity.target && entity.datasets.includes(source)) changed.add(entity.id)
      continue
    }
    const { before: old, after } = await store.lists.pair(source, before, seq)
    const diff = diffLists(old, after)
    for (const { id } of [...diff.added, ...diff.removed, ...diff.changed]) changed.add(id)
  }
  // A list that answers no more (the starter, once real ones are there) takes its entries along.
  for (const source of Object.keys(state.versions)) if (known.versions[source] === undefined) return undefined
  return changed
}
