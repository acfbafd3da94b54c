import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useFind } from '../../api/floor.ts'
import { useLists } from '../../api/queries.ts'
import { foundPath, otherRooms } from '../../shell/found.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useTitle } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { versionText } from '../../text/dates.ts'
import { Empty, Fault, IconButton, Key } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { useAddressText } from '../../ui/use-address-text.ts'
import { Floor } from '../floor/floor.tsx'
import { type Elsewhere, ElsewhereOptions, elsewhereOf } from './elsewhere.tsx'
import { HitRow } from './hit-row.tsx'
import { Suggestions } from './home.tsx'
import { useRecent } from './recent.ts'
import styles from './search-page.module.css'
import { useSearch } from './use-search.ts'

const words = strings.search

/** The first page: one box that answers while a person types, and the floor below it while nobody does. */
export function SearchPage() {
  const [params, setParams] = useSearchParams()
  const address = params.get('q') ?? ''
  const [active, setActive] = useState(0)
  const [text, write] = useAddressText(
    address,
    (next) => setParams(next ? { q: next } : {}, { replace: true }),
    () => setActive(0),
  )
  const [, go] = useLocation()
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  const { enabled, hits, isSettled, hasMore, error, retry, text: asked } = useSearch(text)
  const others = useFind(asked, enabled, 4, hits.length > 0 ? otherRooms : undefined)
  const found = elsewhereOf(others.groups)
  const count = hits.length + found.length
  const recent = useRecent()
  useTitle(text || strings.floor.title)

  const type = (next: string) => {
    write(next)
    setActive(0)
  }
  useEffect(() => {
    input.current?.focus()
  }, [])
  useKeys({
    '/': () => {
      input.current?.focus()
      input.current?.select()
    },
  })
  const visit = (path: string, inNewTab: boolean) => {
    recent.add(text.trim())
    if (inNewTab) window.open(path, '_blank', 'noopener')
    else go(path)
  }
  const open = (id: string, inNewTab = false) => visit(paths.entity(id), inNewTab)
  const openFound = ({ room, thing }: Elsewhere, inNewTab: boolean) => visit(foundPath(room, thing), inNewTab)
  const openAt = (at: number, inNewTab: boolean) => {
    const [hit, other] = [hits[at], found[at - hits.length]]
    if (hit) open(hit.entity.id, inNewTab)
    else if (other) openFound(other, inNewTab)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const last = count - 1
    if (event.key === 'ArrowDown') setActive(Math.min(last, active + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1))
    else if (event.key === 'Enter') openAt(active, event.ctrlKey || event.metaKey)
    else if (event.key === 'Escape') type('')
    else return
    event.preventDefault()
  }
  useEffect(() => {
    document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, list])

  const isOpen = enabled && count > 0
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{enabled ? words.title : strings.floor.title}</h1>
      <search className={styles.box} data-tour="search">
        <Icon name="search" size={20} />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={words.label}
          aria-expanded={isOpen}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={isOpen ? `${list}-${active}` : undefined}
          placeholder={words.placeholder}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          dir="auto"
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {text ? (
          <IconButton
            icon="close"
            label={words.clear}
            onClick={() => {
              type('')
              input.current?.focus()
            }}
          />
        ) : (
          <Key>/</Key>
        )}
      </search>
      <div role="status" className="visually-hidden">
        {enabled && isSettled ? words.resultCount(count, hasMore) : ''}
      </div>
      {error && hits.length === 0 && enabled && <Fault error={error} retry={retry} />}
      <div id={list} role="listbox" aria-label={words.results} hidden={!isOpen} className={styles.hits}>
        {hits.map((hit, index) => (
          <HitRow
            key={hit.entity.id}
            id={`${list}-${index}`}
            hit={hit}
            isActive={index === active}
            onPoint={() => setActive(index)}
            onOpen={(inNewTab) => open(hit.entity.id, inNewTab)}
          />
        ))}
        <ElsewhereOptions
          groups={others.groups}
          list={list}
          from={hits.length}
          active={active}
          onPoint={setActive}
          onOpen={openFound}
        />
      </div>
      {enabled && hits.length > 0 && <Searched count={words.resultCount(hits.length, hasMore)} />}
      {enabled && isSettled && others.isSettled && !error && count === 0 && <Nothing text={asked} />}
      {!enabled && (
        <>
          <Suggestions recent={recent} onSearch={type} />
          <Floor />
        </>
      )}
    </div>
  )
}

/** Which versions were searched: an answer never knows more. */
function Searched({ count }: { readonly count?: string }) {
  const { data: lists = [] } = useLists()
  if (lists.length === 0) return null
  const versions = lists.map((list) => `${list.title} (${versionText(list.version)})`).join(', ')
  return (
    <p className={styles.searched}>
      {count && <span>{count}. </span>}
      {words.searched(versions)}
    </p>
  )
}

function Nothing({ text }: { readonly text: string }) {
  const [before, after] = words.nothing('\u0000').split('\u0000')
  return (
    <Empty
      icon="search"
      title={
        <>
          {before}
          <SafeText value={text} />
          {after}
        </>
      }
    >
      <p>{words.nothingHint}</p>
      <Searched />
    </Empty>
  )
}
