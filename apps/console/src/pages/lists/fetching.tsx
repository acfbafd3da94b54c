import { useUpdates } from '../../api/queries.ts'
import type { List, ListFetch } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { ago, dateTime } from '../../text/dates.ts'
import { Command } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './fetching.module.css'

const words = strings.lists.fetch

/** What a person has to know of a list's fetching: that a version is held back, or that it failed. Nothing where all is well. */
export function FetchNotice({ fetch }: { readonly fetch: ListFetch }) {
  const now = Date.now()
  const { held, error, errorAt, failures, name } = fetch
  return (
    <>
      {held && (
        <div className={styles.held} role="note">
          <p>
            <Icon name="warning" />
            <span>
              <b title={dateTime(held.at)}>{words.held(ago(held.at, now))}</b>:{' '}
              <SafeText value={held.reason} />. {words.heldText}
            </span>
          </p>
          <Command>{words.accept(name)}</Command>
        </div>
      )}
      {error && (
        <p className={styles.failed} role="note">
          <Icon name="warning" />
          <span>
            <b title={errorAt && dateTime(errorAt)}>
              {words.failed(failures, errorAt ? ago(errorAt, now) : '')}
            </b>
            : <SafeText value={error} />
          </span>
        </p>
      )}
    </>
  )
}

/** The lists that can be fetched but are not loaded, and whether this server fetches by itself. */
export function Publishers({ loaded }: { readonly loaded: readonly List[] | undefined }) {
  const { data } = useUpdates()
  if (!data || !loaded) return null
  const others = data.lists.filter(({ name }) => !loaded.some(({ source }) => source === name))
  return (
    <section className={styles.publishers} aria-labelledby="publishers">
      <h2 id="publishers">{words.title}</h2>
      <p>
        {words.lead} {data.every ? scheduleOf(data.every) : words.noSchedule}
      </p>
      <ul>
        {others.map((one) => (
          <li key={one.name}>
            <div>
              <SafeText value={one.title} /> <code translate="no">{one.name}</code>
              <span>
                {one.checked
                  ? words.checked(ago(one.checked, Date.now()))
                  : one.url
                    ? words.never
                    : words.noAddress}
              </span>
            </div>
            <FetchNotice fetch={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function scheduleOf(every: number): string {
  const hours = every / 3_600_000
  return hours >= 1 ? words.schedule(Math.round(hours)) : words.scheduleMinutes(Math.round(every / 60_000))
}
