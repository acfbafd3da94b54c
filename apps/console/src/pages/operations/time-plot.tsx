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
        <span>{words.operation}</span>
        <div className={styles.axis}>
          {years.map((year) => (
            <span
              key={year}
              className={classes(styles.year, (year - axis.from) % 2 === 1 && styles.odd)}
              style={{ left: `${placeOf(axis, year)}%` }}
            >
              {year}
            </span>
          ))}
        </div>
        <span className={styles.sumHead}>{words.sum}</span>
      </div>
      <ol className={styles.rows}>
        {operations.map((one) => (
          <Row key={one.id} operation={one} axis={axis} years={years} />
        ))}
      </ol>
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
  const { id, title, period, doors, summary, attributedTo, amounts, rules, techniques, sources } = operation
  const sum = largest(amounts)
  const names = attributedTo.map(({ name }) => name).join(', ')
  const isOpen = period.end === undefined
  const start = placeOf(axis, yearsOf(period.start).from)
  const end = isOpen ? 100 : placeOf(axis, yearsOf(period.end ?? period.start).to)
  return (
    <li className={styles.row}>
      <div className={styles.told}>
        <Link href={paths.operation(id)} className={styles.title}>
          {title}
        </Link>
        <p className={styles.when}>
          {periodText(period)} <DoorNames doors={doors} />
        </p>
        <p className={styles.summary}>{summary}</p>
        <p className={styles.small}>
          {names === '' ? words.nobody : words.attributed(names)}. {words.counts(rules, techniques, sources)}
        </p>
      </div>
      <div className={styles.track} aria-hidden="true">
        {years.map((year) => (
          <i key={year} className={styles.line} style={{ left: `${placeOf(axis, year)}%` }} />
        ))}
        <span
          className={classes(styles.bar, isOpen && styles.open)}
          style={{ left: `${start}%`, width: `max(8px, ${end - start}%)` }}
        >
          {doors.map((door) => (
            <i key={door} className={styles[door]} />
          ))}
        </span>
        {sum && (
          <span
            className={styles.dot}
            style={{
              left: `${Math.min(end, 98)}%`,
              width: sizeOf(amountOf(sum)),
              height: sizeOf(amountOf(sum)),
            }}
          />
        )}
      </div>
      <p className={styles.sum}>
        {sum && (
          <>
            <strong>{amountText(sum)}</strong> <span>{sum.what}</span>
          </>
        )}
      </p>
    </li>
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

/** The area goes with the sum, down to a point that can still be seen: a billion and a half is 46 pixels across. */
function sizeOf(usd: number): string {
  return `${Math.max(7, Math.round(46 * Math.sqrt(usd / 1_500_000_000)))}px`
}
