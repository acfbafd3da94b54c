import type { Reject } from '@cordon/formats'
import { CordonError } from '@cordon/model'
import { recogniseThreatFormat, sourceName } from '@cordon/sources'
import type { Store, ThreatImportResult } from '../store/index.ts'
import { type TaxiiClientOptions, taxiiPages } from './client.ts'

/** What a reading of a collection is told. */
export interface FeedRequest extends TaxiiClientOptions {
  /** `taxii:https://host/root/collections/<id>/`, or `taxii:local/<name>` for a collection of this program's own. */
  readonly address: string
  readonly source?: string
  readonly actor: string
  /** Forget what came before, and read all of it again. */
  readonly anew?: boolean
  readonly onRejects?: (rejects: readonly Reject[]) => Promise<void>
}

/** How it ended. */
export type FeedResult = ThreatImportResult & { readonly received: number }

const localName = /^local\/([a-z0-9][a-z0-9-]{0,59})$/
/** Most bytes of a collection that is imported. */
const mostBytes = 8 * 1024 ** 3

/** Whether a path names a collection of TAXII. */
export const isTaxiiAddress = (path: string): boolean => path.startsWith('taxii:')

/**
 * Reads what is new of a collection since the last time and imports all that ever came of it as one collection of threat intelligence,
 * whole or not at all. A reading that breaks off goes on after its last whole page when it is run again.
 * @throws CordonError see `taxiiPages`; whatever the reader of STIX throws
 */
export async function importTaxii(store: Store, request: FeedRequest): Promise<FeedResult> {
  const address = request.address.slice('taxii:'.length)
  const local = localName.exec(address)?.[1]
  const received = local ? 0 : await receive(store, address, request)
  const objects = local ? localObjects(store, local) : store.taxiiFeeds.objects(address)
  const name = local ?? nameOf(address)
  const source =
    request.source ?? (local ? sourceName(`shared ${local}`) : sourceName(new URL(address).hostname))
  const held = (await store.threats.collections()).find(({ id }) => id === `${source}/${name}`)
  if (!local && received === 0 && held) return { outcome: 'known', id: held.id, seq: held.seq, received }
  return { ...(await importObjects(store, objects, name, source, request)), received }
}

async function receive(store: Store, address: string, request: FeedRequest): Promise<number> {
  if (request.anew) await store.taxiiFeeds.forget(address)
  const before = await store.taxiiFeeds.get(address)
  const from = {
    ...(before?.addedAfter && { addedAfter: before.addedAfter }),
    ...(before?.next && { next: before.next }),
  }
  let received = 0
  for await (const { objects, place } of taxiiPages(address, request, from)) {
    await store.taxiiFeeds.keep(address, objects, place)
    received += objects.length
  }
  return received
}

async function* localObjects(store: Store, name: string): AsyncGenerator<string[]> {
  const collection = await store.taxii.collection(name)
  if (!collection) throw unknown(name)
  for (let after = 0; ; ) {
    const { rows, more } = await store.taxii.read(
      collection.id,
      { after, versions: ['all'] },
      5_000,
      'bodies',
    )
    if (rows.length > 0) yield rows.map(({ body }) => body)
    if (!more) return
    after = rows.at(-1)!.added
  }
}

async function importObjects(
  store: Store,
  objects: AsyncGenerator<string[]>,
  name: string,
  source: string,
  { actor, onRejects }: FeedRequest,
): Promise<ThreatImportResult> {
  const bytes = async function* () {
    yield Buffer.from('{"type":"bundle","objects":[\n')
    let isFirst = true
    for await (const some of objects) {
      const text = `${isFirst ? '' : ',\n'}${some.join(',\n')}`
      isFirst = false
      yield Buffer.from(text)
    }
    yield Buffer.from('\n]}\n')
  }
  const reader = recogniseThreatFormat('{"type":"bundle","objects":[', name)!
  const fetched = store.now()
  const reading = reader.read(
    { name, open: bytes },
    { fetched, now: fetched, source, limits: { maxBytes: mostBytes } },
  )
  const watched = {
    async *[Symbol.asyncIterator]() {
      for await (const batch of reading) {
        if (batch.rejects.length > 0) await onRejects?.(batch.rejects)
        yield batch
      }
    },
    report: () => reading.report(),
  }
  return store.threats.import(watched, {
    source,
    collection: name,
    sha256: `taxii:${name}:${fetched}`,
    fetched,
    actor,
  })
}

/** The last parts of an address, as a collection is called. */
function nameOf(address: string): string {
  const { pathname } = new URL(address)
  return pathname.split('/').filter(Boolean).slice(-1)[0] ?? 'taxii'
}

function unknown(name: string): CordonError {
  return new CordonError({
    code: 'CORDON_COLLECTION_UNKNOWN',
    expected: 'the name of a collection of this program',
    found: name,
    where: 'taxii:local',
    remedy: '`cordon taxii collections` names them.',
  })
}
