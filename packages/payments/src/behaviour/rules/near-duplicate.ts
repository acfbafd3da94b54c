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
      const shape = shapeOf(order.reference)
      const other = isRepeat(order, last, back)
        ? last
        : account.recent.findLast((one) => isNear(order, shape, one, edits) && order.time - one.time <= back)
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

function isNear(order: Order, shape: Shape, other: RecentOrder, edits: number): boolean {
  // Cheapest first: nearly all references of one account differ only in a number that counts up.
  if (other.digits === shape.digits && other.letters === shape.letters) return false
  const [a, b] = [order.reference, other.reference]
  if (a === b || Math.abs(a.length - b.length) > edits || other.id === order.id) return false
  return distance.osa(a, b, edits) <= edits
}

type Shape = Pick<RecentOrder, 'letters' | 'digits'>

/** A reference without its digits, and how many they are. */
export function shapeOf(reference: string): Shape {
  const letters = reference.replace(/\d/g, '')
  return { letters, digits: reference.length - letters.length }
}
