import { raise } from '../level.ts'
import type { Order } from '../order.ts'
import { numberOf, textOf } from '../rule.ts'
import type { JudgeContext, OrderRuleMaker } from '../sign.ts'

/**
 * More than ever, in count or in sum, of an account's orders (`of: orders`), of those to one country (`country`), to one bank
 * (`bank`), to beneficiaries never paid before (`newBeneficiaries`), or to people (`persons`). What counts fades by half in
 * `hours` (6); it is held against its highest value of the past times `factor` (2), a count also against that value and
 * `slack` (3) of its square roots, as small counts vary much; and it is at least `least` (4). For `settleDays` (0) nothing is said
 * of it: new beneficiaries can be counted only when the start-up is over. `by` is `count` or `sum`.
 */
export const burst: OrderRuleMaker = (rule) => {
  const of = textOf(rule, 'of', 'orders')
  const isSum = textOf(rule, 'by', 'count') === 'sum'
  const halfLife = numberOf(rule, 'hours', 6) * 3_600_000
  const factor = numberOf(rule, 'factor', 2)
  const slack = numberOf(rule, 'slack', 3)
  const least = numberOf(rule, 'least', 4)
  const settle = numberOf(rule, 'settleDays', 0) * 86_400_000
  return {
    rule,
    judge(order, context) {
      const key = keyOf(of, order, context)
      if (key === undefined) return undefined
      const name = `${rule.id}:${key}`
      const level = context.account.level(name, order.time)
      const value = raise(level, order.time, isSum ? order.amount : 1, halfLife)
      context.raised.push(name)
      if (context.isStarting || order.isUntimed || order.time - level.since < settle) return undefined
      const varied = isSum ? 0 : level.peak + slack * Math.sqrt(level.peak)
      const most = Math.max(level.peak * factor, varied, least)
      if (value <= most) return undefined
      const unit = isSum ? order.currency : 'orders'
      return {
        rule,
        // Barely above is half a sign, twice as much is a whole one.
        strength: Math.min(1, value / most - 0.5),
        query: `${round(value)} ${unit}`,
        candidate: `at most ${round(level.peak)} before`,
        detail: `${subject(of, order)} came to ${round(value)} ${unit} (half after ${halfLife / 3_600_000} h); never before to more than ${round(level.peak)}.`,
      }
    },
  }
}

function keyOf(of: string, order: Order, { account, isStarting }: JudgeContext): string | undefined {
  if (of === 'country') return order.country
  if (of === 'bank') return order.bank
  if (of === 'persons') return order.creditor.sort === 'person' ? 'person' : undefined
  if (of !== 'newBeneficiaries') return of
  // Before the start-up is over everyone is new.
  if (isStarting || order.nameKey === undefined) return undefined
  return account.met.names.get(order.nameKey) === undefined ? 'new' : undefined
}

function subject(of: string, order: Order): string {
  if (of === 'country') return `Orders to ${order.country?.toUpperCase()}`
  if (of === 'bank') return `Orders to ${order.bank}`
  if (of === 'persons') return 'Orders to natural persons'
  return of === 'newBeneficiaries' ? 'Orders to beneficiaries not paid before' : 'Orders from the account'
}

function round(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en-US') : String(Math.round(value * 10) / 10)
}
