import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the server answers under one path, rightly or wrongly. */
export interface Served {
  readonly body?: Uint8Array | string
  readonly type?: string
  readonly status?: number
  readonly etag?: string
  readonly lastModified?: string
  readonly redirect?: string
  /** Breaks the connection after so many bytes, once for each number. */
  readonly breakAt?: readonly number[]
  /** What is served once a connection was broken. */
  readonly afterwards?: Served
  /** Sends so many bytes and then nothing more, with the connection open. */
  readonly stallAt?: number
  /** Never answers at all. */
  readonly silent?: boolean
  /** The length that it claims. */
  readonly statedLength?: number
  /** Sends no length. */
  readonly chunked?: boolean
}

/** A real HTTP server on this machine that publishes files, and misbehaves as it is told. */
export interface ListServer {
  /** Serves under a path from now on; gives the address. */
  serve(path: string, served: Served): string
  /** The headers of the requests that came for a path, in order. */
  requests(path: string): readonly IncomingMessage['headers'][]
  close(): Promise<void>
}

/** Starts one on a free port. */
export async function listServer(): Promise<ListServer> {
  const paths = new Map<string, { served: Served; breaks: number }>()
  const asked = new Map<string, IncomingMessage['headers'][]>()
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1)
    asked.set(path, [...(asked.get(path) ?? []), request.headers])
    const entry = paths.get(path)
    if (entry) answer(request, response, entry)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    serve(path, served) {
      paths.set(path, { served, breaks: 0 })
      return `http://127.0.0.1:${port}/${path}`
    },
    requests: (path) => asked.get(path) ?? [],
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  entry: { served: Served; breaks: number },
): void {
  const broken = entry.breaks > 0
  const served = (broken && entry.served.afterwards) || entry.served
  if (served.silent) return
  if (served.redirect) return void response.writeHead(302, { location: served.redirect }).end()
  if (served.status && served.status !== 200) return void response.writeHead(served.status).end('no')
  const body = Buffer.from(served.body ?? '')
  const validators = {
    ...(served.etag && { etag: served.etag }),
    ...(served.lastModified && { 'last-modified': served.lastModified }),
    'content-type': served.type ?? 'application/octet-stream',
  }
  const { headers } = request
  const isKnown =
    (served.etag && headers['if-none-match'] === served.etag) ||
    (served.lastModified && headers['if-modified-since'] === served.lastModified)
  if (isKnown) return void response.writeHead(304, validators).end()
  const isSame = headers['if-range'] === (served.etag ?? served.lastModified)
  const from = isSame ? Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0) : 0
  const part = body.subarray(from)
  const length = served.chunked ? {} : { 'content-length': served.statedLength ?? part.length }
  const range = from > 0 ? { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` } : {}
  response.writeHead(from > 0 ? 206 : 200, { ...validators, ...length, ...range })
  const breakAt = entry.served.breakAt?.[entry.breaks]
  if (breakAt !== undefined && breakAt < part.length) {
    entry.breaks++
    response.write(part.subarray(0, breakAt), () => setTimeout(() => response.destroy(), 20))
  } else if (served.stallAt !== undefined) response.write(part.subarray(0, served.stallAt))
  else if (served.statedLength !== undefined)
    response.write(part, () => setTimeout(() => response.destroy(), 20))
  else response.end(part)
}
