import { once } from 'node:events'
import { readers } from '@cordon/sources'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { pino } from 'pino'
import { openNamedStore } from '../cli/with-store.ts'
import { buildApp } from '../http/app.ts'
import { WarmKnownHolder } from '../http/search/search-index.ts'
import { storeRecords } from '../http/store-records.ts'
import { KnownFollower } from '../known/follow.ts'
import { loadListFiles } from '../known/from-files.ts'
import { ensureStarter } from '../lists/starter.ts'
import type { Permission } from '../people/permissions.ts'
import { newToken } from '../people/tokens.ts'
import { algorithms } from '../screening-algorithms.ts'
import { version } from '../version.ts'
import { mcpServer } from './server.ts'
import { askOf } from './tool.ts'

/** Who the assistant is, and what it works with. */
export interface AssistantOptions {
  /** As the audit log names it. */
  readonly actor: string
  readonly allowed: ReadonlySet<Permission>
  readonly list?: readonly string[]
  readonly data?: string
}

/**
 * Serves the protocol on standard input and output until the input ends. Its tools ask the same routes as over HTTP,
 * in this process: nothing listens. Questions that come while the lists load wait for them.
 */
export async function serveAssistant({ actor, allowed, list, data }: AssistantOptions): Promise<void> {
  const logger = pino({ level: process.env.CORDON_LOG ?? 'warn' }, pino.destination(2))
  const known = new WarmKnownHolder()
  const store = list ? undefined : await openNamedStore(data)
  const follower =
    store &&
    new KnownFollower(store, known, (error) => logger.error({ err: error }, 'a list could not be loaded'))
  const secret = newToken()
  try {
    const records = store && storeRecords(Promise.resolve(store), known)
    const app = await buildApp(
      { version, known, algorithms, ...(records && { records }) },
      { logger, inside: { secret, caller: { actor, permissions: allowed } } },
    )
    const loading = load()
    loading.catch((error: unknown) => logger.error({ err: error }, 'the lists could not be loaded'))
    const asked = askOf(app, { authorization: `Bearer ${secret}` })
    const handle = serveStdio(
      () =>
        mcpServer(
          app,
          async (...question) => {
            await loading
            return asked(...question)
          },
          allowed,
        ),
      { onerror: (error) => logger.warn({ err: error }, 'mcp') },
    )
    await Promise.race([
      once(process.stdin, 'end'),
      once(process.stdin, 'close'),
      once(process, 'SIGINT'),
      once(process, 'SIGTERM'),
    ])
    await handle.close()
    // A load that has begun still asks the store.
    await loading.catch(() => undefined)
    await app.close()
  } finally {
    await follower?.stop()
    await store?.close()
  }

  async function load(): Promise<void> {
    if (list) return known.swap(await loadListFiles(list, readers))
    await ensureStarter(store!)
    await follower!.start()
  }
}
