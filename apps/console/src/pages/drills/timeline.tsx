import { strings } from '../../strings/index.ts'
import { utcTime } from '../../text/utc.ts'
import { timeScale } from './scale.ts'
import styles from './timeline.module.css'

const words = strings.drills
const width = 1000
const [left, right, top] = [190, 20, 24]
/** Least distance between two steps: those that fall together are drawn side by side. */
const apart = 16
const laneHeight = 46
const longBeforeMs = 3 * 86_400_000

/** A step as it is drawn. */
export interface DrawnStep {
  readonly id: string
  readonly title: string
  readonly at: number
  readonly until?: number | undefined
  readonly door: string
  readonly status?: 'seen' | 'partly' | 'missed' | 'no-door'
}
/** A finding as it is drawn. */
export interface DrawnFinding {
  readonly id: string
  readonly door: 'network' | 'payments' | 'sea'
  readonly title: string
  readonly toldAt: number
}

/** The operation's steps above and what was found below, on one axis of time; moments of the real timeline across both. */
export function Timeline({
  steps,
  findings,
  milestones,
  doors,
  now,
}: {
  readonly steps: readonly DrawnStep[]
  readonly findings: readonly DrawnFinding[]
  readonly milestones: readonly {
    readonly id: string
    readonly title: string
    readonly at: number
    readonly isLast: boolean
  }[]
  readonly doors: readonly ('network' | 'payments' | 'sea')[]
  /** How far a run that is on has come. */
  readonly now?: number | undefined
}) {
  const told = Math.min(...findings.map(({ toldAt }) => toldAt), ...milestones.map(({ at }) => at))
  const isPlayed = ({ status, door, at }: DrawnStep) =>
    // Before a run nobody has said which steps a door could see: those long before all else stand at the edge.
    door !== 'none' && (status === undefined ? at >= told - longBeforeMs : status !== 'no-door')
  const begin = Math.min(told, ...steps.filter(isPlayed).map(({ at }) => at))
  const times = [
    begin,
    ...findings.map(({ toldAt }) => toldAt),
    ...milestones.map(({ at }) => at),
    ...steps.filter(({ at }) => at >= begin).map(({ at, until = at }) => until),
  ]
  const scale = timeScale(times)
  const x = (time: number) => left + scale.at(time) * (width - left - right)
  const lanes = ['steps', ...doors] as const
  const moments = placedMilestones(milestones, x)
  const places = placedSteps(steps, begin, x)
  const height = top + lanes.length * laneHeight + 34
  const base = top + lanes.length * laneHeight
  return (
    <figure className={styles.figure}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where the page is narrow, also by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={words.timeline.title}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={words.timeline.label(steps.length, findings.length)}
        >
          {lanes.map((lane, at) => (
            <g key={lane}>
              <line
                className={styles.lane}
                x1={left}
                x2={width - right}
                y1={top + at * laneHeight + 30}
                y2={top + at * laneHeight + 30}
              />
              <text className={styles.name} x={0} y={top + at * laneHeight + 34}>
                {lane === 'steps' ? words.timeline.steps : words.doors[lane]}
              </text>
            </g>
          ))}
          {moments.map(({ id, title, at, isLast, letterAt }, i) => (
            <g key={id} className={isLast ? styles.last : styles.milestone}>
              <line x1={x(at)} x2={x(at)} y1={top - 8} y2={base} />
              <text x={letterAt} y={top - 10} textAnchor="middle">
                {String.fromCharCode(65 + i)}
              </text>
              <title>{`${title}, ${utcTime(at)}`}</title>
            </g>
          ))}
          {places.map(({ id, title, at, status = 'no-door', from, to, row, isBefore }, i) => {
            return (
              <g key={id} className={styles[status]} opacity={isBefore ? 0.55 : 1}>
                <rect x={from - 7} width={to - from + 7} y={top + 23 - row * 16} height={14} rx={7} />
                <text x={from} y={top + 34 - row * 16} textAnchor="middle">
                  {i + 1}
                </text>
                <title>{`${i + 1}. ${title}, ${utcTime(at)}`}</title>
              </g>
            )
          })}
          {findings.map(({ id, door, title, toldAt }, i) => (
            <circle
              key={id}
              className={styles.found}
              cx={x(toldAt)}
              cy={top + (1 + doors.indexOf(door)) * laneHeight + 30 - ((i * 7) % 15) + 7}
              r={4.5}
            >
              <title>{`${title}, ${utcTime(toldAt)}`}</title>
            </circle>
          ))}
          {now !== undefined && now >= scale.from && (
            <line className={styles.now} x1={x(now)} x2={x(now)} y1={top - 8} y2={base} />
          )}
          {scale.ticks.map(({ at, label }) => (
            <text
              key={label}
              className={styles.tick}
              x={left + at * (width - left - right)}
              y={base + 16}
              textAnchor="middle"
            >
              {label}
            </text>
          ))}
          <text className={styles.tick} x={left} y={base + 31}>
            {utcTime(scale.from)}
          </text>
          <text className={styles.tick} x={width - right} y={base + 31} textAnchor="end">
            {utcTime(scale.until)}
          </text>
        </svg>
      </section>
      <figcaption>
        <ol className={styles.key}>
          {moments.map(({ id, title, at, isLast }, i) => (
            <li key={id}>
              <b>{String.fromCharCode(65 + i)}</b> {isLast ? <strong>{title}</strong> : title}{' '}
              <small>{utcTime(at)}</small>
            </li>
          ))}
        </ol>
        <p>{words.timeline.scale}</p>
      </figcaption>
    </figure>
  )
}

/** Where steps stand: what was before the axis begins is at its edge, and none covers another. */
function placedSteps(steps: readonly DrawnStep[], begin: number, x: (time: number) => number) {
  const before = steps.filter(({ at, until = at }) => until < begin).length
  let placed = 0
  // Ends of the bars of the lower and the upper row.
  const ends: [number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  return steps.map((step) => {
    const { at, until = at } = step
    if (until < begin) {
      const from = left - 10 - (before - placed++) * apart
      return { ...step, isBefore: true, row: 0, from, to: from + 7 }
    }
    const row = x(at) >= ends[0] + apart || ends[0] <= ends[1] ? 0 : 1
    const from = Math.max(x(at), ends[row] + apart)
    const to = Math.max(x(until), from + 7)
    ends[row] = to - 7
    return { ...step, isBefore: false, row, from, to }
  })
}

/** Milestones in order of time, their letters side by side where they fall together. */
function placedMilestones<T extends { readonly at: number }>(
  milestones: readonly T[],
  x: (time: number) => number,
) {
  let last = Number.NEGATIVE_INFINITY
  return milestones
    .toSorted((a, b) => a.at - b.at)
    .map((one) => {
      last = Math.max(x(one.at), last + 12)
      return { ...one, letterAt: last }
    })
}
