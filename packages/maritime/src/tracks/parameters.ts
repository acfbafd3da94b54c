/**
 * When two positions of one MMSI can be one ship. The defaults are those of Global Fishing Watch's gpsdio-segment 3.0.0.
 */
export interface TrackParameters {
  /** A track that was silent for longer has ended. Default 24 hours. */
  readonly maxHours: number
  /** Speed that a ship may have between two positions, on top of what it says. Default 25 knots. */
  readonly maxKnots: number
  /** Hours from which on longer silence allows less and less further distance. Default 4. */
  readonly penaltyHours: number
  readonly hoursExponent: number
  /** Time in which a ship may be anywhere in its reach: clocks and positions are not that exact. Default 0.25 hours. */
  readonly bufferHours: number
  /** Positions of a track that a new one is compared with, so that one that is a little off does not lose it. Default 5. */
  readonly lookback: number
  /** What an older one of them counts less. Default 2. */
  readonly lookbackFactor: number
  /** Tracks of one MMSI at a time; beyond it the one that was silent longest ends. Default 100. */
  readonly openTracks: number
  /** The same report by another receiver comes within this time. Default 10 seconds. */
  readonly copySeconds: number
  /** MMSIs followed at a time; beyond it those heard least recently are forgotten. Default 2,000,000. */
  readonly ships: number
}

/** The defaults. */
export const trackDefaults: TrackParameters = {
  maxHours: 24,
  maxKnots: 25,
  penaltyHours: 4,
  hoursExponent: 0.5,
  bufferHours: 0.25,
  lookback: 5,
  lookbackFactor: 2,
  openTracks: 100,
  copySeconds: 10,
  ships: 2_000_000,
}
