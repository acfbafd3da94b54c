import { Link } from 'wouter'
import type { Case } from '../../api/cases.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { classes } from '../../ui/classes.ts'
import { Badge, Button, Key } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './case-page.module.css'
import { actorText, dueText, isOverdue } from './words.ts'

const words = strings.cases

/** What is done to a case from its head. */
export type HeadAction = 'share' | 'state' | 'assign' | 'due' | 'decide' | 'merge' | 'release'

/** What a case is called, how it stands, and what can be done. */
export function CaseHead({
  found,
  now,
  onAction,
}: {
  readonly found: Case
  readonly now: number
  readonly onAction: (action: HeadAction) => void
}) {
  const { id, title, severity, state, assignee, due, undecided, findings, release } = found
  return (
    <header className={styles.head}>
      <p className={styles.crumbs}>
        <Link href={paths.cases}>
          <Icon name="back" />
          {words.back}
        </Link>
        <span>{words.number(id)}</span>
      </p>
      <h1 tabIndex={-1}>
        <SafeText value={title} />
      </h1>
      <p className={styles.badges}>
        <Badge tone={severity}>{strings.findings.severities[severity]}</Badge>
        <Badge tone={state === 'new' ? 'accent' : state === 'escalated' ? 'high' : 'plain'}>
          {words.states[state]}
        </Badge>
        {release && <Badge tone="high">{words.awaiting}</Badge>}
        <span>
          {words.counts(findings)}, {undecided > 0 ? words.toDecide(undecided) : words.allDecided}
        </span>
        <span>{assignee ? <SafeText value={actorText(assignee)} /> : words.unassigned}</span>
        <span className={classes(isOverdue(found, now) && styles.late)} title={dateTime(due)}>
          {dueText(found, now)}
        </span>
      </p>
      <div className={styles.actions}>
        {release && (
          <Button kind="primary" onClick={() => onAction('release')}>
            {words.actions.release}
          </Button>
        )}
        <Button onClick={() => onAction('state')}>
          {words.actions.state}
          <Key>s</Key>
        </Button>
        <Button onClick={() => onAction('assign')}>
          {words.actions.assign}
          <Key>a</Key>
        </Button>
        <Button onClick={() => onAction('due')}>
          {words.actions.due}
          <Key>d</Key>
        </Button>
        <Button onClick={() => onAction('decide')}>{words.actions.decide}</Button>
        <Button onClick={() => onAction('merge')}>{words.actions.merge}</Button>
        <Button onClick={() => onAction('share')}>{strings.sharing.action}</Button>
      </div>
    </header>
  )
}
