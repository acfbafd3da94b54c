import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Operation, ReferredObjects, StixBundle } from '@cordon/knowledge'
import { CordonError } from '@cordon/model'
import { z } from 'zod'
import { type PackRule, packRules } from './pack-rules.ts'
import { type OperationFolder, readOperationFolder } from './read-folder.ts'

const packs = fileURLToPath(new URL('../../../../packs/', import.meta.url))

const objectsSchema = z.record(
  z.string(),
  z.object({
    id: z.string().regex(/^[a-z-]+--[0-9a-f-]{36}$/),
    name: z.string().min(1),
    of: z.enum(['attack', 'misp', 'cordon']),
    created: z.iso.datetime(),
    url: z.url().optional(),
    description: z.string().optional(),
  }),
)

/** An operation whose files could all be read. */
export type WholeOperation = OperationFolder & { readonly operation: Operation; readonly bundle: StixBundle }

/** The operations of a pack. */
export interface PackOperations {
  readonly pack: string
  readonly rules: ReadonlyMap<string, PackRule>
  readonly objects: ReferredObjects
  /** By the day on which they began. */
  readonly operations: readonly WholeOperation[]
  /** Folders that could not be read, with their faults. */
  readonly broken: readonly OperationFolder[]
}

/** Folder of the operations of a pack. */
export function operationsFolder(pack = 'dprk'): string {
  return join(packs, pack, 'operations')
}

/**
 * Reads all operations of a pack. One that can't be read stops none of the others: it is among the broken ones, with its faults.
 * @param pack a folder of `packs/`
 */
export function loadOperations(pack = 'dprk'): PackOperations {
  const folder = operationsFolder(pack)
  const rules = packRules(pack)
  const objects = readObjects(folder)
  const read = operationFolders(folder).map((path) => readOperationFolder(path, rules, objects))
  const operations = read
    .filter((one): one is WholeOperation => one.operation !== undefined && one.bundle !== undefined)
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0))
  return {
    pack,
    rules,
    objects,
    operations,
    broken: read.filter((one) => !operations.includes(one as WholeOperation)),
  }
}

const startOf = ({ operation, folder }: WholeOperation) => `${operation.period.start} ${folder}`

/** Paths of the folders of operations within one, each with an `operation.yaml`. */
export function operationFolders(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'operation.yaml')))
    .map(({ name }) => join(folder, name))
    .sort()
}

/**
 * What operations refer to by a word: `objects.json` beside their folders; nothing where there is none.
 * @throws CordonError for a file that can't be read
 */
export function readObjects(folder: string): ReferredObjects {
  const file = join(folder, 'objects.json')
  if (!existsSync(file)) return {}
  const read = objectsSchema.safeParse(parsed(file))
  if (read.success) return read.data as ReferredObjects
  throw new CordonError({
    code: 'CORDON_PACK',
    expected: 'objects by code or name, each with id, name, of and created',
    found: z.prettifyError(read.error),
    where: file,
    remedy: 'Mend the file; docs/methods/operations.md tells its form.',
  })
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return `${dirname(file)}: ${(error as Error).message}`
  }
}
