import { Link } from 'wouter'
import { useLists, useStatus, useUpdates } from '../../api/queries.ts'
import type { List } from '../../api/types.ts'
import { paths } from '../../shell/paths.ts'
import { issueOf } from '../../shell/status-bar.tsx'
import { strings } from '../../strings/index.ts'
import { ago } from '../../text/dates.ts'
import { Badge, Command, type Tone } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './floor.module.css'

const words = strings.floor
const day = 86_400_000
const most = 6
type State = keyof typeof words.states

const tones: Readonly<Record<State, Tone>> = {
  fresh: 'good',
  aging: 'medium',
  old: 'high',
  failing: 'critical',
  held: 'high',
}

/** How a list stands: what needs someone comes before mere age. */
export function freshnessOf(list: Pick<List, 'fetch' | 'version' | 'fetched'>, now: number): State {
  if (list.fetch?.held) return 'held'
  if (list.fetch?.error) return 'failing'
  const age = now - issueOf(list)
  return age > 90 * day ? 'old' : age > 30 * day ? 'aging' : 'fresh'
}

const gravity: readonly State[] = ['held', 'failing', 'old', 'aging', 'fresh']

/** How fresh the lists and feeds are, those first that need someone. */
export function Freshness() {
  const { data: lists = [] } = useLists()
  const { data: updates } = useUpdates()
  const { data: status } = useStatus()
  const now = Date.now()
  const rows = lists
    .map((list) => ({ list, state: freshnessOf(list, now) }))
    .sort((a, b) => gravity.indexOf(a.state) - gravity.indexOf(b.state) || issueOf(a.list) - issueOf(b.list))
  return (
    <section className={styles.panel}>
      <h2>{words.lists}</h2>
      {status?.ready && lists.length === 0 && (
        <>
          <p className={styles.caption}>{words.noLists}</p>
          <Command>{strings.lists.command}</Command>
        </>
      )}
      <ul className={styles.rows}>
        {rows.slice(0, most).map(({ list, state }) => (
          <li key={list.source}>
            <SafeText value={list.title} />
            <span className={styles.age}>{words.issued(ago(issueOf(list), now))}</span>
            {list.starter ? (
              <Badge>{strings.lists.starter}</Badge>
            ) : (
              <Badge tone={tones[state]}>{words.states[state]}</Badge>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.caption}>
        {updates?.next ? words.scheduled(ago(updates.next, now)) : words.unscheduled}
      </p>
      <Link href={paths.lists}>{words.allLists}</Link>
    </section>
  )
}
