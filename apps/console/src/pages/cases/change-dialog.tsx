import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import {
  type BulkChange,
  type BulkPreview,
  type BulkSelection,
  type CaseState,
  caseStates,
  useAssignees,
  useBulkPreview,
  useCaseChanges,
} from '../../api/cases.ts'
import type { Verdict } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { Button } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useDebounced } from '../../ui/use-debounced.ts'
import styles from './change-dialog.module.css'
import { Preview } from './preview.tsx'

const words = strings.cases

/** Which change is made. */
export type ChangeKind = BulkChange['kind']

/** One change of one case or many: what it is, what it would do, and then doing it. */
export function ChangeDialog({
  kind,
  selection,
  findings,
  onDone,
  onClose,
}: {
  kind: ChangeKind
  selection: BulkSelection
  /** Only these are decided; else all that wait for a decision. */
  findings?: readonly string[]
  onDone: (result: BulkPreview) => void
  onClose: () => void
}) {
  const [to, setTo] = useState('')
  const [state, setState] = useState<CaseState>('in-review')
  const [date, setDate] = useState('')
  const [verdict, setVerdict] = useState<Verdict>('false')
  const [reason, setReason] = useState('')
  const [decideRest, setDecideRest] = useState(true)
  const [isMissing, setMissing] = useState(false)
  const { bulk } = useCaseChanges()
  const form = useFirstField()
  const ends = state === 'closed-true' || state === 'closed-false'
  const change = (text: string): BulkChange | undefined => {
    if (kind === 'assign') return { kind, ...(to.trim() && { to: to.trim() }) }
    if (kind === 'due') return date ? { kind, due: `${date}T23:59:59Z` } : undefined
    if (kind === 'decide') return { kind, verdict, reason: text, ...(findings && { findings }) }
    return { kind, to: state, reason: text, ...(ends && { decideRest }) }
  }
  // What it would do does not hang on the words of the reason.
  const settled = useDebounced(JSON.stringify(change('–') ?? null))
  const asked = (JSON.parse(settled || 'null') as BulkChange | null) ?? undefined
  const preview = useBulkPreview(selection, asked)
  const needsReason = kind === 'decide' || (kind === 'state' && state !== 'in-review')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = change(reason.trim())
    if (needsReason && reason.trim() === '') return setMissing(true)
    if (!wanted || bulk.isPending) return
    onDone(await bulk.mutateAsync({ selection, change: wanted }))
  }
  return (
    <Dialog title={words.actions[kind]} onClose={onClose}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => void submit(event).catch(() => undefined)}
      >
        {kind === 'assign' && <AssignField value={to} onChange={setTo} />}
        {kind === 'due' && (
          <label>
            {words.dialog.date}
            <input required type="date" value={date} onChange={(event) => setDate(event.target.value)} />
          </label>
        )}
        {kind === 'state' && (
          <>
            <label>
              {words.dialog.state}
              <select value={state} onChange={(event) => setState(event.target.value as CaseState)}>
                {caseStates
                  .filter((one) => one !== 'new')
                  .map((one) => (
                    <option key={one} value={one}>
                      {words.states[one]}
                    </option>
                  ))}
              </select>
            </label>
            {ends && (
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={decideRest}
                  onChange={(event) => setDecideRest(event.target.checked)}
                />
                {words.dialog.decideRest[state === 'closed-true' ? 'true' : 'false']}
              </label>
            )}
          </>
        )}
        {kind === 'decide' && (
          <label>
            {words.dialog.verdict}
            <select value={verdict} onChange={(event) => setVerdict(event.target.value as Verdict)}>
              {(['false', 'true', 'unsure'] as const).map((one) => (
                <option key={one} value={one}>
                  {strings.findings.decide[one]}
                </option>
              ))}
            </select>
            {verdict === 'false' && <small>{words.page.falseHint}</small>}
          </label>
        )}
        {(kind === 'state' || kind === 'decide') && (
          <ReasonField value={reason} isMissing={isMissing && reason.trim() === ''} onChange={setReason} />
        )}
        <Preview
          preview={asked ? preview.data : undefined}
          isLoading={asked !== undefined && preview.isFetching}
          error={preview.error}
          change={asked}
        />
        {bulk.error && (
          <p role="alert" className={styles.fault}>
            {bulk.error.message}
          </p>
        )}
        <div className={styles.actions}>
          <Button kind="primary" type="submit" disabled={bulk.isPending || !asked}>
            {bulk.isPending ? words.dialog.applying : words.dialog.apply}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words.dialog.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** A form whose first field takes the focus once its dialog stands. */
export function useFirstField() {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [])
  return form
}

function AssignField({ value, onChange }: { value: string; onChange: (to: string) => void }) {
  const { data: people = [] } = useAssignees()
  const list = useId()
  return (
    <label>
      {words.dialog.to}
      <input
        list={list}
        maxLength={200}
        dir="auto"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {people.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <small>{words.dialog.nobodyHint}</small>
    </label>
  )
}

/** Why, in words. */
export function ReasonField({
  value,
  isMissing,
  onChange,
}: {
  value: string
  isMissing: boolean
  onChange: (reason: string) => void
}) {
  const hint = useId()
  return (
    <label>
      {words.dialog.reason}
      <textarea
        rows={2}
        dir="auto"
        maxLength={4000}
        aria-invalid={isMissing}
        aria-describedby={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit()
        }}
      />
      <small
        id={hint}
        role={isMissing ? 'alert' : undefined}
        className={isMissing ? styles.fault : undefined}
      >
        {isMissing ? words.dialog.reasonNeeded : words.dialog.reasonHint}
      </small>
    </label>
  )
}
