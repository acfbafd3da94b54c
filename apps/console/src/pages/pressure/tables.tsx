import { useState } from 'react'
import type { Incident, Pressure, PressureEvent } from '../../api/pressure.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import { Badge } from '../../ui/controls.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './pressure-page.module.css'
import { sumOf } from './words.ts'

const words = strings.pressure
const shows = ['all', 'verified'] as const

/** A source, as a link where it has an address. */
function Source({ source, url }: { readonly source: string; readonly url?: string | undefined }) {
  if (!url) return source
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {source}
    </a>
  )
}

/** All incidents with who says so: what the drawing shows, for reading. */
export function IncidentTable({ incidents }: { readonly incidents: readonly Incident[] }) {
  const [show, setShow] = useState<(typeof shows)[number]>('all')
  const sure = incidents.filter(({ verified }) => verified)
  const rows = show === 'all' ? incidents : sure
  return (
    <section className={styles.panel} aria-labelledby="incidents">
      <div className={styles.head}>
        <h2 id="incidents">{words.incidents}</h2>
        <Segmented<(typeof shows)[number]>
          legend={words.incidents}
          name="incidents-shown"
          options={shows}
          value={show}
          labelOf={(one) => words.show[one]}
          countOf={(one) => (one === 'all' ? incidents.length : sure.length)}
          onChange={setShow}
        />
      </div>
      <p className={styles.hint}>{words.incidentsHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label={words.incidents}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['date', 'victim', 'kind', 'sum', 'by', 'source'] as const).map((name) => (
                <th key={name} scope="col">
                  {words.columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map((one) => (
              <tr key={one.id} id={`row-${one.id}`}>
                <td className={styles.nowrap}>{partialDate(one.date)}</td>
                <th scope="row">
                  {one.victim}
                  {!one.verified && <Badge tone="medium">{words.unsure}</Badge>}
                  {one.note && <small>{one.note}</small>}
                </th>
                <td>{words.kinds[one.kind] ?? one.kind}</td>
                <td className={styles.nowrap}>{sumOf(one)}</td>
                <td>
                  {one.attributedBy}
                  <small>{words.bases[one.basis] ?? one.basis}</small>
                </td>
                <td>
                  <Source source={one.source} url={one.url} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** Resolutions and what else marks the axis. */
export function EventTable({ resolutions, events }: Pick<Pressure, 'resolutions' | 'events'>) {
  const rows: readonly PressureEvent[] = [...resolutions, ...events].toSorted((a, b) =>
    a.date < b.date ? 1 : -1,
  )
  return (
    <section className={styles.panel} aria-labelledby="events">
      <h2 id="events">{words.events}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label={words.events}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['date', 'kind', 'what', 'source'] as const).map((name) => (
                <th key={name} scope="col">
                  {words.columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.id} id={`row-${one.id}`}>
                <td className={styles.nowrap}>{partialDate(one.date)}</td>
                <td>{words.eventKinds[one.kind] ?? one.kind}</td>
                <th scope="row">{one.title}</th>
                <td>
                  <Source source={one.source} url={one.url} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
