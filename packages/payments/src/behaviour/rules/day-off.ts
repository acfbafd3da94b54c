import type { OrderRuleMaker } from '../sign.ts'

/** Sent on a weekend or holiday of the institution: the Bangladesh Friday of 5 February 2016. */
export const dayOff: OrderRuleMaker = (rule, { own }) => ({
  rule,
  ...(own.country === undefined && { idle: 'the profile names neither country nor BIC of the institution' }),
  judge(order) {
    if (order.isUntimed || order.direction !== 'sent' || own.country === undefined) return undefined
    const { day } = own.clock.at(order.time)
    const off = own.calendars.dayOff(own.country, day)
    if (off === undefined) return undefined
    return {
      rule,
      strength: 1,
      query: day,
      candidate: `${off} in ${own.country.toUpperCase()}`,
      detail: `It was sent on ${day}, a ${off} of the institution.`,
    }
  },
})
