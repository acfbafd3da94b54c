import { spawn } from 'node:child_process'
import type { Logger } from 'pino'

/** What the schedule of a server works with. */
export interface ScheduleOptions {
  /** Milliseconds from one round to the next. */
  readonly every: number
  /** Runs one round; by default `cordon lists update` as a process of its own, so that the server goes on answering. */
  readonly round: (signal: AbortSignal) => Promise<void>
  readonly logger: Pick<Logger, 'error' | 'info'>
  /** Milliseconds from the start to the first round. Default 5,000: the server loads first. */
  readonly first?: number
}

/** Rounds at their times, never two at once. */
export interface Schedule {
  /** When the next round begins, UTC milliseconds; undefined while one runs. */
  readonly next: number | undefined
  stop(): Promise<void>
}

/** Starts the rounds. A round that fails is logged, and the next one comes at its time. */
export function startSchedule({ every, round, logger, first = 5_000 }: ScheduleOptions): Schedule {
  const ending = new AbortController()
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let next: number | undefined
  const plan = (delay: number) => {
    if (ending.signal.aborted) return
    next = Date.now() + delay
    timer = setTimeout(run, delay)
    timer.unref()
  }
  const run = () => {
    next = undefined
    running = round(ending.signal)
      .catch((error: unknown) => {
        if (!ending.signal.aborted)
          logger.error({ err: error }, 'the lists could not be updated; those loaded answer still')
      })
      .finally(() => plan(every))
  }
  plan(first)
  return {
    get next() {
      return next
    },
    async stop() {
      ending.abort()
      clearTimeout(timer)
      await running
    },
  }
}

/**
 * One round as a process of its own: `cordon lists update`. Its outcomes are in the store, for the status; failures of single
 * lists are no failure of the round.
 * @param data the data folder, where one is named
 */
export function updateProcess(data: string | undefined): (signal: AbortSignal) => Promise<void> {
  return (signal) =>
    new Promise((resolve, reject) => {
      const args = ['lists', 'update', '--actor', 'schedule', ...(data ? ['--data', data] : [])]
      const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, ...args], {
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      let message = ''
      child.stderr.on('data', (chunk) => {
        message = `${message}${chunk}`.slice(-2_000)
      })
      const stop = () => child.kill('SIGTERM')
      signal.addEventListener('abort', stop, { once: true })
      child.once('error', reject)
      child.once('close', (code) => {
        signal.removeEventListener('abort', stop)
        // 1 with nothing said: single lists failed or are held back.
        if (code === 0 || signal.aborted || (code === 1 && message.trim() === '')) resolve()
        else reject(new Error(message.trim() || `cordon lists update ended with ${code}`))
      })
    })
}
