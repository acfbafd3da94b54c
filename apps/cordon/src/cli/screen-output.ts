import { csvLine } from '@cordon/formats'
import type { Known } from '../known/known.ts'
import { type Answer, answerLine } from '../parties/answer-line.ts'
import type { PartyRow } from '../parties/read-parties.ts'
import { explained } from './compare.ts'
import { type OutputFormat, table } from './output.ts'

const csvHeader = [
  'line',
  'party_id',
  'party',
  'rank',
  'score',
  'match',
  'entity_id',
  'caption',
  'schema',
  'lists',
  'explanation',
  'searched',
]

/** Turns answers into text: `head` once, then `rows` for each batch. */
export interface AnswerWriter {
  readonly head: string
  rows(answers: readonly Answer[]): string
}

/** `us_ofac_sdn@2025-09-03 un_sc_sanctions@2025-04-19`. */
export function versionList(versions: Readonly<Record<string, string>>): string {
  return Object.entries(versions)
    .map(([source, version]) => `${source}@${version}`)
    .join(' ')
}

/** What a person calls a party: its name, else its first value. */
export function partyLabel({ party }: PartyRow): string {
  return party.properties.name?.[0] ?? Object.values(party.properties)[0]?.[0] ?? ''
}

/** The writer for a format. Every answer names the lists and versions that were searched. */
export function answerWriter(format: OutputFormat, known: Known): AnswerWriter {
  if (format === 'ndjson')
    return { head: '', rows: (answers) => answers.map((answer) => answerLine(known, answer)).join('') }
  if (format === 'csv')
    return {
      head: csvLine(csvHeader),
      rows: (answers) =>
        answers
          .flatMap(asRows(known))
          .map((row) => csvLine(row))
          .join(''),
    }
  return { head: '', rows: (answers) => asTable(known, answers) }
}

type Cells = (string | number | boolean | undefined)[]

function asRows(known: Known): (answer: Answer) => Cells[] {
  const searched = versionList(known.versions)
  return ({ row, results }) => {
    const start = [row.line, row.party.id, partyLabel(row)]
    if (results.length === 0) return [[...start, '', '', false, '', '', '', '', '', searched]]
    return results.map((result, i) => {
      const entity = known.graph.get(result.entityId)!
      const lists = entity.datasets.map((source) => `${source}@${known.versions[source]}`).join(' ')
      const score = Number(result.score.toFixed(4))
      const about = [result.entityId, entity.caption, entity.schema, lists, explained(result)]
      return [...start, i + 1, score, result.match, ...about, searched]
    })
  }
}

function asTable(known: Known, answers: readonly Answer[]): string {
  const rows = answers.flatMap(({ row, results }) =>
    results.map((result) => {
      const entity = known.graph.get(result.entityId)!
      const score = result.score.toFixed(2)
      const lists = entity.datasets.join(' ')
      return [
        row.line,
        partyLabel(row),
        score,
        entity.caption,
        entity.schema,
        result.entityId,
        lists,
        explained(result),
      ]
    }),
  )
  if (rows.length === 0) return ''
  const columns = [
    { heading: 'line', align: 'right' as const },
    { heading: 'party', max: 32 },
    { heading: 'score' },
    { heading: 'matches', max: 36 },
    { heading: 'schema', max: 14 },
    { heading: 'id', max: 24 },
    { heading: 'lists', max: 30 },
    { heading: 'why', max: 70 },
  ]
  return table(columns, rows)
}
