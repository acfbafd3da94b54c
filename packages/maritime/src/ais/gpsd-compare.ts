import type { AisFields, AisMessage, AisValue } from './decode.ts'
import type { Field } from './field.ts'
import { messageTables } from './messages.ts'

/** A message as `gpsdecode -j` prints it. */
export type GpsdMessage = Readonly<Record<string, unknown>>

/**
 * Where a decoded message says something else than gpsd's scaled JSON of the same message: one line a field. The two
 * forms differ on purpose, and these differences are none:
 *
 * - a value that means "not available", or that the standard gives no meaning, is a number or a word there and absent here;
 * - dates are one string there (`timestamp`, `eta`, `departure`, `arrival`) and fields of their own here;
 * - gpsd rounds: the rate of turn, positions of types 17, 22, 23 and 27, met-hydro values, voltages;
 * - of 200/10 it leaves lengths in decimetres and draught in centimetres; here they are metres;
 * - trends are words there, a code and `_text` here; flags may be 0 and 1 there;
 * - `_text` of reserved and unknown codes, and their spelling, follow no standard and are not compared;
 * - where an aid's name has room left, gpsd appends the name extension all the same;
 * - it prints the words of trends wrong, the rate of turn to port without its sign (3.22), the radio status of type 26 as 0;
 * - it fills up short messages with zeros, where fields are absent here.
 */
export function differencesFromGpsd(ours: AisMessage, theirs: GpsdMessage): string[] {
  const differences: string[] = []
  for (const [name, value] of Object.entries(theirs)) {
    if (ignored.has(name) || name.endsWith('_text')) continue
    const difference = Object.hasOwn(dates, name)
      ? compareDate(ours, name, String(value))
      : compareField(ours, name, value)
    if (difference) differences.push(`${name}: ${difference}`)
  }
  for (const name of Object.keys(ours)) {
    if (!Object.hasOwn(theirs, name) && !onlyHere(ours, name)) differences.push(`${name}: only here`)
  }
  return differences
}

const ignored = new Set(['class', 'device', 'scaled'])

/** gpsd's date strings and the prefix of our fields; `Y` where the year is part of it. */
const dates: Readonly<Record<string, string>> = {
  timestamp: '',
  eta: '',
  departure: 'l',
  arrival: '',
}

/** Fields of the standard that gpsd does not print, or prints as a part of another one. */
const extras =
  /^(assigned|mmsiseq\d|txrx|partno|extra_bits|type1_2|offset1_2|type2_1|offset2_1|.?(year|month|day|hour|minute)|second)$/

function onlyHere(ours: AisMessage, name: string): boolean {
  return (
    name.endsWith('_text') ||
    (extras.test(name) && !(name === 'second' && ours.type !== 4 && ours.type !== 11))
  )
}

function compareDate(ours: AisMessage, name: string, text: string): string | undefined {
  const numbers = text.match(/\d+/g)!.map(Number)
  const prefix = name === 'eta' && ours.type === 6 ? 'n' : dates[name]!
  const names = ['year', 'month', 'day', 'hour', 'minute', 'second']
  // A day alone stands before the hour in met-hydro messages.
  const used = numbers.length === 6 ? names : names.slice(5 - numbers.length, 5)
  for (const [i, part] of used.entries()) {
    const value = ours[prefix + part]
    const isNone = value === undefined && isNoDate(part, numbers[i]!, ours.type === 6)
    if (value !== numbers[i] && !isNone) return `${prefix}${part} ${value} where gpsd has ${text}`
  }
  return undefined
}

function isNoDate(part: string, value: number, isCut: boolean): boolean {
  if (part === 'year') return value === 0 || value > 9999
  if (part === 'month') return value === 0 || value > 12
  if (part === 'day') return value === 0
  if (isCut && value === 0) return true
  return value >= (part === 'hour' ? 24 : 60)
}

function compareField(ours: AisMessage, name: string, theirs: unknown): string | undefined {
  const value = ours[name]
  if (Array.isArray(theirs)) return compareList(ours, value, theirs)
  if (value === undefined) return absentMeans(ours, name, theirs)
  if (same(ours, name, value, theirs)) return undefined
  return `${JSON.stringify(value)} where gpsd has ${JSON.stringify(theirs)}`
}

function compareList(
  ours: AisMessage,
  value: AisValue | undefined,
  theirs: readonly GpsdMessage[],
): string | undefined {
  const items = (value ?? []) as readonly AisFields[]
  if (items.length !== theirs.length) return `${items.length} items where gpsd has ${theirs.length}`
  for (const [i, item] of items.entries()) {
    for (const [name, number] of Object.entries(item)) {
      // Of 1/14 gpsd takes 1/10000 minutes for 1/1000.
      const factor = ours.fid === 14 && (name === 'lat' || name === 'lon') ? 10 : 1
      if (typeof number === 'number' && Math.abs(number * factor - Number(theirs[i]![name])) > 1e-5)
        return `item ${i}, ${name} ${number} where gpsd has ${theirs[i]![name]}`
    }
  }
  return undefined
}

function same(ours: AisMessage, name: string, value: AisValue, theirs: unknown): boolean {
  if (value === theirs) return true
  if (typeof value === 'boolean') return Number(value) === theirs
  // gpsd prints a word, and has 1 and 2 the wrong way round: IMO SN/Circ.236 and its own document say 1 decreasing.
  if (name === 'pressuretend' || name === 'leveltrend')
    return theirs === ['steady', 'increasing', 'decreasing'][Number(value)]
  // The last byte is filled up with zeros here, with what comes next there.
  if (name === 'data') return String(theirs).slice(0, -2) === String(value).slice(0, -2)
  if (name === 'name' && typeof theirs === 'string') return theirs.startsWith(String(value))
  // gpsd 3.2x prints 0 whatever was sent.
  if (ours.type === 26 && name === 'radio') return true
  if (typeof value !== 'number') return false
  // 3.22 loses the sign of a turn to port, and rounds.
  if (name === 'turn') return Math.abs(Math.abs(value) - Math.abs(Number(theirs))) <= 0.5 + 1e-9
  if (name === 'speed' && theirs === 'fast') return value === 102.2
  const number = Number(theirs)
  if (ours.dac === 200 && ours.fid === 10) {
    if (name === 'length' || name === 'beam') return Math.abs(value * 10 - number) < 1e-6
    if (name === 'draught') return Math.abs(value * 100 - number) < 1e-6
  }
  return Math.abs(value - number) <= rounding(ours, name)
}

function rounding(ours: AisMessage, name: string): number {
  if (ours.type === 17) return 0.05 + 1e-9
  if (name === 'lon' || name === 'lat') return ours.type === 8 || ours.type === 27 ? 0.0000501 : 0.00000051
  if (/^[ns][ew]_/.test(name)) return 0.00000051
  if (name === 'waterlevel') return 0.05 + 1e-9
  return 1e-6
}

/** Whether what gpsd prints for an absent field is the "not available" of the table, out of its range, or filled up. */
function absentMeans(ours: AisMessage, name: string, theirs: unknown): string | undefined {
  if (theirs === '' || theirs === 'nan' || theirs === 'n/a' || theirs === 'N/A') return undefined
  const field = fieldOf(ours, name)
  if (field === undefined) return Number(theirs) === 0 ? undefined : `absent where gpsd has ${theirs}`
  const { per, plus, na, groupWidth } = field
  const isInland = ours.dac === 200
  const raw = isInland ? Number(theirs) : Math.round((Number(theirs) - plus) * per)
  if (raw === na || (groupWidth > 0 && raw === 0)) return undefined
  if (raw < field.least || raw > field.most) return undefined
  // gpsd rounds the degrees of short positions.
  if (na !== undefined && per >= 600 && Math.abs(raw - na) <= per * 0.05) return undefined
  if (name === 'waterlevel' && Math.round(raw / 10) === Math.round((na ?? 0) / 10)) return undefined
  if (cutShort(ours, name, raw)) return undefined
  return `absent where gpsd has ${theirs}`
}

/** Fields behind the end of a message, or cut by it: zeros and filled numbers there. */
function cutShort(ours: AisMessage, name: string, raw: number): boolean {
  const canBeCut =
    ours.type === 6 || /^(mmsi|offset|type|number|timeout|increment|app_id|dest_mmsi)/.test(name)
  if (raw === 0) return canBeCut || name === 'radio'
  return (
    (ours.type <= 3 && name === 'radio') || ((ours.type === 7 || ours.type === 13) && name.startsWith('mmsi'))
  )
}

function fieldOf(ours: AisMessage, name: string): Field | undefined {
  const table = messageTables[ours.type]
  const own = table?.fields.find((field) => field.name === name)
  if (own || table?.further === undefined) return own
  return fieldsByName(ours).find((field) => field.name === name)
}

function fieldsByName(ours: AisMessage): readonly Field[] {
  // The application's table is found by writing its identifier into an empty payload.
  const six = new Uint8Array(200)
  const identifier = Number(ours.dac ?? 0) * 64 + Number(ours.fid ?? 0)
  const at = ours.type === 6 ? 72 : 40
  for (let bit = 0; bit < 16; bit++) {
    if ((identifier >>> (15 - bit)) & 1) {
      const place = Math.floor((at + bit) / 6)
      six[place] = six[place]! | (32 >>> ((at + bit) % 6))
    }
  }
  const further = messageTables[ours.type]!.further!
  for (const bits of [168, 136, 352, 360, 56 + 248, 88 + 272, 200]) {
    const fields = further(six, bits)
    if (fields.length > 1) return fields
  }
  return []
}
