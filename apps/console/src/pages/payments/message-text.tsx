import { type RefObject, useState } from 'react'
import type { Payment, PaymentHit, PaymentRow } from '../../api/payments.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { SafeText } from '../../ui/safe-text.tsx'
import { piecesOf } from './highlight.ts'
import styles from './message-text.module.css'

const words = strings.payments

/** The message as its operator knows it, each hit marked in its place. */
export function MessageText({
  payment,
  current,
  frame,
}: {
  readonly payment: Payment
  readonly current: number | undefined
  readonly frame: RefObject<HTMLDivElement | null>
}) {
  const [isRaw, setRaw] = useState(false)
  const { rows, hits, text, summary } = payment
  const whole: PaymentRow = { label: '', depth: 0, value: text, from: 0, to: text.length }
  return (
    <section className={styles.section} aria-label={words.messageTitle}>
      <header className={styles.head}>
        <h3>{words.messageTitle}</h3>
        <button type="button" aria-pressed={isRaw} onClick={() => setRaw(!isRaw)}>
          {isRaw ? words.fields : words.raw}
        </button>
      </header>
      <section
        ref={frame}
        className={styles.frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        aria-label={`${words.messageTitle} ${summary.type}`}
      >
        {isRaw ? (
          <pre className={styles.raw}>
            <Value row={whole} hits={hits} current={current} />
          </pre>
        ) : (
          <dl className={classes(styles.rows, summary.family === 'MX' && styles.xml)}>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a message never change
              <div key={at} className={styles.row} style={{ '--depth': row.depth } as React.CSSProperties}>
                <dt>
                  <code>{row.label}</code>
                  {row.name && <span>{row.name}</span>}
                  {row.note && (
                    <small>
                      <SafeText value={row.note} />
                    </small>
                  )}
                </dt>
                <dd>{row.value !== undefined && <Value row={row} hits={hits} current={current} />}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
    </section>
  )
}

function Value({
  row,
  hits,
  current,
}: {
  row: PaymentRow
  hits: readonly PaymentHit[]
  current: number | undefined
}) {
  return piecesOf(row, hits).map((piece, at) => {
    const [first] = piece.hits
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a message never change
    if (first === undefined) return <SafeText key={at} value={piece.text} />
    const hit = hits[first]!
    return (
      <mark
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a message never change
        key={at}
        data-hit={piece.hits.join(' ')}
        className={classes(
          styles[hit.level],
          current !== undefined && piece.hits.includes(current) && styles.current,
        )}
        title={`${words.levels[hit.level]}: ${hit.caption}`}
      >
        <SafeText value={piece.text} />
      </mark>
    )
  })
}
