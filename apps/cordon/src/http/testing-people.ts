import type { AddressInfo } from 'node:net'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { KnownHolder } from '../known/known.ts'
import { algorithms } from '../screening-algorithms.ts'
import { type AppOptions, buildApp } from './app.ts'
import { storeRecords } from './store-records.ts'
import { knownOf } from './testing-server.ts'

/** An answer, read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  readonly body: any
}

/** A browser of a test: it keeps cookies and names its origin. */
export interface TestBrowser {
  readonly cookies: Map<string, string>
  ask(
    path: string,
    options?: { method?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>
}

/** A server with a store of its own and a clock that the test moves. */
export interface PeopleServer {
  readonly scratch: ScratchStore
  readonly app: FastifyInstance
  readonly url: string
  readonly clock: { now: number }
  browser(): TestBrowser
  /** What the audit log holds, oldest first: action, actor, subject. */
  audit(): Promise<string[]>
  close(): Promise<void>
}

/** Starts it. @param options as `buildApp` has them */
export async function peopleServer(options: AppOptions = {}): Promise<PeopleServer> {
  const clock = { now: Date.now() }
  const scratch = await scratchStore({ now: () => clock.now })
  const known = new KnownHolder()
  known.swap(await knownOf())
  const records = storeRecords(Promise.resolve(scratch.store), known)
  const app = await buildApp({ version: '0.1.0', known, algorithms, records }, options)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  return {
    scratch,
    app,
    url,
    clock,
    browser: () => testBrowser(url),
    async audit() {
      const entries = await scratch.store.audit.entries({ limit: 1_000 })
      return entries.map(({ action, actor, subject }) => `${action} ${actor} ${subject}`)
    },
    async close() {
      await app.close()
      await scratch.close()
    },
  }
}

function testBrowser(origin: string): TestBrowser {
  const cookies = new Map<string, string>()
  return {
    cookies,
    async ask(path, { method = 'GET', body, headers = {} } = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(new URL(path, origin), {
        method,
        redirect: 'manual',
        headers: {
          ...(method !== 'GET' && { origin }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(cookie && { cookie }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      for (const set of response.headers.getSetCookie()) keep(cookies, set)
      const text = await response.text()
      const isJson = /json/.test(response.headers.get('content-type') ?? '')
      return {
        status: response.status,
        headers: response.headers,
        body: isJson && text ? JSON.parse(text) : text,
      }
    },
  }
}

/** Keeps a cookie as a browser does. @param set a `set-cookie` header */
export function keep(cookies: Map<string, string>, set: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!
  const gone = value === '' || /max-age=0(?:;|$)/i.test(set) || /expires=Thu, 01 Jan 1970/i.test(set)
  if (gone) cookies.delete(name!)
  else cookies.set(name!, value!)
}
