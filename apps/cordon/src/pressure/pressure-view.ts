import {
  monthly,
  monthName,
  monthOf,
  type PressureEvent,
  type PressureIncident,
  type PressureReport,
  pressureReport,
  verdictOf,
} from '@cordon/knowledge'
import type { Known, KnownList } from '../known/known.ts'
import { type FoundDesignations, findDesignations } from './designations.ts'
import type { PressurePack } from './pack.ts'

/** Of all that is drawn at random: the same question gets the same answer. */
export const pressureSeed = 20_170_911

/** The pressure curve of a pack against the lists that are known. */
export interface PressureView {
  readonly pack: string
  readonly title: string
  readonly subject: string
  /** The lists that hold such designations, as every answer names them. */
  readonly lists: readonly (Pick<KnownList, 'source' | 'title' | 'version' | 'starter'> & {
    readonly designations: number
  })[]
  /** Parties whose list states no date. */
  readonly undatedDesignations: number
  readonly observed: { readonly from: string; readonly to: string }
  /** For drawing: every month from the first resolution or incident on. */
  readonly months: readonly string[]
  readonly designations: Readonly<Record<string, readonly number[]>>
  readonly incidents: readonly PressureIncident[]
  readonly resolutions: readonly PressureEvent[]
  readonly events: readonly PressureEvent[]
  readonly report: PressureReport
  readonly verdict: {
    readonly verified: ReturnType<typeof verdictOf>
    readonly all: ReturnType<typeof verdictOf>
  }
}

/** Works out the pressure curve. The same lists and the same pack give the same answer. */
export function pressureView(known: Known, pack: PressurePack): PressureView {
  const found = findDesignations(known, pack.programmes)
  const { incidents, resolutions, events, observed, windows } = pack
  const report = pressureReport({
    incidents,
    resolutions,
    designations: found.dated,
    from: observed.from,
    to: observed.to,
    windows,
    seed: pressureSeed,
  })
  const first = Math.min(
    ...[observed.from, ...resolutions.map(({ date }) => date), ...incidents.map(({ date }) => date)].map(
      monthOf,
    ),
  )
  const [from, to] = [first - (first % 12), monthOf(observed.to)]
  return {
    pack: pack.name,
    title: pack.title,
    subject: pack.subject,
    lists: listsOf(known, found),
    undatedDesignations: found.undated,
    observed,
    months: Array.from({ length: to - from + 1 }, (_, at) => monthName(from + at)),
    designations: bySource(found, from, to),
    incidents,
    resolutions,
    events,
    report,
    verdict: { verified: verdictOf(report.verified), all: verdictOf(report.all) },
  }
}

function listsOf({ lists }: Known, { dated }: FoundDesignations): PressureView['lists'] {
  return lists.flatMap(({ source, title, version, starter }) => {
    const designations = dated.filter((one) => one.source === source).length
    return designations > 0 ? [{ source, title, version, starter, designations }] : []
  })
}

function bySource({ dated }: FoundDesignations, from: number, to: number): Record<string, number[]> {
  const sources = [...new Set(dated.map(({ source }) => source))].sort()
  return Object.fromEntries(
    sources.map((source) => [
      source,
      monthly(
        from,
        to,
        dated.filter((one) => one.source === source),
        ({ date }) => ({ date, value: 1 }),
      ),
    ]),
  )
}
