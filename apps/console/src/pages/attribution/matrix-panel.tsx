import { type FormEvent, useState } from 'react'
import { useKeys } from '../../shell/keys.tsx'
import { strings } from '../../strings/index.ts'
import { Button, Key } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './matrix.module.css'
import { MatrixGrid } from './matrix-grid.tsx'
import { withNewHypothesis, withNewRow } from './matrix-state.ts'
import type { Draft } from './use-draft.ts'

const words = strings.attribution.matrix

/** The matrix of competing hypotheses under a person's hands, with what can be done to it. */
export function MatrixPanel({
  draft,
  state,
  isBusy = false,
  onSave,
  onUndo = draft.count > 0 ? draft.back : undefined,
  onStartOver,
}: {
  readonly draft: Draft
  /** Who changed it last, or that it is not kept. */
  readonly state: string
  readonly isBusy?: boolean
  readonly onSave?: (() => void) | undefined
  readonly onUndo?: (() => void) | undefined
  onStartOver(): void
}) {
  const [adding, setAdding] = useState<'row' | 'hypothesis'>()
  const { matrix, count } = draft
  useKeys({ z: () => onUndo?.() })
  const add = (label: string) => {
    draft.change(adding === 'row' ? withNewRow(matrix, label) : withNewHypothesis(matrix, label))
    setAdding(undefined)
  }
  return (
    <section className={styles.panel} aria-labelledby="matrix-title">
      <div className={styles.head}>
        <div>
          <h2 id="matrix-title">{words.title}</h2>
          <p className={styles.hint} id="matrix-hint">
            {words.hint}
          </p>
          <p className={styles.hint}>
            {state} {count > 0 && onSave && <b>{words.unsaved(count)}</b>}
          </p>
        </div>
        <div className={styles.actions}>
          <Button onClick={() => setAdding('row')}>{words.addRow}</Button>
          <Button onClick={() => setAdding('hypothesis')}>{words.addHypothesis}</Button>
          <Button kind="quiet" onClick={onStartOver}>
            {words.startOver}
          </Button>
          <Button disabled={!onUndo || isBusy} onClick={() => onUndo?.()}>
            {words.undo}
            <Key>z</Key>
          </Button>
          {onSave && (
            <Button kind="primary" disabled={count === 0 || isBusy} onClick={onSave}>
              {words.save}
            </Button>
          )}
        </div>
      </div>
      {matrix.rows.length === 0 && <p className={styles.hint}>{words.noRows}</p>}
      <MatrixGrid matrix={matrix} onChange={draft.change} />
      {adding && (
        <NameDialog
          title={adding === 'row' ? words.addRow : words.addHypothesis}
          label={adding === 'row' ? words.rowName : words.hypothesisName}
          onName={add}
          onClose={() => setAdding(undefined)}
        />
      )}
    </section>
  )
}

function NameDialog({
  title,
  label,
  onName,
  onClose,
}: {
  readonly title: string
  readonly label: string
  onName(name: string): void
  onClose(): void
}) {
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onName(name.trim())
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <label>
          {label}
          <input autoFocus maxLength={300} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <Button kind="primary" type="submit" disabled={name.trim() === ''}>
          {words.add}
        </Button>
      </form>
    </Dialog>
  )
}
