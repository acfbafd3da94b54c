import type { IndicatorView, LogRecord, SightedInField } from '@cordon/cyber'
import type { IndicatorSighting } from '../store/index.ts'

/** Sightings of one indicator that one commit keeps at most: the first, and the latest. */
export const mostSightings = 20

/**
 * Where indicators were met, until it is kept. Of each the first sightings and the latest are held, so that an indicator
 * met by every record of a flood costs no more than one met twenty times; what counts for its decay is the latest.
 */
export class SightingLog {
  private readonly met = new Map<string, IndicatorSighting[]>()

  /** Notes one. A record that says no time is no sighting: it could not be told when. */
  note(
    { kind, value }: Pick<IndicatorView, 'kind' | 'value'>,
    sighted: SightedInField,
    record: LogRecord,
  ): void {
    const { time: at, host, where: place } = record
    if (at === undefined) return
    const key = `${kind}:${value}`
    const { written, path } = sighted
    const one = { kind, value, at, place, written, path, ...(host !== undefined && { host }) }
    const held = this.met.get(key)
    if (!held) this.met.set(key, [one])
    else if (held.length < mostSightings) held.push(one)
    else if (held.at(-1)!.at < at) held[held.length - 1] = one
  }

  /** What was noted since it was last taken; in order of indicator, so that two processes that keep the same do not wait for each other. */
  take(): IndicatorSighting[] {
    const keys = [...this.met.keys()].sort()
    const all = keys.flatMap((key) =>
      this.met.get(key)!.sort((a, b) => a.at - b.at || (a.place < b.place ? -1 : 1)),
    )
    this.met.clear()
    return all
  }
}
