import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { type CasesPage as Answer, type Case, type CasesFilter, useCases } from '../../api/cases.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useTitle } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Button, Command, Empty, Fault, Key, Skeleton } from '../../ui/controls.tsx'
import { News } from '../../ui/news.tsx'
import { CaseList } from './case-list.tsx'
import { CasesFilters } from './cases-filters.tsx'
import styles from './cases-page.module.css'
import { ChangeDialog, type ChangeKind } from './change-dialog.tsx'
import { nothing, ranged, type Selection, toggled } from './selection.ts'
import { useUndo } from './use-undo.ts'

const words = strings.cases
const bulkKinds: readonly (readonly [ChangeKind, string])[] = [
  ['assign', 'a'],
  ['state', 's'],
  ['due', 'd'],
  ['decide', 'f'],
]

/** The queue of cases: narrowed, walked with the keyboard, and changed many at once. */
export function CasesPage() {
  const [params, setParams] = useSearchParams()
  const [, go] = useLocation()
  const filter = useMemo(() => filterOf(params), [params])
  const query = useCases(filter)
  const cases = useMemo(() => query.data?.pages.flatMap((page) => page.cases) ?? [], [query.data])
  const [cursor, setCursor] = useState(0)
  const [selection, setSelection] = useState<Selection>(nothing)
  const [dialog, setDialog] = useState<ChangeKind>()
  const { news, did, undo, canUndo } = useUndo()
  const [now] = useState(() => Date.now())
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(words.title)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const at = Math.min(cursor, cases.length - 1)
  const order = useMemo(() => cases.map(({ id }) => id), [cases])
  const select = (id: number, isRange: boolean) => {
    setCursor(order.indexOf(id))
    setSelection((former) => (isRange ? ranged(former, order, id) : toggled(former, id)))
  }
  const move = (step: number, isRange: boolean) => {
    const next = Math.min(cases.length - 1, Math.max(0, at + step))
    const id = order[next]
    setCursor(next)
    if (!isRange || id === undefined) return
    setSelection((former) =>
      ranged(
        former.anchor === undefined && order[at] !== undefined ? toggled(former, order[at]) : former,
        order,
        id,
      ),
    )
  }
  const chosen = selection.all
    ? undefined
    : selection.ids.size > 0
      ? [...selection.ids]
      : order[at] === undefined
        ? []
        : [order[at]]
  const ask = (kind: ChangeKind) => (chosen === undefined || chosen.length > 0) && setDialog(kind)
  const open = (id: number | undefined) => id !== undefined && go(paths.case(id))
  useKeys({
    j: (event) => move(1, event.shiftKey),
    k: (event) => move(-1, event.shiftKey),
    Enter: () => open(order[at]),
    x: (event) => order[at] !== undefined && select(order[at], event.shiftKey),
    z: () => void undo(),
    Escape: () => setSelection(nothing),
    ...Object.fromEntries(bulkKinds.map(([kind, key]) => [key, () => ask(kind)])),
  })
  const counts = query.data?.pages[0]?.counts
  const isFiltered = Object.keys(filter).some((name) => name !== 'state' && name !== 'order')
  const change = (next: Partial<CasesFilter>) => {
    setSelection(nothing)
    setCursor(0)
    setParams(paramsOf({ ...filter, ...next }), { replace: true })
  }
  const { order: _, ...narrowed } = filter
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {words.title}
        </h1>
        <Warnings counts={counts} />
        <CasesFilters filter={filter} counts={counts} onChange={change} />
      </header>
      {(selection.all || selection.ids.size > 0) && (
        <div className={styles.bulk} role="toolbar" aria-label={words.selected(selection.ids.size)}>
          <b>
            {selection.all ? words.allSelected(totalOf(filter, counts)) : words.selected(selection.ids.size)}
          </b>
          {bulkKinds.map(([kind, key]) => (
            <Button key={kind} onClick={() => setDialog(kind)}>
              {words.actions[kind]}
              <Key>{key}</Key>
            </Button>
          ))}
          {!selection.all && (
            <Button kind="quiet" onClick={() => setSelection({ ...nothing, all: true })}>
              {words.selectAll}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setSelection(nothing)}>
            {words.clear}
          </Button>
        </div>
      )}
      {query.isPending && <Skeleton lines={9} />}
      {query.error && cases.length === 0 && <Fault error={query.error} retry={() => void query.refetch()} />}
      {query.data && cases.length === 0 && (
        <NoCases counts={counts} isFiltered={isFiltered} onClear={() => setParams({}, { replace: true })} />
      )}
      {cases.length > 0 && (
        <CaseList
          cases={cases}
          at={at}
          selection={selection}
          hasMore={query.hasNextPage}
          now={now}
          onMore={() => !query.isFetchingNextPage && void query.fetchNextPage()}
          onOpen={open}
          onSelect={select}
          onMove={move}
        />
      )}
      <News text={news} onUndo={canUndo ? () => void undo() : undefined} />
      {dialog && (
        <ChangeDialog
          kind={dialog}
          selection={chosen === undefined ? { query: narrowed } : { cases: chosen }}
          onDone={(result) => {
            setDialog(undefined)
            setSelection(nothing)
            did(result)
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  )
}

function Warnings({ counts }: { readonly counts: Answer['counts'] }) {
  if (!counts || counts.overdue + counts.awaiting === 0) return null
  return (
    <p className={styles.warnings}>
      {counts.overdue > 0 && <span className={styles.late}>{words.overdueCount(counts.overdue)}</span>}
      {counts.awaiting > 0 && <span>{words.awaitingCount(counts.awaiting)}</span>}
    </p>
  )
}

function NoCases({
  counts,
  isFiltered,
  onClear,
}: {
  counts: Answer['counts']
  isFiltered: boolean
  onClear: () => void
}) {
  const all = Object.values(counts?.byState ?? {}).reduce((sum, one) => sum + one, 0)
  if (isFiltered)
    return (
      <Empty icon="cases" title={words.noneTitle}>
        <Button onClick={onClear}>{words.clearFilters}</Button>
      </Empty>
    )
  if (all > 0)
    return (
      <Empty icon="check" title={words.doneTitle}>
        <p>{words.doneText}</p>
      </Empty>
    )
  return (
    <Empty icon="cases" title={words.emptyTitle}>
      <p>{words.emptyText}</p>
      <Command>{words.command}</Command>
    </Empty>
  )
}

const names = ['severity', 'watch', 'assignee', 'due', 'q', 'order'] as const

function filterOf(params: URLSearchParams): CasesFilter {
  const state = params.get('state') ?? 'open'
  const given = names.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : []))
  return {
    state: (state in words.states ? state : 'open') as CasesFilter['state'],
    ...Object.fromEntries(given),
  }
}

function paramsOf(filter: CasesFilter): URLSearchParams {
  const kept = Object.entries(filter).flatMap(([name, value]) =>
    value && !(name === 'state' && value === 'open') ? [[name, String(value)]] : [],
  )
  return new URLSearchParams(kept)
}

function totalOf({ state }: CasesFilter, counts: Answer['counts']): number {
  const by = counts?.byState
  if (!by) return 0
  const open = by.new + by['in-review'] + by.escalated
  const all = Object.values(by).reduce((sum, one) => sum + one, 0)
  return state === 'open'
    ? open
    : state === 'all'
      ? all
      : state === 'closed'
        ? all - open
        : by[state as Case['state']]
}
