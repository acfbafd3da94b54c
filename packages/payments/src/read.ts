import type { Bytes } from '@cordon/formats'
import { readMt } from './mt/read.ts'
import { readMx } from './mx/read.ts'
import type { PaymentBatch } from './read-message.ts'

/** Bounds and encoding of reading messages. */
export interface ReadOptions {
  /** Transactions after which an ISO 20022 document is given in parts; 200 by default. */
  readonly partSize?: number
  /** A label of the WHATWG Encoding Standard, where the input is neither UTF-8 nor says what it is. */
  readonly encoding?: string
}

/**
 * Payment messages of either family: SWIFT MT (single, RJE, DOS-PCC, with acknowledgements) or ISO 20022 XML (single,
 * several, files of any length). The input's first character tells which. Memory does not grow with the input.
 */
export async function* readPayments(
  bytes: Bytes,
  options: ReadOptions = {},
): AsyncGenerator<PaymentBatch, void, undefined> {
  const iterator = bytes[Symbol.asyncIterator]()
  const held: Uint8Array[] = []
  let first: number | undefined
  while (first === undefined) {
    const { value, done } = await iterator.next()
    if (done) break
    held.push(value)
    first = beginning(value)
  }
  const all = replay(held, iterator)
  if (first === less) yield* readMx(all, options)
  else yield* readMt(all, options)
}

const less = 0x3c

/** The first byte that is neither white space, padding nor part of a byte order mark. */
function beginning(chunk: Uint8Array): number | undefined {
  return chunk.find((byte) => byte > 0x20 && byte < 0x80)
}

async function* replay(held: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): Bytes {
  yield* held
  for (;;) {
    const { value, done } = await rest.next()
    if (done) return
    yield value
  }
}
