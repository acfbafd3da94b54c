import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  attributable,
  type CacaoPlaybook,
  checkCacaoPlaybook,
  checkStixBundle,
  type Operation,
  type PlaybookSource,
  parseOperation,
  parsePlaybookSource,
  type ReferredObjects,
  referredBy,
  type StixBundle,
} from '@cordon/knowledge'
import type { FieldFault } from '@cordon/model'
import { parse } from 'yaml'
import type { PackRule } from './pack-rules.ts'

/** A fault of an operation's folder, at its file and field. */
export interface OperationFault extends FieldFault {
  readonly file: string
}

/** An operation's folder as it was read. What could not be read is absent, and among the faults. */
export interface OperationFolder {
  readonly folder: string
  readonly operation?: Operation
  readonly bundle?: StixBundle
  readonly source?: PlaybookSource
  readonly playbook?: CacaoPlaybook
  /** The page, Markdown. */
  readonly page?: string
  readonly hasDrill: boolean
  readonly faults: readonly OperationFault[]
}

/**
 * Reads and checks one operation: its description, bundle, playbook and page, and all that they refer to. Nothing is thrown for
 * a file that is missing or can't be read: it is a fault.
 * @param folder path of the folder, whose name is the operation's id
 */
export function readOperationFolder(
  folder: string,
  rules: ReadonlyMap<string, PackRule>,
  objects: ReferredObjects,
): OperationFolder {
  const faults: OperationFault[] = []
  const at = (file: string, found: readonly FieldFault[]) =>
    faults.push(...found.map((one) => ({ file, ...one })))
  const yaml = (file: string) => readFile(folder, file, (text) => parse(text) as unknown, faults)
  const json = (file: string) => readFile(folder, file, (text) => JSON.parse(text) as unknown, faults)
  const described = yaml('operation.yaml')
  const parsed = described === undefined ? undefined : parseOperation(described, basename(folder))
  at('operation.yaml', parsed?.faults ?? [])
  const operation = parsed?.operation
  if (operation) at('operation.yaml', referenceFaults(operation, rules, objects))
  const bundle = json('bundle.json')
  if (bundle !== undefined) at('bundle.json', checkStixBundle(bundle))
  const playbook = json('playbook.json')
  if (playbook !== undefined) at('playbook.json', checkCacaoPlaybook(playbook))
  const written = existsSync(join(folder, 'playbook.yaml')) ? yaml('playbook.yaml') : undefined
  const source = written === undefined ? undefined : parsePlaybookSource(written)
  at('playbook.yaml', source?.faults ?? [])
  if (source?.playbook) at('playbook.yaml', ruleFaults(source.playbook, rules))
  const page = readFile(folder, 'README.md', (text) => text, faults)
  if (operation && page !== undefined) at('README.md', citationFaults(page, operation))
  return {
    folder: basename(folder),
    ...(operation && { operation }),
    ...(bundle !== undefined && { bundle: bundle as StixBundle }),
    ...(source?.playbook && { source: source.playbook }),
    ...(playbook !== undefined && { playbook: playbook as CacaoPlaybook }),
    ...(page !== undefined && { page }),
    hasDrill: existsSync(join(folder, 'drill.yaml')),
    faults,
  }
}

function readFile<T>(
  folder: string,
  file: string,
  read: (text: string) => T,
  faults: OperationFault[],
): T | undefined {
  try {
    return read(readFileSync(join(folder, file), 'utf8'))
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const found = isMissing ? 'no such file' : (error as Error).message.split('\n')[0]!
    faults.push({ file, field: '', expected: isMissing ? 'a file' : 'a file that can be read', found })
    return undefined
  }
}

function referenceFaults(
  operation: Operation,
  rules: ReadonlyMap<string, PackRule>,
  objects: ReferredObjects,
): FieldFault[] {
  const faults: FieldFault[] = []
  operation.rules.forEach((id, at) => {
    const rule = rules.get(id)
    if (!rule) faults.push({ field: `rules[${at}]`, expected: 'the id of a rule of the pack', found: id })
    else if (!operation.doors.includes(rule.door))
      faults.push({
        field: `rules[${at}]`,
        expected: `a rule of ${operation.doors.join(' or ')}`,
        found: `${id}, of ${rule.door}`,
      })
  })
  const refer = (word: string, field: string, types?: readonly string[]) => {
    if (!referredBy(objects, word, types))
      faults.push({ field, expected: 'a code or name of objects.json', found: word })
  }
  for (const [at, { id }] of operation.techniques.entries()) refer(id, `techniques[${at}].id`)
  for (const [at, { to }] of operation.claims.entries()) refer(to, `claims[${at}].to`, attributable)
  for (const [at, { attack }] of operation.software.entries())
    if (attack !== undefined) refer(attack, `software[${at}].attack`)
  if (operation.campaign) refer(operation.campaign, 'campaign')
  return faults
}

const citation = /^[a-z0-9]+(?:-[a-z0-9]+)+$/

/** A page cites sources in square brackets: `[baes-2016]`, `[ians-2016, daily-star-2019]`. */
function citationFaults(page: string, { sources }: Operation): FieldFault[] {
  const known = new Set(sources.map(({ id }) => id))
  const faults: FieldFault[] = []
  page.split('\n').forEach((line, at) => {
    for (const [, inner] of line.matchAll(/\[([^\][]+)\](?!\()/g))
      for (const id of inner!.split(', '))
        if (citation.test(id) && !known.has(id))
          faults.push({
            field: `line ${at + 1}`,
            expected: 'the id of a source of operation.yaml',
            found: `[${id}]`,
          })
  })
  return faults
}

function ruleFaults(playbook: PlaybookSource, rules: ReadonlyMap<string, PackRule>): FieldFault[] {
  const faults: FieldFault[] = []
  const visit = (steps: PlaybookSource['steps'], field: string): void => {
    steps.forEach((step, at) => {
      const place = `${field}[${at}]`
      if (step.is === 'together') visit(step.steps, `${place}.together`)
      else if (step.is === 'question') {
        visit(step.yes, `${place}.yes`)
        visit(step.no, `${place}.no`)
      } else
        step.rules.forEach((id, number) => {
          if (!rules.has(id))
            faults.push({
              field: `${place}.rules[${number}]`,
              expected: 'the id of a rule of the pack',
              found: id,
            })
        })
    })
  }
  visit(playbook.steps, 'steps')
  return faults
}
