import { once } from 'node:events'
import { readers } from '@cordon/sources'
import { type Logger, pino } from 'pino'
import { UsageError } from '../cli/failure.ts'
import { senderOptions } from '../cli/warnings.ts'
import { openNamedStore } from '../cli/with-store.ts'
import { listsConfig } from '../fetch/lists-config.ts'
import { type Schedule, startSchedule, updateProcess } from '../fetch/schedule.ts'
import { KnownFollower } from '../known/follow.ts'
import { loadListFiles } from '../known/from-files.ts'
import type { KnownHolder } from '../known/known.ts'
import { ensureStarter } from '../lists/starter.ts'
import { runMonitor } from '../monitor/monitor.ts'
import type { RuleChoice } from '../network/rules.ts'
import { peopleConfig } from '../people/config.ts'
import { algorithms } from '../screening-algorithms.ts'
import type { Store } from '../store/index.ts'
import { version } from '../version.ts'
import { startWarnings, type WarningRunner } from '../warnings/runner.ts'
import { buildApp } from './app.ts'
import { usualRateBeyondLoopback } from './rate-limit.ts'
import { WarmKnownHolder } from './search/search-index.ts'
import { isLoopback } from './security.ts'
import { storeRecords } from './store-records.ts'
import { tellSetUp } from './tell-set-up.ts'

/** How the server runs. */
export interface ServeOptions {
  readonly port: number
  readonly host: string
  readonly data?: string
  readonly list?: readonly string[]
  readonly insecureNoAccounts?: boolean
  /** Most requests a minute from one address, 0 for no limit; by default none on loopback. */
  readonly rateLimit?: number
  /** What logs that are pushed are matched against. */
  readonly rules?: RuleChoice
}

/**
 * Runs the server until it is asked to stop (SIGINT, SIGTERM); then it answers what it has begun and ends. It
 * listens at once, and loads store and lists meanwhile.
 * @throws UsageError for list files served beyond this machine without `insecureNoAccounts`
 */
export async function serve(options: ServeOptions): Promise<void> {
  const loopbackOnly = isLoopback(options.host)
  const openWithoutAccounts = loopbackOnly || options.insecureNoAccounts === true
  if (options.list && !openWithoutAccounts)
    throw new UsageError(
      `--host ${options.host} can be reached from other machines, and a server of list files has no accounts: anyone ` +
        'could ask it. Keep the default, or add --insecure-no-accounts if the network is yours alone.',
    )
  const people = peopleConfig(options.data ?? process.env.CORDON_DATA, process.env)
  const sender = senderOptions(options.data, process.env)
  const logger = pino({ level: process.env.CORDON_LOG ?? 'warn' }, pino.destination(2))
  const stopped = stopSignal()
  const known = new WarmKnownHolder()
  const opening = options.list ? undefined : openStarted(options.data)
  // Whoever asks for it meets the failure; so does the wait below.
  opening?.catch(() => undefined)
  const config = options.list ? undefined : listsConfig(options.data ?? process.env.CORDON_DATA)
  let schedule: Schedule | undefined
  const records =
    opening &&
    storeRecords(opening, known, options.rules, { ...(config && { config }), schedule: () => schedule })
  const app = await buildApp(
    { version, known, algorithms, ...(records && { records }) },
    {
      loopbackOnly,
      openWithoutAccounts,
      people,
      logger,
      sender,
      requestsPerMinute: options.rateLimit ?? (loopbackOnly ? 0 : usualRateBeyondLoopback),
    },
  )
  await app.listen({ port: options.port, host: options.host })
  const url = urlOf(app.server.address(), options.host)
  process.stderr.write(`Cordon ${version} on ${url}\n`)
  if (opening) {
    const said = opening.then((store) => tellSetUp(store, people.publicUrl?.href ?? url, openWithoutAccounts))
    // Whoever waits for the store meets the failure too.
    said.catch(() => undefined)
  }
  if (config?.every)
    schedule = startSchedule({ every: config.every, round: updateProcess(options.data), logger })
  const warnings = opening?.then((store) => startWarnings(store, { publicUrl: url, ...sender }, logger))
  warnings?.catch(() => undefined)
  const end = opening ? followStore(opening, known, logger) : loadFiles(options.list!, known)
  try {
    await Promise.race([stopped, end.failed])
  } finally {
    await schedule?.stop()
    await stopWarnings(warnings)
    await app.close()
    await end.close()
  }
}

/** The store may never have come. */
async function stopWarnings(starting: Promise<WarningRunner> | undefined): Promise<void> {
  const runner = await starting?.catch(() => undefined)
  await runner?.stop()
}

/** A loading that goes on while the server answers. */
interface Background {
  /** Rejects when what the server answers from cannot be had. */
  readonly failed: Promise<never>
  close(): Promise<void>
}

const never = (work: Promise<unknown>): Promise<never> => work.then(() => new Promise<never>(() => {}))

function loadFiles(paths: readonly string[], known: KnownHolder): Background {
  const loading = loadListFiles(paths, readers).then((loaded) => known.swap(loaded))
  return { failed: never(loading), close: async () => {} }
}

async function openStarted(data: string | undefined): Promise<Store> {
  const store = await openNamedStore(data)
  try {
    await ensureStarter(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

function followStore(opening: Promise<Store>, known: KnownHolder, logger: Logger): Background {
  const following = opening.then(async (store) => {
    // Findings from before there were cases; a server that is stopped meanwhile goes on at its next start.
    void store.cases
      .joinPending()
      .catch((error) => logger.warn({ err: error }, 'older findings are not all joined into cases yet'))
    const follower = new KnownFollower(
      store,
      known,
      (error) =>
        logger.error(
          { err: error },
          'a new version of a list could not be loaded or screened against; the former one answers still',
        ),
      async (loaded) => {
        const summary = await runMonitor(store, loaded)
        if (summary.changed > 0) logger.info(summary, 'watched parties screened against what changed')
      },
    )
    await follower.start()
    return { store, follower }
  })
  return {
    failed: never(following),
    async close() {
      const begun = await following.catch(() => undefined)
      await begun?.follower.stop()
      await begun?.store.close()
    },
  }
}

function urlOf(address: ReturnType<import('node:http').Server['address']>, host: string): string {
  const port = typeof address === 'object' && address ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Settles when the process is asked to stop; a second signal ends it at once. */
async function stopSignal(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
}
