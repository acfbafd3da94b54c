import { useEffect, useRef, useState } from 'react'
import { useRefreshPayments } from '../../api/payments.ts'
import { strings } from '../../strings/index.ts'
import { Button } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import styles from '../../ui/import-parts.module.css'
import { RejectsTable } from '../../ui/rejects-table.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { type MessageCounts, sendMessages, type UnreadMessage } from './send-messages.ts'

const words = strings.payments.import

interface State {
  readonly name: string
  readonly counts?: MessageCounts
  readonly summary?: MessageCounts
  readonly faults: readonly UnreadMessage[]
  readonly error?: string
}

/** Sends a file of messages to be screened, and shows how it goes on and what could not be read. */
export function ImportDialog({
  file,
  onClose,
}: {
  /** One that was dropped on the page. */
  readonly file: File | undefined
  readonly onClose: () => void
}) {
  const [state, setState] = useState<State>()
  const running = useRef<AbortController>(undefined)
  const refresh = useRefreshPayments()
  const start = async (chosen: File | undefined) => {
    if (!chosen) return
    const abort = new AbortController()
    running.current = abort
    setState({ name: chosen.name, faults: [] })
    const change = (next: Partial<State>) => setState((before) => before && { ...before, ...next })
    try {
      let isEnded = false
      for await (const { progress, fault, summary, error } of sendMessages(chosen, abort.signal)) {
        if (progress) change({ counts: progress })
        if (fault) setState((before) => before && { ...before, faults: [...before.faults, fault] })
        if (summary) change({ summary })
        if (error)
          change({ error: typeof error.detail === 'string' ? error.detail : (error.remedy ?? words.cut) })
        isEnded ||= summary !== undefined || error !== undefined
      }
      if (!isEnded) change({ error: words.cut })
    } catch (error) {
      if (!abort.signal.aborted) change({ error: error instanceof Error ? error.message : String(error) })
    }
    refresh()
  }
  // A file that was dropped starts at once, and once only.
  const begun = useRef(false)
  useEffect(() => {
    if (file && !begun.current) {
      begun.current = true
      void start(file)
    }
  })
  const isBusy = state !== undefined && !state.summary && !state.error
  return (
    <Dialog
      title={words.title}
      onClose={() => {
        running.current?.abort()
        onClose()
      }}
    >
      <div className={styles.content}>
        <p>{words.lead}</p>
        {!isBusy && !state?.summary && (
          <FileDrop label={words.choose} hint={words.drop} onFile={(chosen) => void start(chosen)} />
        )}
        {state && <Progress state={state} isBusy={isBusy} />}
        {state?.summary && (
          <div className={styles.actions}>
            <Button kind="primary" onClick={onClose}>
              {words.show}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}

function Progress({ state, isBusy }: { readonly state: State; readonly isBusy: boolean }) {
  const { name, counts, summary, faults, error } = state
  const said = summary
    ? words.result(summary)
    : counts && counts.messages > 0
      ? words.reading(counts.messages)
      : words.waiting
  const unread = Math.max(summary?.rejected ?? counts?.rejected ?? 0, faults.length)
  return (
    <section className={styles.progress}>
      <p>
        <b>
          <SafeText value={name} />
        </b>
      </p>
      {isBusy && <progress aria-label={name}>{said}</progress>}
      <p role="status">{error ? '' : said}</p>
      {error && (
        <p role="alert" className={styles.fault}>
          {error}
        </p>
      )}
      <RejectsTable
        title={words.faults(unread)}
        columns={words}
        rejects={faults.map(({ where, expected, found, remedy, excerpt }) => ({
          where,
          reason: `expected ${expected}, found ${found}. ${remedy}`,
          excerpt,
        }))}
      />
    </section>
  )
}
