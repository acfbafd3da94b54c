import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Arrivals } from './arrivals.ts'

/** Where sentences come in over a network. */
export interface NetworkInput {
  readonly kind: 'udp' | 'tcp' | 'tcp-listen'
  readonly host: string
  readonly port: number
}

/** The address in `udp://`, `tcp://` or `tcp-listen://host:port`; undefined where an input is something else. */
export function networkInput(input: string): NetworkInput | undefined {
  const parts = /^(udp|tcp|tcp-listen):\/\/(\[[^\]]+\]|[^:/]*):(\d{1,5})\/?$/.exec(input)
  if (parts === null) return undefined
  const [, kind, host = '', port] = parts
  return {
    kind: kind as NetworkInput['kind'],
    host: host.replace(/^\[|\]$/g, '') || '127.0.0.1',
    port: Number(port),
  }
}

/**
 * Whole lines as they come in: datagrams to a UDP port, a TCP connection that is made and made again when it breaks, or
 * connections of any number of senders to a TCP port. Goes on until the signal.
 */
export function receiveLines(
  input: NetworkInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (input.kind === 'udp') return datagrams(input, signal)
  return input.kind === 'tcp' ? connection(input, signal) : connections(input, signal)
}

/** Connects, and connects again when the other side goes away, until it is told to end. */
async function* connection(
  { host, port }: NetworkInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let failed = 0; !signal?.aborted; ) {
    const socket = connect({ host, port, ...(signal && { signal }) })
    try {
      await once(socket, 'connect')
      if (failed > 0) process.stderr.write(`tcp://${host}:${port}: connected again\n`)
      failed = 0
      yield* wholeLines(socket)
    } catch (error) {
      if (signal?.aborted) return
      if (failed === 0)
        process.stderr.write(`tcp://${host}:${port}: ${(error as Error).message}; trying again\n`)
    } finally {
      socket.destroy()
    }
    failed++
    await sleep(Math.min(30_000, 500 * 2 ** Math.min(failed, 6)), undefined, signal ? { signal } : {}).catch(
      () => {},
    )
  }
}

const lineFeed = 0x0a
const newLine = Uint8Array.of(lineFeed)
/** No sentence is longer: what has no line end within it is given on as it is, and will be rejected. */
const longestLine = 65_536

/** Bytes cut at ends of lines, so that lines of several senders don't run into each other; a cut last line is ended. */
async function* wholeLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let rest = Buffer.alloc(0)
  try {
    for await (const chunk of bytes) {
      const all = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk])
      const end = all.length > longestLine ? all.length : all.lastIndexOf(lineFeed) + 1
      if (end > 0) yield all.subarray(0, end)
      rest = Buffer.from(all.subarray(end))
    }
  } catch (error) {
    if (rest.length > 0) yield Buffer.concat([rest, newLine])
    throw error
  }
  if (rest.length > 0) yield Buffer.concat([rest, newLine])
}

async function* datagrams(
  { host, port }: NetworkInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  const arrivals = new Arrivals(signal)
  socket.on('message', (message) => {
    arrivals.add(message.at(-1) === lineFeed ? message : Buffer.concat([message, newLine]))
  })
  socket.bind(port, host)
  await once(socket, 'listening')
  process.stderr.write(`listening on udp://${host}:${socket.address().port}\n`)
  try {
    yield* arrivals.all()
  } finally {
    socket.close()
    if (arrivals.dropped > 0)
      process.stderr.write(
        `udp://${host}:${port}: ${arrivals.dropped} datagrams dropped, they came too fast\n`,
      )
  }
}

async function* connections(
  { host, port }: NetworkInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const arrivals = new Arrivals(signal)
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    take(socket, arrivals)
      .catch((error: Error) =>
        process.stderr.write(`${socket.remoteAddress ?? 'a sender'}: ${error.message}\n`),
      )
      .finally(() => open.delete(socket))
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  process.stderr.write(`listening on tcp://${host}:${actual}\n`)
  try {
    yield* arrivals.all()
  } finally {
    server.close()
    for (const socket of open) socket.destroy()
  }
}

async function take(socket: Socket, arrivals: Arrivals): Promise<void> {
  for await (const lines of wholeLines(socket)) {
    // A sender over TCP can wait: nothing of it is dropped.
    await arrivals.room()
    arrivals.add(lines)
  }
}
