import { type Severity, severities, type WatchName } from '@cordon/model'

/** Of one door: the gravest finding that still stands, and the gravest that there ever was. */
export interface DoorTally {
  readonly watch: WatchName
  /** Absent where none stands. */
  readonly standing?: Severity
  readonly peak: Severity
}

/** How grave a case is, and why. */
export interface CaseSeverity {
  readonly severity: Severity
  /** The gravest that it was before anything was decided: who releases it is asked by this one. */
  readonly peak: Severity
  /** One sentence for a person. */
  readonly words: string
}

/**
 * The severity of the gravest finding that stands (not decided false, and not withdrawn by its watch). Where two doors
 * independently have a finding of at least medium it is one step graver. How many findings there are never counts: a
 * thousand low ones are low.
 */
export function caseSeverity(doors: readonly DoorTally[]): CaseSeverity {
  const standing = doors.flatMap(({ watch, standing: one }) =>
    one ? [{ watch, rank: severities.indexOf(one) }] : [],
  )
  const peak = raised(doors.map(({ watch, peak: one }) => ({ watch, rank: severities.indexOf(one) })))
  if (standing.length === 0)
    return { severity: 'low', peak: peak.severity, words: 'No finding of it stands any more.' }
  return { ...raised(standing), peak: peak.severity }
}

function raised(doors: readonly { readonly watch: WatchName; readonly rank: number }[]) {
  const gravest = Math.max(0, ...doors.map(({ rank }) => rank))
  const solid = doors.filter(({ rank }) => rank >= 1)
  const isRaised = solid.length >= 2 && gravest < severities.length - 1
  const severity = severities[gravest + (isRaised ? 1 : 0)]!
  const words = isRaised
    ? `Its gravest finding is ${severities[gravest]}; one step graver, because ${solid.map(({ watch }) => watch).join(' and ')} found it independently.`
    : `Its gravest finding is ${severities[gravest]}.`
  return { severity, words }
}
