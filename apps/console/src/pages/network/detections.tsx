import { Link } from 'wouter'
import type { Detection } from '../../api/types.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { classes } from '../../ui/classes.ts'
import { Badge, Button } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { verdictTones } from '../findings/queue.tsx'
import styles from './detections.module.css'

const words = strings.network

/** The detections as a table; each leads to its records. */
export function Detections({
  detections,
  shown,
  at,
  search,
  onMore,
}: {
  detections: readonly Detection[]
  shown: number
  at: number
  search: string
  onMore: () => void
}) {
  return (
    <section aria-labelledby="detections">
      <h2 id="detections" className={styles.title}>
        {words.detections} <small>{strings.number(detections.length)}</small>
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['severity', 'rule', 'host', 'records', 'first', 'verdict'] as const).map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {detections.slice(0, shown).map((one, index) => (
            <tr
              key={one.id}
              className={classes(index === at && styles.current)}
              data-at={index === at || undefined}
            >
              <td>
                <Badge tone={one.severity}>{strings.findings.severities[one.severity]}</Badge>
              </td>
              <th scope="row">
                <Link href={`${paths.detection(one.id)}${search}`}>
                  <SafeText value={one.title} />
                </Link>
                {one.techniques.length > 0 && <small>{one.techniques.join(' ')}</small>}
              </th>
              <td data-label={words.columns.host}>
                <SafeText value={one.hosts.join(', ')} />
              </td>
              <td data-label={words.columns.records}>{strings.number(one.records)}</td>
              <td data-label={words.columns.first}>{one.start > 0 ? dateTime(one.start) : words.undated}</td>
              <td>
                {one.verdict ? (
                  <Badge tone={verdictTones[one.verdict]}>{words.verdicts[one.verdict]}</Badge>
                ) : (
                  <span className={styles.open}>{words.undecided}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown < detections.length && <Button onClick={onMore}>{words.more(detections.length - shown)}</Button>}
    </section>
  )
}
