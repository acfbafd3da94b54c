import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { decompress } from '@cordon/formats'
import { CordonError } from '@cordon/model'
import { openBytes } from '../lists/input-files.ts'

/** How an input is opened. */
export interface SeaInputOptions {
  /** Go on at the end of a file as it grows. */
  readonly follow?: boolean
  /** Ends a live input. */
  readonly signal?: AbortSignal
}

/** Whether an input has no end of its own. */
export function isLive(input: string, { follow }: SeaInputOptions): boolean {
  return follow === true || /^(udp|tcp):\/\//.test(input)
}

/**
 * The bytes of an input: a file (plain or gzip), `-` for standard input, `tcp://host:port` to connect to,
 * `udp://host:port` to listen on.
 * @throws CordonError where it can't be opened
 */
export async function openSeaBytes(
  input: string,
  options: SeaInputOptions = {},
): Promise<AsyncIterable<Uint8Array>> {
  const network = /^(udp|tcp):\/\/(\[[^\]]+\]|[^:/]*):(\d{1,5})\/?$/.exec(input)
  if (network) {
    const [, kind, host = '', port = ''] = network
    const address = { host: host.replace(/^\[|\]$/g, '') || '127.0.0.1', port: Number(port) }
    return kind === 'udp' ? listen(address, options.signal) : receive(address, options.signal)
  }
  if (/^[a-z]+:\/\//.test(input)) throw unknownInput(input)
  if (options.follow && input !== '-') return follow(input, options.signal)
  return decompress(await openBytes(input))
}

interface Address {
  readonly host: string
  readonly port: number
}

/** Connects, and connects again when the other side goes away, until it is told to end. */
async function* receive(
  { host, port }: Address,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let failed = 0; !signal?.aborted; ) {
    const socket = connect({ host, port, ...(signal && { signal }) })
    try {
      await once(socket, 'connect')
      failed = 0
      yield* socket as AsyncIterable<Uint8Array>
      // A line that the end of the connection cut must not run into the next one.
      yield newLine
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

const newLine = Uint8Array.of(0x0a)
/** Datagrams that wait to be read; beyond it the oldest are dropped, as the network itself would. */
const mostWaiting = 100_000

async function* listen(
  { host, port }: Address,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  const waiting: Uint8Array[] = []
  let dropped = 0
  let wake = () => {}
  socket.on('message', (message) => {
    if (waiting.length >= mostWaiting) {
      waiting.shift()
      dropped++
    }
    waiting.push(message)
    if (message.at(-1) !== 0x0a) waiting.push(newLine)
    wake()
  })
  signal?.addEventListener('abort', () => wake(), { once: true })
  socket.bind(port, host)
  await once(socket, 'listening')
  process.stderr.write(`listening on udp://${host}:${socket.address().port}\n`)
  try {
    while (!signal?.aborted) {
      if (waiting.length > 0) {
        yield Buffer.concat(waiting.splice(0))
        continue
      }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  } finally {
    socket.close()
    if (dropped > 0)
      process.stderr.write(`udp://${host}:${port}: ${dropped} datagrams dropped, they came too fast\n`)
  }
}

const pollMs = 250
const blockBytes = 512 * 1024

/** A file from its beginning, and on as it grows. A file that became shorter was begun anew: it is read from its beginning. */
async function* follow(
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new CordonError(
      {
        code: 'CORDON_NO_FILE',
        expected: 'a file that can be followed',
        found: error.code === 'ENOENT' ? 'no such file' : error.message,
        where: path,
        remedy: 'Check the path; relative paths start at the current folder.',
      },
      { cause: error },
    )
  })
  try {
    const block = Buffer.alloc(blockBytes)
    for (let at = 0; !signal?.aborted; ) {
      const { size } = await file.stat()
      if (size < at) at = 0
      const { bytesRead } = await file.read(block, 0, blockBytes, at)
      at += bytesRead
      if (bytesRead > 0) yield Uint8Array.from(block.subarray(0, bytesRead))
      else await sleep(pollMs, undefined, signal ? { signal } : {}).catch(() => {})
    }
  } finally {
    await file.close()
  }
}

function unknownInput(input: string): CordonError {
  return new CordonError({
    code: 'CORDON_NO_INPUT',
    expected: 'a file, -, udp://host:port or tcp://host:port',
    found: input,
    where: 'the input',
    remedy: 'Give one of these.',
  })
}
