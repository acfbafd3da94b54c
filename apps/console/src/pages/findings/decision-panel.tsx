import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useBar } from '../../api/people-queries.ts'
import type { Finding, Verdict } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Badge, Button, Key } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './decision-panel.module.css'
import { verdictTones } from './queue.tsx'

const words = strings.findings
const verdicts: readonly (readonly [Verdict, string])[] = [
  ['true', 't'],
  ['false', 'f'],
  ['unsure', 'u'],
]

/** Three verdicts, each with a reason. It recommends nothing: a person decides. */
export function DecisionPanel({
  finding,
  draft,
  isSaving,
  fault,
  onDraft,
  onSave,
}: {
  finding: Finding
  draft: Verdict | undefined
  isSaving: boolean
  fault: Error | null
  onDraft: (verdict: Verdict | undefined) => void
  onSave: (verdict: Verdict, reason: string) => Promise<void>
}) {
  const { decision } = finding
  const bar = useBar('write:findings')
  return (
    <footer className={styles.panel}>
      {decision && !draft && (
        <p className={styles.decided}>
          <Badge tone={verdictTones[decision.verdict]}>{words.decided[decision.verdict]}</Badge>
          <SafeText value={decision.reason} />
          <small>
            {[decision.by && words.decidedBy(decision.by), decision.at && dateTime(decision.at)]
              .filter(Boolean)
              .join(', ')}
          </small>
        </p>
      )}
      <div className={styles.verdicts}>
        {verdicts.map(([verdict, key]) => (
          <button
            key={verdict}
            type="button"
            aria-pressed={draft === verdict}
            disabled={bar !== undefined}
            title={bar}
            className={styles[verdict]}
            onClick={() => onDraft(draft === verdict ? undefined : verdict)}
          >
            {words.decide[verdict]}
            <Key>{key}</Key>
          </button>
        ))}
      </div>
      {bar && <p className={styles.hint}>{bar}</p>}
      {draft && !bar && (
        <ReasonForm
          key={draft}
          isSaving={isSaving}
          fault={fault}
          onCancel={() => onDraft(undefined)}
          onSave={(reason) => onSave(draft, reason)}
        />
      )}
    </footer>
  )
}

/** A reason in words, asked for before anything is decided. Enter saves, Escape cancels. */
export function ReasonForm({
  isSaving,
  fault,
  onCancel,
  onSave,
}: {
  isSaving: boolean
  fault: Error | null
  onCancel: () => void
  onSave: (reason: string) => Promise<void>
}) {
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  const save = () => {
    if (isSaving) return
    if (reason.trim() === '') {
      setMissing(true)
      field.current?.focus()
    } else void onSave(reason.trim()).catch(() => field.current?.focus())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) save()
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
  }
  const message = isMissing ? words.reasonNeeded : fault?.message
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <label htmlFor={id}>{words.reason}</label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        dir="auto"
        maxLength={4000}
        aria-invalid={isMissing}
        aria-describedby={`${id}-hint`}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value)
          setMissing(false)
        }}
        onKeyDown={onKeyDown}
      />
      <p
        id={`${id}-hint`}
        role={message ? 'alert' : undefined}
        className={message ? styles.message : styles.hint}
      >
        {message ?? words.reasonHint}
      </p>
      <div className={styles.actions}>
        <Button kind="primary" type="submit" disabled={isSaving}>
          {words.save}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
