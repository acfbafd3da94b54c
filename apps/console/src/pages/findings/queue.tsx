import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef } from 'react'
import type { Finding } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { Badge } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './queue.module.css'

const rowHeight = 82

/** The tone in which a verdict is shown: a true match is the bad news. */
export const verdictTones = { true: 'critical', false: 'good', unsure: 'medium' } as const

/** The queue. Only the rows in sight exist, so that 100,000 findings scroll as ten do. */
export function Queue({
  findings,
  at,
  total,
  hasMore,
  onMore,
  onChoose,
  onMove,
}: {
  findings: readonly Finding[]
  at: number
  total: number | undefined
  hasMore: boolean
  onMore: () => void
  onChoose: (id: string) => void
  onMove: (step: number) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const name = useId()
  const rows = useVirtualizer({
    count: findings.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => findings[index]!.id,
    overscan: 8,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= findings.length - 30) onMore()
  }, [hasMore, last, findings.length, onMore])
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])
  const optionId = (index: number) => `${name}-${findings[index]?.id}`
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={strings.findings.queue}
      aria-activedescendant={shown.some(({ index }) => index === at) ? optionId(at) : undefined}
      className={styles.scroller}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
        if (step === undefined) return
        event.preventDefault()
        onMove(step)
      }}
    >
      <div role="presentation" className={styles.canvas} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const finding = findings[index]!
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list takes the keys
            <div
              key={finding.id}
              id={optionId(index)}
              role="option"
              aria-selected={index === at}
              aria-posinset={index + 1}
              aria-setsize={total ?? (hasMore ? -1 : findings.length)}
              className={styles.row}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={() => onChoose(finding.id)}
            >
              <Row finding={finding} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Row({ finding }: { readonly finding: Finding }) {
  const { severity, statement, score, decision, subjects, matches } = finding
  return (
    <>
      <i className={classes(styles.mark, styles[severity])} />
      <div className={styles.words}>
        <p className={styles.pair}>
          <b>
            <SafeText value={subjects[0]?.label ?? ''} />
          </b>
          {matches[0] && (
            <span>
              {' ↔ '}
              <SafeText value={matches[0].label} />
            </span>
          )}
        </p>
        <p className={styles.statement}>
          <SafeText value={statement} />
        </p>
      </div>
      <div className={styles.side}>
        <b>{strings.score(score)}</b>
        {decision ? (
          <Badge tone={verdictTones[decision.verdict]}>{strings.findings.verdicts[decision.verdict]}</Badge>
        ) : (
          <span className={styles[severity]}>{strings.findings.severities[severity]}</span>
        )}
      </div>
    </>
  )
}
