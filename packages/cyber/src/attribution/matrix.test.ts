import { describe, expect, it } from 'vitest'
import { attribute } from './attribute.ts'
import { inconsistency, isDiagnostic, type MatrixRow, prefilledMatrix } from './matrix.ts'
import { seen, techniques, testingKnowledge } from './testing-actors.ts'

const row = (cells: MatrixRow['cells'], more: Partial<MatrixRow> = {}): MatrixRow => ({
  id: cells.join(),
  label: 'row',
  credibility: 'medium',
  relevance: 'medium',
  cells,
  ...more,
})
const hypotheses = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
]

describe('the matrix of competing hypotheses', () => {
  it('counts what speaks against, by credibility and relevance; what is consistent adds nothing', () => {
    const rows = [
      row(['C', 'I']),
      row(['C', 'I'], { id: '2', credibility: 'high', relevance: 'high' }),
      row(['I', 'N'], { id: '3', credibility: 'low', relevance: 'low' }),
      row(['C', 'NA'], { id: '4' }),
    ]
    const [a, b] = inconsistency({ hypotheses, rows })
    expect(a).toBeCloseTo(0.5)
    expect(b).toBeCloseTo(3)
  })

  it('a row that says the same of all hypotheses tells nothing', () => {
    expect(isDiagnostic(row(['C', 'C']))).toBe(false)
    expect(isDiagnostic(row(['C', 'NA']))).toBe(false)
    expect(isDiagnostic(row(['C', 'I']))).toBe(true)
  })

  it('is filled from the same evidence; what can be copied does not speak against a false flag, what must be held does', () => {
    const knowledge = testingKnowledge()
    const evidence = [
      seen('software', 'own-g05'),
      seen('software', 'own-g06'),
      techniques[5]!,
      seen('software', 'new'),
    ]
    const matrix = prefilledMatrix(knowledge.view(), evidence, attribute(knowledge, evidence))
    expect(matrix.hypotheses.map(({ id }) => id)).toEqual(['g05', 'g06', 'someone-else', 'false-flag'])
    const cells = (id: string) => matrix.rows.find((one) => one.id === id)!.cells
    expect(cells('software own-g05')).toEqual(['C', 'I', 'I', 'C'])
    expect(cells('software new')).toEqual(['N', 'N', 'C', 'N'])
    expect(cells('technique T5')).not.toContain('I')
    expect(inconsistency(matrix)[3]).toBe(0)
  })
})
