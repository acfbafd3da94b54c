import type { JoinRule } from './rule.ts'
import { hostAndPayments } from './rules/host-and-payments.ts'
import { samePlaceAndTime } from './rules/same-place-and-time.ts'
import { seenAndMatched } from './rules/seen-and-matched.ts'
import { sharedIdentifier } from './rules/shared-identifier.ts'
import { sharedMatch } from './rules/shared-match.ts'
import { sharedSubject } from './rules/shared-subject.ts'

/** Every rule, the strongest first: where a finding may go to several cases, the strongest decides. */
export const joinRules: readonly JoinRule[] = [
  sharedSubject,
  sharedIdentifier,
  seenAndMatched,
  sharedMatch,
  hostAndPayments,
  samePlaceAndTime,
]
