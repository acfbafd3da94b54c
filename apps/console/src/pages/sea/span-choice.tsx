import type { SeaSpan } from '../../api/sea-queries.ts'
import type { SeaSummary } from '../../api/sea-types.ts'
import { strings } from '../../strings/index.ts'
import { utcDay, utcSpan } from '../../text/utc.ts'
import { IconButton } from '../../ui/controls.tsx'
import styles from './span-choice.module.css'
import { type SeaAddress, spans } from './use-sea.ts'

const words = strings.sea.time
const dayMs = 86_400_000

/** Which span of time is shown: how long, and the one before and after. */
export function SpanChoice({
  address,
  summary,
  span,
}: {
  address: SeaAddress
  summary: SeaSummary
  span: SeaSpan | undefined
}) {
  if (!span || summary.from === undefined || summary.until === undefined) return null
  const [first, last] = [summary.from, summary.until]
  const length = span.until - span.from
  const set = (from: number, until: number) =>
    address.change({ from: String(Math.round(from)), until: String(Math.round(until)) })
  const isAll = span.from <= first && span.until >= last - 60_000
  const days = Math.round(length / dayMs)
  return (
    <div className={styles.choice}>
      <IconButton
        icon="rewind"
        label={words.earlier}
        disabled={span.from <= first}
        onClick={() => set(Math.max(first, span.from - length), Math.max(first, span.from - length) + length)}
      />
      <p title={words.zoneHint}>
        {length > 1.5 * dayMs
          ? `${utcDay(span.from)} – ${utcDay(span.until)}`
          : utcSpan(span.from, span.until)}{' '}
        <abbr title={words.zoneHint}>{words.zone}</abbr>
      </p>
      <IconButton
        icon="forward"
        label={words.later}
        disabled={span.until >= last}
        onClick={() => set(Math.min(last, span.until + length) - length, Math.min(last, span.until + length))}
      />
      <select
        aria-label={words.window}
        value={isAll ? 'all' : String(days)}
        onChange={(event) => {
          if (event.target.value === 'all') set(first, last)
          else set(Math.max(first, span.until - Number(event.target.value) * dayMs), span.until)
        }}
      >
        {last - first <= 31 * dayMs && <option value="all">{words.all}</option>}
        {!isAll && !spans.includes(days as never) && <option value={String(days)}>{words.days(days)}</option>}
        {spans
          .filter((one) => one * dayMs < last - first)
          .map((one) => (
            <option key={one} value={String(one)}>
              {words.days(one)}
            </option>
          ))}
      </select>
    </div>
  )
}
