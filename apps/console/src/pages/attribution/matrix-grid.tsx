import { type KeyboardEvent, useRef, useState } from 'react'
import type { Matrix, MatrixCell, MatrixRow, MatrixWeight } from '../../api/attribution.ts'
import { strings } from '../../strings/index.ts'
import { IconButton } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './matrix.module.css'
import {
  bestSupported,
  inconsistency,
  isDiagnostic,
  withCell,
  withoutHypothesis,
  withoutRow,
  withRow,
} from './matrix-state.ts'
import { hypothesisLabel } from './words.ts'

const words = strings.attribution.matrix
const keys: Readonly<Record<string, MatrixCell>> = { c: 'C', i: 'I', n: 'N', a: 'NA' }
const turns: Readonly<Record<MatrixCell, MatrixCell>> = { C: 'I', I: 'N', N: 'NA', NA: 'C' }
const weights: readonly MatrixWeight[] = ['low', 'medium', 'high']
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Evidence as rows, hypotheses as columns. One cell is in the order of the Tab key; arrows lead to the others. */
export function MatrixGrid({ matrix, onChange }: { readonly matrix: Matrix; onChange(next: Matrix): void }) {
  const [at, setAt] = useState({ row: 0, column: 0 })
  const body = useRef<HTMLTableSectionElement>(null)
  const { hypotheses, rows } = matrix
  const scores = inconsistency(matrix)
  const best = new Set(bestSupported(matrix))
  const current = {
    row: Math.min(at.row, rows.length - 1),
    column: Math.min(at.column, hypotheses.length - 1),
  }
  const go = (row: number, column: number) => {
    if (row < 0 || column < 0 || row >= rows.length || column >= hypotheses.length) return
    setAt({ row, column })
    body.current?.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)?.focus()
  }
  const press = (event: KeyboardEvent, row: number, column: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = steps[event.key]
    const cell = keys[event.key.toLowerCase()]
    if (!step && !cell) return
    event.preventDefault()
    if (step) go(row + step[0], column + step[1])
    else onChange(withCell(matrix, row, column, cell!))
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.grid} aria-describedby="matrix-hint">
        <thead>
          <tr>
            <th scope="col">{words.evidence}</th>
            <th scope="col">{words.weights}</th>
            {hypotheses.map((one, column) => (
              <th key={one.id} scope="col" data-best={best.has(one.id)}>
                <SafeText value={hypothesisLabel(one)} />
                <IconButton
                  icon="close"
                  label={words.remove(hypothesisLabel(one))}
                  disabled={hypotheses.length < 2}
                  onClick={() => onChange(withoutHypothesis(matrix, column))}
                />
              </th>
            ))}
          </tr>
          <tr className={styles.scores}>
            <th scope="row" colSpan={2}>
              {words.score}
            </th>
            {hypotheses.map((one, column) => (
              <td key={one.id} data-best={best.has(one.id)}>
                <b>{scores[column]!.toFixed(1)}</b>
                {best.has(one.id) && best.size < hypotheses.length && <small>{words.best}</small>}
              </td>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, place) => (
            <tr key={row.id} data-idle={!isDiagnostic(row)}>
              <th scope="row">
                <span>
                  <SafeText value={row.label} />
                  {!isDiagnostic(row) && <small>{words.notDiagnostic}</small>}
                </span>
                <IconButton
                  icon="close"
                  label={words.remove(row.label)}
                  onClick={() => onChange(withoutRow(matrix, place))}
                />
              </th>
              <td>
                <Weights row={row} onChange={(change) => onChange(withRow(matrix, place, change))} />
              </td>
              {row.cells.map((cell, column) => (
                <td key={hypotheses[column]!.id}>
                  <button
                    type="button"
                    className={styles.cell}
                    data-cell={cell}
                    data-at={`${place} ${column}`}
                    tabIndex={place === current.row && column === current.column ? 0 : -1}
                    aria-label={words.cell(
                      row.label,
                      hypothesisLabel(hypotheses[column]!),
                      `${letterOf(cell)} ${words.cells[cell]}`,
                    )}
                    onFocus={() => setAt({ row: place, column })}
                    onKeyDown={(event) => press(event, place, column)}
                    onClick={() => onChange(withCell(matrix, place, column, turns[cell]))}
                  >
                    <b aria-hidden="true">{letterOf(cell)}</b>
                    <small aria-hidden="true">{words.cells[cell]}</small>
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function letterOf(cell: MatrixCell): string {
  return cell === 'NA' ? '–' : cell
}

function Weights({ row, onChange }: { readonly row: MatrixRow; onChange(change: Partial<MatrixRow>): void }) {
  const choice = (field: 'credibility' | 'relevance') => (
    <select
      aria-label={words[field](row.label)}
      value={row[field]}
      onChange={(event) => onChange({ [field]: event.target.value as MatrixWeight })}
    >
      {weights.map((weight) => (
        <option key={weight} value={weight}>
          {words.weight[weight]}
        </option>
      ))}
    </select>
  )
  return (
    <span className={styles.weights}>
      {choice('credibility')}
      {choice('relevance')}
    </span>
  )
}
