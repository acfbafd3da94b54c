import type { PaymentHit, PaymentRow } from '../../api/payments.ts'

/** A stretch of a row's value: plain, or one that hits stand on. */
export interface Piece {
  readonly text: string
  /** Numbers of the hits that stand here, the gravest first. */
  readonly hits: readonly number[]
}

/**
 * A row's value cut where hits begin and end. Hits are given the gravest first; offsets are those of the message's text. A
 * hit without a place marks nothing.
 */
export function piecesOf(row: PaymentRow, hits: readonly PaymentHit[]): Piece[] {
  const { value = '', from, to } = row
  if (from === undefined || to === undefined) return [{ text: value.replaceAll('\r', ''), hits: [] }]
  const here = hits.flatMap((hit, index) => {
    if (hit.from === undefined || hit.to === undefined || hit.to <= from || hit.from >= to) return []
    return [{ index, from: Math.max(hit.from, from) - from, to: Math.min(hit.to, to) - from }]
  })
  const cuts = [...new Set([0, value.length, ...here.flatMap((one) => [one.from, one.to])])]
    .filter((cut) => cut >= 0 && cut <= value.length)
    .sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i]!, cuts[i + 1]!]
    pieces.push({
      // The line feed that follows ends the line already.
      text: value.slice(start, end).replaceAll('\r', ''),
      hits: here.filter((one) => one.from <= start && one.to >= end).map(({ index }) => index),
    })
  }
  return pieces.length > 0 ? pieces : [{ text: value, hits: [] }]
}
