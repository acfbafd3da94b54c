import { once } from 'node:events'
import { readers } from '@cordon/sources'
import { pino } from 'pino'
import { UsageError } from '../cli/failure.ts'
import { loadListFiles } from '../known/from-files.ts'
import { KnownHolder } from '../known/known.ts'
import { algorithms } from '../screening-algorithms.ts'
import { version } from '../version.ts'
import { buildApp } from './app.ts'
import { isLoopback } from './security.ts'

/** How the server runs. */
export interface ServeOptions {
  readonly port: number
  readonly host: string
  readonly data?: string
  readonly list?: readonly string[]
  readonly insecureNoAccounts?: boolean
}

/**
 * Runs the server until it is asked to stop (SIGINT, SIGTERM); then it answers what it has begun and ends.
 * @throws UsageError for an address beyond this machine without `insecureNoAccounts`
 */
export async function serve(options: ServeOptions): Promise<void> {
  const loopbackOnly = isLoopback(options.host)
  if (!loopbackOnly && !options.insecureNoAccounts)
    throw new UsageError(
      `--host ${options.host} can be reached from other machines, and there are no accounts yet: anyone could read ` +
        'and decide everything. Keep the default, or add --insecure-no-accounts if the network is yours alone.',
    )
  const logger = pino({ level: process.env.CORDON_LOG ?? 'warn' }, pino.destination(2))
  const known = new KnownHolder()
  const app = await buildApp({ version, known, algorithms }, { loopbackOnly, logger })
  await app.listen({ port: options.port, host: options.host })
  process.stderr.write(`Cordon ${version} on ${urlOf(app.server.address(), options.host)}\n`)
  if (options.list) known.swap(await loadListFiles(options.list, readers))
  await stopSignal()
  await app.close()
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
