import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { ndjsonLine } from '@cordon/formats'
import { doors } from '@cordon/knowledge'
import { type Command, Option } from 'commander'
import { buildOperation, writeBuilt } from '../operations/build-operation.ts'
import {
  loadOperations,
  operationFolders,
  operationsFolder,
  readObjects,
} from '../operations/load-operations.ts'
import { operationView, summaryView } from '../operations/operation-view.ts'
import { packRules } from '../operations/pack-rules.ts'
import { type OperationFault, readOperationFolder } from '../operations/read-folder.ts'
import { attackObjects, missingCodes, writeObjects } from '../operations/refer-attack.ts'
import { UsageError } from './failure.ts'
import { operationText, summaryText } from './operations-shown.ts'
import { write } from './output.ts'

interface ShowOptions {
  readonly door?: string
  readonly format?: 'text' | 'json'
}

/** `cordon operations`: past operations as data. */
export function addOperationsCommand(program: Command): void {
  const operations = program
    .command('operations')
    .description('Past operations: what happened, who says who did it, what would see it today, what to do.')
  const format = () => new Option('--format <format>', 'how it is written').choices(['text', 'json'])
  operations
    .command('list', { isDefault: true })
    .description('The operations of the pack, in the order of their times.')
    .addOption(new Option('--door <door>', 'only those that went through it').choices([...doors]))
    .addOption(format())
    .action(list)
  operations
    .command('show')
    .description('One operation with its page, attributions, rules and playbook.')
    .argument('<id>', 'for example bangladesh-bank-2016')
    .addOption(format())
    .action(show)
  operations
    .command('check')
    .description('Check folders of operations: fields, references, STIX 2.1 bundles, CACAO 2.0 playbooks.')
    .argument('<folder...>', 'a folder of one operation, or one that holds several')
    .addHelpText(
      'after',
      '\nEvery fault is told at its file and field; the exit code is 1 where there is one. docs/methods/operations.md tells the form.',
    )
    .action(check)
  operations
    .command('build')
    .description('Make bundle.json and playbook.json of operation.yaml and playbook.yaml.')
    .argument('<folder...>', 'a folder of one operation, or one that holds several')
    .option('--attack <file>', "MITRE's ATT&CK bundle: codes that objects.json lacks are taken from there")
    .action(build)
}

async function list({ door, format }: ShowOptions): Promise<void> {
  const pack = loadOperations()
  const shown = pack.operations.filter(({ operation }) => !door || operation.doors.includes(door as never))
  for (const one of shown) {
    const view = summaryView(one, pack)
    await write(isJson(format) ? ndjsonLine(view) : summaryText(view))
  }
  for (const { folder, faults } of pack.broken) await tellFaults(folder, faults)
  if (pack.broken.length > 0) process.exitCode = 1
}

async function show(id: string, { format }: ShowOptions): Promise<void> {
  const pack = loadOperations()
  const one = pack.operations.find(({ folder }) => folder === id)
  if (!one)
    throw new UsageError(
      `There is no operation "${id}"; there are ${pack.operations.map(({ folder }) => folder).join(', ')}.`,
    )
  const view = operationView(one, pack)
  await write(isJson(format) ? ndjsonLine(view) : operationText(view))
}

async function check(given: readonly string[]): Promise<void> {
  const rules = packRules()
  let wrong = 0
  for (const folder of foldersOf(given)) {
    const read = readOperationFolder(folder, rules, objectsBeside(folder))
    if (read.faults.length > 0) wrong++
    await tellFaults(folder, read.faults)
  }
  const total = foldersOf(given).length
  process.stderr.write(`${total} ${total === 1 ? 'operation' : 'operations'} checked, ${wrong} with faults\n`)
  if (wrong > 0) process.exitCode = 1
}

async function build(given: readonly string[], { attack }: { readonly attack?: string }): Promise<void> {
  const rules = packRules()
  for (const folder of foldersOf(given)) {
    if (attack) await refer(folder, attack)
    const read = readOperationFolder(folder, rules, objectsBeside(folder))
    // What is made anew need not be right before.
    const own = read.faults.filter(({ file }) => file === 'operation.yaml' || file === 'playbook.yaml')
    const { files, faults } = own.length > 0 ? { faults: own } : buildOperation(read, objectsBeside(folder))
    await tellFaults(folder, faults)
    if (!files) {
      process.exitCode = 1
      continue
    }
    writeBuilt(folder, files)
    process.stderr.write(`${basename(folder)}: ${Object.keys(files).join(' and ')} written\n`)
  }
}

async function refer(folder: string, attack: string): Promise<void> {
  const objects = objectsBeside(folder)
  const { operation } = readOperationFolder(folder, packRules(), objects)
  const missing = operation ? missingCodes(operation, objects) : []
  if (missing.length === 0) return
  const found = attackObjects(attack, new Set(missing))
  writeObjects(join(dirname(resolve(folder)), 'objects.json'), { ...objects, ...found })
  process.stderr.write(`objects.json: ${Object.keys(found).join(', ') || 'nothing'} added\n`)
}

/** What is referred to beside the folder, else what the pack refers to. */
function objectsBeside(folder: string) {
  const own = dirname(resolve(folder))
  return readObjects(existsSync(join(own, 'objects.json')) ? own : operationsFolder())
}

function foldersOf(given: readonly string[]): string[] {
  return given.flatMap((path) => {
    if (existsSync(join(path, 'operation.yaml'))) return [path]
    const inside = operationFolders(path)
    if (inside.length === 0)
      throw new UsageError(`${path} holds no operation: a folder with an operation.yaml is expected.`)
    return inside
  })
}

async function tellFaults(folder: string, faults: readonly OperationFault[]): Promise<void> {
  for (const { file, field, expected, found } of faults)
    await write(
      `${basename(folder)}/${file}${field ? ` ${field}` : ''}: expected ${expected}, found ${found}\n`,
    )
}

function isJson(format: 'text' | 'json' | undefined): boolean {
  return (format ?? (process.stdout.isTTY ? 'text' : 'json')) === 'json'
}
