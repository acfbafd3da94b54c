import { useMemo } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { ApiError } from '../../api/client.ts'
import { type ChangesFilter, changesPath, useChanges } from '../../api/list-queries.ts'
import { useLists } from '../../api/queries.ts'
import type { Changes, EntryChange, FieldChange } from '../../api/types.ts'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { schemaName } from '../../text/labels.ts'
import { Badge, Button, buttonLink, Empty, Fault, Skeleton, type Tone } from '../../ui/controls.tsx'
import { Icon, schemaIcon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './changes-page.module.css'
import { ChangesFilters } from './filters.tsx'

const words = strings.changes

const tones: Readonly<Record<EntryChange['kind'], Tone>> = {
  added: 'critical',
  removed: 'good',
  changed: 'medium',
}

/** What changed in a list between two of its versions, in words, and which watched parties that concerns. */
export function ChangesPage({ source }: { readonly source: string }) {
  const { filter, change } = useFilter(source)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useChanges(source, filter)
  const { data: lists } = useLists()
  const list = lists?.find((one) => one.source === source)
  const head = data?.pages[0]
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  const isFirst = error instanceof ApiError && (list?.versions.length ?? 0) < 2
  return (
    <Page
      title={words.title(list?.title ?? source)}
      lead={words.lead}
      aside={
        head && (
          <a className={buttonLink} href={changesPath(source, filter, { format: 'csv' })} download>
            {words.download}
          </a>
        )
      }
    >
      {isFirst && (
        <Empty icon="lists" title={words.firstTitle}>
          <p>{words.firstText}</p>
          <Link href={paths.lists}>{strings.nav.lists}</Link>
        </Empty>
      )}
      {error && !isFirst && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {head && (
        <>
          <ChangesFilters filter={filter} head={head} versions={list?.versions ?? []} onChange={change} />
          <Affected affected={head.affected} entries={entries} />
          <p className={styles.count} role="status">
            {words.shown(head.total)}; {words.unchanged(head.unchanged)}
          </p>
          {head.total === 0 && (
            <Nothing
              isAll={head.added + head.removed + head.changed === 0}
              clear={() => change({ kind: undefined, field: undefined, q: undefined, material: undefined })}
            />
          )}
          <ul className={styles.entries}>
            {entries.map((entry) => (
              <li key={`${entry.kind} ${entry.id}`}>
                <Entry entry={entry} />
              </li>
            ))}
          </ul>
          {hasNextPage && (
            <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </Page>
  )
}

function Nothing({ isAll, clear }: { readonly isAll: boolean; readonly clear: () => void }) {
  return isAll ? (
    <Empty icon="check" title={words.noneTitle}>
      <p>{words.noneText}</p>
    </Empty>
  ) : (
    <Empty icon="search" title={words.noFit}>
      <Button onClick={clear}>{words.clear}</Button>
    </Empty>
  )
}

/** The filter stands in the address, so that what one looks at can be sent on. */
function useFilter(source: string) {
  const search = useSearch()
  const [, go] = useLocation()
  const filter = useMemo((): ChangesFilter => {
    const given = new URLSearchParams(search)
    const text = (name: string) => given.get(name) || undefined
    return {
      from: text('from'),
      to: text('to'),
      kind: text('kind'),
      field: text('field'),
      q: text('q'),
      material: given.get('material') === 'true' || undefined,
    }
  }, [search])
  const change = (changed: Partial<ChangesFilter>) => {
    const next = Object.entries({ ...filter, ...changed }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    )
    const query = new URLSearchParams(next).toString()
    go(`${paths.changes(source)}${query ? `?${query}` : ''}`, { replace: true })
  }
  return { filter, change }
}

function Affected({
  affected,
  entries,
}: {
  readonly affected: Changes['affected']
  readonly entries: readonly EntryChange[]
}) {
  if (affected.length === 0) return <p className={styles.none}>{words.affectedNone}</p>
  const captions = new Map(entries.map((entry) => [entry.id, entry.caption]))
  return (
    <details className={styles.affected} open={affected.length <= 5}>
      <summary>
        <Icon name="warning" />
        {words.affected(new Set(affected.map(({ party }) => party)).size)}
      </summary>
      <ul>
        {affected.map(({ party, label, entityId, finding }) => (
          <li key={finding}>
            <Link href={paths.finding(finding)}>
              <SafeText value={label} />
            </Link>
            <code translate="no">{party}</code>
            <Icon name="arrowOut" size={12} />
            <SafeText value={captions.get(entityId) ?? entityId} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Entry({ entry }: { readonly entry: EntryChange }) {
  const { kind, id, schema, caption, formerCaption, basis, changes } = entry
  return (
    <article className={styles.entry}>
      <header>
        <Badge tone={tones[kind]}>{words.kinds[kind]}</Badge>
        <h2>
          {kind === 'removed' ? (
            <SafeText value={caption} />
          ) : (
            <Link href={paths.entity(id)}>
              <SafeText value={caption} />
            </Link>
          )}
        </h2>
        {formerCaption && (
          <span className={styles.former}>
            <SafeText value={words.formerly(formerCaption)} />
          </span>
        )}
        <span className={styles.kind}>
          <Icon name={schemaIcon(schema)} size={13} />
          {schemaName(schema)}
        </span>
        <code translate="no">{id}</code>
      </header>
      {basis && basis.length > 0 && (
        <p className={styles.basis}>
          <SafeText value={basis.join('; ')} />
        </p>
      )}
      {changes && (
        <dl className={styles.changes}>
          {changes.map((change) => (
            <Change key={`${change.field} ${change.kind}`} change={change} />
          ))}
        </dl>
      )}
    </article>
  )
}

function Change({ change: { words: told, before, after, material } }: { readonly change: FieldChange }) {
  return (
    <div>
      <dt className={material ? styles.material : undefined}>{told}</dt>
      <dd>
        {before.map((value) => (
          <del key={value}>
            <SafeText value={value} />
          </del>
        ))}
        {after.map((value) => (
          <ins key={value}>
            <SafeText value={value} />
          </ins>
        ))}
      </dd>
    </div>
  )
}
