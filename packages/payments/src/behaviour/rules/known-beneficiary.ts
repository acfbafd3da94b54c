import { numberOf } from '../rule.ts'
import type { OrderRuleMaker } from '../sign.ts'

/**
 * The beneficiary was paid often and for long from this account, at the same account: it speaks against theft. Parameters:
 * `times` (3) and `days` (5) between the first and the last payment.
 */
export const knownBeneficiary: OrderRuleMaker = (rule) => {
  const times = numberOf(rule, 'times', 3)
  const days = numberOf(rule, 'days', 5)
  return {
    rule,
    judge({ nameKey, accountKey, creditor }, { account, isStarting }) {
      if (isStarting || nameKey === undefined) return undefined
      const [first, last, count] = account.met.names.get(nameKey) ?? [0, 0, 0]
      if (count < times || last - first < days) return undefined
      if (accountKey !== undefined && (account.met.accounts.get(accountKey)?.[2] ?? 0) < times)
        return undefined
      return {
        rule,
        strength: 1,
        query: creditor.text,
        candidate: `${count} payments in ${last - first} days`,
        detail: `The account paid this beneficiary ${count} times before, over ${last - first} days.`,
      }
    },
  }
}
