import type { BulkChange, BulkPreview, CaseState } from '../../api/cases.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Badge } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './change-dialog.module.css'
import { actorText } from './words.ts'

const words = strings.cases
const mostLines = 30

/** What a change would do, case by case, what is refused first. */
export function Preview({
  preview,
  isLoading,
  error,
  change,
}: {
  preview: BulkPreview | undefined
  isLoading: boolean
  error: Error | null
  change: BulkChange | undefined
}) {
  if (error)
    return (
      <p role="alert" className={styles.fault}>
        {error.message}
      </p>
    )
  if (!preview || !change) return isLoading ? <p role="status">{words.dialog.previewing}</p> : null
  const { done, waits, refused, same, findings, lines, cases } = preview
  const isNothing = change.kind === 'decide' ? findings === 0 : done + waits === 0
  const shown = lines.slice(0, mostLines)
  return (
    <section className={styles.preview} aria-label={words.dialog.preview} aria-busy={isLoading}>
      <h3>{words.dialog.preview}</h3>
      <p role="status">
        {isNothing
          ? words.dialog.nothing
          : change.kind === 'decide'
            ? words.dialog.decides(findings)
            : words.dialog.summary(done, waits, refused, same)}
        {change.kind === 'state' && findings > 0 && ` · ${words.dialog.decides(findings)}`}
      </p>
      {waits > 0 && <p className={styles.hint}>{words.dialog.fourEyes}</p>}
      {isReleasedAlone(preview, change) && <p className={styles.hint}>{words.dialog.onePerson}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <ul tabIndex={0} aria-label={words.title}>
        {shown.map((line) => (
          <li key={line.case}>
            <span>
              <SafeText value={line.title} />
              <small>
                #{line.case}
                {line.words
                  ? ` · ${line.words}`
                  : change.kind !== 'decide' && line.outcome !== 'same'
                    ? ` · ${sideText(change, line.from)} → ${sideText(change, line.to)}`
                    : ''}
                {line.findings > 0 && ` · ${words.dialog.decides(line.findings)}`}
              </small>
            </span>
            <Badge
              tone={line.outcome === 'refused' ? 'critical' : line.outcome === 'waits' ? 'high' : 'plain'}
            >
              {words.dialog.outcomes[line.outcome]}
            </Badge>
          </li>
        ))}
        {cases > shown.length && <li>{words.dialog.more(cases - shown.length)}</li>}
      </ul>
    </section>
  )
}

/** A grave case that would be closed as false at once: there is nobody who could answer. */
const isReleasedAlone = ({ lines }: BulkPreview, change: BulkChange) =>
  change.kind === 'state' &&
  change.to === 'closed-false' &&
  lines.some(
    ({ outcome, severity }) => outcome === 'done' && (severity === 'high' || severity === 'critical'),
  )

function sideText(change: BulkChange, value: string): string {
  if (change.kind === 'due') return dateTime(Number(value))
  if (change.kind === 'state') return words.states[value as CaseState]
  return value ? actorText(value) : words.nobody
}
