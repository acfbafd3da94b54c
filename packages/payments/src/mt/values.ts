import type { Amount } from '../message.ts'

/** `USD1234,5` (32B and kin): currency and amount with the comma as mark; undefined where it is none. */
export function amountOf(text: string): Amount | undefined {
  const [, currency, digits] = /^([A-Z]{3})([0-9][0-9.,]*)/.exec(text.trim()) ?? []
  return currency && digits ? { currency, value: decimal(digits) } : undefined
}

/** `1234,` is `1234`; `1234,50` is `1234.50`. */
export function decimal(text: string): string {
  return text.replaceAll('.', '').replace(',', '.').replace(/\.$/, '')
}

/** YYMMDD as an ISO day. The standard's window: 80 to 99 are the last century. */
export function dayOf(text: string): string | undefined {
  const [, yy, month, day] = /^(\d{2})(\d{2})(\d{2})/.exec(text) ?? []
  if (!yy || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined
  return `${Number(yy) >= 80 ? '19' : '20'}${yy}-${month}-${day}`
}

/** The instant of YYMMDD and HHMM in UTC, where both are given; the header has no zone. */
export function instantOf(day: string, time: string): number | undefined {
  const iso = dayOf(day)
  if (!iso || !/^\d{4}/.test(time)) return undefined
  const at = Date.parse(`${iso}T${time.slice(0, 2)}:${time.slice(2, 4)}:00Z`)
  return Number.isNaN(at) ? undefined : at
}

/** `+` or `+HHMM` of field 13D: YYMMDDhhmm and an offset. */
export function instantOf13D(text: string): number | undefined {
  const [, day, time, sign, hours, minutes] = /^(\d{6})(\d{4})([+-])(\d{2})(\d{2})/.exec(text.trim()) ?? []
  const local = day && time ? instantOf(day, time) : undefined
  if (local === undefined) return undefined
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000
  return sign === '+' ? local - shift : local + shift
}
