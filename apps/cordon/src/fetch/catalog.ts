import { CordonError } from '@cordon/model'
import { z } from 'zod'
import { type AskOptions, askText } from './ask.ts'
import type { Publisher } from './publishers.ts'

/** A dataset as OpenSanctions' `index.json` has it, as far as it matters here. */
export interface CatalogDataset {
  readonly name: string
  readonly title: string
  /** The catalogue's name of the version: `20260227065512-abc`. */
  readonly version: string
  /** When it was made, ISO 8601 to the second. */
  readonly updated: string
  readonly entities: { readonly url: string; readonly sha1?: string; readonly size?: number }
  /** Address of the index of deltas. */
  readonly deltas?: string
}

const datasetSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
  version: z.string().optional(),
  updated_at: z.string().optional(),
  last_export: z.string().optional(),
  last_change: z.string().optional(),
  delta_url: z.string().nullish(),
  resources: z
    .array(
      z.object({
        name: z.string(),
        url: z.string(),
        checksum: z.string().nullish(),
        size: z.number().nullish(),
      }),
    )
    .default([]),
})

const entitiesName = 'entities.ftm.json'

/**
 * Asks a catalogue (`index.json` of one dataset, or of many under `datasets`) for the dataset that is meant.
 * @throws CordonError CORDON_CATALOG where it is no catalogue or lacks the dataset or its entities; what `ask` throws
 */
export async function askCatalog(publisher: Publisher, options: AskOptions): Promise<CatalogDataset> {
  const where = publisher.url!
  const value = json(await askText(where, options), where)
  const found = datasetOf(value, publisher.dataset)
  const read = datasetSchema.safeParse(found)
  if (!read.success)
    throw bad(
      where,
      `the dataset ${publisher.dataset ?? 'of an index.json'}`,
      datasetNames(value),
      'Name it in lists.yaml: `dataset: ...`.',
    )
  const { data } = read
  const entities = data.resources.find(({ name }) => name === entitiesName)
  if (!entities)
    throw bad(
      where,
      `a resource ${entitiesName}`,
      data.resources.map(({ name }) => name).join(', ') || 'none',
      'Choose another dataset.',
    )
  const updated = data.updated_at ?? data.last_export ?? data.last_change ?? data.version ?? ''
  return {
    name: data.name,
    title: data.title ?? data.name,
    version: data.version ?? updated,
    updated: updated.replace(/\.\d+/, ''),
    entities: {
      url: new URL(entities.url, where).href,
      ...(entities.checksum && { sha1: entities.checksum }),
      ...(entities.size && { size: entities.size }),
    },
    ...(data.delta_url && { deltas: new URL(data.delta_url, where).href }),
  }
}

/**
 * The addresses of the deltas that lead from one version to another, in order; undefined where the chain has a gap or none
 * is kept, so that the whole list has to be fetched.
 */
export async function deltaChain(
  index: string,
  from: string,
  to: string,
  options: AskOptions,
): Promise<readonly { readonly version: string; readonly url: string }[] | undefined> {
  const read = z
    .object({ versions: z.record(z.string(), z.string()) })
    .safeParse(json(await askText(index, options), index))
  if (!read.success) return undefined
  const versions = Object.keys(read.data.versions).sort()
  // Each leads from the one before it: only where the version at hand is in the index is the chain whole.
  if (!versions.includes(from) || !versions.includes(to)) return undefined
  return versions
    .filter((version) => version > from && version <= to)
    .map((version) => ({ version, url: new URL(read.data.versions[version]!, index).href }))
}

function json(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw bad(where, 'an index.json', JSON.stringify(text.slice(0, 60)), 'Check the address in lists.yaml.')
  }
}

function datasetOf(value: unknown, name: string | undefined): unknown {
  const list = z.object({ datasets: z.array(z.object({ name: z.string() }).loose()) }).safeParse(value)
  if (!list.success) return value
  return name === undefined ? undefined : list.data.datasets.find((one) => one.name === name)
}

function datasetNames(value: unknown): string {
  const list = z.object({ datasets: z.array(z.object({ name: z.string() })) }).safeParse(value)
  return list.success
    ? list.data.datasets
        .slice(0, 20)
        .map(({ name }) => name)
        .join(', ')
    : 'another kind of document'
}

function bad(where: string, expected: string, found: string, remedy: string): CordonError {
  return new CordonError({ code: 'CORDON_CATALOG', expected, found, where, remedy })
}
