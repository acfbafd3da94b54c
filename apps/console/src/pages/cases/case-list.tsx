import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useEffect, useId, useRef } from 'react'
import type { Case } from '../../api/cases.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { Badge } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './case-list.module.css'
import type { Selection } from './selection.ts'
import { actorText, dueText, isOverdue } from './words.ts'

const words = strings.cases
const rowHeight = 74

/** The queue of cases. Only the rows in sight exist, so that 100,000 cases scroll as ten do. */
export function CaseList({
  cases,
  at,
  selection,
  hasMore,
  now,
  onMore,
  onOpen,
  onSelect,
  onMove,
}: {
  cases: readonly Case[]
  at: number
  selection: Selection
  hasMore: boolean
  now: number
  onMore: () => void
  onOpen: (id: number) => void
  onSelect: (id: number, isRange: boolean) => void
  onMove: (step: number, isRange: boolean) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const name = useId()
  const rows = useVirtualizer({
    count: cases.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => cases[index]!.id,
    overscan: 8,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= cases.length - 30) onMore()
  }, [hasMore, last, cases.length, onMore])
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])
  const optionId = (index: number) => `${name}-${cases[index]?.id}`
  const onClick = (event: MouseEvent, id: number) => {
    const isBox = event.target instanceof Element && event.target.closest('[data-box]') !== null
    if (event.shiftKey || isBox || event.ctrlKey || event.metaKey) onSelect(id, event.shiftKey)
    else onOpen(id)
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={words.queue}
      aria-multiselectable="true"
      aria-activedescendant={shown.some(({ index }) => index === at) ? optionId(at) : undefined}
      className={styles.scroller}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
        if (step === undefined) return
        event.preventDefault()
        onMove(step, event.shiftKey)
      }}
    >
      <div role="presentation" className={styles.canvas} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const found = cases[index]!
          const isSelected = selection.all || selection.ids.has(found.id)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list takes the keys
            <div
              key={found.id}
              id={optionId(index)}
              role="option"
              aria-selected={isSelected}
              aria-posinset={index + 1}
              aria-setsize={hasMore ? -1 : cases.length}
              className={classes(styles.row, index === at && styles.current)}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onMouseDown={(event) => event.shiftKey && event.preventDefault()}
              onClick={(event) => onClick(event, found.id)}
            >
              <Row found={found} isSelected={isSelected} now={now} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Row({ found, isSelected, now }: { found: Case; isSelected: boolean; now: number }) {
  const { id, severity, title, findings, undecided, state, assignee, doors, release } = found
  const due = dueText(found, now)
  return (
    <>
      <i className={classes(styles.mark, styles[severity])} />
      <span data-box className={classes(styles.box, isSelected && styles.boxed)} aria-hidden="true">
        {isSelected && <Icon name="check" size={12} />}
      </span>
      <div className={styles.words}>
        <p className={styles.title}>
          <SafeText value={title} />
        </p>
        <p className={styles.meta}>
          <span className={classes(styles.grave, styles[severity])}>
            {strings.findings.severities[severity]}
          </span>
          <span>#{id}</span>
          <span>{words.counts(findings)}</span>
          <span>{undecided > 0 ? words.toDecide(undecided) : words.allDecided}</span>
          <span className={styles.wide}>{doors.map((door) => words.doors[door]).join(', ')}</span>
        </p>
      </div>
      <div className={styles.side}>
        <span className={styles.badges}>
          {release && <Badge tone="high">{words.awaiting}</Badge>}
          <Badge tone={state === 'escalated' ? 'high' : state === 'new' ? 'accent' : 'plain'}>
            {words.states[state]}
          </Badge>
        </span>
        <span className={styles.who}>
          {assignee ? <SafeText value={actorText(assignee)} /> : words.unassigned}
          {due && <span className={classes(isOverdue(found, now) && styles.late)}>{due}</span>}
        </span>
      </div>
    </>
  )
}
