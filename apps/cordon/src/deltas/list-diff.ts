import { diffLists, type ListDiff, type ListedGroup } from '@cordon/knowledge'
import { CordonError } from '@cordon/model'
import { readers } from '@cordon/sources'
import { inputFile } from '../lists/input-files.ts'
import { namingFiles } from '../lists/name-errors.ts'
import { planReadings } from '../lists/recognise.ts'
import type { Lists, ListVersion } from '../store/index.ts'

/** One version of a list, as a comparison names it. */
export interface DiffSide {
  /** The publisher's version or date of issue. */
  readonly version: string
  /** The number of its import, where it comes from a store. */
  readonly seq?: number
  /** Of the raw bytes, where it comes from a store. */
  readonly sha256?: string
  /** Name of its file, where it comes from one. */
  readonly file?: string
}

/** What changed in one list between two versions, with the groups of both that say so. */
export interface NamedDiff extends ListDiff {
  readonly source: string
  readonly from: DiffSide
  readonly to: DiffSide
  readonly groups: { readonly before: readonly ListedGroup[]; readonly after: readonly ListedGroup[] }
}

/**
 * Compares two list files.
 * @throws CordonError for files that can't be read, or are of two different lists
 */
export async function diffFiles(
  before: string,
  after: string,
  onProgress: (text: string) => void = () => {},
): Promise<NamedDiff> {
  const [old, now] = [await readFile(before, onProgress), await readFile(after, onProgress)]
  if (old.source !== now.source)
    throw new CordonError({
      code: 'CORDON_DIFFERENT_LISTS',
      expected: 'two versions of one list',
      found: `${old.source} and ${now.source}`,
      where: `${before} and ${after}`,
      remedy: 'Compare a list with an earlier or later file of the same publisher.',
    })
  return {
    ...diffLists(old.groups, now.groups),
    source: now.source,
    from: old.side,
    to: now.side,
    groups: { before: old.groups, after: now.groups },
  }
}

async function readFile(path: string, onProgress: (text: string) => void) {
  const file = await inputFile(path)
  const [plan] = await planReadings([file], readers)
  return namingFiles([file.name], async () => {
    const reading = plan!.reader.read([file], {
      fetched: file.written,
      onProgress: (bytes) =>
        onProgress(`reading ${file.name}: ${Math.round((100 * bytes) / Math.max(1, file.size ?? 0))} %`),
    })
    const groups: ListedGroup[] = []
    for await (const { records } of reading) for (const group of records) groups.push(group)
    const { source, version } = reading.report()
    return { groups, source, side: { version, file: file.name } satisfies DiffSide }
  })
}

/**
 * Compares two stored versions of a list. Where none is named: the one that answers with the one imported before it.
 * @throws CordonError where there is no such version, or only one
 */
export async function diffStored(
  lists: Lists,
  source: string,
  from?: string,
  to?: string,
): Promise<NamedDiff> {
  const now = to === undefined ? await currentOf(lists, source) : await lists.find(source, to)
  const old = from === undefined ? await beforeOf(lists, now) : await lists.find(source, from)
  const groups = await lists.pair(source, old.seq, now.seq)
  const diff = diffLists(groups.before, groups.after)
  // Only what differs was read: what is the same is all the rest.
  const listed = await lists.targets(source, now.seq)
  const unchanged = Math.max(0, listed - diff.added.length - diff.changed.length)
  return { ...diff, unchanged, source, from: sideOf(old), to: sideOf(now), groups }
}

const sideOf = ({ version, seq, sha256 }: ListVersion): DiffSide => ({ version, seq, sha256 })

async function currentOf(lists: Lists, source: string): Promise<ListVersion> {
  const current = (await lists.versions(source)).find((one) => one.current)
  if (current) return current
  const known = (await lists.status()).map(({ name }) => name)
  throw new CordonError({
    code: 'CORDON_LIST_UNKNOWN',
    expected: `a list that is loaded: ${known.join(', ') || 'there is none'}`,
    found: source,
    where: 'the list asked for',
    remedy: 'Ask `cordon lists status` for the lists.',
  })
}

async function beforeOf(lists: Lists, version: ListVersion): Promise<ListVersion> {
  const former = (await lists.versions(version.source)).filter(({ seq }) => seq < version.seq).at(-1)
  if (former) return former
  throw new CordonError({
    code: 'CORDON_LIST_FIRST',
    expected: 'an earlier version to compare with',
    found: `${version.version}, the first that was imported`,
    where: `the versions of ${version.source}`,
    remedy: 'Import an earlier file of the list, or wait for the next version.',
  })
}
