import type { SeaEvent, SeaFound, ShipRecord, SightingResult, TrackBatch } from '@cordon/maritime'
import type { SeaAddition, TrackPiece } from '../store/index.ts'

const thinMs = 600_000
const turnDegrees = 20
const turnMs = 120_000
/** Kinds that go on for most ships all the time: shown from the positions themselves. */
const notKept = new Set<SeaEvent['kind']>(['port-visit'])

interface Thinned {
  last: number
  cog: number
  readonly points: number[]
}

/**
 * Gathers what the console shows of what the watch finds: tracks thinned to a position in ten minutes and at turns, events,
 * sightings, what ships state. `take` hands it over; what is handed over twice, after a restart, changes nothing.
 */
export class MapKeeper {
  private readonly tracks = new Map<number, Thinned>()
  private events: SeaEvent[] = []
  private sightings: SightingResult[] = []
  private ships = new Map<number, ShipRecord>()

  /** What a step of the watch found. */
  readonly add = ({ events, sightings, tracks, ships }: SeaFound): void => {
    for (const event of events) if (!notKept.has(event.kind)) this.events.push(event)
    this.sightings.push(...sightings)
    for (const ship of ships) this.ships.set(ship.mmsi, ship)
    this.thin(tracks)
  }

  private thin({ positions: { length, mmsi, time, lat, lon, cog } }: TrackBatch): void {
    for (let i = 0; i < length; i++) {
      let track = this.tracks.get(mmsi[i]!)
      if (track === undefined) {
        track = { last: Number.NEGATIVE_INFINITY, cog: Number.NaN, points: [] }
        this.tracks.set(mmsi[i]!, track)
      }
      const ms = time[i]! - track.last
      const turn = Math.abs(((cog[i]! - track.cog + 540) % 360) - 180)
      if (ms < thinMs && !(turn > turnDegrees && ms >= turnMs)) continue
      track.last = time[i]!
      track.cog = cog[i]!
      track.points.push(Math.round(time[i]! / 1000), Math.round(lat[i]! * 1e6), Math.round(lon[i]! * 1e6))
    }
  }

  /** What was gathered since the last time. */
  take(): SeaAddition {
    const pieces: TrackPiece[] = []
    for (const [mmsi, track] of this.tracks) {
      const { points } = track
      if (points.length === 0) {
        if (this.tracks.size > 500_000) this.tracks.delete(mmsi)
        continue
      }
      pieces.push({
        mmsi,
        from: points[0]! * 1000,
        until: points.at(-3)! * 1000,
        points: Int32Array.from(points),
      })
      points.length = 0
    }
    const { events, sightings } = this
    const ships = [...this.ships.values()].map((ship) => ({ ...ship, spans: [...ship.spans] }))
    this.events = []
    this.sightings = []
    this.ships = new Map()
    return { pieces, events, sightings, ships }
  }
}
