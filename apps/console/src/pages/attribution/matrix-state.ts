import type { Matrix, MatrixCell, MatrixRow, MatrixWeight } from '../../api/attribution.ts'

/** Each step doubles or halves a row's weight when both move; the server counts alike. */
const factors: Readonly<Record<MatrixWeight, number>> = { low: Math.SQRT1_2, medium: 1, high: Math.SQRT2 }

/** How much speaks against each hypothesis: its inconsistent cells by their rows' weights (Heuer, ch. 8). */
export function inconsistency({ hypotheses, rows }: Matrix): number[] {
  return hypotheses.map((_, at) =>
    rows.reduce(
      (sum, { cells, credibility, relevance }) =>
        cells[at] === 'I' ? sum + factors[credibility] * factors[relevance] : sum,
      0,
    ),
  )
}

/** The ids of the hypotheses with the least against them; all of them where nothing tells them apart. */
export function bestSupported(matrix: Matrix): string[] {
  const scores = inconsistency(matrix)
  const least = Math.min(...scores)
  return matrix.hypotheses.flatMap(({ id }, at) => (scores[at]! - least < 1e-9 ? [id] : []))
}

/** Whether a row tells hypotheses apart. */
export function isDiagnostic({ cells }: Pick<MatrixRow, 'cells'>): boolean {
  return new Set(cells.filter((cell) => cell !== 'NA')).size > 1
}

/** The matrix with one cell set. */
export function withCell(matrix: Matrix, row: number, at: number, cell: MatrixCell): Matrix {
  return withRow(matrix, row, { cells: matrix.rows[row]!.cells.map((now, i) => (i === at ? cell : now)) })
}

/** The matrix with a row changed. */
export function withRow(matrix: Matrix, row: number, change: Partial<MatrixRow>): Matrix {
  return { ...matrix, rows: matrix.rows.map((now, i) => (i === row ? { ...now, ...change } : now)) }
}

/** The matrix with a row more, on which nothing is said yet. */
export function withNewRow(matrix: Matrix, label: string): Matrix {
  const id = freeId('hand', matrix.rows)
  const cells = matrix.hypotheses.map((): MatrixCell => 'N')
  const row: MatrixRow = { id, label, credibility: 'medium', relevance: 'medium', cells }
  return { ...matrix, rows: [...matrix.rows, row] }
}

/** The matrix with a hypothesis more; every row says neutral of it. */
export function withNewHypothesis({ hypotheses, rows }: Matrix, label: string): Matrix {
  return {
    hypotheses: [...hypotheses, { id: freeId('hypothesis', hypotheses), label }],
    rows: rows.map((row) => ({ ...row, cells: [...row.cells, 'N'] })),
  }
}

/** The matrix without a row. */
export function withoutRow(matrix: Matrix, row: number): Matrix {
  return { ...matrix, rows: matrix.rows.filter((_, i) => i !== row) }
}

/** The matrix without a hypothesis; the last one stays. */
export function withoutHypothesis(matrix: Matrix, at: number): Matrix {
  if (matrix.hypotheses.length < 2) return matrix
  return {
    hypotheses: matrix.hypotheses.filter((_, i) => i !== at),
    rows: matrix.rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => i !== at) })),
  }
}

/** A cell that one matrix has and the other has otherwise, or not at all. */
export interface Difference {
  readonly row: string
  readonly hypothesis: string
  readonly machine?: MatrixCell
  readonly person?: MatrixCell
}

/** Cells in which two matrices differ, by what the rows and hypotheses are; rows that one lacks are told once. */
export function differences(machine: Matrix, person: Matrix): Difference[] {
  const found: Difference[] = []
  const byId = new Map(person.rows.map((row) => [row.id, row]))
  for (const row of machine.rows) {
    const other = byId.get(row.id)
    byId.delete(row.id)
    if (!other) {
      found.push({ row: row.label, hypothesis: '', machine: 'NA' })
      continue
    }
    for (const [at, { id, label }] of machine.hypotheses.entries()) {
      const place = person.hypotheses.findIndex((one) => one.id === id)
      const [mine, theirs] = [row.cells[at]!, other.cells[place]]
      if (theirs !== undefined && mine !== theirs)
        found.push({ row: row.label, hypothesis: label, machine: mine, person: theirs })
    }
  }
  for (const { label } of byId.values()) found.push({ row: label, hypothesis: '', person: 'NA' })
  return found
}

function freeId(start: string, taken: readonly { readonly id: string }[]): string {
  for (let n = 1; ; n++) if (!taken.some(({ id }) => id === `${start} ${n}`)) return `${start} ${n}`
}
