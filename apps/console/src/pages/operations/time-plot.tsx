import { Link } from 'wouter'
import type { OperationSummary } from '../../api/operations.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { amountOf, amountText, largest, periodText, yearsOf } from './amounts.ts'
import { DoorNames } from './door-names.tsx'
import styles from './time-plot.module.css'

const words = strings.operations

/** What a row needs to know of the axis: years as fractions. */
interface Axis {
  readonly from: number
  readonly to: number
}

/** Operations as rows over one axis of time: when, how long, by which doors, and how much. Each row leads to its page. */
export function TimePlot({ operations }: { readonly operations: readonly OperationSummary[] }) {
  const axis = axisOf(operations)
  const years = Array.from({ length: axis.to - axis.from }, (_, at) => axis.from + at)
  return (
    <section
      className={styles.plot}
      aria-label={words.plot(operations.length, String(axis.from), String(axis.to))}
    >
      <div className={styles.head} aria-hidden="true">
        <div className={styles.axis}>
          {years.map((year) => (
            <span key={year} className={styles.year} style={{ left: `${placeOf(axis, year + 0.5)}%` }}>
              {year}
            </span>
          ))}
        </div>
      </div>
      <ol className={styles.rows}>
        {operations.map((one) => (
          <Row key={one.id} operation={one} axis={axis} years={years} />
        ))}
      </ol>
      <p className={styles.legend}>{words.legend}</p>
    </section>
  )
}

function Row({
  operation,
  axis,
  years,
}: {
  readonly operation: OperationSummary
  readonly axis: Axis
  readonly years: readonly number[]
}) {
  const { id, title, period, doors, summary, attributedTo, amounts } = operation
  const sum = largest(amounts)
  const names = attributedTo.map(({ name }) => name).join(', ')
  return (
    <li className={styles.row} title={summary}>
      <div className={styles.told}>
        <p className={styles.name}>
          <Link href={paths.operation(id)} className={styles.title}>
            {title}
          </Link>
        </p>
        <p className={styles.small}>
          {periodText(period)}
          <DoorNames doors={doors} />
        </p>
        <p className={styles.small}>{names === '' ? words.nobody : words.attributed(names)}</p>
        {sum && <p className="visually-hidden">{`${words.sum}: ${amountText(sum)}, ${sum.what}`}</p>}
      </div>
      <div className={styles.track} aria-hidden="true">
        {years.map((year) => (
          <i key={year} className={styles.line} style={{ left: `${placeOf(axis, year)}%` }} />
        ))}
        <Span operation={operation} axis={axis} />
      </div>
    </li>
  )
}

/** The bar of an operation in the colours of its doors, on it a disc for its largest sum, beside it the sum. */
function Span({
  operation: { period, doors, amounts },
  axis,
}: {
  readonly operation: OperationSummary
  readonly axis: Axis
}) {
  const sum = largest(amounts)
  const isOpen = period.end === undefined
  const start = placeOf(axis, yearsOf(period.start).from)
  const end = isOpen ? 100 : placeOf(axis, yearsOf(period.end ?? period.start).to)
  const size = sum ? sizeOf(amountOf(sum)) : 0
  const middle = (start + end) / 2
  const label =
    end > 60
      ? { right: `calc(100% - min(${start}%, ${middle}% - ${size / 2}px) + 8px)` }
      : { left: `calc(max(${end}%, ${start}% + 8px, ${middle}% + ${size / 2}px) + 8px)` }
  return (
    <>
      <span
        className={classes(styles.bar, isOpen && styles.open)}
        style={{ left: `${start}%`, width: `max(8px, ${end - start}%)` }}
      >
        {doors.map((door) => (
          <i key={door} className={styles[door]} />
        ))}
      </span>
      {sum && (
        <>
          <span className={styles.dot} style={{ left: `${middle}%`, width: size, height: size }} />
          <span className={styles.sum} style={label}>
            {amountText(sum)}
          </span>
        </>
      )}
    </>
  )
}

/** Whole years around all operations; one that goes on reaches the year after the last that began. */
function axisOf(operations: readonly OperationSummary[]): Axis {
  const starts = operations.map(({ period }) => Math.floor(yearsOf(period.start).from))
  const ends = operations.map(({ period }) => Math.ceil(yearsOf(period.end ?? period.start).to))
  return { from: Math.min(...starts), to: Math.max(...ends, ...starts.map((year) => year + 1)) }
}

function placeOf({ from, to }: Axis, year: number): number {
  return Math.min(100, Math.max(0, ((year - from) / (to - from)) * 100))
}

/** Pixels across. The area goes with the sum, down to a point that can still be seen: a billion and a half is 52. */
function sizeOf(usd: number): number {
  return Math.max(8, Math.round(52 * Math.sqrt(usd / 1_500_000_000)))
}
