import type { SharePreview } from '../../api/sharing.ts'
import { strings } from '../../strings/index.ts'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './change-dialog.module.css'
import own from './share-dialog.module.css'

const words = strings.sharing
const mostLines = 12

/** What leaves, finding by finding, and how much is held back: never what. */
export function SharePreviewPart({
  preview,
  error,
  isLoading,
}: {
  readonly preview: SharePreview | undefined
  readonly error: Error | null
  readonly isLoading: boolean
}) {
  if (error)
    return (
      <p role="alert" className={styles.fault}>
        {error.message}
      </p>
    )
  if (!preview) return <p role="status">{words.loading}</p>
  const { findings, counts, held, marking } = preview
  const kept = Object.entries(held).filter(([, n]) => n > 0)
  return (
    <section className={own.preview} aria-label={words.preview} aria-busy={isLoading}>
      <h3>
        {words.preview} <small>{marking}</small>
      </h3>
      <p role="status">
        {counts.findings === 0
          ? words.nothing
          : words.leaves(counts.findings, counts.notes, counts.payments, counts.objects)}
      </p>
      {findings.length > 0 && (
        <ul>
          {findings.slice(0, mostLines).map(({ id, statement, marking: own }) => (
            <li key={id}>
              <SafeText value={statement} /> <small>{own}</small>
            </li>
          ))}
        </ul>
      )}
      {counts.findings > mostLines && <p>{words.more(counts.findings - mostLines)}</p>}
      <h3>{words.held}</h3>
      {kept.length === 0 ? (
        <p>{words.heldNone}</p>
      ) : (
        <ul className={own.held}>
          {kept.map(([kind, n]) => (
            <li key={kind}>
              {words.heldKinds[kind] ?? kind}: <b>{strings.number(n)}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
