import { EditDistance } from '@cordon/text'
import type { RecentOrder } from '../account-history.ts'
import { beneficiaryOf, type Order } from '../order.ts'
import { numberOf } from '../rule.ts'
import type { OrderRuleMaker } from '../sign.ts'

const distance = new EditDistance()

/**
 * A reference that is nearly that of another of the account's last orders, or the last order to the beneficiary over again.
 * Numbers that count up are no near duplicates. Parameters: `edits` (1) between references; `days` (3) back.
 */
export const nearDuplicate: OrderRuleMaker = (rule) => {
  const edits = numberOf(rule, 'edits', 1)
  const back = numberOf(rule, 'days', 3) * 86_400_000
  return {
    rule,
    judge(order, { account }) {
      const last = account.lastOrders.get(beneficiaryOf(order))
      const other = isRepeat(order, last, back)
        ? last
        : account.recent.findLast((one) => order.time - one.time <= back && isNear(order, one, edits))
      if (other === undefined) return undefined
      const isSame = other.beneficiary === beneficiaryOf(order)
      return {
        rule,
        strength: 1,
        query: order.reference,
        candidate: other.reference,
        detail: isSame
          ? `The same sum went to the same beneficiary a short time before under ${other.reference}.`
          : `Its reference ${order.reference} is nearly ${other.reference}, that of another order.`,
      }
    },
  }
}

function isRepeat(order: Order, last: RecentOrder | undefined, back: number): last is RecentOrder {
  if (last === undefined || order.time - last.time > back || last.amount !== order.amount) return false
  return last.reference !== order.reference
}

function isNear(order: Order, other: RecentOrder, edits: number): boolean {
  const [a, b] = [order.reference, other.reference]
  // Cheapest first: most references of one account differ in length, or in a number that counts up.
  if (a === b || Math.abs(a.length - b.length) > edits || other.id === order.id) return false
  if (distance.osa(a, b, edits) > edits) return false
  return lettersOf(a) !== lettersOf(b) || digitCount(a) !== digitCount(b)
}

const lettersOf = (text: string) => text.replace(/\d/g, '')
const digitCount = (text: string) => text.replace(/\D/g, '').length
