import { type Rule, usePreview } from '../../api/warnings.ts'
import { strings } from '../../strings/index.ts'
import { useDebounced } from '../../ui/use-debounced.ts'
import { Message, messageOf } from '../people/fields.tsx'
import styles from './warnings-page.module.css'

const words = strings.warnings.preview

/** What a rule would have told in the last thirty days, while it is being written. */
export function RulePreview({ rule }: { readonly rule: Rule | undefined }) {
  const settled = useDebounced(rule ? JSON.stringify(rule) : '')
  const asked = settled === '' ? undefined : (JSON.parse(settled) as Rule)
  const { data, error, isFetching } = usePreview(asked)
  return (
    <section className={styles.preview} aria-labelledby="preview">
      <h3 id="preview">{words.title}</h3>
      {!rule && <p className={styles.faint}>{words.incomplete}</p>}
      {rule && error && <Message>{messageOf(error)}</Message>}
      {rule && !error && (
        <>
          <p role="status" className={styles.told}>
            {!data ? words.waiting : data.count === 0 ? words.none : words.count(data.count)}
          </p>
          {data && data.count > 0 && (
            <div className={isFetching ? styles.stale : undefined}>
              <Days counts={data.byDay} label={words.plot(data.count)} />
              {data.cut && <p className={styles.faint}>{words.cut}</p>}
              <ul className={styles.latest}>
                {data.latest.map((one) => (
                  <li key={one.thing}>
                    <b>{one.title}</b>
                    <span>{one.text}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </section>
  )
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
