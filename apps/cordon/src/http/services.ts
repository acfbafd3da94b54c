import type { Algorithm } from '@cordon/screening'
import type { Known, KnownHolder } from '../known/known.ts'
import { HttpFault } from './problem.ts'
import type { Records } from './records.ts'

/** What the routes work with. */
export interface Services {
  readonly version: string
  readonly known: KnownHolder
  /** The first one is the default. */
  readonly algorithms: readonly Algorithm[]
  /** The store; absent where the server answers from list files alone. */
  readonly records?: Records
}

/**
 * The store.
 * @throws HttpFault 501 on a server that keeps nothing
 */
export function recordsOf({ records }: Services): Records {
  if (records) return records
  throw new HttpFault(501, {
    code: 'CORDON_NO_STORE',
    expected: 'a server with a store',
    found: 'one that answers from list files and keeps nothing',
    where: 'server',
    remedy: 'Start it with `cordon serve` without --list.',
  })
}

/**
 * What is known now.
 * @throws HttpFault 503 while the lists are still being loaded
 */
export function knownNow({ known }: Services): Known {
  const current = known.current
  if (current) return current
  throw new HttpFault(503, {
    code: 'CORDON_LOADING',
    expected: 'loaded lists',
    found: 'a server that is still loading them',
    where: 'server',
    remedy: 'Ask again when GET /readyz answers 200.',
  })
}

/** The collection of all sources. */
export const allSources = 'default'

/**
 * The sources that a dataset of the path means.
 * @returns undefined for all of them
 * @throws HttpFault 404 for one that is not loaded
 */
export function sourcesOf(known: Known, dataset: string): readonly string[] | undefined {
  if (dataset === allSources) return undefined
  if (known.versions[dataset] !== undefined) return [dataset]
  const names = [allSources, ...Object.keys(known.versions)]
  throw new HttpFault(404, {
    code: 'CORDON_NO_SUCH_DATASET',
    expected: `one of the datasets ${names.join(', ')}`,
    found: `"${dataset.slice(0, 200)}"`,
    where: 'path.dataset',
    remedy: 'Ask GET /catalog for the datasets that are loaded.',
  })
}

/** The versions that an answer names: of the sources it searched, and of no others. */
export function versionsOf(known: Known, sources: readonly string[] | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(known.versions).filter(([source]) => sources?.includes(source) ?? true),
  )
}

/** A list that was searched: which, in which version, and how old it is. */
export interface SearchedList {
  readonly source: string
  readonly title: string
  /** The publisher's version or date of issue. */
  readonly version: string
  /** When its bytes were fetched, ISO 8601. */
  readonly fetched?: string
}

/** The lists that an answer rests on, and no others: "no match" says no more than these. */
export function searchedLists(known: Known, sources: readonly string[] | undefined): SearchedList[] {
  return known.lists
    .filter(({ source }) => sources?.includes(source) ?? true)
    .map(({ source, title, version, fetched }) => ({ source, title, version, ...(fetched && { fetched }) }))
}

/**
 * The same as a header (`x-cordon-lists`), for answers whose form another standard fixes: `us_ofac_sdn@2025-09-03`, a space between
 * two.
 */
export function searchedHeader(known: Known, sources: readonly string[] | undefined): string {
  return searchedLists(known, sources)
    .map(({ source, version }) => `${source}@${encodeURIComponent(version)}`)
    .join(' ')
}
