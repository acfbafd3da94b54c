import { type Severity, severities } from '@cordon/model'

/** Where a case stands. */
export const caseStates = [
  'new',
  'in-review',
  'escalated',
  'closed-true',
  'closed-false',
  'reported',
] as const
/** One of `caseStates`. */
export type CaseState = (typeof caseStates)[number]

/** From each state, where a case may go. Reopening leads back into review. */
export const transitions: Readonly<Record<CaseState, readonly CaseState[]>> = {
  new: ['in-review', 'escalated', 'closed-true', 'closed-false'],
  'in-review': ['escalated', 'closed-true', 'closed-false'],
  escalated: ['in-review', 'closed-true', 'closed-false'],
  'closed-true': ['reported', 'in-review'],
  'closed-false': ['in-review'],
  reported: ['in-review'],
}

/** Whether work is left on it. */
export function isOpen(state: CaseState): boolean {
  return state === 'new' || state === 'in-review' || state === 'escalated'
}

/** Whether a move needs a reason in words: all but taking a new case into review. */
export function needsReason(from: CaseState, to: CaseState): boolean {
  return !(from === 'new' && to === 'in-review')
}

/** From this severity on, a case is released (closed as false) by two persons. */
export const releaseSeverity: Severity = 'high'

/** What a move comes to. */
export type Move =
  | { readonly kind: 'done' }
  /** A second person must agree; until then the case stays where it is. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly words: string }

/** Why a move is refused. */
export type RefusalCode =
  | 'CORDON_CASE_TRANSITION'
  | 'CORDON_CASE_REASON'
  | 'CORDON_CASE_RELEASE_PENDING'
  | 'CORDON_CASE_SAME_PERSON'
  | 'CORDON_CASE_NO_RELEASE'

/** A case as a move needs to know it. */
export interface Movable {
  readonly state: CaseState
  /** The gravest that it ever was, so that deciding its findings one by one first releases nothing. */
  readonly peak: Severity
  /** Who has asked for its release. */
  readonly releaseBy?: string
}

/**
 * Whether a case may go to a state.
 * @param hasSecond whether there is anybody else who could agree
 */
export function planMove(
  { state, peak, releaseBy }: Movable,
  to: CaseState,
  reason: string,
  hasSecond: boolean,
): Move {
  if (!transitions[state].includes(to))
    return refused(
      'CORDON_CASE_TRANSITION',
      `From ${stateWords[state]} a case goes to ${transitions[state].map((one) => stateWords[one]).join(', ')}.`,
    )
  if (needsReason(state, to) && reason.trim() === '') return refused('CORDON_CASE_REASON', 'Say why.')
  if (to !== 'closed-false' || !isGrave(peak) || !hasSecond) return { kind: 'done' }
  if (releaseBy !== undefined)
    return refused(
      'CORDON_CASE_RELEASE_PENDING',
      `${releaseBy} has asked for its release; a second person answers.`,
    )
  return { kind: 'waits' }
}

/** Whether a person may answer a release that somebody asked for. */
export function planRelease({ releaseBy }: Movable, who: string): Move {
  if (releaseBy === undefined) return refused('CORDON_CASE_NO_RELEASE', 'Nobody has asked for its release.')
  if (releaseBy === who)
    return refused(
      'CORDON_CASE_SAME_PERSON',
      'Whoever asked for the release can not be the second pair of eyes.',
    )
  return { kind: 'done' }
}

/** Whether a release at this severity takes two persons. */
export function isGrave(severity: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(releaseSeverity)
}

/** States in words. */
export const stateWords: Readonly<Record<CaseState, string>> = {
  new: 'new',
  'in-review': 'in review',
  escalated: 'escalated',
  'closed-true': 'closed as true',
  'closed-false': 'closed as false',
  reported: 'reported',
}

function refused(code: RefusalCode, words: string): Move {
  return { kind: 'refused', code, words }
}
