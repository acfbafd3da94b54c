import { numberOf } from '../rule.ts'
import type { OrderRuleMaker } from '../sign.ts'

/**
 * A round sum, or one so near to it that the rest looks like decoration (6,000,029.12). Parameters: `least` (10,000);
 * `digits` (2) other than zero; `near` (0.0002) relative distance.
 */
export const roundSum: OrderRuleMaker = (rule) => {
  const least = numberOf(rule, 'least', 10_000)
  const digits = numberOf(rule, 'digits', 2)
  const near = numberOf(rule, 'near', 0.0002)
  return {
    rule,
    judge({ amount, currency }) {
      if (!(amount >= least)) return undefined
      const unit = 10 ** (Math.floor(Math.log10(amount)) + 1 - digits)
      const rounded = Math.round(amount / unit) * unit
      if (Math.abs(amount - rounded) > near * amount) return undefined
      const isExact = amount === rounded
      return {
        rule,
        strength: 1,
        query: `${amount.toLocaleString('en-US')} ${currency}`,
        candidate: rounded.toLocaleString('en-US'),
        detail: `${amount.toLocaleString('en-US')} ${currency} is ${isExact ? 'a round sum' : `very near to the round sum ${rounded.toLocaleString('en-US')}`}.`,
      }
    },
  }
}
