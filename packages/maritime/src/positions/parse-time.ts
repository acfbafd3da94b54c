import type { Instant } from '@cordon/model'

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)? ?(?:Z|UTC|\+00:?00)?$/
const slashed = /^(\d\d)[/.](\d\d)[/.](\d{4})(?: (\d\d):(\d\d)(?::(\d\d))?)?$/
const compact = /^(\d{4})(\d\d)(\d\d)[_T ](\d\d)(\d\d)(\d\d)$/

/**
 * Reads the times that position files hold, all UTC: ISO 8601 with or without `T` and `Z`; `31/12/2015 23:59:59`, day
 * first unless `monthFirst`; `20210701_185151`; seconds or milliseconds since 1970. Another zone than UTC, and a date
 * that does not exist, is undefined.
 */
export function parseTime(text: string, monthFirst = false): Instant | undefined {
  if (/^\d{9,13}(\.0+)?$/.test(text)) {
    const number = Number(text)
    return number < 1e11 ? number * 1000 : number
  }
  const found = iso.exec(text) ?? compact.exec(text)
  if (found) return instant(found, 1, 2, 3)
  const day = slashed.exec(text)
  if (day === null) return undefined
  return monthFirst ? instant(day, 3, 1, 2) : instant(day, 3, 2, 1)
}

function instant(found: RegExpExecArray, year: number, month: number, day: number): Instant | undefined {
  const [y, m, d, hour, minute, second] = [year, month, day, 4, 5, 6].map((at) => Number(found[at] ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const milli = found[7] === undefined ? 0 : Math.floor(Number(`0.${found[7]}`) * 1000)
  const time = Date.UTC(y, m - 1, d, hour, minute, second, milli)
  const back = new Date(time)
  const exists =
    back.getUTCMonth() === m - 1 && back.getUTCDate() === d && hour < 24 && minute < 60 && second < 60
  return exists ? time : undefined
}
