import { Fragment, useState } from 'react'
import { Link } from 'wouter'
import { useLists, useStatus } from '../../api/queries.ts'
import type { List } from '../../api/types.ts'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { issueOf } from '../../shell/status-bar.tsx'
import { strings } from '../../strings/index.ts'
import { ago, dateTime, versionText } from '../../text/dates.ts'
import { Badge, Button, buttonLink, Command, CopyButton, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { FetchNotice, Publishers } from './fetching.tsx'
import styles from './lists-page.module.css'
import { RejectsDrawer } from './rejects-drawer.tsx'

const words = strings.lists

/** Which lists are loaded, from whom, from when, and what of them could not be read. */
export function ListsPage() {
  const { data, error, refetch } = useLists()
  const { data: status } = useStatus()
  const [shown, setShown] = useState<{ list: List; seq: number }>()
  return (
    <Page title={words.title} lead={words.lead}>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data?.length === 0 && (
        <Empty icon="lists" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
          <Command>{words.command}</Command>
        </Empty>
      )}
      {status?.starterOnly && (
        <div className={styles.notice}>
          <p>
            <Icon name="warning" />
            {words.starterText}
          </p>
          <Command>{words.command}</Command>
        </div>
      )}
      <ul className={styles.lists}>
        {data &&
          byNeed(data).map((list) => (
            <li key={list.source} id={list.source}>
              <ListCard list={list} onRejects={(seq) => setShown({ list, seq })} />
            </li>
          ))}
      </ul>
      <Publishers loaded={data} />
      {shown && <RejectsDrawer list={shown.list} seq={shown.seq} onClose={() => setShown(undefined)} />}
    </Page>
  )
}

/** What a person has to look at first: lists of which a version is held back, then those that could not be fetched. */
function byNeed(lists: readonly List[]): List[] {
  const need = ({ fetch }: List) => (fetch?.held ? 2 : fetch?.error ? 1 : 0)
  return [...lists].sort((a, b) => need(b) - need(a))
}

function ListCard({ list, onRejects }: { readonly list: List; readonly onRejects: (seq: number) => void }) {
  const now = Date.now()
  const current = list.versions.find((version) => version.current)
  return (
    <article className={styles.card}>
      <header>
        <div>
          <h2>
            <SafeText value={list.title} />
            {list.starter && <Badge tone="medium">{words.starter}</Badge>}
          </h2>
          <p>
            {list.url && /^https?:/.test(list.url) ? (
              <a href={list.url} target="_blank" rel="noreferrer noopener">
                {list.publisher}
              </a>
            ) : (
              list.publisher
            )}
            <code translate="no">{list.source}</code>
          </p>
        </div>
        <div className={styles.version}>
          {list.versions.length > 1 && (
            <Link
              href={paths.changes(list.source)}
              className={buttonLink}
              aria-label={strings.changes.linkOf(list.title)}
            >
              {strings.changes.link}
            </Link>
          )}
          <b title={list.version}>{versionText(list.version)}</b>
          <span title={dateTime(list.fetched)}>{ago(issueOf(list), now)}</span>
          {list.fetch?.checked && (
            <span title={dateTime(list.fetch.checked)}>
              {words.fetch.checked(ago(list.fetch.checked, now))}
            </span>
          )}
        </div>
      </header>
      <dl className={styles.figures}>
        <Figure label={words.entities} value={list.entities} />
        <Figure label={words.targets} value={list.targets} />
        <Figure label={words.statements} value={list.statements} />
        <div>
          <dt>{words.rejected}</dt>
          <dd>
            {list.rejected > 0 && current ? (
              <button
                type="button"
                className={styles.rejected}
                aria-label={words.showRejects(list.rejected, list.title)}
                onClick={() => onRejects(current.seq)}
              >
                {strings.number(list.rejected)}
              </button>
            ) : (
              strings.number(list.rejected)
            )}
          </dd>
        </div>
      </dl>
      {list.fetch && <FetchNotice fetch={list.fetch} />}
      <Origin list={list} />
    </article>
  )
}

function Figure({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{strings.number(value)}</dd>
    </div>
  )
}

/** Where the bytes came from, and the versions before. */
function Origin({ list }: { readonly list: List }) {
  const former = list.versions.filter((version) => !version.current)
  const [all, setAll] = useState(false)
  const shown = all ? former : former.slice(0, 5)
  return (
    <details className={styles.origin}>
      <summary>
        <Icon name="chevron" size={14} />
        {words.imported} {dateTime(list.imported)}
        <span>{former.length > 0 ? words.former(former.length) : words.noFormer}</span>
      </summary>
      <dl>
        <dt>{words.format}</dt>
        <dd>{list.format}</dd>
        <dt>{words.hash}</dt>
        <dd className={styles.hash}>
          <code translate="no">{list.sha256}</code>
          <CopyButton value={list.sha256} what={words.hash} />
        </dd>
        {list.dropped && Object.keys(list.dropped).length > 0 && (
          <>
            <dt>{words.dropped}</dt>
            <dd>
              {Object.entries(list.dropped)
                .map(([what, n]) => words.droppedOf(what, n))
                .join(', ')}
            </dd>
          </>
        )}
        {shown.map((version) => (
          <Fragment key={version.seq}>
            <dt title={version.version}>{versionText(version.version)}</dt>
            <dd>
              {dateTime(version.imported)}, {strings.number(version.entities)} {words.entities.toLowerCase()}
            </dd>
          </Fragment>
        ))}
      </dl>
      {shown.length < former.length && (
        <Button onClick={() => setAll(true)}>{strings.entity.more(former.length - shown.length)}</Button>
      )}
    </details>
  )
}
