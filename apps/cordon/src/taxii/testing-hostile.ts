import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { taxiiType } from './media.ts'

/** A server on this machine that says it speaks TAXII and does not mean well. */
export interface HostileServer {
  /** The address of a collection that misbehaves in one way. */
  at(how: string): string
  /** The queries that came for it. */
  asked(how: string): readonly string[]
  close(): Promise<void>
}

type Answer = (response: ServerResponse, query: URLSearchParams, count: number) => void

const tool = (n: number) => ({
  type: 'tool',
  spec_version: '2.1',
  id: `tool--${String(n).padStart(8, '0')}-0000-4000-8000-00000000ffff`,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  name: `hostile ${n}`,
})

function send(response: ServerResponse, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': taxiiType, ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

const answers: Readonly<Record<string, Answer>> = {
  redirect: (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  elsewhere: (response) => send(response, { title: 'x', default: 'https://other.example/api/' }),
  'same-next': (response, _, n) =>
    send(response, { more: true, next: n % 2 ? 'a' : 'b', objects: [tool(n)] }),
  'empty-more': (response) => send(response, { more: true, next: 'a', objects: [] }),
  'no-way': (response) =>
    send(response, { more: true, objects: [tool(1)] }, { 'x-taxii-date-added-last': '2026-01-01T00:00:00Z' }),
  endless: (response, _, n) =>
    send(response, {
      more: true,
      next: `n${n}`,
      objects: Array.from({ length: 10 }, (_one, i) => tool(n * 10 + i)),
    }),
  html: (response) => send(response, '<html>', { 'content-type': 'text/html' }),
  old: (response) =>
    send(response, { objects: [] }, { 'content-type': 'application/taxii+json;version=2.0' }),
  'not-json': (response) => send(response, '{"objects":['),
  deep: (response) => send(response, `{"objects":${'['.repeat(5_000)}${']'.repeat(5_000)}}`),
  'no-list': (response) => send(response, { objects: { a: 1 } }),
  huge: (response) => send(response, { objects: [{ ...tool(1), description: 'x'.repeat(1_000_000) }] }),
  stall: (response) => response.writeHead(200, { 'content-type': taxiiType }).write('{"objects":['),
  drip(response) {
    response.writeHead(200, { 'content-type': taxiiType })
    const timer = setInterval(() => response.write(' '), 100)
    response.once('close', () => clearInterval(timer))
  },
  break(response) {
    response.writeHead(200, { 'content-type': taxiiType, 'content-length': '1000' })
    response.write('{"objects":[', () => setTimeout(() => response.destroy(), 20))
  },
  error: (response) => response.writeHead(500).end('no'),
  'broken-once'(response, query, n) {
    if (!query.has('next'))
      send(
        response,
        { more: true, next: '2', objects: [tool(1)] },
        { 'x-taxii-date-added-last': '2026-01-01T00:00:00Z' },
      )
    else if (n === 2) response.destroy()
    else
      send(
        response,
        { more: false, objects: [tool(2), tool(3)] },
        { 'x-taxii-date-added-last': '2026-01-01T00:00:02Z' },
      )
  },
}

/** Starts it on a free port. */
export async function hostileServer(): Promise<HostileServer> {
  const queries = new Map<string, string[]>()
  const server = createServer((request, response) => {
    const { pathname, searchParams, search } = new URL(request.url ?? '/', 'http://here')
    const how = pathname.split('/')[1] ?? ''
    const asked = queries.get(how) ?? []
    asked.push(search)
    queries.set(how, asked)
    const answer = answers[how]
    if (answer) answer(response, searchParams, asked.length)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    at: (how) => `http://127.0.0.1:${port}/${how}/`,
    asked: (how) => queries.get(how) ?? [],
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
