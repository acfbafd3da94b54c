import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import {
  type PaymentsPage as Page,
  type PaymentAction,
  type PaymentStateFilter,
  usePayment,
  usePaymentAction,
  usePayments,
} from '../../api/payments.ts'
import { useBar } from '../../api/people-queries.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useTitle } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { Button, Command, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import layout from '../findings/findings-page.module.css'
import { actionsOf, useBars } from './action-panel.tsx'
import { Detail } from './detail.tsx'
import { Filters } from './filters.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { Queue } from './queue.tsx'

const words = strings.payments
const states: readonly string[] = ['waiting', 'proposed', 'released', 'blocked', 'all']

/** The queue of messages and the chosen one side by side; on a narrow screen one after the other. */
export function PaymentsPage({ id }: { readonly id?: string | undefined }) {
  const [params] = useSearchParams()
  const [, go] = useLocation()
  const asked = params.get('state') ?? 'waiting'
  const filter = {
    state: (states.includes(asked) ? asked : 'waiting') as PaymentStateFilter,
    q: params.get('q') ?? undefined,
  }
  const search = params.size > 0 ? `?${params}` : ''
  const query = usePayments(filter)
  const payments = useMemo(() => query.data?.pages.flatMap((page) => page.payments) ?? [], [query.data])
  const at = id === undefined ? 0 : payments.findIndex((one) => one.id === id)
  const chosenId = id ?? payments[0]?.id
  const chosen = usePayment(chosenId)
  const action = usePaymentAction()
  const [draft, setDraft] = useState<PaymentAction>()
  const [news, setNews] = useState('')
  const [dropped, setDropped] = useState<File>()
  const [isImporting, setImporting] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(words.title)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const choose = (next: string) => {
    setDraft(undefined)
    action.reset()
    go(`${paths.payment(next)}${search}`, { replace: true })
  }
  const move = (step: number) => {
    const next = payments[Math.min(payments.length - 1, Math.max(0, (at === -1 ? 0 : at) + step))]
    if (next) choose(next.id)
  }
  const bars = useBars(chosen.data)
  const start = (wanted: PaymentAction) => {
    if (bars(wanted) !== undefined) return
    if (chosen.data && actionsOf[chosen.data.state].some(([one]) => one === wanted)) setDraft(wanted)
  }
  const save = async (wanted: PaymentAction, reason: string) => {
    if (!chosenId) return
    await action.mutateAsync({ id: chosenId, action: wanted, reason })
    setDraft(undefined)
    setNews(words.done[wanted])
    // It stays in sight: a proposal waits for its second person, and what was done can be opened again.
    go(`${paths.payment(chosenId)}${search}`, { replace: true })
  }
  const importBar = useBar('write:observations')
  const openImport = (file?: File) => {
    if (importBar !== undefined) return
    setDropped(file)
    setImporting(true)
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    r: () => start('propose'),
    c: () => start('confirm'),
    d: () => start('decline'),
    b: () => start('block'),
    z: () => start('reopen'),
    i: () => openImport(),
    o: () => {
      const entity = chosen.data?.hits.find(({ entityId }) => entityId)?.entityId
      if (entity) go(paths.entity(entity))
    },
    Escape: () => setDraft(undefined),
  })
  const counts = query.data?.pages[0]?.counts
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button and its key are the keyboard's way
    <div
      className={classes(layout.page, id !== undefined && layout.reading)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const [file] = event.dataTransfer.files
        if (file) openImport(file)
      }}
    >
      <h1 ref={heading} tabIndex={-1} className="visually-hidden">
        {words.title}
      </h1>
      <section className={layout.left} aria-label={words.queue}>
        <header className={layout.head}>
          <Filters
            filter={filter}
            counts={counts}
            onImport={() => openImport()}
            onChange={(next) => {
              const kept = Object.entries({ ...filter, ...next }).flatMap(([name, value]) =>
                value && !(name === 'state' && value === 'waiting') ? [[name, value]] : [],
              )
              go(`${paths.payments}${kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''}`, {
                replace: true,
              })
            }}
          />
        </header>
        {query.isPending && <Skeleton lines={9} />}
        {query.error && payments.length === 0 && (
          <Fault error={query.error} retry={() => void query.refetch()} />
        )}
        {query.data && payments.length === 0 && (
          <Nothing
            counts={counts}
            isFiltered={filter.q !== undefined || filter.state !== 'waiting'}
            onClear={() => go(paths.payments, { replace: true })}
            onImport={() => openImport()}
          />
        )}
        {payments.length > 0 && (
          <Queue
            payments={payments}
            at={at}
            hasMore={query.hasNextPage}
            onMore={() => !query.isFetchingNextPage && void query.fetchNextPage()}
            onChoose={choose}
            onMove={move}
          />
        )}
      </section>
      <section className={layout.right} aria-label={words.message}>
        {chosen.error && <Fault error={chosen.error} retry={() => void chosen.refetch()} />}
        {chosen.data ? (
          <Detail
            key={chosen.data.id}
            payment={chosen.data}
            back={`${paths.payments}${search}`}
            draft={draft}
            isSaving={action.isPending}
            fault={action.error}
            onDraft={setDraft}
            onSave={save}
          />
        ) : (
          !chosen.error && payments.length > 0 && <Empty icon="payments" title={words.select} />
        )}
      </section>
      <div role="status" className="visually-hidden">
        {news}
      </div>
      {isImporting && <ImportDialog file={dropped} onClose={() => setImporting(false)} />}
    </div>
  )
}

function Nothing({
  counts,
  isFiltered,
  onClear,
  onImport,
}: {
  counts: Page['counts'] | undefined
  isFiltered: boolean
  onClear: () => void
  onImport: () => void
}) {
  const all = Object.values(counts ?? {}).reduce((sum, n) => sum + n, 0)
  if (all > 0 && isFiltered)
    return (
      <Empty icon="payments" title={words.noneTitle}>
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
    <Empty icon="payments" title={words.emptyTitle}>
      <p>{words.emptyText}</p>
      <Button kind="primary" onClick={onImport}>
        <Icon name="upload" />
        {words.importButton}
      </Button>
      <p>{words.byCommand}</p>
      <Command>{words.command}</Command>
    </Empty>
  )
}
