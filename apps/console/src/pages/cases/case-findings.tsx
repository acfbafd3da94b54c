import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useEffect, useId, useRef } from 'react'
import type { CaseFinding } from '../../api/cases.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { classes } from '../../ui/classes.ts'
import { Badge } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { verdictTones } from '../findings/queue.tsx'
import styles from './case-findings.module.css'
import list from './case-list.module.css'

const words = strings.cases
const rowHeight = 78

/** The findings of a case. Only the rows in sight exist; more are asked for as one nears the end. */
export function CaseFindings({
  findings,
  at,
  selected,
  hasMore,
  onMore,
  onChoose,
  onSelect,
  onMove,
}: {
  findings: readonly CaseFinding[]
  at: number
  selected: ReadonlySet<string>
  hasMore: boolean
  onMore: () => void
  onChoose: (id: string) => void
  onSelect: (id: string) => void
  onMove: (step: number) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const name = useId()
  const rows = useVirtualizer({
    count: findings.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => findings[index]!.finding.id,
    overscan: 6,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= findings.length - 30) onMore()
  }, [hasMore, last, findings.length, onMore])
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])
  const optionId = (index: number) => `${name}-${findings[index]?.finding.id}`
  const onClick = (event: MouseEvent, id: string) => {
    const isBox = event.target instanceof Element && event.target.closest('[data-box]') !== null
    if (isBox || event.shiftKey || event.ctrlKey || event.metaKey) onSelect(id)
    else onChoose(id)
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={words.page.findings}
      aria-multiselectable="true"
      aria-activedescendant={shown.some(({ index }) => index === at) ? optionId(at) : undefined}
      className={list.scroller}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
        if (step === undefined) return
        event.preventDefault()
        onMove(step)
      }}
    >
      <div role="presentation" className={list.canvas} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const one = findings[index]!
          const { id } = one.finding
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list takes the keys
            <div
              key={id}
              id={optionId(index)}
              role="option"
              aria-selected={selected.has(id)}
              aria-posinset={index + 1}
              aria-setsize={hasMore ? -1 : findings.length}
              className={classes(list.row, styles.row, index === at && styles.current)}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={(event) => onClick(event, id)}
            >
              <Row one={one} isSelected={selected.has(id)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Row({ one, isSelected }: { one: CaseFinding; isSelected: boolean }) {
  const { severity, statement, decision, watch, window } = one.finding
  return (
    <>
      <i className={classes(list.mark, list[severity])} />
      <span data-box className={classes(list.box, isSelected && list.boxed)} aria-hidden="true">
        {isSelected && <Icon name="check" size={12} />}
      </span>
      <div className={list.words}>
        <p className={styles.statement}>
          <SafeText value={statement} />
        </p>
        <p className={list.meta}>
          <span className={classes(list.grave, list[severity])}>{strings.findings.severities[severity]}</span>
          {decision && (
            <Badge tone={verdictTones[decision.verdict]}>{strings.findings.verdicts[decision.verdict]}</Badge>
          )}
          <span>{words.doors[watch as keyof typeof words.doors]}</span>
          <span>{dateTime(window.start)}</span>
        </p>
      </div>
    </>
  )
}
