import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A MISP feed on disk: its events, and what its manifest names and the folder lacks. */
export interface MispFeed {
  readonly folder: string
  /** Files of events, in order of name. */
  readonly events: readonly string[]
  readonly missing: readonly string[]
  /** Files beside them that the manifest does not name. */
  readonly others: readonly string[]
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Files of a feed that hold nothing of their own: hashes of the values in its events, for a quick look whether one is in it. */
const besides = new Set(['manifest.json', 'hashes.csv'])
const largestManifest = 256 * 1024 ** 2

/**
 * The feed that a path leads to: a folder with a manifest, or the manifest itself. Undefined where it is none. Only what the
 * manifest names is of the feed: an event that was withdrawn may still lie beside it.
 * @see https://www.circl.lu/doc/misp/managing-feeds: `manifest.json` (uuid to info, organisation, timestamp), one
 * `<uuid>.json` an event
 */
export async function mispFeed(path: string): Promise<MispFeed | undefined> {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false
  if (!isFolder && basename(path) !== 'manifest.json') return undefined
  const folder = isFolder ? path : dirname(path)
  const named = await manifestOf(join(folder, 'manifest.json'))
  if (!named) return undefined
  const there = new Set(await readdir(folder))
  const files = named.map((id) => (there.has(`${id}.json`) ? `${id}.json` : `${id}.json.gz`))
  const known = new Set(files)
  return {
    folder,
    events: files.filter((name) => there.has(name)).map((name) => join(folder, name)),
    missing: files.filter((name) => !there.has(name)).map((name) => name.replace(/\.gz$/, '')),
    others: [...there]
      .filter((name) => !known.has(name) && !besides.has(name) && !name.startsWith('.'))
      .sort(),
  }
}

async function manifestOf(file: string): Promise<string[] | undefined> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile() || found.size > largestManifest) return undefined
  let value: unknown
  try {
    value = JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const ids = Object.entries(value)
  const isManifest = ids.length > 0 && ids.every(([id, event]) => uuid.test(id) && typeof event === 'object')
  return isManifest ? ids.map(([id]) => id).sort() : undefined
}
