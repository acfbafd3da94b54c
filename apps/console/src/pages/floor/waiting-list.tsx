import { Link } from 'wouter'
import type { Waiting } from '../../api/floor.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { ago } from '../../text/dates.ts'
import { Badge } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './floor.module.css'

const words = strings.floor

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
