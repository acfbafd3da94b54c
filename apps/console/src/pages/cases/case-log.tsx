import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useCaseChanges, useCaseEvents } from '../../api/cases.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Button } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './case-side.module.css'
import { logText } from './log-words.ts'
import { actorText } from './words.ts'

const words = strings.cases.page

/** Notes and everything else that happened to a case, the latest first. */
export function CaseLog({
  id,
  field,
}: {
  readonly id: number
  readonly field: RefObject<HTMLTextAreaElement | null>
}) {
  const query = useCaseEvents(id)
  const events = query.data?.pages.flatMap((page) => page.events) ?? []
  return (
    <section className={styles.block} aria-label={words.log}>
      <h2>{words.log}</h2>
      <NoteForm id={id} field={field} />
      {query.data && events.length === 0 && <p className={styles.none}>{words.logEmpty}</p>}
      <ol className={styles.log}>
        {events.map((event) => {
          const { line, text } = logText(event, id)
          return (
            <li key={event.id}>
              <p>
                <b>
                  <SafeText value={actorText(event.actor)} />
                </b>{' '}
                <SafeText value={line} />
              </p>
              {text && (
                <p className={event.kind === 'note' ? styles.noteText : styles.why}>
                  <SafeText value={text} />
                </p>
              )}
              <small>{dateTime(event.at)}</small>
            </li>
          )
        })}
      </ol>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
          {words.logMore}
        </Button>
      )}
    </section>
  )
}

function NoteForm({ id, field }: { id: number; field: RefObject<HTMLTextAreaElement | null> }) {
  const [text, setText] = useState('')
  const { change } = useCaseChanges()
  const send = () => {
    if (text.trim() === '' || change.isPending) return
    change.mutate({ id, path: 'notes', body: { text } }, { onSuccess: () => setText('') })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') event.currentTarget.blur()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <textarea
        ref={field}
        rows={2}
        dir="auto"
        maxLength={20_000}
        aria-label={words.note}
        placeholder={words.note}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {change.error && <p role="alert">{change.error.message}</p>}
      {text.trim() !== '' && (
        <Button type="submit" disabled={change.isPending}>
          {words.addNote}
        </Button>
      )}
    </form>
  )
}
