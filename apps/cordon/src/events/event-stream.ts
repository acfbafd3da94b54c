import { type Severity, severities } from '@cordon/model'
import type { JobProgress, StoreEvent } from '../store/index.ts'
import type { EventFeed } from './event-feed.ts'

/** How a stream to one follower behaves. */
export interface StreamOptions {
  /** The last event that the follower has; undefined for one that begins now. */
  readonly after?: number
  /** Aborted when the follower has gone. */
  readonly signal: AbortSignal
  /** Milliseconds between two signs of life. Default 15,000. */
  readonly beat?: number
  /** A follower that takes nothing for so many milliseconds is let go. Default 30,000. */
  readonly patience?: number
  /** Milliseconds after which a follower is asked to come back, so that what it may do is looked at anew. Default 600,000. */
  readonly lifetime?: number
  readonly now?: () => number
}

/**
 * The text of a stream of server-sent events (WHATWG HTML, 9.2) to one follower.
 *
 * `hello` and `reset` carry the position to resume from, every event of the store its own; `progress`, `beat` and `bye`
 * have none, so that what a client sends as `Last-Event-ID` is always the last event that it has. `reset` says that
 * what was missed is no longer kept: load all anew.
 */
export async function* eventStream(feed: EventFeed, options: StreamOptions): AsyncGenerator<string> {
  const { signal, beat = 15_000, patience = 30_000, lifetime = 600_000, now = Date.now } = options
  const began = now()
  const progress = new Map<string, JobProgress>()
  const unfollow = feed.followProgress((job) => {
    progress.set(`${job.job} ${job.name}`, job)
  })
  try {
    const head = feed.latest
    const resumes = options.after !== undefined && (await feed.canResume(options.after))
    let position = resumes ? options.after! : head
    const first = options.after === undefined ? 'hello' : resumes ? 'resumed' : 'reset'
    yield `retry: 2000\n${message(first, { position, running: feed.running() }, first === 'resumed' ? undefined : position)}`
    for (let said = now(); !feed.isEnded && !signal.aborted; ) {
      let text = ''
      for (const event of await feed.after(position)) {
        text += message(event.kind, shown(event), event.position)
        position = event.position
      }
      for (const job of progress.values()) text += message('progress', job)
      progress.clear()
      if (!text && now() - said >= beat) text = message('beat', { position })
      if (!text) {
        await feed.wait(position, Math.max(1, beat - (now() - said)), signal)
        continue
      }
      const offered = now()
      yield text
      said = now()
      if (said - offered > patience) {
        yield message('bye', { reason: 'slow', position })
        return
      }
      if (said - began > lifetime) {
        yield message('bye', { reason: 'renew', position })
        return
      }
    }
    if (feed.isEnded) yield message('bye', { reason: 'ending' })
  } finally {
    unfollow()
  }
}

function message(kind: string, data: unknown, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
}

/** Severities by name, as everywhere in the API. */
function shown({ at, body }: StoreEvent): object {
  const findings = body.findings as readonly { readonly severity: number }[] | undefined
  if (!findings) return { at, ...body }
  return {
    at,
    findings: findings.map((one) => ({ ...one, severity: severities[one.severity] as Severity })),
  }
}
