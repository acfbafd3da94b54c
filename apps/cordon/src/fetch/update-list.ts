import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CordonError } from '@cordon/model'
import { type ListReader, readers } from '@cordon/sources'
import { importList } from '../lists/import-list.ts'
import { inputFile } from '../lists/input-files.ts'
import { readMapping } from '../lists/mapping-file.ts'
import { namingFiles } from '../lists/name-errors.ts'
import { planReadings, type ReadingPlan } from '../lists/recognise.ts'
import type { HeldFile, ImportResult, ListFetch, Store } from '../store/index.ts'
import { askCatalog, type CatalogDataset, deltaChain } from './catalog.ts'
import { download, type Validators } from './download.ts'
import { heldBack, reasonToHold } from './hold-back.ts'
import type { ListsConfig } from './lists-config.ts'
import type { Publisher } from './publishers.ts'
import { RawFiles } from './raw-files.ts'

/** What the update of a list works with. */
export interface UpdateContext {
  readonly store: Store
  readonly config: ListsConfig
  readonly actor: string
  readonly signal?: AbortSignal
  /** Told how far it is, for a person. */
  readonly onProgress?: (text: string) => void
  /** For tests against servers that misbehave. */
  readonly transfer?: { readonly pause?: number; readonly idleTimeout?: number; readonly attempts?: number }
}

/** What came of it. */
export type UpdateOutcome =
  | { readonly name: string; readonly outcome: 'unchanged' | 'busy' }
  | { readonly name: string; readonly outcome: 'imported' | 'known'; readonly result: ImportResult }
  | { readonly name: string; readonly outcome: 'held'; readonly reason: string }
  | { readonly name: string; readonly outcome: 'failed'; readonly error: unknown }

/**
 * Brings one list up to date: asks its publisher, fetches what is new, and imports it where it is whole and like the version
 * before. Never throws: what went wrong is the outcome, and is kept for the status. What answered before answers still.
 */
export async function updateList(publisher: Publisher, context: UpdateContext): Promise<UpdateOutcome> {
  const { name } = publisher
  try {
    const found = await context.store.listFetches.exclusively(name, () => guarded(publisher, context))
    return found ?? { name, outcome: 'busy' }
  } catch (error) {
    return { name, outcome: 'failed', error }
  }
}

async function guarded(publisher: Publisher, context: UpdateContext): Promise<UpdateOutcome> {
  const { name } = publisher
  const { listFetches, now } = context.store
  const state = (await listFetches.get(name)) ?? { name, url: publisher.url ?? '', failures: 0 }
  try {
    if (!publisher.url) throw noAddress(name)
    const update = new ListUpdate(publisher, context, { ...state, url: publisher.url })
    return publisher.kind === 'catalog' ? await update.fromCatalog() : await update.fromFile(publisher.url)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    await listFetches.put({ ...state, error: message, errorAt: now(), failures: state.failures + 1 })
    return { name, outcome: 'failed', error }
  }
}

/** Takes in what is held back, as it is. @throws CordonError where nothing is held */
export async function acceptHeld(publisher: Publisher, context: UpdateContext): Promise<UpdateOutcome> {
  const { name } = publisher
  const state = await context.store.listFetches.get(name)
  if (!state?.held)
    throw new CordonError({
      code: 'CORDON_NOTHING_HELD',
      expected: 'a list that is held back',
      found: `nothing of ${name} is`,
      where: '--accept',
      remedy: '`cordon lists status` tells what is held back, and why.',
    })
  const { held } = state
  const update = new ListUpdate(publisher, context, state)
  const found = await context.store.listFetches.exclusively(name, () => update.accept(held))
  return found ?? { name, outcome: 'busy' }
}

class ListUpdate {
  private state: ListFetch
  private readonly publisher: Publisher
  private readonly context: UpdateContext
  private readonly folder: string
  private readonly raw: RawFiles

  constructor(publisher: Publisher, context: UpdateContext, state: ListFetch) {
    this.publisher = publisher
    this.context = context
    this.state = state
    this.folder = join(context.config.folder, publisher.name)
    this.raw = new RawFiles(this.folder)
  }

  async fromFile(url: string): Promise<UpdateOutcome> {
    // What is held back is not fetched again either.
    const known = await this.knownValidators()
    const got = await this.fetch(url, known)
    if (!got.changed || got.sha256 === this.state.sha256 || got.sha256 === this.state.held?.sha256) {
      const { held } = this.state
      await this.save(got.changed && !held ? { etag: got.etag, lastModified: got.lastModified } : {})
      await rm(this.incoming, { force: true })
      return held ? { name: this.publisher.name, outcome: 'held', reason: held.reason } : this.unchanged()
    }
    return this.take(got)
  }

  /** By the deltas since the version at hand where there are all of them, else whole. */
  async fromCatalog(): Promise<UpdateOutcome> {
    const dataset = await askCatalog(this.publisher, this.transfer)
    if (dataset.version === this.state.catalogVersion) {
      await this.save({})
      return this.unchanged()
    }
    const from = this.state.catalogVersion
    const chain = from && dataset.deltas ? await this.chain(dataset, from) : undefined
    if (chain && chain.length > 0) return this.byDeltas(chain, dataset)
    const got = await this.fetch(dataset.entities.url, undefined)
    if (!got.changed) throw new Error('a server answered 304 to a request without condition')
    await this.checkSum(dataset)
    return this.take(got, dataset)
  }

  async accept(held: HeldFile): Promise<UpdateOutcome> {
    const { etag, lastModified } = held
    const result = await this.import(this.raw.pathOf(held.sha256), held.sha256, undefined, true)
    await this.context.store.audit.append({
      actor: this.context.actor,
      action: 'lists.accept',
      subject: this.publisher.name,
      detail: { sha256: held.sha256, reason: held.reason },
    })
    await this.taken({ etag, lastModified, sha256: held.sha256, bytes: held.bytes })
    return { name: this.publisher.name, outcome: result.outcome, result }
  }

  private async chain({ deltas, version }: CatalogDataset, from: string) {
    try {
      return await deltaChain(deltas!, from, version, this.transfer)
    } catch {
      // The whole list says the same.
      return undefined
    }
  }

  private async byDeltas(
    chain: readonly { readonly version: string; readonly url: string }[],
    dataset: CatalogDataset,
  ): Promise<UpdateOutcome> {
    let outcome: UpdateOutcome = this.unchanged()
    for (const { version, url } of chain) {
      const got = await this.fetch(url, undefined)
      if (!got.changed) throw new Error('a server answered 304 to a request without condition')
      const isLast = version === dataset.version
      outcome = await this.take(got, {
        ...dataset,
        version,
        ...(!isLast && { updated: isoOf(version) ?? dataset.updated }),
      })
      if (outcome.outcome === 'held') return outcome
    }
    return outcome
  }

  /** Keeps the bytes, imports them, and keeps what there is to know for the next time. */
  private async take(
    got: Validators & { sha256: string; bytes: number },
    dataset?: CatalogDataset,
  ): Promise<UpdateOutcome> {
    const { name } = this.publisher
    const path = await this.raw.keep(this.incoming, got.sha256)
    try {
      const result = await this.import(path, got.sha256, dataset, false)
      await this.taken(got, dataset)
      return { name, outcome: result.outcome, result }
    } catch (error) {
      if (!(error instanceof CordonError) || error.code !== 'CORDON_LIST_HELD') {
        await rm(path, { force: true })
        throw error
      }
      await this.hold(got, error.found)
      return { name, outcome: 'held', reason: error.found }
    }
  }

  private async import(
    path: string,
    sha256: string,
    dataset: CatalogDataset | undefined,
    accepted: boolean,
  ): Promise<ImportResult> {
    const { store, actor, config, onProgress } = this.context
    const { name, maxLoss, title } = this.publisher
    const plan = await this.plan(path)
    return namingFiles([name], () =>
      importList(store, plan, {
        actor,
        source: name,
        sha256,
        title: dataset?.title ?? title,
        fetched: store.now(),
        drop: config.drop,
        ...(dataset && { version: dataset.updated, publisher: 'OpenSanctions' }),
        ...(onProgress && {
          onProgress: (bytes) => onProgress(`${name}: read ${(bytes / 1e6).toFixed(1)} MB`),
        }),
        check: (found) => {
          const reason = accepted ? undefined : reasonToHold(found, maxLoss)
          if (reason) throw heldBack(name, reason)
        },
      }),
    )
  }

  /** The reader of the bytes; another format than the list has is an error page more often than not. */
  private async plan(path: string): Promise<ReadingPlan> {
    const { mapping, format, name } = this.publisher
    const file = { ...(await inputFile(path)), name }
    if (mapping) return { reader: await readMapping(mapping), files: [file] }
    const among: readonly ListReader[] = format
      ? readers.filter((reader) => reader.format === format)
      : readers
    const [plan] = await planReadings([file], among)
    return plan!
  }

  private async hold(got: Validators & { sha256: string; bytes: number }, reason: string): Promise<void> {
    const { store, actor } = this.context
    const at = store.now()
    const { sha256, bytes, etag, lastModified } = got
    const held: HeldFile = {
      sha256,
      bytes,
      reason,
      at,
      ...(etag && { etag }),
      ...(lastModified && { lastModified }),
    }
    await store.audit.append({
      actor,
      action: 'lists.held',
      subject: this.publisher.name,
      detail: { sha256, reason },
    })
    await this.save({ held })
  }

  private async taken(
    got: Validators & { sha256: string; bytes: number },
    dataset?: CatalogDataset,
  ): Promise<void> {
    const { sha256, bytes, etag, lastModified } = got
    const { held: _, ...rest } = this.state
    this.state = rest
    await this.save({
      sha256,
      bytes,
      etag,
      lastModified,
      changedAt: this.context.store.now(),
      ...(dataset && { catalogVersion: dataset.version }),
    })
    await this.raw.prune(this.context.config.keepRaw, [sha256])
  }

  /** The publisher answered: its error is over. */
  private async save(changes: { [field in keyof ListFetch]?: ListFetch[field] | undefined }): Promise<void> {
    const { error: _, errorAt: __, ...rest } = { ...this.state, ...changes }
    this.state = { ...rest, checkedAt: this.context.store.now(), failures: 0 } as ListFetch
    await this.context.store.listFetches.put(this.state)
  }

  /** None where the store has lost what they stand for, as after a new start with an old state. */
  private async knownValidators(): Promise<Validators | undefined> {
    const { held, etag, lastModified } = this.state
    if (held) return held
    const versions = await this.context.store.lists.versions(this.publisher.name)
    return versions.length > 0 ? { etag, lastModified } : undefined
  }

  private get incoming(): string {
    return join(this.folder, 'incoming')
  }

  private get transfer() {
    const { signal, transfer } = this.context
    return { ...transfer, signal, allowPrivate: this.publisher.allowPrivate }
  }

  private fetch(url: string, known: Validators | undefined) {
    const { name, maxBytes } = this.publisher
    const { onProgress } = this.context
    return download(url, {
      ...this.transfer,
      known,
      path: this.incoming,
      ...(maxBytes && { maxBytes }),
      onProgress: (bytes, total) => {
        const whole = total ? ` of ${(total / 1e6).toFixed(1)}` : ''
        onProgress?.(`${name}: fetched ${(bytes / 1e6).toFixed(1)}${whole} MB`)
      },
    })
  }

  private async checkSum({ entities }: CatalogDataset): Promise<void> {
    if (!entities.sha1) return
    const hash = createHash('sha1')
    for await (const chunk of createReadStream(this.incoming)) hash.update(chunk as Uint8Array)
    const found = hash.digest('hex')
    if (found === entities.sha1.toLowerCase()) return
    await rm(this.incoming, { force: true })
    throw new CordonError({
      code: 'CORDON_FETCH_BROKEN',
      expected: `bytes with the SHA-1 ${entities.sha1} that the catalogue states`,
      found,
      where: entities.url,
      remedy: 'It may have been replaced meanwhile; try again later. What was loaded answers still.',
    })
  }

  private unchanged(): UpdateOutcome {
    return { name: this.publisher.name, outcome: 'unchanged' }
  }
}

/** "20260227065512-abc" as the time that it begins with. */
function isoOf(version: string): string | undefined {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(version) ?? []
  return y && `${y}-${mo}-${d}T${h}:${mi}:${s}`
}

function noAddress(name: string): CordonError {
  return new CordonError({
    code: 'CORDON_FETCH_ADDRESS',
    expected: 'an address to fetch it from',
    found: 'none: its publisher gives every issue another one',
    where: name,
    remedy: `Give it in lists.yaml: \`lists: {${name}: {url: https://...}}\`.`,
  })
}
