import type { Door } from '../../api/floor.ts'
import { strings } from '../../strings/index.ts'
import { utcDay, utcTime } from '../../text/utc.ts'
import styles from './floor.module.css'

const words = strings.floor
/** From the ground up: the gravest stand at the bottom, where heights compare best. */
const order = ['critical', 'high', 'medium', 'low'] as const
const day = 86_400_000
const [width, height, gap] = [240, 56, 1.5]

/** How many came in altogether. */
export function sumOf(arrived: Door['arrived']): number {
  return Object.values(arrived).reduce((sum, counts) => sum + counts.reduce((a, b) => a + b, 0), 0)
}

/** Findings over time as stacked bars, by severity. What it shows is said in words, too. */
export function ArrivalPlot({
  arrived,
  from,
  bucket,
  label,
  period,
}: {
  readonly arrived: Door['arrived']
  readonly from: number
  readonly bucket: number
  readonly label: string
  readonly period: string
}) {
  const count = arrived.low.length
  const sums = Array.from({ length: count }, (_, at) =>
    order.reduce((sum, name) => sum + arrived[name][at]!, 0),
  )
  const most = Math.max(1, ...sums)
  const step = width / count
  return (
    <svg
      className={styles.plot}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.plot(label, sumOf(arrived), period)}
    >
      {sums.map((sum, at) => {
        const start = from + at * bucket
        let top = height
        return (
          <g key={start}>
            <title>{words.bucket(bucket < day ? utcTime(start) : utcDay(start), sum)}</title>
            <rect x={at * step} y={0} width={step} height={height} fill="transparent" />
            <rect
              x={at * step + gap / 2}
              y={height - 1}
              width={step - gap}
              height={1}
              className={styles.ground}
            />
            {order.map((name) => {
              const n = arrived[name][at]!
              if (n === 0) return null
              const tall = Math.max(2, (n / most) * (height - 4))
              top -= tall
              return (
                <rect
                  key={name}
                  x={at * step + gap / 2}
                  y={Math.max(0, top)}
                  width={step - gap}
                  height={tall}
                  fill={`var(--${name === 'low' ? 'line-strong' : name})`}
                />
              )
            })}
          </g>
        )
      })}
    </svg>
  )
}
