import type { CaseFinding } from '../../api/cases.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { classes } from '../../ui/classes.ts'
import { Badge } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { isChoosing, VirtualList } from '../../ui/virtual-list.tsx'
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
  return (
    <VirtualList
      items={findings}
      keyOf={({ finding }) => finding.id}
      at={at}
      label={words.page.findings}
      rowHeight={rowHeight}
      rowClass={(isCurrent) => classes(list.row, styles.row, isCurrent && styles.current)}
      hasMore={hasMore}
      isMultiple
      isSelected={({ finding }) => selected.has(finding.id)}
      onMore={onMore}
      onMove={onMove}
      onRow={({ finding: { id } }, event) => (isChoosing(event) ? onSelect(id) : onChoose(id))}
    >
      {(one) => <Row one={one} isSelected={selected.has(one.finding.id)} />}
    </VirtualList>
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
