import { strings } from '../../strings/index.ts'
import { utcMinute } from '../../text/utc.ts'
import { timeScale } from './scale.ts'
import styles from './timeline.module.css'

const words = strings.drills
const width = 1000
const [left, right, top] = [92, 20, 20]
const laneHeight = 46

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
  const begin = Math.min(
    ...findings.map(({ toldAt }) => toldAt),
    ...milestones.map(({ at }) => at),
    ...steps.filter(({ status, door }) => status !== 'no-door' && door !== 'none').map(({ at }) => at),
  )
  const times = [
    begin,
    ...findings.map(({ toldAt }) => toldAt),
    ...milestones.map(({ at }) => at),
    ...steps.filter(({ at }) => at >= begin).map(({ at, until = at }) => until),
  ]
  const scale = timeScale(times)
  const x = (time: number) => left + scale.at(time) * (width - left - right)
  const lanes = ['steps', ...doors] as const
  const height = top + lanes.length * laneHeight + 34
  const base = top + lanes.length * laneHeight
  return (
    <figure className={styles.figure}>
      <div className={styles.scroll}>
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
          {milestones.map(({ id, title, at, isLast }, i) => (
            <g key={id} className={isLast ? styles.last : styles.milestone}>
              <line x1={x(at)} x2={x(at)} y1={top - 8} y2={base} />
              <text x={x(at)} y={top - 10} textAnchor="middle">
                {String.fromCharCode(65 + i)}
              </text>
              <title>{`${title}, ${utcMinute(at)}`}</title>
            </g>
          ))}
          {steps.map(({ id, title, at, until = at, status = 'no-door' }, i) => {
            const [from, to] = [x(at), Math.max(x(until), x(at) + 14)]
            const isBefore = until < begin
            return (
              <g key={id} className={styles[status]} opacity={isBefore ? 0.55 : 1}>
                <rect
                  x={isBefore ? left - 18 : from - 7}
                  width={isBefore ? 14 : to - from}
                  y={top + 23}
                  height={14}
                  rx={7}
                />
                {!isBefore && (
                  <text x={from} y={top + 34} textAnchor="middle">
                    {i + 1}
                  </text>
                )}
                <title>{`${i + 1}. ${title}, ${utcMinute(at)}`}</title>
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
              <title>{`${title}, ${utcMinute(toldAt)}`}</title>
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
            {utcMinute(scale.from)}
          </text>
          <text className={styles.tick} x={width - right} y={base + 31} textAnchor="end">
            {utcMinute(scale.until)}
          </text>
        </svg>
      </div>
      <figcaption>
        <ol className={styles.key}>
          {milestones.map(({ id, title, at, isLast }, i) => (
            <li key={id}>
              <b>{String.fromCharCode(65 + i)}</b> {isLast ? <strong>{title}</strong> : title}{' '}
              <small>{utcMinute(at)}</small>
            </li>
          ))}
        </ol>
        <p>{words.timeline.scale}</p>
      </figcaption>
    </figure>
  )
}
