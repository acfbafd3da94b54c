/** A theft, or an attempt at one, that somebody attributes. */
export interface PressureIncident {
  readonly id: string
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as exact as it is known. */
  readonly date: string
  readonly outcome: 'taken' | 'attempted'
  /** `bank`, `crypto`, `atm`, `extortion` ... */
  readonly kind: string
  readonly victim: string
  /** US dollars that were taken, by the lowest and the highest source; absent where nobody says. */
  readonly low?: number
  readonly high?: number
  /** On what the attribution rests: `indictment`, `forfeiture`, `statement`, `un-panel`, `vendor`. */
  readonly basis: string
  readonly attributedBy: string
  readonly source: string
  readonly url?: string
  /** False where date, sum or attribution is not sure. */
  readonly verified: boolean
  readonly note?: string
}

/** A day on which pressure grew or fell: a resolution, a summit, a test, a measure. */
export interface PressureEvent {
  readonly id: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly kind: string
  readonly title: string
  readonly source: string
  readonly url?: string
}

/** A party that was put on a list. */
export interface Designation {
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly date: string
  /** The list that says so. */
  readonly source: string
}
