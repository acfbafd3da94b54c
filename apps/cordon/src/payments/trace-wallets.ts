import { type Batch, decompress, type Reject } from '@cordon/formats'
import { CordonError } from '@cordon/model'
import {
  type AddressLabel,
  plainAddress,
  readLabels,
  readTransfers,
  type TableFormat,
  type Transfer,
} from '@cordon/payments'
import type { Known } from '../known/known.ts'
import { openBytes } from '../lists/input-files.ts'

/** Wallets on the lists that are loaded, with their holders' names where the lists say them. */
export function listedWallets(known: Known): AddressLabel[] {
  const labels: AddressLabel[] = []
  for (const entity of known.graph.entities()) {
    const { properties, datasets, caption } = entity
    if (entity.schema !== 'CryptoWallet') continue
    const holder = properties.holder?.map((id) => known.graph.get(id)?.caption ?? id)[0]
    for (const key of properties.publicKey ?? [])
      labels.push({
        address: plainAddress(key),
        category: 'listed',
        name: holder ?? caption,
        ...(datasets[0] !== undefined && { source: datasets[0] }),
      })
  }
  return labels
}

/** Reads all transfers of files. */
export function transfersOf(
  paths: readonly string[],
  asset: string | undefined,
  onRejects: (rejects: readonly Reject[]) => Promise<void>,
): Promise<Transfer[]> {
  return allOf(paths, onRejects, (bytes, format) => readTransfers(bytes, format, asset))
}

/** Reads all labels of files; rows that name no category have the one given. */
export function labelsOf(
  paths: readonly string[],
  category: string,
  onRejects: (rejects: readonly Reject[]) => Promise<void>,
): Promise<AddressLabel[]> {
  return allOf(paths, onRejects, (bytes, format) => readLabels(bytes, format, category))
}

async function allOf<T>(
  paths: readonly string[],
  onRejects: (rejects: readonly Reject[]) => Promise<void>,
  read: (bytes: AsyncIterable<Uint8Array>, format: TableFormat) => AsyncIterable<Batch<T>>,
): Promise<T[]> {
  const all: T[] = []
  for (const path of paths) {
    const { bytes, format } = await begun(path)
    for await (const { records, rejects } of read(bytes, format)) {
      for (const record of records) all.push(record)
      await onRejects(rejects.map((reject) => ({ ...reject, where: `${path}, ${reject.where}` })))
    }
  }
  return all
}

/** The format by the first character that is no white space: `[` is a JSON array, `{` is NDJSON, all else CSV. */
async function begun(path: string): Promise<{ bytes: AsyncIterable<Uint8Array>; format: TableFormat }> {
  const iterator = decompress(await openBytes(path))[Symbol.asyncIterator]()
  const held: Uint8Array[] = []
  let first: number | undefined
  while (first === undefined) {
    const { value, done } = await iterator.next()
    if (done) break
    held.push(value)
    first = value.find((byte: number) => byte > 0x20 && byte < 0x7f)
  }
  if (first === undefined)
    throw new CordonError({
      code: 'CORDON_NO_INPUT',
      expected: 'transfers or labels as CSV, NDJSON or a JSON array',
      found: 'an empty file',
      where: path,
      remedy: 'Name a file with rows.',
    })
  async function* bytes() {
    yield* held
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { bytes: bytes(), format: first === 0x5b ? 'json' : first === 0x7b ? 'ndjson' : 'csv' }
}
