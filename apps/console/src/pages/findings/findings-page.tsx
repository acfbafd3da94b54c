import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { FindingsPage as Answer, Verdict, VerdictFilter } from '../../api/types.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useTitle } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { Button, Command, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { News } from '../../ui/news.tsx'
import { Detail } from './detail.tsx'
import { Filters } from './filters.tsx'
import styles from './findings-page.module.css'
import { Queue } from './queue.tsx'
import { useQueue } from './use-queue.ts'

const words = strings.findings
const verdicts: readonly string[] = ['undecided', 'true', 'false', 'unsure', 'all']

/** The queue and the chosen finding side by side; on a narrow screen one after the other. */
export function FindingsPage({ id }: { readonly id?: string | undefined }) {
  const [params, setParams] = useSearchParams()
  const [, go] = useLocation()
  const asked = params.get('verdict') ?? 'undecided'
  const verdict = (verdicts.includes(asked) ? asked : 'undecided') as VerdictFilter
  const filter = {
    verdict,
    severity: params.get('severity') ?? undefined,
    q: params.get('q') ?? undefined,
  }
  const [draft, setDraft] = useState<Verdict>()
  const heading = useRef<HTMLHeadingElement>(null)
  const search = params.size > 0 ? `?${params}` : ''
  const queue = useQueue(filter, id, (next) => {
    setDraft(undefined)
    go(`${next === undefined ? paths.findings : paths.finding(next)}${search}`, { replace: true })
  })
  const { chosen, query } = queue
  useTitle(words.title)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useKeys({
    j: () => queue.move(1),
    k: () => queue.move(-1),
    t: () => chosen && setDraft('true'),
    f: () => chosen && setDraft('false'),
    u: () => chosen && setDraft('unsure'),
    z: () => void queue.undo(),
    o: () => {
      const match = chosen?.matches.find(({ kind }) => kind === 'entity') ?? chosen?.matches[0]
      if (match) go(paths.entity(match.id))
    },
    Escape: () => setDraft(undefined),
  })
  const counts = withAll(query.data?.pages[0]?.counts ?? {})
  const isFiltered = filter.severity !== undefined || filter.q !== undefined
  return (
    <div className={classes(styles.page, id !== undefined && styles.reading)}>
      <h1 ref={heading} tabIndex={-1} className="visually-hidden">
        {words.title}
      </h1>
      <section className={styles.left} aria-label={words.queue}>
        <header className={styles.head}>
          <p className={styles.title} aria-hidden="true">
            {words.title}
          </p>
          <Filters
            filter={filter}
            counts={counts}
            onChange={(next) => {
              const kept = Object.entries({ ...filter, ...next }).flatMap(([name, value]) =>
                value && !(name === 'verdict' && value === 'undecided') ? [[name, value]] : [],
              )
              const after = kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''
              go(`${paths.findings}${after}`, { replace: true })
            }}
          />
        </header>
        {query.isPending && <Skeleton lines={9} />}
        {query.error && queue.findings.length === 0 && (
          <Fault error={query.error} retry={() => void query.refetch()} />
        )}
        {query.data && queue.findings.length === 0 && (
          <NoFindings
            counts={counts}
            isFiltered={isFiltered || verdict !== 'undecided'}
            onClear={() => setParams({}, { replace: true })}
          />
        )}
        {queue.findings.length > 0 && (
          <Queue
            findings={queue.findings}
            at={queue.at}
            total={isFiltered ? undefined : counts[verdict]}
            hasMore={query.hasNextPage}
            onMore={() => !query.isFetchingNextPage && void query.fetchNextPage()}
            onChoose={(next) => go(`${paths.finding(next)}${search}`, { replace: true })}
            onMove={queue.move}
          />
        )}
      </section>
      <section className={styles.right} aria-label={words.decision}>
        {chosen ? (
          <Detail
            key={chosen.id}
            finding={chosen}
            position={queue.at === -1 ? undefined : queue.at + 1}
            total={isFiltered ? undefined : counts[verdict]}
            draft={draft}
            isSaving={queue.isSaving}
            fault={queue.fault}
            back={`${paths.findings}${search}`}
            onDraft={setDraft}
            onSave={(decided, reason) => queue.decide(chosen, decided, reason)}
          />
        ) : (
          queue.findings.length > 0 && <Empty icon="findings" title={words.select} />
        )}
      </section>
      <News text={queue.news} isLifted onUndo={() => void queue.undo()} />
    </div>
  )
}

function NoFindings({
  counts,
  isFiltered,
  onClear,
}: {
  counts: Partial<Record<VerdictFilter, number>>
  isFiltered: boolean
  onClear: () => void
}) {
  const all = counts.all ?? 0
  if (all > 0 && isFiltered)
    return (
      <Empty icon="findings" title={words.noneTitle}>
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
    <Empty icon="findings" title={words.emptyTitle}>
      <p>{words.emptyText}</p>
      <Command>{words.command}</Command>
    </Empty>
  )
}

/** The API counts by verdict; the sum is ours. */
function withAll(counts: Answer['counts']): Answer['counts'] {
  const { undecided, true: yes = 0, false: no = 0, unsure = 0 } = counts
  return undecided === undefined ? counts : { ...counts, all: undecided + yes + no + unsure }
}
