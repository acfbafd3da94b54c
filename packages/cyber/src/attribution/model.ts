/** How overlap becomes a probability: what was fitted, on what, and what may be called what. */
export interface AttributionModel {
  /** One weight for each of `overlapColumns`. */
  readonly weights: readonly number[]
  /** The set on which the weights were fitted. */
  readonly calibratedOn: string
}

/** From which probability on a group is named at all: likelier than everything else together. */
export const namedFrom = 0.5

/**
 * From which probability on it is called "likely". The word is stricter here than in the estimative language of
 * intelligence (ICD 203: 55 to 80 %), because a name that is spoken is seldom taken back.
 */
export const likelyFrom = 0.85
