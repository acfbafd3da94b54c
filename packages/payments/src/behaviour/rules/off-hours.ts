import type { LocalTime } from '../local-time.ts'
import type { Desk } from '../own-side.ts'
import { numberOf } from '../rule.ts'
import type { OrderRuleMaker } from '../sign.ts'

/**
 * Sent on a working day outside the hours of every operator. Parameter `graceMinutes` (30): people start early and stay late.
 */
export const offHours: OrderRuleMaker = (rule, { own }) => {
  const grace = numberOf(rule, 'graceMinutes', 30)
  return {
    rule,
    ...(own.desks.length === 0 && { idle: 'the profile names no operators with their hours' }),
    judge(order) {
      if (order.isUntimed || order.direction !== 'sent' || own.desks.length === 0) return undefined
      const local = own.clock.at(order.time)
      if (own.country !== undefined && own.calendars.dayOff(own.country, local.day)) return undefined
      if (own.desks.some((desk) => isOpen(desk, desk.clock.at(order.time), grace))) return undefined
      const clock = clockText(local.minute)
      return {
        rule,
        strength: 1,
        query: `${local.day} ${clock}`,
        candidate: own.desks.map(({ id, hours }) => `${id} ${hours.map(hoursText).join(', ')}`).join('; '),
        detail: `It was sent at ${clock} local time, when no operator has hours.`,
      }
    },
  }
}

function isOpen({ hours }: Desk, { weekday, minute }: LocalTime, grace: number): boolean {
  return hours.some(
    ({ days, from, to }) => days.includes(weekday) && minute >= from - grace && minute < to + grace,
  )
}

const hoursText = ({ from, to }: { from: number; to: number }) => `${clockText(from)}-${clockText(to)}`

/** Minutes since midnight as `09:30`. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
