import { beneficiaryOf } from '../order.ts'
import type { OrderRuleMaker } from '../sign.ts'

/** An order's reference or UETR comes again with another sum or another beneficiary: the order was altered, or forged. */
export const altered: OrderRuleMaker = (rule) => ({
  rule,
  judge(order, { references }) {
    const before = references.find(order)
    if (before === undefined) return undefined
    const isOtherSum = before.amount !== order.amount
    if (!isOtherSum && before.beneficiary === beneficiaryOf(order)) return undefined
    const amount = order.amount.toLocaleString('en-US')
    return {
      rule,
      strength: 1,
      query: `${order.reference}: ${amount} ${order.currency} to ${order.creditor.text}`,
      candidate: `${before.amount.toLocaleString('en-US')}`,
      detail: `The reference ${order.reference} was used before, for ${isOtherSum ? `${before.amount.toLocaleString('en-US')} ${order.currency}` : 'another beneficiary'}.`,
    }
  },
})
