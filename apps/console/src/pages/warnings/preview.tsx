import { type Rule, usePreview } from '../../api/warnings.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { SafeText } from '../../ui/safe-text.tsx'
import { useDebounced } from '../../ui/use-debounced.ts'
import { Message, messageOf } from '../people/fields.tsx'
import styles from './warnings-page.module.css'

const words = strings.warnings.preview

/** What a rule would have told in the last thirty days, while it is being written. */
export function RulePreview({ rule }: { readonly rule: Rule }) {
  const { data, error, isFetching } = usePreview(useSettled(rule))
  if (error) return <Message>{messageOf(error)}</Message>
  if (!data || data.count === 0) return null
  return (
    <section className={classes(styles.preview, isFetching && styles.stale)} aria-labelledby="preview">
      <h3 id="preview">{words.title}</h3>
      <Days counts={data.byDay} label={words.plot(data.count)} />
      {data.cut && <p className={styles.faint}>{words.cut}</p>}
      <ul className={styles.latest}>
        {data.latest.map((one) => (
          <li key={one.thing}>
            <b>
              <SafeText value={one.title} />
            </b>
            <span>
              <SafeText value={one.text} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The same in one sentence, which stays in sight. */
export function PreviewLine({ rule }: { readonly rule: Rule }) {
  const { data, error } = usePreview(useSettled(rule))
  if (error) return null
  return (
    <p role="status" className={styles.told}>
      {!data ? words.waiting : data.count === 0 ? words.none : words.count(data.count)}
    </p>
  )
}

/** A rule once nothing was typed for a moment. */
function useSettled(rule: Rule): Rule | undefined {
  const settled = useDebounced(JSON.stringify(rule))
  return settled === '' ? undefined : (JSON.parse(settled) as Rule)
}

function Days({ counts, label }: { readonly counts: readonly number[]; readonly label: string }) {
  const most = Math.max(1, ...counts)
  const step = 240 / counts.length
  return (
    <svg
      className={styles.days}
      viewBox="0 0 240 40"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {counts.map((count, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place
        <g key={at}>
          <rect x={at * step + 0.5} y={39} width={step - 1} height={1} className={styles.ground} />
          {count > 0 && (
            <rect
              x={at * step + 0.5}
              y={40 - (count / most) * 38}
              width={step - 1}
              height={(count / most) * 38}
              className={styles.day}
            />
          )}
        </g>
      ))}
    </svg>
  )
}
