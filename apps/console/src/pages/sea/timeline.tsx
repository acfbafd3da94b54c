import { useMemo } from 'react'
import { strings } from '../../strings/index.ts'
import { utcDay, utcMinute, utcTime } from '../../text/utc.ts'
import { Icon } from '../../ui/icons.tsx'
import { type SeaClock, speeds, useClock } from './clock.ts'
import type { SeaItem } from './items.ts'
import styles from './timeline.module.css'

const words = strings.sea.time
const bins = 120
const stepMs = 600_000

/** The time that is shown: slider over the span, with what happened when behind it; replay. */
export function Timeline({
  clock,
  items,
  note,
}: {
  clock: SeaClock
  items: readonly SeaItem[]
  note?: string | undefined
}) {
  const { time, from, until, playing, speed } = useClock(clock)
  const heights = useMemo(() => histogram(items, from, until), [items, from, until])
  const ends = until - from > 3 * 86_400_000 ? utcDay : utcTime
  const at = until > from ? (time - from) / (until - from) : 0
  return (
    <section className={styles.timeline} aria-label={words.label}>
      <div className={styles.controls}>
        <button
          type="button"
          className={styles.play}
          aria-label={playing ? words.pause : words.play}
          title={playing ? words.pause : words.play}
          onClick={() => (playing ? clock.pause() : clock.play())}
        >
          <Icon name={playing ? 'pause' : 'play'} />
        </button>
        <p className={styles.now} title={words.zoneHint}>
          <span>{utcDay(time)}</span>
          <b>{utcMinute(time)}</b>
          <abbr title={words.zoneHint}>{words.zone}</abbr>
        </p>
        <select
          aria-label={words.speed}
          value={speed}
          onChange={(event) => clock.setSpeed(Number(event.target.value))}
        >
          {speeds.map((one) => (
            <option key={one} value={one}>
              {words.speeds[one]}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.track}>
        <svg
          viewBox={`0 0 ${bins} 20`}
          preserveAspectRatio="none"
          role="img"
          aria-label={words.histogram(items.length)}
        >
          {heights.map((height, i) =>
            height === 0 ? null : (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: bins never move
                key={i}
                x={i + 0.1}
                width={0.8}
                y={20 - 18 * height}
                height={18 * height}
                className={i / bins <= at ? styles.past : styles.ahead}
              />
            ),
          )}
        </svg>
        <input
          type="range"
          aria-label={words.slider}
          aria-valuetext={`${utcTime(time)} ${words.zone}`}
          min={from}
          max={until}
          step={stepMs / 10}
          value={time}
          style={{ '--at': `${100 * at}%` } as React.CSSProperties}
          onChange={(event) => {
            clock.pause()
            clock.seek(Number(event.target.value))
          }}
          onKeyDown={(event) => {
            const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 6, PageDown: -6 }[
              event.key
            ]
            if (step === undefined) return
            event.preventDefault()
            clock.pause()
            clock.seek(clock.time + step * stepMs)
          }}
        />
        <p className={styles.ends}>
          <span>{ends(from)}</span>
          {note && <em>{note}</em>}
          <span>{ends(until)}</span>
        </p>
      </div>
    </section>
  )
}

/** How much happened in each part of the span, against the busiest; the root, so that little is seen beside much. */
function histogram(items: readonly SeaItem[], from: number, until: number): number[] {
  const counts = new Array<number>(bins).fill(0)
  if (until <= from) return counts
  for (const { start } of items) {
    const bin = Math.floor(((start - from) / (until - from)) * bins)
    if (bin >= 0 && bin < bins) counts[bin]!++
  }
  const most = Math.max(1, ...counts)
  return counts.map((one) => Math.sqrt(one / most))
}
