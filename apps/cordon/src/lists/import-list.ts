import { createHash } from 'node:crypto'
import { CordonError, type Instant, type Source } from '@cordon/model'
import {
  type DropPolicy,
  dropPolicy,
  dropping,
  headOf,
  type Reading,
  type ReadOptions,
} from '@cordon/sources'
import type { ImportMeta, ImportResult, Store } from '../store/index.ts'
import type { DiskFile } from './input-files.ts'
import type { ReadingPlan } from './recognise.ts'
import { watched } from './watched-reading.ts'

/** What an import is told besides the files. */
export interface ImportRequest {
  /** The source's name, where it is not the format's own. */
  readonly source?: string
  readonly title?: string
  readonly publisher?: string
  readonly actor: string
  readonly starter?: boolean
  /** When the bytes were fetched, where the file's own time does not tell. */
  readonly fetched?: Instant
  /** SHA-256 of the bytes as the publisher has them, where the files at hand are packed. */
  readonly sha256?: string
  /** Stands in for the version where the files state none. */
  readonly version?: string
  /** Names of what may not be kept; see `dropPolicy`. */
  readonly drop?: readonly string[]
  /** Takes a version of another format than the one before; else that is refused, or left to `check`. */
  readonly changeFormat?: boolean
  /** Looks at what was read before it may answer. */
  readonly check?: NonNullable<ImportMeta['check']>
  readonly onProgress?: (storedBytes: number) => void
  /** Told once all is read, before it is stored. */
  readonly onMerging?: () => void
  readonly onRejects?: Parameters<typeof watched>[1]
}

/**
 * Imports the files of one reading as a new version of their list, whole or not at all.
 * @throws CordonError for files that can't be read or don't say of which source they are, and for a list that answers in another
 * format now
 */
export async function importList(
  store: Store,
  plan: ReadingPlan,
  request: ImportRequest,
): Promise<ImportResult> {
  const source = await sourceOf(plan, request)
  if (!request.check && !request.changeFormat) await refuseOtherFormat(store, source.name, plan.reader.format)
  const fetched = request.fetched ?? Math.max(...plan.files.map(({ written }) => written))
  const policy = dropPolicy(request.drop ?? [])
  const told = importProgress(store, source.name, plan)
  const reading = readingOf(plan, {
    fetched,
    source: source.name,
    drop: policy,
    ...(request.version && { version: request.version }),
    onProgress(bytes) {
      told.read(bytes)
      request.onProgress?.(bytes)
    },
  })
  const sha256 = request.sha256 ?? (await hashOf(plan.files))
  const importing = store.lists.import(
    request.onRejects ? watched(reading, request.onRejects) : reading,
    {
      source,
      sha256,
      fetched,
      actor: request.actor,
      force: await isOtherPolicy(store, source.name, sha256, policy.names),
      ...(request.check && { check: request.check }),
      ...(request.starter && { starter: true }),
    },
    ({ phase }) => {
      if (phase === 'merging') request.onMerging?.()
    },
  )
  return importing.finally(() => told.end())
}

/** Tells those who follow the store how far an import is, at most twice a second. */
function importProgress(store: Store, name: string, { files }: ReadingPlan) {
  const total = files.reduce((sum, file) => sum + (file.size ?? 0), 0)
  let last = 0
  return {
    read(done: number) {
      const now = Date.now()
      if (now - last < 500) return
      last = now
      void store.events.tell({ job: 'import', name, done, ...(total > 0 && { total }), unit: 'bytes' })
    },
    end: () => store.events.tell({ job: 'import', name, ended: true }),
  }
}

/** A reading of a plan's files, without what a policy drops. */
export function readingOf(
  { reader, files }: ReadingPlan,
  { drop, ...options }: ReadOptions & { drop: DropPolicy },
): Reading {
  return dropping(reader.read(files, options), drop)
}

/** In every format listings, documents and links have other ids: after a change all of them would count as new. */
async function refuseOtherFormat(store: Store, source: string, format: string): Promise<void> {
  const { current } = (await store.lists.status()).find(({ name }) => name === source) ?? {}
  const before = current?.report.format
  if (before === undefined || before === format || [before, format].includes('ftm-delta')) return
  throw new CordonError({
    code: 'CORDON_LIST_FORMAT',
    expected: `${before}, as the version of ${source} that answers now is of`,
    found: format,
    where: source,
    remedy:
      'Import the same format as before, or keep both with --source another_name. To change over use --change-format: what hangs on an entry gets other ids, so that every listing, document and link counts as new once.',
  })
}

/** Whether these bytes are stored already, but with other fields left out than are to be now. */
async function isOtherPolicy(
  store: Store,
  source: string,
  sha256: string,
  names: readonly string[],
): Promise<boolean> {
  const same = (await store.lists.versions(source)).findLast((version) => version.sha256 === sha256)
  return same !== undefined && (same.report.dropRules ?? []).join() !== names.join()
}

/**
 * The source that files are of: the reader's own, the one that is given, or for a format that many publish
 * (FollowTheMoney) the dataset that its first record names.
 * @throws CordonError where nothing tells
 */
export async function sourceOf(
  { reader, files }: ReadingPlan,
  request: Partial<ImportRequest>,
): Promise<Source> {
  const own = reader.source
  const isAnyones = own.name === 'default'
  const name = request.source ?? (isAnyones ? await datasetOf(files[0]!) : own.name)
  const named = isAnyones ? { title: name, publisher: 'unknown' } : own
  return {
    name,
    title: request.title ?? named.title,
    publisher: request.publisher ?? named.publisher,
    ...(own.url && { url: own.url }),
  }
}

async function datasetOf(file: DiskFile): Promise<string> {
  const [line = ''] = (await headOf(file)).split('\n')
  const datasets = /"datasets"\s*:\s*\[\s*"([a-z0-9_]{1,64})"\s*\]/.exec(line)?.[1]
  if (datasets && datasets !== 'default') return datasets
  throw new CordonError({
    code: 'CORDON_NO_SOURCE',
    expected: 'a first record that names one dataset',
    found: 'none or several',
    where: file.name,
    remedy: 'Name the source: --source my_list',
  })
}

/** SHA-256 of the stored bytes; of several files, of their hashes joined. */
async function hashOf(files: readonly DiskFile[]): Promise<string> {
  const hashes: string[] = []
  for (const file of files) {
    const hash = createHash('sha256')
    for await (const chunk of file.open()) hash.update(chunk)
    hashes.push(hash.digest('hex'))
  }
  return hashes.length === 1 ? hashes[0]! : createHash('sha256').update(hashes.join('')).digest('hex')
}
