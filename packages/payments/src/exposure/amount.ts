/** Decimal places that amounts are kept with: as many as any currency in use divides into. */
export const amountDecimals = 18
const unit = 10n ** BigInt(amountDecimals)

/**
 * A decimal text (`0.00000001`, `12,5` is none) as a whole number of 10^-18 units, exactly.
 * @returns undefined where the text is no such number, is negative, or has more than 18 decimal places
 */
export function parseUnits(text: string): bigint | undefined {
  const match = /^\+?(\d{1,40})(?:\.(\d{0,18})0*)?$/.exec(text.trim())
  if (!match) return undefined
  const [, whole = '0', part = ''] = match
  return BigInt(whole) * unit + BigInt(part.padEnd(amountDecimals, '0'))
}

/** Units of 10^-18 as the shortest decimal text. */
export function formatUnits(units: bigint): string {
  const sign = units < 0n ? '-' : ''
  const size = units < 0n ? -units : units
  const part = (size % unit).toString().padStart(amountDecimals, '0').replace(/0+$/, '')
  return `${sign}${size / unit}${part === '' ? '' : `.${part}`}`
}
