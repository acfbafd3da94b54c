import type { Instant } from '@cordon/model'
import { isLive, openSeaBytes, type SeaInputOptions } from './bytes.ts'
import { disorderOf, inOrderOfTime } from './in-order.ts'
import { networkInput } from './network.ts'
import { type ObservationBatch, readObservations } from './observations.ts'
import { Spool } from './spool.ts'

/** How the inputs of a run are read. */
export interface StepOptions extends SeaInputOptions {
  readonly inputs: readonly string[]
  /** How far out of order positions may be, minutes. */
  readonly latenessMinutes: number
  /** Where what comes in over networks is written before anything is made of it; needed where an input is one. */
  readonly spoolFolder?: string
  /** Bytes of a piece of it; the default is for real feeds. */
  readonly segmentBytes?: number
  /** Told of a file whose positions stand further behind each other, in minutes, than lateness allows: it is put in order. */
  readonly onDisorder?: (input: string, minutes: number) => void
}

/** A file, or a segment of what came in over networks, as observations. */
export interface Piece {
  readonly segment: number
  readonly batches: AsyncIterable<ObservationBatch>
}

/** Reads a step, from a segment on. */
export type Step = (from: number) => AsyncIterable<Piece>

/** The steps of a run: each file, and behind them all networks at once. */
export interface SeaSteps {
  readonly all: readonly Step[]
  /** Segments before this one are no longer needed. */
  forget(segment: number): void
  close(): Promise<void>
}

/** Opens what a run reads. What comes in over networks is written down from now on. */
export async function seaSteps(options: StepOptions, now: () => Instant): Promise<SeaSteps> {
  const files = options.inputs.filter((name) => networkInput(name) === undefined)
  const networks = options.inputs.flatMap((name) => networkInput(name) ?? [])
  const { follow, ...plain } = options
  const steps: Step[] = files.map((name, i) => {
    // A file that is followed has no end: only the last one can be.
    const isFollowed = follow === true && i === files.length - 1 && networks.length === 0
    return () => ofFile(name, isFollowed ? { ...plain, follow: true } : plain, now)
  })
  if (networks.length === 0) return { all: steps, forget: () => {}, close: async () => {} }
  if (options.spoolFolder === undefined)
    throw new Error('A run that reads from a network needs a folder for what it receives.')
  const { spoolFolder, signal, segmentBytes } = options
  const spool = await Spool.open(spoolFolder, networks, now, signal, segmentBytes)
  steps.push((from) => ofSpool(spool, from, now))
  return { all: steps, forget: (segment) => spool.forget(segment), close: () => spool.close() }
}

async function* ofFile(name: string, options: StepOptions, now: () => Instant): AsyncGenerator<Piece> {
  const { csv } = options
  const reading = { ...(isLive(name, options) && { clock: now }), ...(csv && { csv }) }
  const disorder = await disorderOf([name], options)
  const isOrdered = disorder <= options.latenessMinutes
  if (!isOrdered) options.onDisorder?.(name, disorder)
  const read = readObservations(await openSeaBytes(name, options), reading)
  yield { segment: 0, batches: isOrdered ? read : inOrderOfTime(read) }
}

async function* ofSpool(spool: Spool, from: number, now: () => Instant): AsyncGenerator<Piece> {
  for await (const { number, bytes } of spool.segments(from))
    yield { segment: number, batches: readObservations(bytes, { clock: now }) }
}
