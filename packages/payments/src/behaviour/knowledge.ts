import type { Profile } from '@cordon/model'
import type { PaymentRules } from './rule.ts'

/** What the watch over payments' behaviour knows. */
export interface BehaviourKnowledge {
  readonly profile: Profile
  readonly rules: PaymentRules
  /** Of the profile and whatever else it is judged against; that of the rules is added. */
  readonly versions: Readonly<Record<string, string>>
}
