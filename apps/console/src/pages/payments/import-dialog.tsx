import { useEffect, useId, useRef, useState } from 'react'
import { useRefreshPayments } from '../../api/payments.ts'
import { strings } from '../../strings/index.ts'
import { Button } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from '../sea/import-dialog.module.css'
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
  const [isOver, setOver] = useState(false)
  const running = useRef<AbortController>(undefined)
  const refresh = useRefreshPayments()
  const id = useId()
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
          // biome-ignore lint/a11y/noStaticElementInteractions: the button inside is the keyboard's way
          <div
            className={styles.drop}
            data-over={isOver}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault()
              event.stopPropagation()
              setOver(false)
              void start(event.dataTransfer.files[0])
            }}
          >
            <Icon name="upload" size={20} />
            <label htmlFor={id}>{words.choose}</label>
            <input id={id} type="file" onChange={(event) => void start(event.target.files?.[0])} />
            <small>{words.drop}</small>
          </div>
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
      {faults.length > 0 && (
        <>
          <h3>{words.faults(unread)}</h3>
          <section
            className={styles.rejects}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
            tabIndex={0}
            aria-label={words.faults(unread)}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.where}</th>
                  <th scope="col">{words.reason}</th>
                  <th scope="col">{words.excerpt}</th>
                </tr>
              </thead>
              <tbody>
                {faults.map((fault, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: faults only grow
                  <tr key={i}>
                    <td>{fault.where}</td>
                    <td>
                      <SafeText value={`expected ${fault.expected}, found ${fault.found}. ${fault.remedy}`} />
                    </td>
                    <td>
                      <code>
                        <SafeText value={fault.excerpt.slice(0, 200)} />
                      </code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  )
}
