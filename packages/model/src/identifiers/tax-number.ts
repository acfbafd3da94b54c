import { compact, type Parsed, refused } from './parsed.ts'

const inn10 = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const inn11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const inn12 = [3, ...inn11]

/**
 * Reads a Russian taxpayer number (INN; order of the Federal Tax Service MMV-7-6/435): ten digits for an
 * organisation, twelve for a person, with one or two check digits.
 */
export function parseInn(text: string): Parsed<{ readonly holder: 'organisation' | 'person' }> {
  const value = compact(text).replace(/^(?:INN|ИНН)[:.№]?/, '')
  if (!/^(?:\d{10}|\d{12})$/.test(value)) return refused('an INN of ten or twelve digits', text)
  const right =
    value.length === 10
      ? control(value, inn10) === Number(value[9])
      : control(value, inn11) === Number(value[10]) && control(value, inn12) === Number(value[11])
  if (!right || /^0+$/.test(value)) return refused('an INN with right check digits', text)
  return { ok: true, value, holder: value.length === 10 ? 'organisation' : 'person' }
}

/** Whether the text is a Russian taxpayer number with right check digits. */
export function isInn(text: string): boolean {
  return parseInn(text).ok
}

/**
 * Reads a Russian state registration number: OGRN (13 digits, organisations) or OGRNIP (15 digits, sole traders).
 * The last digit is the last one of the remainder of the others divided by 11 or 13.
 */
export function parseOgrn(text: string): Parsed<{ readonly holder: 'organisation' | 'sole-trader' }> {
  const value = compact(text).replace(/^(?:OGRN(?:IP)?|ОГРН(?:ИП)?)[:.№]?/, '')
  if (!/^[1-9](?:\d{12}|\d{14})$/.test(value)) return refused('an OGRN of 13 or 15 digits', text)
  const rest = remainder(value.slice(0, -1), value.length === 13 ? 11 : 13)
  if (rest % 10 !== Number(value.at(-1))) return refused('an OGRN with a right check digit', text)
  return { ok: true, value, holder: value.length === 13 ? 'organisation' : 'sole-trader' }
}

/** Whether the text is a Russian state registration number with a right check digit. */
export function isOgrn(text: string): boolean {
  return parseOgrn(text).ok
}

function control(digits: string, weights: readonly number[]): number {
  return (weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11) % 10
}

function remainder(digits: string, divisor: number): number {
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % divisor, 0)
}
