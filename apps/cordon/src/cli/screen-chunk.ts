import type { MatchOptions } from '@cordon/screening'
import type { Known } from '../known/known.ts'
import type { PartyRow } from '../parties/read-parties.ts'
import type { OutputFormat } from './output.ts'
import { answerWriter } from './screen-output.ts'

/** Parties that are screened and written together, by whichever thread. */
export const chunkRows = 200

/** How a file is screened: the same for every thread. */
export interface ScreenSpec {
  readonly format: OutputFormat
  readonly options: MatchOptions
}

/** A chunk of parties, screened and written out. */
export interface ScreenedChunk {
  readonly text: string
  readonly parties: number
  readonly matched: number
  readonly matches: number
}

/** What screens chunks: a pure function of the chunk, so that the output does not depend on who does it. */
export function chunkScreener(
  known: Known,
  { format, options }: ScreenSpec,
): (rows: readonly PartyRow[]) => ScreenedChunk {
  const writer = answerWriter(format, known)
  return (rows) => {
    const answers = rows.map((row) => ({ row, results: known.index.match(row.party, options) }))
    return {
      text: writer.rows(answers),
      parties: rows.length,
      matched: answers.filter(({ results }) => results.length > 0).length,
      matches: answers.reduce((sum, { results }) => sum + results.length, 0),
    }
  }
}
