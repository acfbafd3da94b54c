import { describe, expect, it } from 'vitest'
import type { Matrix } from '../../api/attribution.ts'
import {
  bestSupported,
  differences,
  inconsistency,
  withCell,
  withNewHypothesis,
  withNewRow,
  withoutHypothesis,
  withoutRow,
  withRow,
} from './matrix-state.ts'

const matrix: Matrix = {
  hypotheses: [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ],
  rows: [
    { id: '1', label: 'one', credibility: 'high', relevance: 'high', cells: ['C', 'I'] },
    { id: '2', label: 'two', credibility: 'low', relevance: 'low', cells: ['I', 'N'] },
  ],
}

describe('a matrix of hypotheses', () => {
  it('counts what speaks against, and names the hypothesis with the least', () => {
    expect(inconsistency(matrix).map((score) => score.toFixed(1))).toEqual(['0.5', '2.0'])
    expect(bestSupported(matrix)).toEqual(['a'])
    expect(bestSupported(withCell(withoutRow(matrix, 1), 0, 1, 'N'))).toEqual(['a', 'b'])
  })

  it('is changed without touching what was there', () => {
    const before = JSON.stringify(matrix)
    expect(withCell(matrix, 0, 1, 'NA').rows[0]!.cells).toEqual(['C', 'NA'])
    expect(withRow(matrix, 1, { credibility: 'high' }).rows[1]!.credibility).toBe('high')
    const grown = withNewHypothesis(withNewRow(withNewRow(matrix, 'x'), 'y'), 'C')
    expect(grown.rows.map(({ id, cells }) => [id, cells.length])).toEqual([
      ['1', 3],
      ['2', 3],
      ['hand 1', 3],
      ['hand 2', 3],
    ])
    expect(withoutHypothesis(grown, 0).rows[0]!.cells).toEqual(['I', 'N'])
    expect(withoutHypothesis(withoutHypothesis(matrix, 0), 0).hypotheses).toHaveLength(1)
    expect(JSON.stringify(matrix)).toBe(before)
  })

  it('tells in which cells the person and the machine differ, and rows that one lacks', () => {
    expect(differences(matrix, matrix)).toEqual([])
    const person = withNewRow(withoutRow(withCell(matrix, 0, 1, 'N'), 1), 'by hand')
    expect(differences(matrix, person)).toEqual([
      { row: 'one', hypothesis: 'B', machine: 'I', person: 'N' },
      { row: 'two', hypothesis: '', machine: 'NA' },
      { row: 'by hand', hypothesis: '', person: 'NA' },
    ])
  })
})
