import { type Bytes, csvLine, decompress, ndjsonLine, readCsv } from '@cordon/formats'
import { CordonError } from '@cordon/model'
import type { Comparison } from '@cordon/screening'
import type { Command } from 'commander'
import { openBytes } from '../lists/input-files.ts'
import { headerKey } from '../parties/headers.ts'
import { schemaOf } from '../parties/party.ts'
import { defaultAlgorithm } from '../screening-algorithms.ts'
import { UsageError } from './failure.ts'
import { numberBetween } from './options.ts'
import { plain, write } from './output.ts'
import { RejectSink } from './rejects.ts'

interface CompareOptions {
  readonly input?: string
  readonly schema: string
  readonly threshold: number
  readonly format: 'csv' | 'ndjson'
  readonly rejects?: string
}

/** Where the two names and the schema stand in a file of pairs. */
interface PairColumns {
  readonly name1: string
  readonly name2: string
  readonly schema?: string
}

/** `cordon compare`: how alike are two names? */
export function addCompareCommand(program: Command): void {
  program
    .command('compare')
    .description('Score how alike two names are, or the pairs of a CSV file.')
    .argument('[name1]')
    .argument('[name2]')
    .option('--input <file>', 'CSV with columns schema, name1, name2; `-` is standard input')
    .option('--schema <schema>', 'kind of party where the file does not say', 'LegalEntity')
    .option('--threshold <score>', 'from here on it is a match', numberBetween(0, 1), 0.7)
    .option('--format <format>', 'csv or ndjson, for --input', 'csv')
    .option('--rejects <file>', 'write rows that cannot be read there, as NDJSON')
    .addHelpText(
      'after',
      `
Examples:
  cordon compare "Park Jin Hyok" "PAK Jin Hek" --schema Person
  cordon compare --input pairs.csv > scored.csv
  cat pairs.csv | cordon compare --input - --format ndjson

Every column of the file is kept; score, match and explanation are added.`,
    )
    .action(async (name1: string | undefined, name2: string | undefined, options: CompareOptions) => {
      if (options.input !== undefined) return compareFile(await openBytes(options.input), options)
      if (name1 === undefined || name2 === undefined)
        throw new UsageError('compare takes two names, or --input FILE. See `cordon compare --help`.')
      await compareTwo(name1, name2, options)
    })
}

function comparePair(schema: string, name1: string, name2: string, options: CompareOptions): Comparison {
  const known = schemaOf(schema) ?? options.schema
  return defaultAlgorithm.compare(
    { schema: known, properties: { name: [name1] } },
    { schema: known, properties: { name: [name2] } },
    { threshold: options.threshold },
  )
}

/** The reasons of a score in one line. */
export function explained({ explanations }: Comparison): string {
  return Object.entries(explanations)
    .map(([feature, { score, detail }]) => `${feature} ${score.toFixed(2)}: ${detail}`)
    .join('; ')
}

async function compareTwo(name1: string, name2: string, options: CompareOptions): Promise<void> {
  const comparison = comparePair(options.schema, name1, name2, options)
  const match = comparison.score >= options.threshold
  const line = process.stdout.isTTY
    ? `${comparison.score.toFixed(3)}  ${match ? 'match' : 'no match'}  ${plain(explained(comparison))}\n`
    : ndjsonLine({ name1, name2, schema: options.schema, ...comparison, match })
  await write(line)
}

async function compareFile(input: Bytes, options: CompareOptions): Promise<void> {
  if (!['csv', 'ndjson'].includes(options.format))
    throw new UsageError(`--format must be csv or ndjson, not ${options.format}.`)
  const rejects = new RejectSink(options.rejects)
  let columns: readonly string[] = []
  let pair: PairColumns | undefined
  let compared = 0
  let matched = 0
  const onHeader = (header: readonly string[]) => {
    columns = header
    pair = pairColumns(header)
  }
  let headerWritten = false
  for await (const batch of readCsv(decompress(input), { onHeader })) {
    let text = ''
    if (pair && !headerWritten && options.format === 'csv') {
      text += csvLine([...columns, 'score', 'match', 'explanation'])
      headerWritten = true
    }
    for (const row of batch.records) {
      const [name1, name2] = [row.value(pair!.name1) ?? '', row.value(pair!.name2) ?? '']
      const schema = (pair!.schema && row.value(pair!.schema)) || options.schema
      const comparison = comparePair(schema, name1, name2, options)
      const match = comparison.score >= options.threshold
      const score = Number(comparison.score.toFixed(4))
      compared++
      if (match) matched++
      text +=
        options.format === 'csv'
          ? csvLine([...row.fields, score, match, explained(comparison)])
          : ndjsonLine({
              ...Object.fromEntries(columns.map((column, i) => [column, row.fields[i]])),
              score,
              match,
              explanations: comparison.explanations,
            })
    }
    if (text) await write(text)
    await rejects.add(batch.rejects)
  }
  await rejects.close()
  if (!pair) pairColumns([])
  process.stderr.write(`compared ${compared} pairs: ${matched} match, ${rejects.count} rejected\n`)
}

function pairColumns(header: readonly string[]): PairColumns {
  const find = (...keys: string[]) => header.find((column) => keys.includes(headerKey(column)))
  const name1 = find('name1', 'namea', 'left', 'query', 'queryname')
  const name2 = find('name2', 'nameb', 'right', 'candidate', 'candidatename')
  if (name1 === undefined || name2 === undefined)
    throw new CordonError({
      code: 'CORDON_PAIR_COLUMNS',
      expected: 'the columns schema, name1 and name2',
      found: header.join(', ').slice(0, 200) || 'an empty file',
      where: 'line 1',
      remedy: 'Name the columns so; schema may be left out and given with --schema.',
    })
  const schema = find('schema', 'type', 'entitytype')
  return { name1, name2, ...(schema !== undefined && { schema }) }
}
