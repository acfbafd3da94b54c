/**
 * What the labelled pairs hardly show: short listed names that happen to lie inside a long innocent one, and listed
 * names with slips of the pen. Innocents come from a fifth of negatives_global, which is left out when false alerts
 * are counted; the slips are made here, by a seeded generator.
 */

import { kindOf } from '../../packages/screening/src/kinds.ts'
import { type CompiledName, compileName } from '../../packages/screening/src/names/compiled-name.ts'
import {
  type FeatureName,
  featureNames,
  type NameKind,
  NameMeter,
} from '../../packages/screening/src/names/features.ts'
import { NameIndex } from '../../packages/screening/src/names/name-index.ts'
import { nameOfSchema, readNames } from '../../packages/screening/src/party.ts'
import { readLists, rowsOf } from './lists.ts'

/** One more example to learn from. */
export interface Example {
  readonly a: CompiledName
  readonly b: CompiledName
  readonly kind: NameKind
  readonly match: boolean
}

/** Whether a row of negatives_global is learnt from. */
export function isLearnt(row: number): boolean {
  return row % 5 === 0
}

/** Numbers from 0 to 1, the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Innocents against what they come nearest to, and listed names against themselves with slips. */
export async function readSupplement(): Promise<Example[]> {
  const entities = (await readLists()).filter(({ schema }) => kindOf(schema) !== 'link')
  const listed = entities.flatMap((entity, owner) =>
    readNames(entity).map(({ text, weak }) => ({ text, weak, owner, nameOf: nameOfSchema(entity.schema) })),
  )
  const persons = listed.filter(({ owner }) => entities[owner]!.schema === 'Person')
  const index = NameIndex.build(persons)
  const meter = new NameMeter()
  const examples: Example[] = []
  for (const [row, { full_name: name }] of rowsOf('bench/screening/negatives_global.csv.gz').entries()) {
    if (!isLearnt(row)) continue
    const a = index.compile(name!, 'person')
    const near: { n: number; apart: number }[] = []
    const count = index.candidates(a, -4, 'person')
    for (let k = 0; k < count; k++) {
      const n = index.found[k]!
      const apart = apartBy(meter, a, index.names.at(n))
      if (apart > 0) near.push({ n, apart })
    }
    near.sort((x, y) => x.apart - y.apart || x.n - y.n)
    for (const { n } of near.slice(0, 3))
      examples.push({ a, b: index.names.at(n), kind: 'person', match: false })
  }
  const random = seeded(20250903)
  for (const { text, nameOf, owner } of listed) {
    if (random() > 0.03) continue
    const words = text.split(/\s+/)
    if (words.length < 2) continue
    const kind = kindOf(entities[owner]!.schema)
    examples.push({
      a: compileName(treated(words, random), nameOf),
      b: compileName(text, nameOf),
      kind: kind === 'person' || kind === 'organisation' || kind === 'vessel' ? kind : 'any',
      match: true,
    })
  }
  return examples
}

/** What sets two names apart, for the order in which innocents come near: by hand, or what is learnt would choose it. */
const setsApart: Partial<Record<FeatureName, number>> = {
  unmetBoth: 4,
  unmetMost: 0.5,
  unmetMostShare: 3,
  damageShare: 3,
  damageMax: 1,
  firstLetter: 0.5,
  initials: 0.6,
}

/** 0 for the very same words: nobody can tell such an innocent by the name, so there is nothing to learn. */
function apartBy(meter: NameMeter, a: CompiledName, b: CompiledName): number {
  const values = meter.measure(a, b, 'person')
  return featureNames.reduce((sum, name, f) => sum + (setsApart[name] ?? 0) * values[f]!, 0)
}

/** A name with one slip: a letter lost, doubled, swapped or changed, words swapped, a word lost or two joined. */
function treated(words: readonly string[], random: () => number): string {
  const at = Math.floor(random() * words.length)
  const copy = [...words]
  const word = copy[at]!
  const letter = Math.floor(random() * word.length)
  switch (Math.floor(random() * 8)) {
    case 0:
      copy[at] = word.slice(0, letter) + word.slice(letter + 1)
      break
    case 1:
      copy[at] = word.slice(0, letter + 1) + word.slice(letter)
      break
    case 2:
      copy[at] =
        word.slice(0, letter) +
        word.slice(letter + 1, letter + 2) +
        word.slice(letter, letter + 1) +
        word.slice(letter + 2)
      break
    case 3:
      copy[at] =
        `${word.slice(0, letter)}${String.fromCharCode(97 + Math.floor(random() * 26))}${word.slice(letter + 1)}`
      break
    case 4:
      copy.push(copy.shift()!)
      break
    case 5:
      if (copy.length > 2) copy.splice(at, 1)
      break
    case 6:
      if (at + 1 < copy.length) copy.splice(at, 2, `${word}${copy[at + 1]}`)
      break
  }
  return copy.join(' ')
}
