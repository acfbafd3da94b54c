import { numberOf } from '../rule.ts'
import type { OrderRuleMaker } from '../sign.ts'

/**
 * Other orders of late from the account, to the same bank or to the same country, showed signs too. Parameters: `days` (10)
 * back, `many` (3) for the whole weight.
 */
export const company: OrderRuleMaker = (rule) => {
  const back = numberOf(rule, 'days', 10) * 86_400_000
  const many = numberOf(rule, 'many', 3)
  return {
    rule,
    judge(order, { suspects }) {
      const { bank, country } = suspects.like(order, order.time - back)
      const count = bank + country / 2
      if (count < 1) return undefined
      return {
        rule,
        strength: Math.min(1, count / many),
        query: order.bank ?? order.country ?? '',
        candidate: `${bank} to the bank, ${country} more to the country`,
        detail: `In the last ${back / 86_400_000} days other orders of the account showed signs too: ${bank} to this bank, ${country} to others in its country.`,
      }
    },
  }
}
