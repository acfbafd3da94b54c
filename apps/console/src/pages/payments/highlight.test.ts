import { describe, expect, it } from 'vitest'
import type { PaymentHit } from '../../api/payments.ts'
import { piecesOf } from './highlight.ts'

const hit = (from: number, to: number): PaymentHit => ({
  kind: 'text',
  level: 'hold',
  path: ':70:',
  from,
  to,
  value: '',
  caption: 'X',
  listed: 'X',
  sources: [],
  score: 1,
  detail: '',
})
const row = { label: '70', depth: 1, value: 'FOR TANCHON COMMERCIAL BANK', from: 100, to: 127 }

describe('a row with its hits', () => {
  it('is cut where a hit begins and ends', () => {
    expect(piecesOf(row, [hit(104, 127)])).toEqual([
      { text: 'FOR ', hits: [] },
      { text: 'TANCHON COMMERCIAL BANK', hits: [0] },
    ])
  })

  it('shows hits that overlap, each on its stretch', () => {
    expect(piecesOf(row, [hit(104, 127), hit(104, 111)])).toEqual([
      { text: 'FOR ', hits: [] },
      { text: 'TANCHON', hits: [0, 1] },
      { text: ' COMMERCIAL BANK', hits: [0] },
    ])
  })

  it('leaves out hits of other rows, and marks nothing where there is no place', () => {
    expect(piecesOf(row, [hit(10, 20)])).toEqual([{ text: row.value, hits: [] }])
    expect(piecesOf({ label: 'Cdtr', depth: 2 }, [hit(10, 20)])).toEqual([{ text: '', hits: [] }])
  })

  it('marks a hit that begins in the row before', () => {
    expect(piecesOf(row, [hit(90, 103)]).map(({ hits }) => hits)).toEqual([[0], []])
  })
})
