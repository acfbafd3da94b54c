import type { SeaEvent, SeaFinding } from '../../api/sea-types.ts'
import type { Severity } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { propertyName } from '../../text/labels.ts'
import { type SymbolName, symbolOf } from './map/symbols.ts'
import type { TrackData } from './track-data.ts'

const words = strings.sea

/** An entry of the list, and where it has a place a marker on the map. */
export interface SeaItem {
  /** `f:` and a finding's id, `e:` and an event's. */
  readonly id: string
  readonly kind: string
  readonly symbol: SymbolName
  /** The kind in words. */
  readonly what: string
  /** Who, in as few words as there are. */
  readonly title: string
  readonly detail: string
  /** UTC milliseconds. */
  readonly start: number
  readonly end: number
  readonly lat: number | undefined
  readonly lon: number | undefined
  readonly ships: readonly number[]
  /** Captions of the listed ones. */
  readonly listed: readonly string[]
  readonly score: number | undefined
  readonly severity: Severity | undefined
  readonly finding?: SeaFinding
  readonly event?: SeaEvent
}

/** Names of ships by their number. */
export type NameOf = (mmsi: number) => string

/** Looks names up in the tracks; the number where a ship sent none. */
export function namesOf(data: TrackData | undefined): NameOf {
  const names = new Map<number, string>()
  if (data) for (let ship = 0; ship < data.ships; ship++) names.set(data.mmsi[ship]!, data.names[ship] ?? '')
  return (mmsi) => names.get(mmsi) || String(mmsi)
}

/** Findings as entries. */
export function findingItem(finding: SeaFinding): SeaItem {
  const { start, end = start } = finding.window
  return {
    id: `f:${finding.id}`,
    kind: finding.rule,
    symbol: symbolOf(finding.rule),
    what: words.rules[finding.rule] ?? propertyName(finding.rule),
    title: finding.subjects.map(({ label }) => label).join(finding.rule === 'sighting' ? ' ↔ ' : ' + '),
    detail: finding.statement,
    start,
    end,
    lat: finding.lat,
    lon: finding.lon,
    ships: finding.ships,
    listed: [...new Set(finding.matches.map(({ label }) => label))],
    score: finding.score,
    severity: finding.severity,
    finding,
  }
}

/** Events and sightings as entries. */
export function eventItem(event: SeaEvent, nameOf: NameOf): SeaItem {
  const ships = [event.mmsi, event.other].filter((one): one is number => typeof one === 'number' && one > 0)
  const seen = typeof event.name === 'string' ? event.name : undefined
  const isSighting = event.kind === 'sighting'
  return {
    id: `e:${event.id}`,
    kind: event.kind,
    symbol: symbolOf(event.kind),
    what: words.kinds[event.kind] ?? propertyName(event.kind),
    title: isSighting ? (seen ?? words.map.noName) : ships.map(nameOf).join(' + '),
    detail: isSighting ? sightingText(event, nameOf) : eventText(event),
    start: event.start,
    end: event.end,
    lat: Number.isFinite(event.lat) ? event.lat : undefined,
    lon: Number.isFinite(event.lon) ? event.lon : undefined,
    ships,
    listed: [],
    score: undefined,
    severity: undefined,
    event,
  }
}

/** A share as a percentage: `93 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function sightingText(event: SeaEvent, nameOf: NameOf): string {
  const dark = Number(event.dark)
  if (event.mmsi > 0) return `${words.sighting.fits(nameOf(event.mmsi))} (${percent(1 - dark)})`
  return `${words.sighting.dark} (${percent(dark)})`
}

function eventText(event: SeaEvent): string {
  const hours = (event.end - event.start) / 3_600_000
  const lasted = hours >= 0.1 ? words.card.lasted(hours.toFixed(1)) : ''
  const more: Readonly<Record<string, () => string>> = {
    'identity-change': () =>
      [
        words.vessel.doubtKinds[String(event.change)] ?? String(event.change),
        change(event.from, event.to),
      ].join(': '),
    'draught-change': () => change(`${event.from} m`, `${event.to} m`),
    'watch-area': () => String(event.name),
    'port-visit': () => String(event.name),
    encounter: () => words.card.metres(Number(event.medianDistanceKm) * 1000),
    'false-flag': () => words.vessel.doubtKinds['unassigned-flag']!,
  }
  return [more[event.kind]?.(), lasted].filter(Boolean).join(', ')
}

function change(from: unknown, to: unknown): string {
  if (from === undefined || to === undefined) return String(from ?? to ?? '')
  return words.vessel.between(String(from), String(to))
}

/** What the list is narrowed to. */
export interface ItemFilter {
  readonly kind: string | undefined
  /** `yes`: anyone who is listed; else the caption of one. */
  readonly listed: string | undefined
  readonly score: number
  readonly text: string
}

/** The entries that the filter lets through. */
export function filterItems(items: readonly SeaItem[], filter: ItemFilter, nameOf: NameOf): SeaItem[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    if (filter.kind !== undefined && item.kind !== filter.kind) return false
    if (filter.listed === 'yes' && item.listed.length === 0) return false
    if (filter.listed !== undefined && filter.listed !== 'yes' && !item.listed.includes(filter.listed))
      return false
    if ((item.score ?? 1) < filter.score) return false
    if (wanted.length === 0) return true
    const held = [
      item.title,
      item.detail,
      item.what,
      ...item.listed,
      ...item.ships.flatMap((one) => [String(one), nameOf(one)]),
    ]
      .join(' ')
      .toLowerCase()
    return wanted.every((word) => held.includes(word))
  })
}
