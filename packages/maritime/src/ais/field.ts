import type { Vocabulary } from './vocabulary.ts'

/** What the bits of a field are. `turn` is the rate of turn of types 1 to 3; `skip` is spare. */
export type FieldKind = 'uint' | 'int' | 'flag' | 'text' | 'data' | 'turn' | 'list' | 'skip'

/** How a raw number becomes a value, and when it says nothing. */
export interface Scale {
  /** The value is raw / per + plus. */
  readonly per?: number
  readonly plus?: number
  /** Digits behind the point to which a value that does not come out even is rounded. */
  readonly decimals?: number
  /** Raw value that the standard gives the meaning "not available". The field is then absent. */
  readonly na?: number
  /** Smallest and largest raw value with a meaning. Beyond it the field is absent, and counted as out of range. */
  readonly range?: readonly [number, number]
  /** The field is one of a group of `width` bits that began `back` bits before it; all zero, the group says nothing. */
  readonly group?: { readonly back: number; readonly width: number }
  /** Words for the raw value, in a second field `<name>_text`. */
  readonly words?: Vocabulary
}

/** A field before its place is known: an entry of a table. Widths are in bits; 0 is "to the end of the message". */
export interface Part extends Scale {
  readonly name: string
  readonly width: number
  readonly kind: FieldKind
  /** For a list: the fields of one item from its own bit 0, the bits it takes, and how many there may be. */
  readonly item?: readonly Field[]
  readonly itemBits?: number
  readonly most?: number
  /** For a list whose items differ: further fields by the raw value of the item's first field. */
  readonly variants?: Readonly<Record<number, readonly Field[]>>
}

/** A field in its place. Every field has every property, in one order: the loops that read them stay fast so. */
export interface Field {
  readonly name: string
  readonly kind: FieldKind
  readonly at: number
  readonly width: number
  readonly per: number
  readonly plus: number
  /** Digits behind the point. */
  readonly digits: number
  readonly na: number | undefined
  readonly least: number
  readonly most: number
  readonly groupBack: number
  /** 0 for none. */
  readonly groupWidth: number
  readonly words: Vocabulary | undefined
  readonly item: readonly Field[]
  readonly itemBits: number
  readonly items: number
  readonly variants: Readonly<Record<number, readonly Field[]>>
}

/** An unsigned number. */
export const uint = (name: string, width: number, scale: Scale = {}): Part => ({
  name,
  width,
  kind: 'uint',
  ...scale,
})

/** A two's complement number. */
export const int = (name: string, width: number, scale: Scale = {}): Part => ({
  name,
  width,
  kind: 'int',
  ...scale,
})

/** One bit. */
export const flag = (name: string): Part => ({ name, width: 1, kind: 'flag' })

/** Six-bit text; an empty one is absent. */
export const text = (name: string, length: number): Part => ({ name, width: 6 * length, kind: 'text' })

/** Six-bit text to the end of the message. */
export const restText = (name: string): Part => ({ name, width: 0, kind: 'text' })

/** Undecoded bits to the end of the message, as `bits:hex`. */
export const rest = (name: string): Part => ({ name, width: 0, kind: 'data' })

/** Spare or reserved bits. */
export const skip = (width: number): Part => ({ name: '', width, kind: 'skip' })

/** A group of fields that repeats until the message ends, at most `most` times. */
export const list = (
  name: string,
  most: number,
  item: readonly Part[],
  variants?: Readonly<Record<number, readonly Part[]>>,
  itemBits?: number,
): Part => {
  const head = layout(0, ...item)
  const bits = itemBits ?? widthOf(item)
  return {
    name,
    width: 0,
    kind: 'list',
    most,
    item: head,
    itemBits: bits,
    ...(variants && {
      variants: Object.fromEntries(
        Object.entries(variants).map(([key, parts]) => [key, layout(widthOf(item), ...parts)]),
      ),
    }),
  }
}

/** Places parts one behind the other from bit `start`. */
export function layout(start: number, ...parts: readonly Part[]): readonly Field[] {
  let at = start
  return parts.map((part) => {
    const field = fieldAt(at, part)
    at += part.width
    return field
  })
}

function fieldAt(at: number, part: Part): Field {
  const { name, kind, width, per = 1, plus = 0, range, group } = part
  return {
    name,
    kind,
    at,
    width,
    per,
    plus,
    digits: part.decimals ?? digitsOf(per),
    na: part.na,
    least: range ? range[0] : Number.NEGATIVE_INFINITY,
    most: range ? range[1] : Number.POSITIVE_INFINITY,
    groupBack: group?.back ?? 0,
    groupWidth: group?.width ?? 0,
    words: part.words,
    item: part.item ?? [],
    itemBits: part.itemBits ?? 0,
    items: part.most ?? 0,
    variants: part.variants ?? {},
  }
}

/** Digits that hold a quotient by 1, 2, 10, 20 or 100 without rounding. */
function digitsOf(per: number): number {
  if (per === 1) return 0
  return per === 2 || per === 10 ? 1 : 2
}

function widthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.width, 0)
}

/**
 * Distances in metres from the antenna to bow, stern, port and starboard side, and so the ship's size. All zero means
 * not available (ITU-R M.1371-5, figure 41); one zero beside others is a true distance.
 */
export const dimensions: readonly Part[] = [
  uint('to_bow', 9, { group: { back: 0, width: 30 } }),
  uint('to_stern', 9, { group: { back: 9, width: 30 } }),
  uint('to_port', 6, { group: { back: 18, width: 30 } }),
  uint('to_starboard', 6, { group: { back: 24, width: 30 } }),
]

/** Month, day, hour and minute (UTC), as far as they are given. */
export const monthDayHourMinute = (prefix = ''): readonly Part[] => [
  uint(`${prefix}month`, 4, { na: 0, range: [1, 12] }),
  ...dayHourMinute(prefix),
]

/** Day, hour and minute (UTC). */
export const dayHourMinute = (prefix = ''): readonly Part[] => [
  uint(`${prefix}day`, 5, { na: 0, range: [1, 31] }),
  uint(`${prefix}hour`, 5, { na: 24, range: [0, 23] }),
  uint(`${prefix}minute`, 6, { na: 60, range: [0, 59] }),
]

/** Degrees from 1/10000 minutes (28 and 27 bits), 1/1000 (25 and 24) or 1/10 (18 and 17). Absent: 181 and 91. */
export const longitude = (width: 28 | 25 | 18, name = 'lon'): Part =>
  int(name, width, degrees(minuteParts[width], 180))

/** See `longitude`. */
export const latitude = (width: 27 | 24 | 17, name = 'lat'): Part =>
  int(name, width, degrees(minuteParts[width], 90))

const minuteParts = { 28: 10000, 27: 10000, 25: 1000, 24: 1000, 18: 10, 17: 10 } as const

function degrees(parts: number, limit: number): Scale {
  const per = 60 * parts
  return { per, decimals: 7, na: (limit + 1) * per, range: [-limit * per, limit * per] }
}
