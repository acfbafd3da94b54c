import type { Tlp } from '@cordon/model'
import { tlpMarkings } from '@cordon/model'
import type { LogRecord } from '../records/record.ts'
import type { RecordMatch, RecordMatcher } from '../records/record-match.ts'
import type { IndicatorSet, IndicatorView } from './indicator-set.ts'
import { RecordScanner, type SightedInField } from './scan-record.ts'

/** What was met and not told, because it is worth nothing: for a count, and for a person who asks why. */
export interface SetAside {
  readonly value: string
  readonly state: IndicatorView['state']
  readonly reason: string
}

/**
 * Indicators looked for in log records, judged at the time of the record. Those on a warning list and those that have
 * expired or decayed are not told; `onSetAside` hears of them with the reason.
 */
export class IndicatorMatcher implements RecordMatcher {
  private readonly set: IndicatorSet
  private readonly scanner: RecordScanner
  private readonly onSetAside: (aside: SetAside, record: LogRecord) => void
  private readonly onSighting: (view: IndicatorView, sighted: SightedInField, record: LogRecord) => void

  constructor(
    set: IndicatorSet,
    listeners: {
      readonly onSetAside?: (aside: SetAside, record: LogRecord) => void
      /** Of each that is told: to be kept, so that decay starts again. */
      readonly onSighting?: (view: IndicatorView, sighted: SightedInField, record: LogRecord) => void
    } = {},
  ) {
    this.set = set
    this.scanner = new RecordScanner(set)
    this.onSetAside = listeners.onSetAside ?? (() => undefined)
    this.onSighting = listeners.onSighting ?? (() => undefined)
  }

  match(record: LogRecord): RecordMatch[] {
    const found: RecordMatch[] = []
    for (const sighted of this.scanner.scan(record.fields)) {
      // Without a time of its own a record is judged as of the last sighting: no clock is read.
      const at = record.time ?? this.set.view(sighted.place, 0).lastSeen ?? 0
      const view = this.set.view(sighted.place, at)
      if (view.state !== 'active') {
        this.onSetAside({ value: view.value, state: view.state, reason: reasonOf(view) }, record)
        continue
      }
      this.onSighting(view, sighted, record)
      found.push(matchOf(view, sighted))
    }
    return found
  }
}

function matchOf(view: IndicatorView, { path, written, how, defanged }: SightedInField): RecordMatch {
  const { kind, value, score, claims, warnings } = view
  const about = new Map(claims.flatMap((claim) => claim.about.map((ref) => [ref.id, ref] as const)))
  const sources = [...new Set(claims.map(({ source }) => source))]
  const notes = [
    ...(how === 'itself' ? [] : [`met as ${how.replaceAll('-', ' ')}`]),
    ...(defanged ? ['written so that it cannot be clicked'] : []),
    ...(view.early ? ['older than the first date that any source gives'] : []),
    ...warnings.map(({ reason }) => reason),
  ]
  const marking = strictest(claims.flatMap(({ tlp }) => tlp ?? []))
  return {
    rule: `indicator:${kind}:${value}`,
    ruleVersion: '1',
    title: `${labelOf(kind)} ${value}${
      about.size > 0
        ? ` (${[...about.values()]
            .map(({ label }) => label)
            .slice(0, 3)
            .join(', ')})`
        : ''
    }`,
    severity: score >= 0.75 ? 'high' : score >= 0.4 ? 'medium' : 'low',
    score,
    matches: [{ kind: 'indicator', id: `${kind}:${value}`, label: value }, ...about.values()],
    tags: [],
    evidence: claims.slice(0, 10).map((claim) => ({
      feature: kind,
      query: written,
      candidate: value,
      contribution: score / Math.min(10, claims.length),
      detail: [`${claim.source} names it${claim.note ? `: ${claim.note}` : ''}`, ...notes].join('; '),
      source: claim.source,
      path,
    })),
    ...(marking && { marking }),
    ...(sources.length === 0 && { evidence: [] }),
  }
}

function labelOf(kind: string): string {
  return `Indicator (${kind.replaceAll('-', ' ')})`
}

function strictest(tlps: readonly Tlp[]): Tlp | undefined {
  const rank = Math.max(-1, ...tlps.map((one) => tlpMarkings.indexOf(one)))
  return rank < 0 ? undefined : tlpMarkings[rank]
}

function reasonOf({ state, warnings, lastSeen, score }: IndicatorView): string {
  if (state === 'set-aside') return warnings.find(({ setsAside }) => setsAside)?.reason ?? 'on a warning list'
  if (state === 'expired') return 'every source that gave an end has passed it'
  const since = lastSeen === undefined ? 'long ago' : `on ${new Date(lastSeen).toISOString().slice(0, 10)}`
  return `last seen ${since}; ${score.toFixed(2)} is left of it`
}
