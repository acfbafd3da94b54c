/** The labelled name pairs of the reference data, with folds that keep pairs of shared names together. */
import { readFileSync } from 'node:fs'
import { referenceData } from '@cordon/testing'
import { normaliseName } from '@cordon/text'
import { parse } from 'csv-parse/sync'

/** One labelled pair. */
export interface NamePair {
  readonly group: string
  readonly schema: string
  readonly a: string
  readonly b: string
  readonly match: boolean
  readonly quality: string
  /** Pairs that share a name, directly or through others, are in one component and so in one fold. */
  readonly component: number
}

/** Pairs that two labelled files judge opposite ways: nobody knows what is right, so they count for nothing. */
const contradicted: readonly (readonly [string, string])[] = [
  ['Olaf Schulze', 'Olaf Scholz'],
  ['Angela Merkur', 'Angela Merkel'],
  ['Michel Obama', 'Michelle Obama'],
  ['OJSC TACTICAL MISSIVES CORPORATION', 'TACTICAL MISSILES CORPORATION JOINT STOCK COMPANY'],
  ['Niels Oscar Rost', 'Niels Oscar TROOST'],
  ['Kim Myong-sik', 'Kim Myong-guk'],
  ['Kim Pong-ryul', 'Kim Pyong-ryul'],
  ['Kim Yong-chol', 'Kim Yong-chun'],
  ['Nantahala Capital Offshore Fund, Ltd.', 'Nantahala Capital Offshore Fund I, Ltd.'],
  ['Andrang Heta', "'Ndrangheta"],
  ['Zu Zag Bong 6', 'Zu Zag Bong 5'],
  ['Victory', 'Victory 3'],
  ['BWI Industries, Inc.', 'BAE Industries, Inc.'],
]

/** Reads the pairs, or undefined without reference data. */
export function readNamePairs(): NamePair[] | undefined {
  const file = referenceData('bench/names/name-pairs.csv')
  if (!file) return undefined
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true })
  const left = rows.filter(
    (row) => !contradicted.some(([a, b]) => a === row.name1 && b === row.name2 && row.is_match === 'true'),
  )
  const parent = new Map<string, string>()
  const find = (name: string): string => {
    const up = parent.get(name)
    return up === undefined || up === name ? name : find(up)
  }
  for (const row of left) parent.set(find(normaliseName(row.name1!)), find(normaliseName(row.name2!)))
  const numbers = new Map<string, number>()
  return left.map((row) => {
    const root = find(normaliseName(row.name1!))
    if (!numbers.has(root)) numbers.set(root, numbers.size)
    return {
      group: row.case_group!,
      schema: row.schema!,
      a: row.name1!,
      b: row.name2!,
      match: row.is_match === 'true',
      quality: row.quality!,
      component: numbers.get(root)!,
    }
  })
}

/** A fold by component: the same every time, and spread as if by chance. */
export function foldOf(component: number, folds: number): number {
  let h = (component + 1) * 2654435761
  h ^= h >>> 15
  h = Math.imul(h, 2246822519)
  h ^= h >>> 13
  return (h >>> 0) % folds
}

/** Precision, recall and F1 of predictions. */
export function f1Of(cases: readonly { match: boolean; predicted: boolean }[]): {
  precision: number
  recall: number
  f1: number
} {
  const tp = cases.filter((c) => c.match && c.predicted).length
  const fp = cases.filter((c) => !c.match && c.predicted).length
  const fn = cases.filter((c) => c.match && !c.predicted).length
  return {
    precision: tp / Math.max(1, tp + fp),
    recall: tp / Math.max(1, tp + fn),
    f1: (2 * tp) / Math.max(1, 2 * tp + fp + fn),
  }
}

/** Area under the ROC curve: how often a match scores above a non-match. */
export function aucOf(cases: readonly { match: boolean; score: number }[]): number {
  const [yes, no] = [cases.filter((c) => c.match), cases.filter((c) => !c.match)]
  let sum = 0
  for (const y of yes) for (const n of no) sum += y.score > n.score ? 1 : y.score === n.score ? 0.5 : 0
  return sum / (yes.length * no.length)
}
