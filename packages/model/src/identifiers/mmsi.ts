import { countryOfMid } from './mid.ts'
import { compact, type Parsed, refused } from './parsed.ts'

/** What an MMSI identifies, from its leading digits (ITU-R M.585-9). */
export type MmsiKind =
  | 'ship'
  | 'group'
  | 'coast-station'
  | 'sar-aircraft'
  | 'handheld'
  | 'aid-to-navigation'
  | 'craft-associated'
  | 'ais-sart'
  | 'man-overboard'
  | 'epirb'
  | 'autonomous-device'

/** What an MMSI says of itself. */
export interface MmsiFacts {
  readonly kind: MmsiKind
  /** The three maritime identification digits, where the form has them. */
  readonly mid?: string
  /** Flag from the MID, lower-case ISO 3166-1 alpha-2; absent where the form has no MID or it is not assigned. */
  readonly country?: string
}

/** Leading digits, what they mean, and where the MID stands (-1: nowhere). The first that fits counts. */
const forms: readonly (readonly [RegExp, MmsiKind, number])[] = [
  [/^970/, 'ais-sart', -1],
  [/^972/, 'man-overboard', -1],
  [/^974/, 'epirb', -1],
  [/^979/, 'autonomous-device', -1],
  [/^111[2-7]/, 'sar-aircraft', 3],
  [/^00[2-7]/, 'coast-station', 2],
  [/^0[2-7]/, 'group', 1],
  [/^98[2-7]/, 'craft-associated', 2],
  [/^99[2-7]/, 'aid-to-navigation', 2],
  [/^8[2-7]/, 'handheld', 1],
  [/^[2-7]/, 'ship', 0],
]

/**
 * Reads a Maritime Mobile Service Identity (ITU-R M.585-9). A number is padded to nine digits, since leading zeros
 * (coast stations, groups) are lost in it. An unassigned MID is no refusal: transmitters send such numbers, and that
 * is worth knowing; `country` is then absent.
 */
export function parseMmsi(input: string | number): Parsed<MmsiFacts> {
  const text = typeof input === 'number' ? String(input).padStart(9, '0') : compact(input)
  const digits = /^(?:MMSI)?:?(\d{9})$/.exec(text)?.[1]
  if (digits === undefined) return refused('an MMSI of nine digits', String(input))
  for (const [pattern, kind, at] of forms) {
    if (!pattern.test(digits)) continue
    if (at < 0) return { ok: true, value: digits, kind }
    const mid = digits.slice(at, at + 3)
    const country = countryOfMid(mid)
    return { ok: true, value: digits, kind, mid, ...(country === undefined ? {} : { country }) }
  }
  return refused('an MMSI that begins as ITU-R M.585 lays down (2 to 7 for a ship)', digits)
}

/** Whether the text is nine digits of a form that ITU-R M.585 knows. */
export function isMmsi(input: string | number): boolean {
  return parseMmsi(input).ok
}
