import type { Finding } from '@cordon/model'
import type { KeptEvent, TrackPiece } from '../store/index.ts'

/** A finding with its place on the map, and what it was made of. */
export type PlacedFinding<F extends Finding = Finding> = F & {
  /** Degrees. Absent where nothing says where it was. */
  readonly lat?: number
  readonly lon?: number
  /** MMSI of the ships it is about. */
  readonly ships: readonly number[]
  /** Ids of the events and sightings that belong to it, the one that it was judged by first. */
  readonly events: readonly string[]
}

/** Kinds of events that a rule judges, by what the ids of rules hold. */
const judged: readonly (readonly [RegExp, readonly string[]])[] = [
  [/dark/, ['dark-rendezvous', 'sighting', 'gap']],
  [/transfer/, ['encounter']],
  [/identity/, ['identity-change', 'false-flag', 'shared-number', 'circling']],
  [/sighting/, ['sighting']],
  [/port/, ['port-visit']],
]
const aroundMs = 3_600_000

/** The ships that findings are about. */
export function shipsOf({ subjects }: Pick<Finding, 'subjects'>): number[] {
  return subjects.flatMap(({ id }) => {
    const mmsi = /^mmsi:(\d{1,10})$/.exec(id)?.[1]
    return mmsi === undefined ? [] : [Number(mmsi)]
  })
}

/**
 * Findings with places: of the event that the rule judges, of a sighting that is a subject, else of where a ship was.
 * @param events those of the ships around the time
 * @param pieces tracks of the ships
 */
export function placedFindings<F extends Finding>(
  findings: readonly F[],
  events: readonly KeptEvent[],
  pieces: readonly TrackPiece[],
): PlacedFinding<F>[] {
  const byShip = new Map<number, KeptEvent[]>()
  const bySighting = new Map<string, KeptEvent>()
  const put = (mmsi: number, event: KeptEvent) => {
    const known = byShip.get(mmsi)
    if (known) known.push(event)
    else byShip.set(mmsi, [event])
  }
  for (const event of events) {
    if (event.kind === 'sighting') bySighting.set(event.id.replace(/^sighting-/, ''), event)
    put(event.mmsi, event)
    if (typeof event.other === 'number' && event.other !== event.mmsi) put(event.other, event)
  }
  return findings.map((finding) => {
    const ships = shipsOf(finding)
    const { start, end = start } = finding.window
    const kinds = judged.find(([rule]) => rule.test(finding.rule))?.[1] ?? []
    const seen = finding.subjects.flatMap(({ id }) => bySighting.get(id.replace(/^sighting:/, '')) ?? [])
    const near = [...new Set(ships.flatMap((mmsi) => byShip.get(mmsi) ?? []))].filter(
      (event) => event.end >= start - aroundMs && event.start <= end + aroundMs,
    )
    const rank = (event: KeptEvent) => {
      const place = kinds.indexOf(event.kind)
      const both = ships.length > 1 && ships.includes(event.other as number) ? 0 : 1
      return (place < 0 ? 100 : 10 * place) + both + Math.min(0.9, Math.abs(event.start - start) / 1e9)
    }
    // A rendezvous names the sighting of the ship that did not transmit.
    const named = near.flatMap((event) => {
      const { sighting } = event as { sighting?: unknown }
      return (typeof sighting === 'string' && bySighting.get(sighting)) || []
    })
    const own = [...new Set([...seen, ...near, ...named])]
    if (seen.length === 0) own.sort((a, b) => rank(a) - rank(b))
    const judge = own.find((event) => kinds.includes(event.kind)) ?? seen[0]
    const place = placeOf(judge) ?? placeAt(pieces, ships, start) ?? placeOf(own[0])
    return { ...finding, ...place, ships, events: own.slice(0, 40).map(({ id }) => id) }
  })
}

function placeOf(event: KeptEvent | undefined): { lat: number; lon: number } | undefined {
  const { lat, lon } = (event ?? {}) as { lat?: unknown; lon?: unknown }
  return typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : undefined
}

/** The kept point of one of the ships that is nearest in time. */
function placeAt(pieces: readonly TrackPiece[], ships: readonly number[], time: number) {
  let best: { lat: number; lon: number } | undefined
  let least = Number.POSITIVE_INFINITY
  for (const { mmsi, points } of pieces) {
    if (!ships.includes(mmsi)) continue
    for (let i = 0; i < points.length; i += 3) {
      const off = Math.abs(points[i]! * 1000 - time)
      if (off >= least) continue
      least = off
      best = { lat: points[i + 1]! / 1e6, lon: points[i + 2]! / 1e6 }
    }
  }
  return best
}
