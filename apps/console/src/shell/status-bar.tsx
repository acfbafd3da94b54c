import { useLists, useStatus } from '../api/queries.ts'
import type { List } from '../api/types.ts'
import { useLive } from '../api/use-live.ts'
import { strings } from '../strings/index.ts'
import { ago, instantOf } from '../text/dates.ts'
import { classes } from '../ui/classes.ts'
import styles from './status-bar.module.css'

const staleAfter = 30 * 86_400_000

/** One line at the foot of every page: what answers are judged against, and how old it is. */
export function StatusBar() {
  const status = useStatus()
  const lists = useLists()
  return (
    <footer className={styles.bar}>
      {status.isError ? (
        <span className={styles.state}>
          <i className={styles.bad} />
          {strings.status.offline}
        </span>
      ) : (
        status.data && <State status={status.data} lists={lists.data ?? []} />
      )}
      <LiveDot />
      <span className={styles.version}>{status.data && strings.status.version(status.data.version)}</span>
    </footer>
  )
}

/** Whether what happens shows by itself. */
function LiveDot() {
  const { state } = useLive()
  const words = strings.live
  if (state === 'connecting') return null
  const isLive = state === 'live'
  return (
    <span
      role="status"
      className={classes(styles.state, styles.live)}
      title={isLive ? words.liveHint : words.reconnectingHint}
    >
      <i className={isLive ? styles.good : styles.fair} />
      {isLive ? words.live : words.reconnecting}
    </span>
  )
}

function State({
  status,
  lists,
}: {
  readonly status: NonNullable<ReturnType<typeof useStatus>['data']>
  readonly lists: readonly List[]
}) {
  const now = Date.now()
  const words = strings.status
  if (status.loading)
    return (
      <span className={styles.state}>
        <i className={styles.fair} />
        {words.loading(status.loading.done, status.loading.total)}
      </span>
    )
  const issued = lists.filter((list) => !list.starter).sort((a, b) => issueOf(a) - issueOf(b))
  const oldest = issued[0]
  const isStale = status.starterOnly || !oldest || now - issueOf(oldest) > staleAfter
  return (
    <>
      <span className={styles.state}>
        <i className={classes(isStale ? styles.fair : styles.good)} />
        {status.lists === 0
          ? words.none
          : status.starterOnly
            ? words.starter
            : words.summary(status.lists, status.entities)}
      </span>
      {oldest && (
        <span className={styles.detail}>{words.oldest(oldest.title, ago(issueOf(oldest), now))}</span>
      )}
      {status.starterOnly && (
        <span className={styles.detail}>{words.summary(status.lists, status.entities)}</span>
      )}
    </>
  )
}

/** When the publisher issued the version, where the version is a date; else when it was fetched. */
export function issueOf(list: Pick<List, 'version' | 'fetched'>): number {
  const stated = /^\d{4}-\d{2}-\d{2}/.test(list.version) ? Date.parse(list.version) : Number.NaN
  return Number.isNaN(stated) ? instantOf(list.fetched) : stated
}
