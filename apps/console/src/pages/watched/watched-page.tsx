import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useUnwatch, useWatched } from '../../api/list-queries.ts'
import { useBar } from '../../api/people-queries.ts'
import type { Watched } from '../../api/types.ts'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { schemaName } from '../../text/labels.ts'
import { Badge, Button, Command, Empty, Fault, IconButton, Skeleton } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { useDebounced } from '../../ui/use-debounced.ts'
import styles from './watched-page.module.css'

const words = strings.watched

/** The parties that are screened again whenever a list changes. */
export function WatchedPage() {
  const [params] = useSearchParams()
  const [text, setText] = useState(params.get('q') ?? '')
  const q = useDebounced(text.trim())
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useWatched(q || undefined)
  const head = data?.pages[0]
  const parties = data?.pages.flatMap(({ page }) => page) ?? []
  return (
    <Page title={words.title} lead={words.lead}>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {head?.parties === 0 && (
        <Empty icon="person" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
          <Command>{words.command}</Command>
        </Empty>
      )}
      {head && head.parties > 0 && (
        <>
          <div className={styles.bar}>
            <input
              type="search"
              aria-label={words.text}
              placeholder={words.text}
              value={text}
              dir="auto"
              onChange={(event) => setText(event.target.value)}
            />
            <p role="status">
              {words.count(head.parties)}; {head.ran ? words.ran(dateTime(head.ran)) : words.never}
            </p>
          </div>
          {parties.length === 0 ? <Empty icon="search" title={words.noFit} /> : <Parties parties={parties} />}
        </>
      )}
      {hasNextPage && (
        <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Page>
  )
}

function Parties({ parties }: { readonly parties: Watched['page'] }) {
  const unwatch = useUnwatch()
  const bar = useBar('write:parties')
  return (
    <section className={styles.scroller} aria-label={words.title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.id}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.seen}</th>
            <th scope="col">{words.open}</th>
            <th scope="col">
              <span className="visually-hidden">{words.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {parties.map(({ id, schema, properties, seenAt, open }) => {
            const name = properties.name?.[0] ?? id
            return (
              <tr key={id}>
                <td>
                  <SafeText value={name} />
                </td>
                <td>
                  <code translate="no">{id}</code>
                </td>
                <td>{schemaName(schema)}</td>
                <td>{dateTime(seenAt)}</td>
                <td>
                  {open > 0 ? (
                    <Link href={`${paths.findings}?verdict=all&q=${encodeURIComponent(id)}`}>
                      <Badge tone="high">{strings.number(open)}</Badge>
                    </Link>
                  ) : (
                    '0'
                  )}
                </td>
                <td>
                  <IconButton
                    icon="close"
                    label={words.removeOf(name)}
                    disabled={bar !== undefined}
                    title={bar ?? words.removeOf(name)}
                    onClick={() => unwatch.mutate(id)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
