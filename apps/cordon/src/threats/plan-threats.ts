import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { CordonError } from '@cordon/model'
import { headOf, recogniseThreatFormat, sourceName, type ThreatReader, threatReaders } from '@cordon/sources'
import { type DiskFile, inputFile } from '../lists/input-files.ts'
import { namingFiles } from '../lists/name-errors.ts'
import { mispFeed } from './misp-feed.ts'

/** A file with its reader, and what it is kept as. */
export interface ThreatPlan {
  readonly reader: ThreatReader
  readonly file: DiskFile
  /** What is replaced as a whole when it comes again. */
  readonly collection: string
  /** The source where the file itself doesn't say one: the folder it was named in. */
  readonly folder?: string
}

/** Files to be read, and those in folders that no reader knows. */
export interface ThreatPlans {
  readonly plans: readonly ThreatPlan[]
  readonly passedOver: readonly string[]
  /** Events that the manifest of a MISP feed names, and that are not there. */
  readonly missing: readonly string[]
}

/**
 * The files that paths lead to: folders with all that is in them, MISP feeds with what their manifest names.
 * @throws CordonError for a file named by itself that no reader understands, or that is not there
 */
export async function planThreats(paths: readonly string[]): Promise<ThreatPlans> {
  const plans: ThreatPlan[] = []
  const passedOver: string[] = []
  const missing: string[] = []
  for (const given of paths) {
    const feed = await mispFeed(given)
    missing.push(...(feed?.missing ?? []))
    passedOver.push(...(feed?.others ?? []))
    const path = feed?.folder ?? given
    const isFolder = feed !== undefined || ((await stat(path).catch(() => undefined))?.isDirectory() ?? false)
    for (const one of feed ? feed.events : isFolder ? await filesIn(path) : [path]) {
      const file = await inputFile(one)
      const head = await namingFiles([file.name], () => headOf(file))
      const reader = recogniseThreatFormat(head, file.name)
      const name = isFolder ? relative(path, one).split(sep).join('/') : file.name
      if (reader)
        plans.push({
          reader,
          file,
          collection: name,
          ...(isFolder && { folder: sourceName(basename(path)) }),
        })
      else if (isFolder) passedOver.push(name)
      else throw unknownFormat(file, head)
    }
  }
  return { plans, passedOver, missing }
}

async function filesIn(folder: string): Promise<string[]> {
  const files: string[] = []
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await filesIn(path)))
    else if (entry.isFile() && !entry.name.startsWith('.')) files.push(path)
  }
  return files
}

function unknownFormat(file: DiskFile, head: string): CordonError {
  const begins = JSON.stringify(head.replace(/\s+/g, ' ').trim().slice(0, 60))
  return new CordonError({
    code: 'CORDON_UNKNOWN_FORMAT',
    expected: `threat intelligence in one of the formats ${threatReaders.map(({ format }) => format).join(', ')}`,
    found: head === '' ? 'an empty file' : `a file that begins with ${begins}`,
    where: file.name,
    remedy: 'docs/methods/knowledge.md tells what each of them is.',
  })
}
