import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { Incident, Pressure, PressureEvent } from '../../api/pressure.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import styles from './curve.module.css'
import { hasMonth, heightOf, monthOf, ticksUpTo } from './scale.ts'
import { dollars, sumOf } from './words.ts'

const words = strings.pressure
const [left, right, top] = [44, 12, 26]
const [upper, between, lower, foot] = [150, 46, 220, 24]
const height = top + upper + between + lower + foot
const money = [1e4, 1e6, 1e8, 1e10]

/** Designations above and thefts below, on one axis of time; what happened between them marks both. */
export function Curve({ data, from }: { readonly data: Pressure; readonly from: string }) {
  const holder = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(960)
  useLayoutEffect(() => {
    const element = holder.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(Math.max(280, element.clientWidth)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const first = data.months.findIndex((month) => month >= from)
  const months = data.months.slice(first)
  const begin = monthOf(`${months[0]}-01`)
  const step = (width - left - right) / months.length
  const x = (date: string) => left + (monthOf(date) - begin) * step
  const shown = ({ date }: { readonly date: string }) => hasMonth(date) && monthOf(date) >= begin
  const counts = months.map((_, at) =>
    Object.values(data.designations).reduce((sum, all) => sum + (all[first + at] ?? 0), 0),
  )
  const incidents = data.incidents.filter(shown)
  const lookedFrom = x(`${data.observed.from}-01`)
  const ground = top + upper + between + lower
  const total = counts.reduce((a, b) => a + b, 0)
  return (
    <div ref={holder} className={styles.holder}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no element of its own that holds links */}
      <svg
        className={styles.curve}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={words.plotLabel(total, incidents.length)}
      >
        <Years months={months} step={step} />
        {data.resolutions.filter(shown).map((one) => (
          <Resolution key={one.id} resolution={one} x={x(one.date)} ground={ground} />
        ))}
        <Designations months={months} counts={counts} step={step} />
        {data.events.filter(shown).map((one) => (
          <Marker key={one.id} event={one} x={x(one.date)} />
        ))}
        <text x={0} y={top + upper + between - 6} className={styles.heading}>
          {words.sums}
        </text>
        {lookedFrom > left && (
          <g>
            <rect
              x={left}
              y={ground - lower}
              width={lookedFrom - left}
              height={lower}
              className={styles.unlooked}
            />
            <text x={left + 8} y={ground - 10} className={styles.small}>
              {words.unlooked}
            </text>
          </g>
        )}
        {money.map((sum) => (
          <g key={sum}>
            <line
              x1={left}
              x2={width - right}
              y1={ground - heightOf(sum) * lower}
              y2={ground - heightOf(sum) * lower}
              className={styles.grid}
            />
            <text x={left - 6} y={ground - heightOf(sum) * lower + 4} className={styles.tick}>
              {dollars(sum)}
            </text>
          </g>
        ))}
        {incidents.map((one) => (
          <Theft key={one.id} incident={one} x={x(one.date)} ground={ground} />
        ))}
      </svg>
    </div>
  )
}

function Years({ months, step }: { readonly months: readonly string[]; readonly step: number }) {
  // A year's name takes some forty points: with less room every second or fifth is named.
  const every = [1, 2, 5].find((one) => one * 12 * step >= 40) ?? 10
  return months.map((month, at) => {
    const year = Number(month.slice(0, 4))
    if (!month.endsWith('-01') || year % every !== 0) return null
    return (
      <g key={month}>
        <line
          x1={left + at * step}
          x2={left + at * step}
          y1={top}
          y2={height - foot}
          className={styles.grid}
        />
        <text x={left + at * step + 2} y={height - 8} className={styles.small}>
          {year}
        </text>
      </g>
    )
  })
}

function Designations({
  months,
  counts,
  step,
}: {
  readonly months: readonly string[]
  readonly counts: readonly number[]
  readonly step: number
}) {
  const most = Math.max(1, ...counts)
  const ground = top + upper
  return (
    <g>
      <text x={0} y={12} className={styles.heading}>
        {words.designations}
      </text>
      {ticksUpTo(most).map((tick) => (
        <g key={tick}>
          <line
            x1={left}
            x2={left + months.length * step}
            y1={ground - (tick / most) * upper}
            y2={ground - (tick / most) * upper}
            className={styles.grid}
          />
          <text x={left - 6} y={ground - (tick / most) * upper + 4} className={styles.tick}>
            {tick}
          </text>
        </g>
      ))}
      {counts.map((count, at) =>
        count === 0 ? null : (
          <rect
            key={months[at]}
            x={left + at * step + step * 0.1}
            y={ground - (count / most) * upper}
            width={Math.max(1, step * 0.8)}
            height={(count / most) * upper}
            className={styles.bar}
          >
            <title>{words.monthOf(partialDate(months[at]!), count)}</title>
          </rect>
        ),
      )}
    </g>
  )
}

/** A point that leads to its source, and else to its row in the table. */
function Point({
  id,
  url,
  label,
  children,
}: {
  readonly id: string
  readonly url: string | undefined
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    // The table below holds the same for the keyboard: a hundred stops on the way to it would help nobody.
    <a
      href={url ?? `#row-${id}`}
      tabIndex={-1}
      aria-label={label}
      className={styles.point}
      {...(url && { target: '_blank', rel: 'noreferrer' })}
    >
      <title>{label}</title>
      {children}
    </a>
  )
}

function Resolution({
  resolution: { id, date, title, url },
  x,
  ground,
}: {
  readonly resolution: PressureEvent
  readonly x: number
  readonly ground: number
}) {
  return (
    <Point id={id} url={url} label={words.resolution(id, partialDate(date), title)}>
      <rect x={x - 4} y={top} width={8} height={ground - top} className={styles.hitArea} />
      <line x1={x} x2={x} y1={top} y2={ground} className={styles.resolution} />
    </Point>
  )
}

function Marker({
  event: { id, date, title, url },
  x,
}: {
  readonly event: PressureEvent
  readonly x: number
}) {
  const y = top + upper + 14
  return (
    <Point id={id} url={url} label={words.eventOf(partialDate(date), title)}>
      <circle cx={x} cy={y} r={9} className={styles.hitArea} />
      <path d={`M${x} ${y - 5}l5 5-5 5-5-5Z`} className={styles.event} />
    </Point>
  )
}

function Theft({
  incident,
  x,
  ground,
}: {
  readonly incident: Incident
  readonly x: number
  readonly ground: number
}) {
  const { id, victim, date, url, verified, low = 0, high = low, outcome } = incident
  const y = ground - heightOf(high) * lower
  const isSum = outcome === 'taken' && high > 0
  return (
    <Point id={id} url={url} label={words.incidentOf(victim, partialDate(date), sumOf(incident))}>
      <circle cx={x} cy={isSum ? y : ground - 6} r={9} className={styles.hitArea} />
      {isSum ? (
        <>
          <line x1={x} x2={x} y1={ground} y2={y} className={styles.stem} />
          <circle cx={x} cy={y} r={4} className={verified ? styles.sure : styles.unsure} />
        </>
      ) : (
        <path d={`M${x - 4} ${ground - 2}l4-8 4 8`} className={styles.attempt} />
      )}
    </Point>
  )
}

/** What the signs of the drawing mean. */
export function Legend() {
  const { resolution, event, verified, unverified, attempted } = words.legend
  const signs: readonly (readonly [string, ReactNode])[] = [
    [resolution, <line key="r" x1={8} x2={8} y1={1} y2={15} className={styles.resolution} />],
    [event, <path key="e" d="M8 3l5 5-5 5-5-5Z" className={styles.event} />],
    [verified, <circle key="v" cx={8} cy={8} r={4} className={styles.sure} />],
    [unverified, <circle key="u" cx={8} cy={8} r={4} className={styles.unsure} />],
    [attempted, <path key="a" d="M4 12l4-8 4 8" className={styles.attempt} />],
  ]
  return (
    <ul className={styles.legend}>
      {signs.map(([label, sign]) => (
        <li key={label}>
          <svg width={16} height={16} aria-hidden="true">
            {sign}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
