import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer, type Socket } from 'node:net'
import {
  FlowDecoder,
  LogDecoder,
  type LogRecord,
  readLogs,
  type StatedSource,
  SyslogFrames,
} from '@cordon/cyber'
import { decompress, InputError, type Reject } from '@cordon/formats'
import { isLoopback } from '../http/security.ts'
import { ByteLines } from './byte-lines.ts'
import type { LiveQueue } from './live-queue.ts'

/** What sources are given. */
export interface LiveOptions {
  readonly queue: LiveQueue
  readonly signal: AbortSignal
  readonly now: () => number
  readonly onRejects: (rejects: readonly Reject[]) => void
  readonly onListening: (address: string) => void
  readonly source?: StatedSource
}

/** An address to listen on. */
export interface Address {
  readonly host: string
  readonly port: number
}

const mostPushed = 64 * 1024 * 1024

function decoderOf(name: string, { source, now }: LiveOptions): LogDecoder {
  return new LogDecoder({ name, now: now(), ...(source && { source }) })
}

/** Datagrams: one syslog message each, or one of NetFlow 5, 9 or IPFIX. What comes faster than it is taken is dropped and told. */
export async function listenUdp({ host, port }: Address, options: LiveOptions): Promise<() => void> {
  const { queue, onRejects, onListening } = options
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  const flows = new FlowDecoder()
  const decoders = new Map<string, LogDecoder>()
  let count = 0
  let dropped = 0
  socket.on('message', (message, { address }) => {
    if (queue.isFull) {
      dropped++
      return
    }
    const records: LogRecord[] = []
    const rejects: Reject[] = []
    const where = `udp ${address}`
    count++
    const version = message.length > 2 ? message.readUInt16BE(0) : 0
    if (version === 5 || version === 9 || version === 10)
      flows.message(message, { exporter: address, where: `${where}:${count}` }, records, rejects)
    else {
      const decoder = kept(decoders, address, () => decoderOf(where, options))
      for (const line of message.toString('utf8').split('\n'))
        if (line.trim() !== '') decoder.line(line.trimEnd(), count, records, rejects)
    }
    if (rejects.length > 0) onRejects(rejects)
    void queue.put({ records })
  })
  socket.bind(port, host)
  await once(socket, 'listening')
  onListening(`udp://${host}:${socket.address().port}`)
  return () => {
    socket.close()
    if (dropped > 0)
      process.stderr.write(`udp://${host}:${port}: ${dropped} datagrams dropped, they came too fast\n`)
  }
}

/** Senders that datagrams come from: a decoder each, so that one's auditd lines don't run into another's. */
function kept(decoders: Map<string, LogDecoder>, key: string, make: () => LogDecoder): LogDecoder {
  let decoder = decoders.get(key)
  if (!decoder) {
    if (decoders.size >= 10_000) decoders.clear()
    decoder = make()
    decoders.set(key, decoder)
  }
  return decoder
}

/** Connections of syslog senders (RFC 6587), framed by counts or by lines. A sender that is too fast is made to wait. */
export async function listenTcp({ host, port }: Address, options: LiveOptions): Promise<() => void> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    void receive(socket, options).finally(() => sockets.delete(socket))
  })
  server.listen(port, host)
  await once(server, 'listening')
  options.onListening(`tcp://${host}:${portOf(server.address())}`)
  return () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
}

async function receive(socket: Socket, options: LiveOptions): Promise<void> {
  const name = `tcp ${socket.remoteAddress ?? ''}`
  const decoder = decoderOf(name, options)
  const frames = new SyslogFrames()
  const lines = new ByteLines()
  const take = async (parts: readonly Uint8Array[]) => {
    const records: LogRecord[] = []
    const rejects: Reject[] = []
    for (const part of parts)
      for (const line of lines.push(part, name, rejects)) decoder.line(line, lines.lines, records, rejects)
    if (rejects.length > 0) options.onRejects(rejects)
    if (records.length > 0) await options.queue.put({ records })
  }
  try {
    for await (const chunk of socket as AsyncIterable<Uint8Array>) await take(frames.push(chunk))
    await take(frames.end())
  } catch {
    // The other side went away; what it had sent whole is taken.
  } finally {
    socket.destroy()
  }
}

/** Bodies of logs by POST or PUT, answered when what they led to is committed. Pages of other origins are refused. */
export async function listenHttp({ host, port }: Address, options: LiveOptions): Promise<() => void> {
  const server = createHttpServer((request, response) => {
    void answer(request, response, options, host).catch(() => response.destroy())
  })
  server.listen(port, host)
  await once(server, 'listening')
  options.onListening(`http://${host}:${portOf(server.address())}`)
  return () => {
    server.close()
    server.closeAllConnections()
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: LiveOptions,
  host: string,
): Promise<void> {
  const reply = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`)
  }
  if (request.method !== 'POST' && request.method !== 'PUT')
    return reply(405, { expected: 'POST with logs as its body', found: request.method })
  const isForeign =
    request.headers.origin !== undefined || (isLoopback(host) && !isLoopback(request.headers.host ?? ''))
  if (isForeign)
    return reply(403, { expected: 'a program on this machine or network', found: 'a page of another origin' })
  const records: LogRecord[] = []
  const rejects: Reject[] = []
  try {
    const { source, now } = options
    const body = decompress(request, { maxBytes: mostPushed })
    for await (const batch of readLogs(body, { name: 'http', now: now(), ...(source && { source }) })) {
      records.push(...batch.records)
      rejects.push(...batch.rejects)
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return reply(422, {
      expected: error.expected,
      found: error.found,
      where: error.where,
      remedy: error.remedy,
    })
  }
  if (rejects.length > 0) options.onRejects(rejects)
  await new Promise<void>((committed) => {
    if (records.length === 0) committed()
    else void options.queue.put({ records, committed })
    options.signal.addEventListener('abort', () => committed(), { once: true })
  })
  if (options.signal.aborted)
    return reply(503, { expected: 'a running watch', found: 'one that is ending; send it again' })
  reply(200, { accepted: records.length, rejected: rejects.length, rejects: rejects.slice(0, 20) })
}

function portOf(address: ReturnType<Socket['address']> | string | null): number {
  return typeof address === 'object' && address !== null && 'port' in address ? Number(address.port) : 0
}
