import type { Entity } from '@cordon/model'

/** One feature of many entities as codes: those of entity `i` stand from `offsets[i]` to `offsets[i + 1]`. */
export interface CodeColumn {
  /** The value of each code. */
  readonly values: readonly string[]
  readonly offsets: Uint32Array
  readonly codes: Uint32Array
}

/** Reads a feature of all entities once, so that counting it over many hits touches no entity. */
export function codeColumn(
  entities: readonly Entity[],
  valuesOf: (entity: Entity) => Iterable<string>,
): CodeColumn {
  const codeOf = new Map<string, number>()
  const codes: number[] = []
  const offsets = new Uint32Array(entities.length + 1)
  entities.forEach((entity, at) => {
    for (const value of valuesOf(entity)) {
      let code = codeOf.get(value)
      if (code === undefined) {
        code = codeOf.size
        codeOf.set(value, code)
      }
      codes.push(code)
    }
    offsets[at + 1] = codes.length
  })
  return { values: [...codeOf.keys()], offsets, codes: Uint32Array.from(codes) }
}

/** How often each value occurs among some entities. */
export function countCodes(
  { values, offsets, codes }: CodeColumn,
  hits: Uint32Array,
): { value: string; count: number }[] {
  const counts = new Uint32Array(values.length)
  for (const hit of hits) for (let at = offsets[hit]!; at < offsets[hit + 1]!; at++) counts[codes[at]!]!++
  return values.flatMap((value, code) => (counts[code]! > 0 ? [{ value, count: counts[code]! }] : []))
}

/** The place of each entity in the order of a text; equal texts share one. */
export function rankColumn(entities: readonly Entity[], textOf: (entity: Entity) => string): Uint32Array {
  const texts = entities.map(textOf)
  const order = texts
    .map((_, at) => at)
    .sort((a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : 0))
  const ranks = new Uint32Array(entities.length)
  let rank = 0
  order.forEach((at, i) => {
    if (i > 0 && texts[at] !== texts[order[i - 1]!]) rank++
    ranks[at] = rank
  })
  return ranks
}
