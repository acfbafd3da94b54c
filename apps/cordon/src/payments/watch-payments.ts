import { decompress, type Reject } from '@cordon/formats'
import type { Finding } from '@cordon/model'
import {
  type BehaviourKnowledge,
  type OrderVerdict,
  type PaymentObservation,
  type PaymentState,
  PaymentWatch,
  syntheticMark,
} from '@cordon/payments'
import { openBytes } from '../lists/input-files.ts'
import { eventClock, type RunSummary, runWatch, type StreamItem } from '../runner/index.ts'
import type { Store } from '../store/index.ts'
import { readStream } from './read-stream.ts'

/** What is watched, and how. */
export interface WatchPaymentsOptions {
  /** Files in order of time, or `-`. */
  readonly inputs: readonly string[]
  readonly knowledge: BehaviourKnowledge
  readonly latenessMinutes: number
  readonly onRejects: (rejects: readonly Reject[]) => Promise<void>
  /** Told of each order, passes too. */
  readonly onVerdict?: (verdict: OrderVerdict) => void
  readonly onFindings?: (findings: readonly Finding[]) => Promise<void>
  readonly onProgress?: (observed: number) => void
  readonly signal?: AbortSignal
}

/** What came of it. */
export interface WatchedPayments {
  readonly observed: number
  readonly late: number
  readonly idle: PaymentWatch['idle']
  /** Orders whose answers were no longer waited for. */
  readonly dropped: number
  /** The stream bears the mark of simulated traffic. */
  readonly isSynthetic: boolean
}

/** Where a run stands: the input's place, and the line or message in it. */
interface Position {
  readonly input: number
  readonly line: number
}

type Item = StreamItem<PaymentObservation, BehaviourKnowledge, Position>

const tick = 60_000

/** Watches a stream once, keeping nothing. The end of the stream closes nothing that may still be answered. */
export async function watchOnce(options: WatchPaymentsOptions): Promise<WatchedPayments> {
  const watch = watchOf(options)
  const mark = { isSynthetic: false }
  watch.start(options.knowledge)
  const clock = eventClock(options.latenessMinutes * 60_000, tick)
  let [observed, late] = [0, 0]
  for await (const items of itemsOf(options, undefined, mark)) {
    const findings: Finding[] = []
    let pending: PaymentObservation[] = []
    for (const item of items) {
      if ('knowledge' in item) continue
      observed++
      pending.push(item.observation)
      if (item.eventTime === undefined) continue
      if (clock.see(item.eventTime)) late++
      const watermark = clock.due()
      if (watermark === undefined) continue
      findings.push(...watch.observe(pending), ...watch.advance(watermark))
      pending = []
    }
    findings.push(...watch.observe(pending))
    await options.onFindings?.(findings)
    options.onProgress?.(observed)
    if (options.signal?.aborted) break
  }
  await options.onFindings?.([...watch.advance(Number.MAX_SAFE_INTEGER)])
  return { observed, late, idle: watch.idle, dropped: watch.dropped, ...mark }
}

/** Watches a stream into the store; a run of the same name goes on where it stood. */
export async function watchIntoStore(
  store: Store,
  run: string,
  options: WatchPaymentsOptions,
): Promise<WatchedPayments & { readonly run: RunSummary }> {
  const watch = watchOf(options)
  const mark = { isSynthetic: false }
  const done = await runWatch<PaymentObservation, BehaviourKnowledge, PaymentState, Position>({
    run: `payments/${run}`,
    watch,
    known: options.knowledge,
    open: (after) => itemsOf(options, after, mark),
    store,
    lateness: options.latenessMinutes * 60_000,
    tick,
    // A snapshot holds the histories of all accounts: it costs what some thousand messages do.
    commitEvery: 50_000,
    commitInterval: 15_000,
    ...(options.signal && { signal: options.signal }),
    onCommit: ({ observed }) => options.onProgress?.(observed),
  })
  const { observed, late } = done
  const isBegun = observed > 0
  return {
    observed,
    late,
    idle: isBegun ? watch.idle : [],
    dropped: isBegun && !done.ended ? watch.dropped : 0,
    ...mark,
    run: done,
  }
}

function watchOf({ onVerdict }: WatchPaymentsOptions): PaymentWatch {
  return new PaymentWatch(onVerdict ? { onVerdict } : {})
}

async function* itemsOf(
  { inputs, onRejects, signal }: WatchPaymentsOptions,
  after: Position | undefined,
  mark: { isSynthetic: boolean },
): AsyncGenerator<readonly Item[], void, undefined> {
  for (const [input, path] of inputs.entries()) {
    if (after !== undefined && input < after.input) continue
    const skipTo = after?.input === input ? after.line : 0
    for await (const { records, rejects } of readStream(decompress(await openBytes(path)), path)) {
      await onRejects(rejects.map((reject) => ({ ...reject, where: `${path}, ${reject.where}` })))
      const items: Item[] = []
      for (const { line, observation } of records) {
        if (line <= skipTo) continue
        mark.isSynthetic ||= isMarked(observation)
        const eventTime = observation.time ?? observation.message.created
        const position = { input, line }
        items.push({ observation, position, ...(eventTime !== undefined && { eventTime }) })
      }
      yield items
      if (signal?.aborted) return
    }
  }
}

function isMarked({ message }: PaymentObservation): boolean {
  return message.transactions.some(({ texts }) => texts.some(({ value }) => value.includes(syntheticMark)))
}
