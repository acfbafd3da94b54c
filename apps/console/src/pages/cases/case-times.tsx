import { type TimeBin, useCaseTimes } from '../../api/cases.ts'
import type { Severity } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import styles from './case-times.module.css'

const words = strings.cases.page
const severities: readonly Severity[] = ['low', 'medium', 'high', 'critical']
const [width, height] = [320, 64]

/** When the findings of a case happened: bars over time, the graver ones at the top of each. */
export function CaseTimes({ id }: { readonly id: number }) {
  const { data } = useCaseTimes(id)
  if (!data || data.bins.length === 0) return null
  const first = data.bins[0]!.start
  const last = data.bins.at(-1)!.start + data.width
  const columns = stacked(data.bins)
  const most = Math.max(...columns.map(({ total }) => total))
  const total = columns.reduce((sum, one) => sum + one.total, 0)
  const span = Math.max(1, last - first)
  const bar = Math.max(2, (width * data.width) / span - 1)
  return (
    <figure className={styles.times}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.timesLabel(total, dateTime(first), dateTime(last))}
      >
        {columns.flatMap(({ start, parts }) => {
          let top = height
          return parts.map(({ severity, count }) => {
            const tall = Math.max(2, (count / most) * (height - 2))
            top -= tall
            return (
              <rect
                key={`${start} ${severity}`}
                className={styles[severity]}
                x={((start - first) / span) * width}
                y={Math.max(0, top)}
                width={Math.min(bar, 24)}
                height={tall}
              />
            )
          })
        })}
      </svg>
      <figcaption>
        <span>{dateTime(first)}</span>
        <span>{dateTime(last)}</span>
      </figcaption>
    </figure>
  )
}

function stacked(bins: readonly TimeBin[]) {
  const byStart = new Map<number, Map<Severity, number>>()
  for (const { start, severity, count } of bins) {
    const parts = byStart.get(start) ?? new Map<Severity, number>()
    byStart.set(start, parts)
    parts.set(severity, (parts.get(severity) ?? 0) + count)
  }
  return [...byStart].map(([start, parts]) => ({
    start,
    total: [...parts.values()].reduce((sum, one) => sum + one, 0),
    parts: severities.flatMap((severity) =>
      parts.has(severity) ? [{ severity, count: parts.get(severity)! }] : [],
    ),
  }))
}
