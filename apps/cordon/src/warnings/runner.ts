import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Store } from '../store/index.ts'
import { dispatchEvents } from './dispatch.ts'
import { type SenderOptions, type SendSummary, sendDue } from './sender.ts'

/** Of the lock that one sender holds, over all processes of a store. */
const senderLock = 4_826_770_017
/** An event that was not heard of is looked for after so long, and so is a lock that another process held. */
const lookEvery = 10_000

/** What one round came to. */
export interface RunSummary extends SendSummary {
  /** Things told to recipients anew. */
  readonly told: number
}

/**
 * Turns events into warnings and sends all that is due, once.
 * @returns undefined where another process is at it
 */
export async function runWarnings(store: Store, options: SenderOptions): Promise<RunSummary | undefined> {
  const client = await store.database.connect()
  client.on('error', () => undefined)
  try {
    if (!(await takeLock(client))) return undefined
    return await round(store, options, true)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function takeLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    senderLock,
  ])
  return rows[0]?.taken === true
}

async function round(store: Store, options: SenderOptions, isFirst: boolean): Promise<RunSummary> {
  if (isFirst) await store.warnings.takeBack()
  const told = await dispatchEvents(store, options.signal)
  return { told, ...(await sendDue(store, options)) }
}

/** The sender of a server. */
export interface WarningRunner {
  stop(): Promise<void>
}

/** Sends warnings until it is stopped. Of several servers on one store one does; when it ends another one takes its place. */
export function startWarnings(
  store: Store,
  options: Omit<SenderOptions, 'signal'>,
  logger: Pick<Logger, 'error' | 'info'>,
): WarningRunner {
  const ending = new AbortController()
  const running = keepSending(store, options, logger, ending.signal)
  return {
    async stop() {
      ending.abort()
      await running
    },
  }
}

async function keepSending(
  store: Store,
  options: Omit<SenderOptions, 'signal'>,
  logger: Pick<Logger, 'error' | 'info'>,
  ending: AbortSignal,
): Promise<void> {
  const bell = new Bell(ending)
  const unlisten = await store.onChange((change) => change === 'events' && bell.ring()).catch(() => undefined)
  while (!ending.aborted) {
    // While the connection holds, the lock is this process's.
    const lost = new AbortController()
    let client: pg.Client | undefined
    try {
      client = await store.database.connect()
      client.on('error', () => lost.abort())
      client.once('end', () => lost.abort())
      if (await takeLock(client)) {
        const signal = AbortSignal.any([ending, lost.signal])
        for (let isFirst = true; !signal.aborted; isFirst = false) {
          bell.clear()
          const { told, dead } = await round(store, { ...options, signal }, isFirst)
          if (told + dead > 0) logger.info({ told, dead }, 'warnings')
          const due = await store.warnings.nextDue()
          await bell.wait(
            Math.max(0, Math.min(lookEvery, (due ?? Number.POSITIVE_INFINITY) - store.now())),
            signal,
          )
        }
      }
    } catch (error) {
      if (!ending.aborted)
        logger.error({ err: error }, 'warnings could not be sent; they wait, and it is tried again')
    } finally {
      await client?.end().catch(() => undefined)
    }
    await pause(lookEvery, undefined, { signal: ending, ref: false }).catch(() => undefined)
  }
  await unlisten?.()
}

/** Waits for a time or a ring, whichever comes first. */
class Bell {
  private rung = false
  private wake = () => {}

  constructor(ending: AbortSignal) {
    ending.addEventListener('abort', () => this.ring(), { once: true })
  }

  ring(): void {
    this.rung = true
    this.wake()
  }

  clear(): void {
    this.rung = false
  }

  wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.rung || signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        this.wake = () => {}
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      signal.addEventListener('abort', done, { once: true })
      this.wake = done
    })
  }
}
