import { Link } from 'wouter'
import type { DueCase, Waiting } from '../../api/floor.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { ago, dateTime } from '../../text/dates.ts'
import { Badge } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './floor.module.css'

const words = strings.floor

/** Cases that are due, each a link to its page. */
export function DueList({ cases }: { readonly cases: readonly DueCase[] }) {
  const now = Date.now()
  return (
    <ul className={styles.waiting}>
      {cases.map(({ id, severity, title, findings, assignee, due, overdue }) => (
        <li key={id}>
          <Link href={paths.case(id)}>
            <Badge tone={severity}>{strings.findings.severities[severity]}</Badge>
            <span className={styles.statement}>
              <SafeText value={title} />
            </span>
            <span className={styles.about}>
              {[
                overdue ? words.overdue(ago(due, now)) : words.due(dateTime(due)),
                words.caseFindings(findings),
                assignee ?? words.nobodys,
              ].join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Findings that wait, each a link to where it is decided. */
export function WaitingList({ findings }: { readonly findings: readonly Waiting[] }) {
  const now = Date.now()
  return (
    <ul className={styles.waiting}>
      {findings.map(({ id, severity, statement, watch, arrived }) => (
        <li key={id}>
          <Link href={paths.finding(id)}>
            <Badge tone={severity}>{strings.findings.severities[severity]}</Badge>
            <span className={styles.statement}>
              <SafeText value={statement} />
            </span>
            <span className={styles.about}>
              {words.door[watch] ?? watch} · {words.waitingSince(ago(arrived, now))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
