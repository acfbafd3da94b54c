import { useEffect, useId, useRef } from 'react'
import type { QueuedPayment } from '../../api/payments.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { Badge, Button } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './queue.module.css'

const words = strings.payments

/** The queue: what to hold first. */
export function Queue({
  payments,
  at,
  hasMore,
  onMore,
  onChoose,
  onMove,
}: {
  readonly payments: readonly QueuedPayment[]
  readonly at: number
  readonly hasMore: boolean
  readonly onMore: () => void
  readonly onChoose: (id: string) => void
  readonly onMove: (step: number) => void
}) {
  const name = useId()
  const list = useRef<HTMLDivElement>(null)
  const chosen = payments[at]?.id
  useEffect(() => {
    if (chosen) document.getElementById(`${name}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, name])
  return (
    <div className={styles.frame}>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={words.queue}
        aria-activedescendant={chosen && `${name}-${chosen}`}
        className={styles.list}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
          if (step === undefined) return
          event.preventDefault()
          onMove(step)
        }}
      >
        {payments.map((payment, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list takes the keys
          <div
            key={payment.id}
            id={`${name}-${payment.id}`}
            role="option"
            aria-selected={index === at}
            className={styles.row}
            onClick={() => onChoose(payment.id)}
          >
            <Row payment={payment} />
          </div>
        ))}
      </div>
      {hasMore && (
        <p className={styles.more}>
          <Button kind="quiet" onClick={onMore}>
            {words.more}
          </Button>
        </p>
      )}
    </div>
  )
}

function Row({ payment }: { readonly payment: QueuedPayment }) {
  const { summary, recommendation, state, topHit, hitCount } = payment
  return (
    <>
      <i className={classes(styles.mark, styles[recommendation])} />
      <div className={styles.words}>
        <p className={styles.pair}>
          <b>
            <SafeText value={topHit?.value ?? summary.id} />
          </b>
          {topHit && (
            <span>
              {' ↔ '}
              <SafeText value={topHit.caption} />
            </span>
          )}
        </p>
        <p className={styles.about}>
          {summary.family === 'MT' ? `MT${summary.type}` : summary.type} <SafeText value={summary.id} />
          {summary.amount && ` · ${summary.amount} ${summary.currency}`}
        </p>
        <p className={styles.about}>
          <SafeText value={[summary.debtor, summary.creditor].filter(Boolean).join(' → ')} />
        </p>
      </div>
      <div className={styles.side}>
        <b className={styles[recommendation]}>{words.recommendations[recommendation]}</b>
        {state === 'open' ? (
          <span>{words.hits(hitCount)}</span>
        ) : (
          <Badge tone={state === 'released' ? 'good' : state === 'blocked' ? 'critical' : 'accent'}>
            {words.states[state]}
          </Badge>
        )}
      </div>
    </>
  )
}
