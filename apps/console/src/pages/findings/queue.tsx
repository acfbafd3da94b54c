import type { Finding } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { Badge } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
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
  return (
    <VirtualList
      items={findings}
      keyOf={({ id }) => id}
      at={at}
      label={strings.findings.queue}
      rowHeight={rowHeight}
      rowClass={() => styles.row!}
      total={total}
      hasMore={hasMore}
      isSelected={(_, isCurrent) => isCurrent}
      onMore={onMore}
      onMove={onMove}
      onRow={({ id }) => onChoose(id)}
    >
      {(finding) => <Row finding={finding} />}
    </VirtualList>
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
