import { type FormEvent, type ReactNode, useState } from 'react'
import { type Case, useCaseChanges } from '../../api/cases.ts'
import { strings } from '../../strings/index.ts'
import { Button } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './change-dialog.module.css'
import { ReasonField, useFirstField } from './change-dialog.tsx'
import { actorText } from './words.ts'

const words = strings.cases

interface FormProps {
  readonly found: Case
  readonly onDone: (result: Case) => void
  readonly onClose: () => void
}

/** Findings get a case of their own. */
export function SplitForm({
  found,
  findings,
  ...rest
}: FormProps & { readonly findings: readonly string[] }) {
  return (
    <CaseForm {...rest} found={found} path="split" title={words.actions.split} body={{ findings }}>
      <p className={styles.hint}>
        {words.selectedFindings(findings.length)}. {words.dialog.splitHint}
      </p>
    </CaseForm>
  )
}

/** Other cases become a part of this one. */
export function MergeForm({ found, ...rest }: FormProps) {
  const [text, setText] = useState('')
  const others = [...text.matchAll(/\d+/g)].map(([one]) => Number(one)).filter((one) => one !== found.id)
  return (
    <CaseForm
      {...rest}
      found={found}
      path="merge"
      title={words.actions.merge}
      body={others.length > 0 ? { others } : undefined}
      missing={words.dialog.othersNeeded}
    >
      <label>
        {words.dialog.others}
        <input value={text} inputMode="numeric" onChange={(event) => setText(event.target.value)} />
        <small>{words.dialog.othersHint}</small>
      </label>
    </CaseForm>
  )
}

/** A second person's answer to a release. */
export function ReleaseForm({ found, ...rest }: FormProps) {
  const [approve, setApprove] = useState(true)
  const { release } = found
  return (
    <CaseForm {...rest} found={found} path="release" title={words.actions.release} body={{ approve }}>
      {release && (
        <p>
          <SafeText value={words.dialog.askedBy(actorText(release.by), release.reason)} />
        </p>
      )}
      <label className={styles.check}>
        <input type="radio" name="answer" checked={approve} onChange={() => setApprove(true)} />
        {words.dialog.approve}
      </label>
      <label className={styles.check}>
        <input type="radio" name="answer" checked={!approve} onChange={() => setApprove(false)} />
        {words.dialog.decline}
      </label>
    </CaseForm>
  )
}

/** A link to a record elsewhere. */
export function LinkForm({ found, ...rest }: FormProps) {
  const [target, setTarget] = useState('')
  const [label, setLabel] = useState('')
  return (
    <CaseForm
      {...rest}
      found={found}
      path="links"
      title={words.actions.link}
      hasReason={false}
      body={target.trim() ? { target, label } : undefined}
    >
      <label>
        {words.dialog.address}
        <input
          required
          dir="auto"
          maxLength={2000}
          value={target}
          onChange={(event) => setTarget(event.target.value)}
        />
      </label>
      <label>
        {words.dialog.label}
        <input dir="auto" maxLength={200} value={label} onChange={(event) => setLabel(event.target.value)} />
      </label>
    </CaseForm>
  )
}

function CaseForm({
  found,
  path,
  title,
  body,
  missing,
  hasReason = true,
  onDone,
  onClose,
  children,
}: FormProps & {
  readonly path: string
  readonly title: string
  /** Undefined while something is missing. */
  readonly body: object | undefined
  readonly missing?: string
  readonly hasReason?: boolean
  readonly children: ReactNode
}) {
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const { change } = useCaseChanges()
  const form = useFirstField()
  const isMissing = hasReason && reason.trim() === ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isMissing || !body || change.isPending) return
    onDone(await change.mutateAsync({ id: found.id, path, body: { ...body, ...(hasReason && { reason }) } }))
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => void submit(event).catch(() => undefined)}
      >
        {children}
        {isTried && !body && missing && (
          <p role="alert" className={styles.fault}>
            {missing}
          </p>
        )}
        {hasReason && <ReasonField value={reason} isMissing={isTried && isMissing} onChange={setReason} />}
        {change.error && (
          <p role="alert" className={styles.fault}>
            {change.error.message}
          </p>
        )}
        <div className={styles.actions}>
          <Button kind="primary" type="submit" disabled={change.isPending}>
            {words.dialog.apply}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words.dialog.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
