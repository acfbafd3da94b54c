import { useId, useState } from 'react'
import { strings } from '../../strings/index.ts'
import { Badge, Button } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './breakdown.module.css'
import type { Line } from './narrow.ts'

const words = strings.network
const few = 8

/** Rules or hosts, the gravest first, with how much was found of each. A line narrows the page. */
export function Breakdown({
  title,
  lines,
  chosen,
  onChoose,
}: {
  title: string
  lines: readonly Line[]
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
}) {
  const [all, setAll] = useState(false)
  const heading = useId()
  const at = lines.findIndex(({ id }) => id === chosen)
  const shown = all || at >= few ? lines : lines.slice(0, few)
  const most = Math.max(1, ...lines.map(({ detections }) => detections))
  return (
    <section className={styles.block} aria-labelledby={heading}>
      <h2 id={heading}>
        {title} <small>{strings.number(lines.length)}</small>
      </h2>
      <ul>
        {shown.map(({ id, label, severity, detections }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={chosen === id}
              onClick={() => onChoose(chosen === id ? undefined : id)}
            >
              <Badge tone={severity}>{strings.findings.severities[severity]}</Badge>
              <span className={styles.label}>
                <SafeText value={label} />
              </span>
              <span className={styles.count}>
                {strings.number(detections)}
                <i aria-hidden="true" style={{ width: `${Math.max(4, (100 * detections) / most)}%` }} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {lines.length > few && (
        <Button kind="quiet" onClick={() => setAll(!all)}>
          {all ? words.fewer : words.more(lines.length - few)}
        </Button>
      )}
    </section>
  )
}
