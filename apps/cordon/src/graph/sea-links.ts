import type { GraphLink } from '@cordon/knowledge'
import type { ShipRecord } from '@cordon/maritime'
import { parseImo, type Ref } from '@cordon/model'
import type { KeptEvent } from '../store/index.ts'

const source = 'ais'
const named = (mmsi: number, name?: string): Ref => ({
  kind: 'vessel',
  id: `mmsi:${mmsi}`,
  label: name === undefined ? `MMSI ${mmsi}` : `${name} (MMSI ${mmsi})`,
})

/** Ships and the IMO numbers that they transmit, now and before. */
export function* shipLinks(ships: Iterable<ShipRecord>): Generator<GraphLink, void, undefined> {
  for (const { mmsi, name, imo, spans } of ships) {
    const from = named(mmsi, name)
    const stated = new Map<string, { since: number; until: number }>()
    for (const span of spans)
      if (span.imo !== undefined) {
        const before = stated.get(span.imo)
        stated.set(span.imo, { since: before?.since ?? span.from, until: span.until })
      }
    if (imo !== undefined && !stated.has(imo)) yield* numberLink(from, imo, {})
    for (const [value, span] of stated) yield* numberLink(from, value, span)
  }
}

function* numberLink(from: Ref, imo: string, span: { readonly since?: number; readonly until?: number }) {
  const parsed = parseImo(imo)
  if (!parsed.ok) return
  const id = `imo:${String(parsed.value).replace(/\D/g, '')}`
  const to: Ref = { kind: 'vessel', id, label: `IMO ${id.slice(4)}` }
  yield { from, to, relation: 'states-number', source, ...span } satisfies GraphLink
}

interface PairEvent extends KeptEvent {
  readonly change?: string
  readonly distanceM?: number
  readonly matches?: readonly { readonly mmsi: number; readonly probability: number }[]
}

/** Meetings at sea, numbers that a hull gave up for others, and sightings with the ships they probably were. */
export function* seaEventLinks(events: Iterable<KeptEvent>): Generator<GraphLink, void, undefined> {
  for (const event of events as Iterable<PairEvent>) {
    const { kind, mmsi, other, start: since, end: until, id: record } = event
    if (kind === 'sighting') yield* sightingLinks(event)
    if (typeof other !== 'number' || other === mmsi) continue
    const ends = { from: named(mmsi), to: named(other), source, record }
    if (kind === 'encounter' || kind === 'dark-rendezvous')
      yield { ...ends, relation: 'met', since, until, note: `${hours(until - since)} hours` }
    else if (kind === 'identity-change' && event.change === 'new-number')
      yield { ...ends, relation: 'succeeds', since }
  }
}

function* sightingLinks(event: PairEvent): Generator<GraphLink, void, undefined> {
  const id = event.id.replace(/^sighting-/, '')
  const to: Ref = { kind: 'vessel', id: `sighting:${id}`, label: `sighting ${id}` }
  for (const { mmsi, probability } of event.matches ?? [])
    if (probability >= 0.2)
      yield {
        from: named(mmsi),
        to,
        relation: 'seen-as',
        source: 'sighting',
        since: event.start,
        confidence: probability,
        record: event.id,
      }
}

function hours(milliseconds: number): string {
  return (milliseconds / 3_600_000).toFixed(1)
}
