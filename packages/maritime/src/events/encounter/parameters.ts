/**
 * When two tracks are a meeting. The defaults are those of Global Fishing Watch's pipe-encounters (df93ee4), the
 * published measure of ship-to-ship encounters.
 */
export interface EncounterParameters {
  /** Both tracks are brought to one grid of times of this step, aligned to 1970. Default 10 minutes. */
  readonly stepMinutes: number
  /** Between two fixes further apart than this nothing is interpolated. Default 60 minutes. */
  readonly gapMinutes: number
  /** Go on by speed and course before the first fix and behind the last one, up to the gap. Default true. */
  readonly extrapolate: boolean
  /** A meeting is this near. Default 0.5 km. */
  readonly withinKm: number
  /** Once met, ships may drift this far apart... Default 1 km. */
  readonly leaveKm: number
  /** ... or not be seen, for this long, before the meeting has ended where they were last near. Default 30 minutes. */
  readonly leaveMinutes: number
  /** Shorter ones are none. Default 60 minutes. */
  readonly minMinutes: number
  /** Most neighbours of one ship at one time, the nearest. Default 100. */
  readonly neighbours: number
  /**
   * Do as the reference does, with its four known errors: the course of extrapolation is converted to radians twice,
   * tracks and meetings are cut at midnight UTC, interpolation between 179 and -179 degrees goes through 0, and one
   * sample beyond `withinKm` ends a meeting. To compare with its results, and for nothing else.
   */
  readonly reference: boolean
}

/** The defaults. */
export const encounterDefaults: EncounterParameters = {
  stepMinutes: 10,
  gapMinutes: 60,
  extrapolate: true,
  withinKm: 0.5,
  leaveKm: 1,
  leaveMinutes: 30,
  minMinutes: 60,
  neighbours: 100,
  reference: false,
}
