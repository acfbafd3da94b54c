import { numberOf } from '../rule.ts'
import type { OrderRuleMaker } from '../sign.ts'
import { sizeKey } from '../size-key.ts'

/**
 * The amount is among the largest of its sort (message type, and whether a person, an organisation or a bank is paid) on this
 * account; where it has hardly any of the sort, of all the institution's in the currency. Parameters: `share` (0.02) of orders so large; `least` (30) orders before that can be said.
 */
export const unusualAmount: OrderRuleMaker = (rule) => {
  const most = numberOf(rule, 'share', 0.02)
  const least = numberOf(rule, 'least', 30)
  return {
    rule,
    judge(order, { account, institution, isStarting, isInstitutionStarting }) {
      if (isStarting && isInstitutionStarting) return undefined
      const own = account.sizeTail(order.sort, order.amount)
      const isOwn = !isStarting && own.orders >= least
      const { share, orders } = isOwn ? own : institution.sizeTail(sizeKey(order), order.amount)
      const guessed = (share * orders + 0.5) / (orders + 1)
      if (orders < least || guessed > most) return undefined
      const text = `${order.amount.toLocaleString('en-US')} ${order.currency}`
      return {
        rule,
        strength: 1,
        query: text,
        candidate: `${Math.round(share * orders)} of ${orders} as large`,
        detail: `Of ${isOwn ? "the account's" : 'all'} ${orders} orders of this sort (${order.sort}) ${Math.round(share * orders)} were as large as ${text}.`,
      }
    },
  }
}
