import { dayNumberOf, isoDayOf } from '../local-time.ts'
import { numberOf } from '../rule.ts'
import type { OrderRuleMaker } from '../sign.ts'

/**
 * The institution is closed from the order on, and when it opens again the other end has a holiday: nobody can be asked at
 * both ends. In February 2016 the Dhaka weekend (Friday, Saturday) was followed by a Sunday and by the Monday of the lunar
 * new year in Manila. Parameter `days` (4): how far ahead the other end's holiday may be.
 */
export const closedEnds: OrderRuleMaker = (rule, { own }) => {
  const days = numberOf(rule, 'days', 4)
  const lastHour = Math.max(0, ...own.desks.flatMap(({ hours }) => hours.map(({ to }) => to)))
  const idle = own.country === undefined || own.desks.length === 0
  return {
    rule,
    ...(idle && { idle: "the profile lacks the institution's country or its operators' hours" }),
    judge(order) {
      const { country } = order
      if (idle || own.country === undefined || country === undefined || country === own.country)
        return undefined
      if (order.isUntimed || order.direction !== 'sent' || !own.calendars.knows(country)) return undefined
      const { day, minute } = own.clock.at(order.time)
      const isAway = own.calendars.dayOff(own.country, day) !== undefined
      const tomorrow = isoDayOf(dayNumberOf(day) + 1)
      const isEve = minute >= lastHour && own.calendars.dayOff(own.country, tomorrow) !== undefined
      if (!isAway && !isEve) return undefined
      const holiday = nextHoliday(country, day)
      if (holiday === undefined) return undefined
      const back = own.calendars.nextWorkingDay(own.country, day)
      return {
        rule,
        strength: 1,
        query: `${day}, own staff back on ${back}`,
        candidate: `${holiday} is a holiday in ${country.toUpperCase()}`,
        detail: `The institution is closed until ${back}, and ${holiday} is a holiday where the money goes (${country.toUpperCase()}).`,
      }
    },
  }

  function nextHoliday(country: string, day: string): string | undefined {
    const today = dayNumberOf(day)
    for (let ahead = 0; ahead <= days; ahead++) {
      const one = isoDayOf(today + ahead)
      if (own.calendars.dayOff(country, one) === 'holiday') return one
    }
    return undefined
  }
}
