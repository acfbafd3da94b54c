import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CordonError } from '@cordon/model'
import { dropPolicy } from '@cordon/sources'
import { parse } from 'yaml'
import { z } from 'zod'
import { defaultDataFolder } from '../store/index.ts'
import { knownPublishers, type Publisher } from './publishers.ts'

/** What a deployment says about its lists: `lists.yaml` in the data folder. */
export interface ListsConfig {
  /** Names of what is dropped at import; see `dropPolicy`. */
  readonly drop: readonly string[]
  /** Milliseconds between two rounds of `cordon serve`; undefined where it fetches nothing by itself. */
  readonly every?: number
  /** How many versions of a list are kept as raw bytes. */
  readonly keepRaw: number
  readonly publishers: readonly Publisher[]
  /** Where raw bytes and beginnings of downloads lie. */
  readonly folder: string
}

const minutes = { m: 1, h: 60, d: 1440 } as const
const duration = z
  .string()
  .regex(/^\d+(m|h|d)$/, 'a duration such as 30m, 6h or 1d')
  .transform((text) => Number(text.slice(0, -1)) * minutes[text.at(-1) as 'm' | 'h' | 'd'] * 60_000)
  .refine((value) => value >= 300_000, 'at least 5m: publishers change their lists some times a day')

const listSchema = z.strictObject({
  url: z.string().optional(),
  catalog: z.string().optional(),
  dataset: z.string().optional(),
  title: z.string().optional(),
  format: z.string().optional(),
  mapping: z.string().optional(),
  enabled: z.boolean().optional(),
  allow_private: z.boolean().optional(),
  max_bytes: z.number().int().positive().optional(),
  max_loss: z.number().min(0).max(1).optional(),
})

const fileSchema = z.strictObject({
  drop: z.array(z.string()).optional(),
  schedule: duration.optional(),
  keep_raw: z.number().int().min(1).max(1000).optional(),
  lists: z.record(z.string().regex(/^[a-z0-9_]{1,64}$/), listSchema.nullable()).optional(),
})

/**
 * Reads lists.yaml, or gives the defaults where there is none.
 * @param data the data folder, as `--data` or CORDON_DATA name it
 * @throws CordonError CORDON_LISTS_CONFIG that names the place in the file
 */
export function listsConfig(data: string | undefined): ListsConfig {
  const folder = resolve(data || defaultDataFolder())
  const path = join(folder, 'lists.yaml')
  const file = existsSync(path) ? readConfig(path) : {}
  dropPolicy(file.drop ?? [], path)
  return {
    drop: file.drop ?? [],
    keepRaw: file.keep_raw ?? 10,
    ...(file.schedule !== undefined && { every: file.schedule }),
    publishers: publishersOf(file, path),
    folder: join(folder, 'lists'),
  }
}

function readConfig(path: string): z.infer<typeof fileSchema> {
  let value: unknown
  try {
    value = parse(readFileSync(path, 'utf8')) ?? {}
  } catch (error) {
    throw badConfig(path, 'YAML', (error as Error).message.split('\n')[0]!)
  }
  const read = fileSchema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw badConfig(
    [path, issue!.path.join('.')].filter(Boolean).join(': '),
    'a key or value that docs/reference/lists-yaml.md knows',
    issue!.message,
  )
}

function publishersOf({ lists = {} }: z.infer<typeof fileSchema>, path: string): Publisher[] {
  const publishers = new Map(knownPublishers().map((one) => [one.name, one]))
  for (const [name, given] of Object.entries(lists)) {
    const before = publishers.get(name)
    const said = given ?? {}
    if (said.enabled === false) publishers.delete(name)
    else publishers.set(name, merged(name, before, said, path))
  }
  return [...publishers.values()]
}

function merged(
  name: string,
  before: Publisher | undefined,
  said: z.infer<typeof listSchema>,
  path: string,
): Publisher {
  const url = said.catalog ?? said.url ?? before?.url
  if (!url) throw badConfig(`${path}: lists.${name}`, 'url, or catalog', 'neither')
  return {
    name,
    title: said.title ?? before?.title ?? name,
    kind: said.catalog ? 'catalog' : 'file',
    url,
    allowPrivate: said.allow_private ?? false,
    maxLoss: said.max_loss ?? before?.maxLoss ?? 0.2,
    ...(said.dataset && { dataset: said.dataset }),
    ...(said.max_bytes && { maxBytes: said.max_bytes }),
    ...(said.mapping && { mapping: resolve(dirname(path), said.mapping) }),
    ...formatOf(said, before),
  }
}

/** Another address may have another format of the same list. */
function formatOf(
  { format, url, catalog, mapping }: z.infer<typeof listSchema>,
  before: Publisher | undefined,
) {
  if (format) return { format }
  return url || catalog || mapping || !before?.format ? {} : { format: before.format }
}

function badConfig(where: string, expected: string, found: string): CordonError {
  return new CordonError({
    code: 'CORDON_LISTS_CONFIG',
    expected,
    found,
    where,
    remedy: 'See docs/reference/lists-yaml.md.',
  })
}
