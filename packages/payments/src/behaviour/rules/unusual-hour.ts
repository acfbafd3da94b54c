import { numberOf } from '../rule.ts'
import type { OrderRuleMaker } from '../sign.ts'
import { clockText } from './off-hours.ts'

/**
 * At an hour of the week at which the account is hardly ever used: learnt, so that it works without a profile. Neighbouring hours
 * count half. Parameter `share` (0.001): of the account's orders in this hour and beside it.
 */
export const unusualHour: OrderRuleMaker = (rule, { own }) => {
  const least = numberOf(rule, 'share', 0.001)
  return {
    rule,
    judge(order, { account, isStarting }) {
      if (order.isUntimed || isStarting) return undefined
      const local = own.clock.at(order.time)
      const slot = hourSlot(local.weekday, local.minute)
      const { hours } = account
      let all = 0
      for (const count of hours) all += count
      const here = hours[slot]! + (hours[(slot + 1) % 168]! + hours[(slot + 167) % 168]!) / 2
      if (all < 50 || here / all > least) return undefined
      return {
        rule,
        strength: 1,
        query: `${weekdays[local.weekday - 1]} ${clockText(local.minute)}`,
        candidate: `${((100 * here) / all).toFixed(2)} % of the account's orders`,
        detail: `The account is hardly ever used on a ${weekdays[local.weekday - 1]} around ${clockText(local.minute)}.`,
      }
    },
  }
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The hour of the week, 0 to 167. */
export function hourSlot(weekday: number, minute: number): number {
  return (weekday - 1) * 24 + Math.floor(minute / 60)
}
