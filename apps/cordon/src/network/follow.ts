import { type CyberKnowledge, type CyberState, CyberWatch, type LogRecord } from '@cordon/cyber'
import { CordonError } from '@cordon/model'
import { type RunSummary, runWatch, type StreamItem } from '../runner/index.ts'
import type { Store } from '../store/index.ts'
import { followFile } from './follow-file.ts'
import { LiveQueue } from './live-queue.ts'
import { type Address, type LiveOptions, listenHttp, listenTcp, listenUdp } from './live-sources.ts'
import type { SightingLog } from './sightings.ts'

/** What is followed, and how. */
export interface FollowOptions extends Omit<LiveOptions, 'queue' | 'now'> {
  readonly run: string
  /** Files, `udp://host:port`, `tcp://host:port`, `http://host:port`. */
  readonly inputs: readonly string[]
  readonly knowledge: CyberKnowledge
  readonly latenessMinutes: number
  /** Where indicators were met: kept with each commit. */
  readonly sightings?: SightingLog
  readonly onProgress: (summary: RunSummary) => void
}

/** Where each followed file stands, in bytes. */
type Positions = Readonly<Record<string, number>>

const idleMs = 250
const mostInBatch = 20_000

/**
 * Follows logs until the signal. Findings, the watch's state and where each file stands are committed together, at least
 * once a second: a process that was killed goes on there. What came over the network and was not committed is lost, but
 * for what was sent by HTTP, which is answered after the commit.
 */
export async function followLogs(store: Store, options: FollowOptions): Promise<RunSummary> {
  const queue = new LiveQueue()
  const live: LiveOptions = { ...options, queue, now: store.now }
  let acknowledged: (() => void)[] = []
  async function* items(after: Positions | undefined): AsyncGenerator<readonly Item[]> {
    let position: Positions = after ?? {}
    const stop = await begin(options.inputs, position, live)
    try {
      for (let batches = await queue.take(idleMs); batches; batches = await queue.take(idleMs)) {
        let out: Item[] = []
        for (const { records, position: moved, committed } of batches) {
          if (moved) position = { ...position, [moved[0]]: moved[1] }
          for (const observation of records)
            out.push({
              observation,
              position,
              ...(observation.time !== undefined && { eventTime: observation.time }),
            })
          if (committed) acknowledged.push(committed)
          if (out.length < mostInBatch) continue
          yield out
          out = []
        }
        yield out
        if (options.signal.aborted) return
      }
    } finally {
      await stop()
    }
  }
  return runWatch<LogRecord, CyberKnowledge, CyberState, Positions>({
    run: options.run,
    watch: new CyberWatch(),
    known: options.knowledge,
    open: items,
    store,
    lateness: options.latenessMinutes * 60_000,
    tick: 60_000,
    commitEvery: mostInBatch,
    commitInterval: 1000,
    signal: options.signal,
    beforeCommit: async () => store.threats.sight(options.sightings?.take() ?? []),
    onCommit: (summary) => {
      const committed = acknowledged
      acknowledged = []
      for (const done of committed) done()
      options.onProgress(summary)
    },
  })
}

type Item = StreamItem<LogRecord, CyberKnowledge, Positions>

async function begin(
  inputs: readonly string[],
  positions: Positions,
  live: LiveOptions,
): Promise<() => Promise<void>> {
  const closers: (() => void)[] = []
  const running: Promise<void>[] = []
  live.signal.addEventListener('abort', () => live.queue.end(), { once: true })
  try {
    for (const input of inputs) {
      const listener = /^(udp|tcp|http):\/\/(\[[^\]]+\]|[^:/]*):(\d{1,5})\/?$/.exec(input)
      if (listener) {
        const address: Address = {
          host: (listener[2] ?? '').replace(/^\[|\]$/g, '') || '127.0.0.1',
          port: Number(listener[3]),
        }
        const listen = { udp: listenUdp, tcp: listenTcp, http: listenHttp }[
          listener[1] as 'udp' | 'tcp' | 'http'
        ]
        closers.push(await listen(address, live))
      } else if (/^[a-z]+:\/\//.test(input)) throw unknownInput(input)
      else running.push((await followFile(input, positions[input] ?? 0, live)).done)
    }
  } catch (error) {
    for (const close of closers) close()
    live.queue.end()
    throw error
  }
  return async () => {
    for (const close of closers) close()
    await Promise.allSettled(running)
  }
}

function unknownInput(input: string): CordonError {
  return new CordonError({
    code: 'CORDON_NO_INPUT',
    expected: 'a file, udp://host:port, tcp://host:port or http://host:port',
    found: input,
    where: 'the input',
    remedy: 'Give one of these.',
  })
}
