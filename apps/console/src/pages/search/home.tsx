import { Link } from 'wouter'
import { useLists, useOpenFindings, useStatus } from '../../api/queries.ts'
import { paths } from '../../shell/paths.ts'
import { issueOf } from '../../shell/status-bar.tsx'
import { strings } from '../../strings/index.ts'
import { ago } from '../../text/dates.ts'
import { Button, Command } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './home.module.css'
import type { useRecent } from './recent.ts'

const words = strings.search
/** A person, an alias of a group, a ship by its IMO number, a wallet: all in the starter pack and in the real lists. */
const examples = ['Park Jin-hyok', 'Hidden Cobra', 'IMO 7937317', '1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE']

/** What the first page shows before a search: what can be asked, of what, and what waits. */
export function Home({
  recent,
  onSearch,
}: {
  readonly recent: ReturnType<typeof useRecent>
  readonly onSearch: (text: string) => void
}) {
  const { data: status } = useStatus()
  return (
    <div className={styles.home}>
      <section>
        <h2>{words.examples}</h2>
        <Chips texts={examples} onSearch={onSearch} />
      </section>
      {recent.searches.length > 0 && (
        <section>
          <h2>
            {words.recent}
            <Button kind="quiet" onClick={recent.forget}>
              {words.forget}
            </Button>
          </h2>
          <Chips texts={recent.searches} onSearch={onSearch} />
        </section>
      )}
      {status?.starterOnly && (
        <section className={styles.starter}>
          <h2>
            <Icon name="warning" />
            {words.starterTitle}
          </h2>
          <p>{words.starterText}</p>
          <p>{words.starterImport}</p>
          <Command>{strings.lists.command}</Command>
        </section>
      )}
      <div className={styles.cards}>
        <Loaded />
        <Waiting />
      </div>
    </div>
  )
}

function Chips({
  texts,
  onSearch,
}: {
  readonly texts: readonly string[]
  readonly onSearch: (text: string) => void
}) {
  return (
    <ul className={styles.chips}>
      {texts.map((text) => (
        <li key={text}>
          <button type="button" onClick={() => onSearch(text)}>
            <SafeText value={text} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function Loaded() {
  const { data: lists = [] } = useLists()
  const { data: status } = useStatus()
  const now = Date.now()
  return (
    <section className={styles.card}>
      <h2>{words.loaded}</h2>
      <p className={styles.figure}>{status ? strings.number(status.entities) : '–'}</p>
      <p className={styles.caption}>{status && words.loadedHint(status.entities, status.lists)}</p>
      <ul className={styles.lists}>
        {lists.slice(0, 5).map((list) => (
          <li key={list.source}>
            <SafeText value={list.title} />
            <span>{ago(issueOf(list), now)}</span>
          </li>
        ))}
      </ul>
      <Link href={paths.lists}>{words.allLists}</Link>
    </section>
  )
}

function Waiting() {
  const undecided = useOpenFindings()
  return (
    <section className={styles.card}>
      <h2>{words.openFindings}</h2>
      <p className={styles.figure}>{undecided === undefined ? '–' : strings.number(undecided)}</p>
      {undecided === 0 && <p className={styles.caption}>{words.noFindings}</p>}
      <p className={styles.caption}>{words.screenHint}</p>
      <Command>{strings.findings.command}</Command>
      <Link href={paths.findings}>{words.goFindings}</Link>
    </section>
  )
}
