import type { Case } from '../../api/cases.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { Badge } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { isChoosing, VirtualList } from '../../ui/virtual-list.tsx'
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
  const isSelected = ({ id }: Case) => selection.all || selection.ids.has(id)
  return (
    <VirtualList
      items={cases}
      keyOf={({ id }) => id}
      at={at}
      label={words.queue}
      rowHeight={rowHeight}
      rowClass={(isCurrent) => classes(styles.row, isCurrent && styles.current)}
      hasMore={hasMore}
      isMultiple
      isSelected={isSelected}
      onMore={onMore}
      onMove={onMove}
      onRow={({ id }, event) => (isChoosing(event) ? onSelect(id, event.shiftKey) : onOpen(id))}
    >
      {(found) => <Row found={found} isSelected={isSelected(found)} now={now} />}
    </VirtualList>
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
