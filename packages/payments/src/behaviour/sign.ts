import type { Located } from '../message.ts'
import type { AccountHistory } from './account-history.ts'
import type { Order } from './order.ts'
import type { OwnSide } from './own-side.ts'
import type { ReferenceBook } from './reference-book.ts'
import type { PaymentMethod, PaymentRule, PaymentRules } from './rule.ts'
import type { Suspects } from './suspects.ts'

/** One sign that an order shows, before it is weighed. */
export interface Sign {
  readonly rule: PaymentRule
  /** How far the sign is there, 0..1: 1 counts whole. */
  readonly strength: number
  /** What was seen in the order, what it was held against, and both in a sentence. */
  readonly query: string
  readonly candidate: string
  readonly detail: string
  readonly place?: Located
}

/** What a rule may look at beside the order. */
export interface JudgeContext {
  readonly account: AccountHistory
  /** All accounts together. */
  readonly institution: AccountHistory
  /** The account is in its start-up: nothing can be said of what is new or more than usual. */
  readonly isStarting: boolean
  readonly isInstitutionStarting: boolean
  readonly suspects: Suspects
  readonly references: ReferenceBook
  /** Names of the account's levels that the order raised. */
  readonly raised: string[]
}

/** A rule at work on orders. Judging may raise the account's levels; all else is learnt after the verdict. */
export interface OrderRule {
  readonly rule: PaymentRule
  /** Why it can say nothing with this profile, in words. */
  readonly idle?: string
  judge(order: Order, context: JudgeContext): Sign | undefined
}

/** What rules are made with. */
export interface RuleSetup {
  readonly own: OwnSide
  readonly rules: PaymentRules
  readonly method: PaymentMethod
}

/** Makes a rule of one kind. */
export type OrderRuleMaker = (rule: PaymentRule, setup: RuleSetup) => OrderRule
