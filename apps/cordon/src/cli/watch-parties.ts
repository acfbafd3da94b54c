import { createHash } from 'node:crypto'
import type { Reject } from '@cordon/formats'
import { type PartyObservation, type ScreeningKnowledge, ScreeningWatch } from '@cordon/screening'
import type { Known } from '../known/known.ts'
import { screeningKnowledge } from '../known/screening-knowledge.ts'
import { type ReadPartiesOptions, readParties } from '../parties/read-parties.ts'
import { type RunSummary, runWatch, type StreamItem } from '../runner/index.ts'
import type { Store } from '../store/index.ts'

/** A file of parties to be watched. */
export interface PartyStream {
  /** Names the run: the same name goes on where it stood. */
  readonly run: string
  /** Opens the file from its beginning. */
  readonly open: () => AsyncIterable<Uint8Array>
  readonly reading: ReadPartiesOptions
  readonly threshold: number
  readonly limit: number
  readonly onRejects: (rejects: readonly Reject[]) => Promise<void>
  readonly onProgress: (summary: RunSummary) => void
}

/** Where a run stands in its file: the line of the last party that was taken. */
type Position = { readonly line: number }

type Item = StreamItem<PartyObservation, ScreeningKnowledge, Position>

/**
 * Runs a file of parties through the screening watch: what they meet is stored as findings, and a run that was
 * killed goes on where its last commit stood. A party without an id of its own is known by what it says of itself.
 */
export function watchParties(store: Store, known: Known, stream: PartyStream): Promise<RunSummary> {
  const time = store.now()
  async function* items(after: Position | undefined): AsyncGenerator<readonly Item[]> {
    for await (const { records, rejects } of readParties(stream.open(), stream.reading)) {
      if (rejects.length > 0) await stream.onRejects(rejects)
      yield records
        .filter(({ line }) => after === undefined || line > after.line)
        .map(({ line, party }) => ({
          observation: { id: party.id ?? contentId(party), query: party, time, position: `line ${line}` },
          position: { line },
        }))
    }
  }
  return runWatch({
    run: stream.run,
    watch: new ScreeningWatch(),
    known: screeningKnowledge(known, { threshold: stream.threshold, limit: stream.limit }),
    open: items,
    store,
    onCommit: stream.onProgress,
  })
}

/** The id of a party that has none of its own: a hash of what it says of itself. */
export function contentId(party: { readonly schema: string; readonly properties: object }): string {
  const { schema, properties } = party
  return createHash('sha256')
    .update(JSON.stringify([schema, properties]))
    .digest('hex')
    .slice(0, 24)
}
