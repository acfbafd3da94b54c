import { type Finding, findingId, type Instant, type Watch } from '@cordon/model'
import type { StreamItem } from './run-watch.ts'

/** One call by a host. */
export interface Call {
  readonly host: string
  readonly at: Instant
}

interface Open {
  readonly start: Instant
  count: number
}

/** State of the watch: open windows by host. */
export type CallState = readonly (readonly [string, Open])[]

const windowLength = 600_000

/**
 * A small real watch for the runner's tests: a host that calls `known.limit` times or more within ten minutes is a
 * finding, which grows with every further call and is closed when the window has passed.
 */
export function callWatch(): Watch<Call, { readonly limit: number }, CallState> {
  let windows = new Map<string, Open>()
  let limit = 0
  return {
    name: 'cyber',
    partitionKey: ({ host }) => host,
    start(known, saved) {
      limit = known.limit
      windows = new Map(saved?.map(([host, open]) => [host, { ...open }]))
    },
    learn(known) {
      limit = known.limit
      return []
    },
    *observe(batch) {
      for (const { host, at } of batch) {
        const open = windows.get(host) ?? { start: at, count: 0 }
        windows.set(host, open)
        open.count++
        if (open.count >= limit) yield finding(host, open, 'open')
      }
    },
    *advance(watermark) {
      for (const [host, open] of windows) {
        if (open.start + windowLength > watermark) continue
        windows.delete(host)
        if (open.count >= limit) yield finding(host, { ...open, count: open.count + 1 }, 'closed')
      }
    },
    snapshot: () => [...windows].map(([host, open]) => [host, { ...open }] as const),
  }
}

function finding(host: string, { start, count }: Open, state: 'open' | 'closed'): Finding {
  const subjects = [{ kind: 'host' as const, id: host, label: host }]
  const anchor = String(start)
  return {
    id: findingId({ watch: 'cyber', rule: 'many-calls', subjects, matches: [], anchor }),
    revision: count,
    state,
    watch: 'cyber',
    rule: 'many-calls',
    ruleVersion: '1',
    severity: count > 8 ? 'high' : 'low',
    score: Math.min(1, count / 10),
    subjects,
    matches: [],
    window: { start, end: start + windowLength },
    evidence: [],
    knowledgeVersions: { rules: '1' },
    marking: 'TLP:CLEAR',
    statement: `${host} called ${state === 'closed' ? count - 1 : count} times within ten minutes.`,
  }
}

/** A made-up stream of calls, the same at every opening, mostly in order; batches are cut as `batchSize` says. */
export async function* callStream(
  length: number,
  after: number | undefined,
  batchSize: () => number,
): AsyncGenerator<StreamItem<Call, { readonly limit: number }, number>[]> {
  let batch: StreamItem<Call, { readonly limit: number }, number>[] = []
  let size = batchSize()
  for (let i = after === undefined ? 0 : after + 1; i < length; i++) {
    batch.push(callAt(i))
    if (batch.length < size) continue
    yield batch
    batch = []
    size = batchSize()
  }
  if (batch.length > 0) yield batch
}

function callAt(i: number): StreamItem<Call, { readonly limit: number }, number> {
  if (i % 5_000 === 2_500) return { knowledge: { limit: 4 }, position: i }
  // A fixed mixing of the number stands in for chance.
  const mixed = Math.imul(i + 1, 2_654_435_761) >>> 8
  const at = 1_454_600_000_000 + i * 1_000 - (mixed % 7) * 10_000
  return { observation: { host: `host-${mixed % 97}`, at }, position: i, eventTime: at }
}
