import type { PaymentRuleKind } from '../rule.ts'
import type { OrderRuleMaker } from '../sign.ts'
import { altered } from './altered.ts'
import { burst } from './burst.ts'
import { closedEnds } from './closed-ends.ts'
import { company } from './company.ts'
import { dayOff } from './day-off.ts'
import { firstPayment } from './first-payment.ts'
import { knownBeneficiary } from './known-beneficiary.ts'
import { misspeltWord } from './misspelt-word.ts'
import { naturalPerson } from './natural-person.ts'
import { nearDuplicate } from './near-duplicate.ts'
import { offHours } from './off-hours.ts'
import { roundSum } from './round-sum.ts'
import { unusualAmount } from './unusual-amount.ts'
import { unusualHour } from './unusual-hour.ts'

/** The kinds of rules that look at an order when it comes. The others follow what time and answers bring. */
export const orderRules: Readonly<Partial<Record<PaymentRuleKind, OrderRuleMaker>>> = {
  'off-hours': offHours,
  'day-off': dayOff,
  'closed-ends': closedEnds,
  'unusual-hour': unusualHour,
  burst,
  'first-payment': firstPayment,
  'known-beneficiary': knownBeneficiary,
  'natural-person': naturalPerson,
  'unusual-amount': unusualAmount,
  'round-sum': roundSum,
  'near-duplicate': nearDuplicate,
  altered,
  'misspelt-word': misspeltWord,
  company,
}
