import type { Pressure } from '../../api/pressure.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import styles from './pressure-page.module.css'

const words = strings.pressure

/** Incidents before and after each resolution. */
export function Study({ data }: { readonly data: Pressure }) {
  const { counts } = data.report.verified
  const { windows } = data.report
  const from = Number(data.observed.from.slice(0, 4)) * 12 + Number(data.observed.from.slice(5)) - 1
  const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - from
  const studied = counts.events.flatMap((event) => {
    const resolution = data.resolutions.find(({ date }) => monthOf(date) === event.at)
    return resolution ? [{ ...event, resolution }] : []
  })
  const most = Math.max(1, ...studied.flatMap(({ before, after }) => [before, after]))
  return (
    <section className={styles.panel} aria-labelledby="study">
      <h2 id="study">{words.study}</h2>
      <p className={styles.hint}>{words.studyHint(windows.before, windows.after)}</p>
      {studied.length > 0 && (
        <div className={styles.scroller}>
          <table className={styles.study}>
            <thead>
              <tr>
                <th scope="col">{words.legend.resolution}</th>
                <th scope="col" className={styles.end}>
                  {words.before}
                </th>
                <th scope="col">{words.after}</th>
              </tr>
            </thead>
            <tbody>
              {studied.map(({ resolution, before, after }) => (
                <tr key={resolution.id}>
                  <th scope="row">
                    {resolution.id}
                    <small>{partialDate(resolution.date)}</small>
                  </th>
                  <td className={styles.end}>
                    <Bar value={before} most={most} />
                  </td>
                  <td>
                    <Bar value={after} most={most} isAfter />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {counts.outside > 0 && <p className={styles.hint}>{words.outside(counts.outside)}</p>}
    </section>
  )
}

function Bar({
  value,
  most,
  isAfter = false,
}: {
  readonly value: number
  readonly most: number
  readonly isAfter?: boolean
}) {
  return (
    <span className={isAfter ? styles.afterBar : styles.beforeBar}>
      <span>{strings.number(value)}</span>
      <i style={{ width: `${(value / most) * 70}%` }} />
    </span>
  )
}
