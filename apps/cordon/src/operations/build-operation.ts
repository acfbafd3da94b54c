import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeBundle, makePlaybook, type ReferredObjects } from '@cordon/knowledge'
import type { OperationFault, OperationFolder } from './read-folder.ts'

/** The files that are made of an operation's description, as they are written. */
export interface BuiltFiles {
  readonly 'bundle.json': string
  /** Where there is a `playbook.yaml`. */
  readonly 'playbook.json'?: string
}

/** Makes `bundle.json` and `playbook.json` of what was read, or tells what stands in the way. */
export function buildOperation(
  { operation, source }: OperationFolder,
  objects: ReferredObjects,
): { readonly files?: BuiltFiles; readonly faults: readonly OperationFault[] } {
  if (!operation) return { faults: [] }
  const { bundle, faults } = makeBundle(operation, objects)
  if (!bundle) return { faults: faults.map((one) => ({ file: 'operation.yaml', ...one })) }
  const campaign = bundle.objects.find(({ type }) => type === 'campaign')!.id
  const playbook = source && makePlaybook(source, operation, campaign)
  return {
    faults: [],
    files: { 'bundle.json': written(bundle), ...(playbook && { 'playbook.json': written(playbook) }) },
  }
}

/** Writes the files that were made into the operation's folder. */
export function writeBuilt(folder: string, files: BuiltFiles): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

function written(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
