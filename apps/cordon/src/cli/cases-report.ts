import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  heldTotal,
  mispEventOf,
  mispFeedOf,
  type ReportFacts,
  type ReportLanguage,
  reportLanguages,
} from '@cordon/casework'
import type { Tlp } from '@cordon/model'
import { type Command, Option } from 'commander'
import { parse } from 'yaml'
import { z } from 'zod'
import { type ExportFormat, exportCase, exportFormats, heldOf, releasedCase } from '../sharing/export-case.ts'
import { caseNumber, dataOption } from './cases-shown.ts'
import { UsageError } from './failure.ts'
import { plain, writeBytes } from './output.ts'
import { tlpOption } from './taxii.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface ReportOptions {
  readonly format: ExportFormat
  readonly tlp: Tlp
  readonly language: ReportLanguage
  readonly facts?: string
  readonly output?: string
  readonly data?: string
}

/** `cordon cases report` and `cordon cases feed`: a case as a file that can be handed on. */
export function addCaseReports(cases: Command): void {
  cases
    .command('report')
    .description('A case as a file that can be handed on: nothing above the marking leaves.')
    .argument('<case>', 'its number', caseNumber)
    .addOption(new Option('--format <format>', 'in which form').choices(exportFormats).default('html'))
    .addOption(tlpOption())
    .addOption(new Option('--language <code>', 'of the report').choices(reportLanguages).default('en'))
    .option(
      '--facts <file>',
      'what reports to authorities ask for and no case holds, as YAML or JSON: "report/rentity_id": 42',
    )
    .option('-o, --output <file>', 'where it goes; default: standard output')
    .addOption(dataOption())
    .addHelpText(
      'after',
      `
Examples:
  cordon cases report 12 --format pdf --language ko -o case-12.pdf
  cordon cases report 12 --format stix --tlp green -o case-12.json
  cordon cases report 12 --format goaml --facts bank.yaml -o str.xml

What is held back is counted, and mandatory fields that nobody gave are named, on standard error. Each report is in the audit log.`,
    )
    .action(reportCase)
  cases
    .command('feed')
    .description('Cases as a MISP feed: manifest.json, hashes.csv, and one file an event.')
    .argument('<case...>', 'their numbers')
    .addOption(tlpOption())
    .requiredOption('-o, --output <folder>', 'where it goes')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  cordon cases feed 12 14 --tlp green -o feed')
    .action(feedOf)
}

async function reportCase(
  id: number,
  { format, tlp, language, facts, output, data }: ReportOptions,
): Promise<void> {
  const given = facts ? await factsOf(facts) : undefined
  await withStore(data, async (store) => {
    const made = await exportCase(
      store,
      { case: id, format, tlp, language, ...(given && { facts: given }) },
      commandLineActor(),
    )
    if (output) await writeFile(output, made.bytes, { mode: 0o600 })
    else await writeBytes(made.bytes)
    const { findings, held } = made.released
    process.stderr.write(`${findings.length} findings at ${tlp}, ${heldTotal(held)} things held back\n`)
    if (made.missing.length > 0)
      process.stderr.write(
        `to be filled in (--facts):\n${made.missing.map((one) => `  ${plain(one)}\n`).join('')}`,
      )
  })
}

async function factsOf(file: string): Promise<ReportFacts> {
  const shape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  const found = shape.safeParse(parse(await readFile(file, 'utf8')))
  if (found.success)
    return Object.fromEntries(Object.entries(found.data).map(([key, value]) => [key, String(value)]))
  throw new UsageError(`${file} holds no map of fields to values.`)
}

async function feedOf(
  numbers: readonly string[],
  { tlp, output, data }: { tlp: Tlp; output: string; data?: string },
): Promise<void> {
  await withStore(data, async (store) => {
    const events = []
    for (const number of numbers) {
      const id = caseNumber(number)
      const released = await releasedCase(store, id, tlp)
      events.push(mispEventOf(released))
      await store.taxii.shared({
        case: id,
        format: 'misp-feed',
        tlp,
        who: commandLineActor(),
        objects: released.findings.length,
        held: heldOf(released),
      })
    }
    await mkdir(output, { recursive: true })
    // The manifest comes last: what it names is there.
    for (const [name, content] of mispFeedOf(events))
      await writeFile(join(output, name), content, { mode: 0o600 })
    process.stderr.write(`${events.length} events in ${plain(output)}\n`)
  })
}
