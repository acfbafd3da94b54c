import type { Batch, Bytes, Reject } from '@cordon/formats'
import { faultText, type ReadObservation, readObservations, readPayments } from '@cordon/payments'

/**
 * Messages of a stream in the order in which they stand: NDJSON of messages, SWIFT MT or ISO 20022, by how the stream begins.
 * @param input its name, for where a message stands
 */
export async function* readStream(
  bytes: Bytes,
  input: string,
): AsyncGenerator<Batch<ReadObservation>, void, undefined> {
  const { isNdjson, all } = await begun(bytes)
  if (isNdjson) yield* readObservations(all, input)
  else yield* fromMessages(all, input)
}

/** Messages are counted, as several may stand on one line. */
async function* fromMessages(
  bytes: Bytes,
  input: string,
): AsyncGenerator<Batch<ReadObservation>, void, undefined> {
  let count = 0
  for await (const { messages, faults } of readPayments(bytes)) {
    const records = messages.map(({ message, line }) => ({
      line: ++count,
      observation: { message, where: `${input}, line ${line}` },
    }))
    const rejects = faults.map(
      (fault): Reject => ({
        where: fault.where,
        reason: `${fault.code}: ${faultText(fault)}`,
        excerpt: fault.excerpt,
      }),
    )
    yield { records, rejects }
  }
}

/** NDJSON begins with a brace and then a quotation mark; MT with a brace and a number. */
async function begun(bytes: Bytes): Promise<{ isNdjson: boolean; all: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const held: Uint8Array[] = []
  let beginning = ''
  while (beginning.length < 2) {
    const { value, done } = await iterator.next()
    if (done) break
    held.push(value)
    beginning += new TextDecoder()
      .decode(value)
      .replace(/[\s\ufeff]/g, '')
      .slice(0, 2)
  }
  async function* all() {
    yield* held
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { isNdjson: /^\{[^0-9]/.test(beginning), all: all() }
}
