import { compact, type Parsed, refused } from './parsed.ts'

/** Whether seven digits carry the check digit of an IMO ship number, of an IMO company number, or of both. */
export type ImoKind = 'ship' | 'company' | 'either'

const shipWeights = [7, 6, 5, 4, 3, 2]
const companyWeights = [8, 6, 4, 2, 9, 7]

/**
 * Reads an IMO ship identification number (IMO resolution A.1117(30)): `9187629`, `IMO 9187629`, `IMO No. 9187629`.
 * The value is its seven digits. The check digit finds every single changed digit but the ones that the weights 5,
 * 4, 6 and 2 hide modulo 10 (a digit changed by 5 under an even weight, or by an even number under the weight 5).
 */
export function parseImo(text: string): Parsed<{ readonly kind: ImoKind }> {
  return read(text, 'ship')
}

/**
 * Reads an IMO company or registered owner number (IMO resolution MSC.160(78)), which has seven digits too but
 * another check digit.
 */
export function parseImoCompany(text: string): Parsed<{ readonly kind: ImoKind }> {
  return read(text, 'company')
}

/** Whether the text is an IMO ship number with a right check digit. */
export function isImo(text: string): boolean {
  return parseImo(text).ok
}

function read(text: string, wanted: 'ship' | 'company'): Parsed<{ readonly kind: ImoKind }> {
  const found = /^(?:IMO)?(?:COMPANY)?(?:NUMBER|NO\.?|N°|№|#)?[:.]?(\d{7})$/.exec(compact(text))
  const digits = found?.[1]
  if (digits === undefined) return refused('an IMO number of seven digits', text)
  const ship = isRight(digits, shipDigit(digits))
  const company = isRight(digits, companyDigit(digits))
  if (wanted === 'ship' ? ship : company)
    return { ok: true, value: digits, kind: ship && company ? 'either' : wanted }
  const right = wanted === 'ship' ? shipDigit(digits) : companyDigit(digits)
  return refused(
    `an IMO ${wanted} number (check digit ${right})`,
    company || ship ? `${digits}, an IMO ${ship ? 'ship' : 'company'} number` : digits,
  )
}

function isRight(digits: string, check: number): boolean {
  return Number(digits[6]) === check && digits !== '0000000'
}

function shipDigit(digits: string): number {
  return weighted(digits, shipWeights) % 10
}

function companyDigit(digits: string): number {
  return (11 - (weighted(digits, companyWeights) % 11)) % 10
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)
}
