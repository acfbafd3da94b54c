import { ndjsonLine } from '@cordon/formats'
import type { MatchResult } from '@cordon/screening'
import type { Known } from '../known/known.ts'
import type { PartyRow } from './read-parties.ts'

/** One party with what it met. */
export interface Answer {
  readonly row: PartyRow
  readonly results: readonly MatchResult[]
}

/** An answer as a line of NDJSON: the party, what it met and why, and the lists that were searched. */
export function answerLine(known: Known, { row, results }: Answer): string {
  return ndjsonLine({
    line: row.line,
    ...(row.party.id !== undefined && { id: row.party.id }),
    query: { schema: row.party.schema, properties: row.party.properties },
    results: results.map(({ entityId, score, match, probability, explanations }) => {
      const { id, caption, schema, datasets, properties } = known.graph.get(entityId)!
      const topics = properties.topics ?? []
      return {
        id,
        caption,
        schema,
        datasets,
        topics,
        score,
        match,
        ...(probability && { probability }),
        explanations,
      }
    }),
    versions: known.versions,
  })
}
