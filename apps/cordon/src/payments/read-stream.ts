import type { Batch, Bytes } from '@cordon/formats'
import { type ReadObservation, readObservations } from '@cordon/payments'

/** Messages of a stream in the order in which they stand. */
export function readStream(
  bytes: Bytes,
  input: string,
): AsyncGenerator<Batch<ReadObservation>, void, undefined> {
  return readObservations(bytes, input)
}
