import type { EventBase } from '../event.ts'

/** Two ships lay or drifted beside each other for hours, away from port. It is not said that anything was handed over. */
export interface Meeting extends EventBase {
  readonly kind: 'encounter'
  /** The other one; the smaller number is `mmsi`. */
  readonly other: number
  readonly track: number
  readonly otherTrack: number
  readonly hours: number
  /** To 10 m and to a tenth of a knot, from samples ten minutes apart. */
  readonly medianDistanceKm: number
  readonly medianSpeedKnots: number
  /** Samples at which the two were within the distance. */
  readonly samples: number
}

/** When two tracks meet, in a stream. The numbers that both have are those of `EncounterParameters`. */
export interface MeetingParameters {
  readonly stepMinutes: number
  readonly gapMinutes: number
  readonly withinKm: number
  readonly leaveKm: number
  readonly leaveMinutes: number
  /** A part of a meeting lasts at least this long. Default 60 minutes. */
  readonly partMinutes: number
  /** One of the two may be unheard for this long, if it is beside the other when it is heard again. Default 240 minutes. */
  readonly unheardMinutes: number
  /** Parts less far apart are one meeting. Default 4 hours. */
  readonly joinHours: number
  /** The whole lasts at least this long. Default 120 minutes. */
  readonly minMinutes: number
  /** Median speed below which it counts. Default 2 knots. */
  readonly belowKnots: number
  /** A ship faster than this at a time meets nobody then. Default 5 knots. */
  readonly samplesBelowKnots: number
  /** Nearer to a port than this nothing is a meeting. Default 10 km. */
  readonly portKm: number
}

/** The defaults: Global Fishing Watch's published rule. */
export const meetingDefaults: MeetingParameters = {
  stepMinutes: 10,
  gapMinutes: 60,
  withinKm: 0.5,
  leaveKm: 1,
  leaveMinutes: 30,
  partMinutes: 60,
  unheardMinutes: 240,
  joinHours: 4,
  minMinutes: 120,
  belowKnots: 2,
  samplesBelowKnots: 5,
  portKm: 10,
}
