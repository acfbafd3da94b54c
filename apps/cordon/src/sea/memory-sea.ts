import type { ShipRecord } from '@cordon/maritime'
import {
  heardWithinMs,
  type KeptEvent,
  pointsAround,
  type SeaAddition,
  type SeaStore,
  sightingEvent,
  type TrackPiece,
} from '../store/index.ts'

/** A sea that is shown and kept nowhere: of a drill. */
export function memorySea(): SeaStore {
  const pieces = new Map<string, TrackPiece>()
  const events = new Map<string, KeptEvent>()
  const ships = new Map<number, ShipRecord>()
  return {
    async add(addition: SeaAddition) {
      for (const piece of addition.pieces) pieces.set(`${piece.mmsi} ${piece.from}`, piece)
      for (const event of [...addition.events, ...addition.sightings.map(sightingEvent)])
        events.set(event.id, event)
      for (const ship of addition.ships) ships.set(ship.mmsi, ship)
    },
    async summary() {
      const all = [...pieces.values()]
      return {
        ships: new Set(all.map(({ mmsi }) => mmsi)).size,
        events: events.size,
        ...(all.length > 0 && {
          from: Math.min(...all.map(({ from }) => from)),
          until: Math.max(...all.map(({ until }) => until)),
        }),
      }
    },
    async pieces(from, until, of) {
      return [...pieces.values()]
        .filter((one) => one.until >= from && one.from <= until && (of?.includes(one.mmsi) ?? true))
        .sort((a, b) => a.mmsi - b.mmsi || a.from - b.from)
    },
    async fleet(at) {
      const latest = new Map<number, TrackPiece>()
      for (const piece of pieces.values()) {
        if (piece.until < at - heardWithinMs || piece.from > at) continue
        if (piece.from > (latest.get(piece.mmsi)?.from ?? Number.NEGATIVE_INFINITY))
          latest.set(piece.mmsi, piece)
      }
      return [...latest.values()]
        .sort((a, b) => a.mmsi - b.mmsi)
        .map((piece) => ({
          ...piece,
          points: pointsAround(piece.points, at),
          class: ships.get(piece.mmsi)?.shipClass ?? null,
        }))
    },
    async events({
      from = Number.NEGATIVE_INFINITY,
      until = Number.MAX_VALUE,
      kinds,
      mmsi,
      ships: of,
      limit,
    }) {
      return [...events.values()]
        .filter(
          (one) =>
            one.end >= from &&
            one.start <= until &&
            (kinds?.includes(one.kind) ?? true) &&
            (mmsi === undefined || one.mmsi === mmsi || one.other === mmsi) &&
            (of === undefined ||
              one.kind === 'sighting' ||
              of.includes(one.mmsi) ||
              of.includes(one.other as number)),
        )
        .sort((a, b) => b.start - a.start || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
    },
    async vessel(mmsi) {
      return ships.get(mmsi)
    },
    async names(mmsis) {
      return [...ships.values()]
        .filter(({ mmsi }) => mmsis?.includes(mmsi) ?? true)
        .map(({ mmsi, name, shipClass }) => ({ mmsi, name: name ?? null, class: shipClass ?? null }))
    },
  }
}
