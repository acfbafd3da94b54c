import { decompress } from '@cordon/formats'
import type { PositionCsvOptions } from '@cordon/maritime'
import { CordonError } from '@cordon/model'
import { openBytes } from '../lists/input-files.ts'
import { follow } from './follow.ts'
import { networkInput, receiveLines } from './network.ts'

/** How an input is opened. */
export interface SeaInputOptions {
  /** Go on at the end of a file as it grows. */
  readonly follow?: boolean
  /** Ends a live input. */
  readonly signal?: AbortSignal
  /** How positions stand in CSV where the header line alone does not say it. */
  readonly csv?: PositionCsvOptions
}

/** Whether an input has no end of its own. */
export function isLive(input: string, { follow }: SeaInputOptions): boolean {
  return follow === true || networkInput(input) !== undefined
}

/**
 * The bytes of an input: a file (plain or gzip), `-` for standard input, `tcp://host:port` to connect to,
 * `tcp-listen://host:port` and `udp://host:port` to listen on.
 * @throws CordonError where it can't be opened
 */
export async function openSeaBytes(
  input: string,
  options: SeaInputOptions = {},
): Promise<AsyncIterable<Uint8Array>> {
  const network = networkInput(input)
  if (network) return receiveLines(network, options.signal)
  if (/^[a-z-]+:\/\//.test(input)) throw unknownInput(input)
  if (options.follow && input !== '-') return follow(input, options.signal)
  return decompress(await openBytes(input))
}

function unknownInput(input: string): CordonError {
  return new CordonError({
    code: 'CORDON_NO_INPUT',
    expected: 'a file, -, udp://host:port, tcp://host:port or tcp-listen://host:port',
    found: input,
    where: 'the input',
    remedy: 'Give one of these.',
  })
}
