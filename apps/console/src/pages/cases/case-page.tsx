import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { type BulkSelection, type CaseDetail, type CaseFinding, useCase } from '../../api/cases.ts'
import { ApiError } from '../../api/client.ts'
import type { Verdict } from '../../api/types.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useTitle } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Button, buttonLink, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { News } from '../../ui/news.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { CaseFindingDetail } from './case-finding.tsx'
import { CaseFindings } from './case-findings.tsx'
import { LinkForm, MergeForm, ReleaseForm, SplitForm } from './case-forms.tsx'
import { CaseHead, type HeadAction } from './case-head.tsx'
import styles from './case-page.module.css'
import { CaseSide } from './case-side.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { ShareDialog } from './share-dialog.tsx'
import { useCaseQueue } from './use-case-queue.ts'
import { useUndo } from './use-undo.ts'

const words = strings.cases

/** One case: its findings, the one that is read with its evidence, and beside it all that is known and done. */
export function CasePage({ id }: { readonly id: number }) {
  const isNumber = Number.isSafeInteger(id) && id > 0
  const { data: found, error, refetch } = useCase(isNumber ? id : 0)
  useTitle(found?.title ?? words.title)
  if (!isNumber || (error instanceof ApiError && error.status === 404))
    return (
      <Empty icon="cases" title={words.unknown} level="h1">
        <p>{words.unknownText}</p>
        <a className={buttonLink} href={paths.cases}>
          {words.back}
        </a>
      </Empty>
    )
  if (error && !found) return <Fault error={error} retry={() => void refetch()} />
  if (!found) return <Skeleton lines={9} />
  if (found.mergedInto !== undefined)
    return (
      <Empty icon="cases" title={words.mergedTitle(found.mergedInto)} level="h1">
        <a className={buttonLink} href={paths.case(found.mergedInto)}>
          {words.mergedOpen(found.mergedInto)}
        </a>
      </Empty>
    )
  return <OneCase found={found} />
}

type Open = HeadAction | 'split' | 'link'

function OneCase({ found }: { readonly found: CaseDetail }) {
  const { id } = found
  const [, go] = useLocation()
  const [filter, setFilter] = useState<{ undecided: boolean; q?: string }>({ undecided: false })
  const queue = useCaseQueue(id, filter)
  const [draft, setDraft] = useState<Verdict>()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<Open>()
  const [now] = useState(() => Date.now())
  const { news, tell, did, undo, canUndo } = useUndo()
  const last = useRef<CaseFinding>(undefined)
  const [canTakeBack, setCanTakeBack] = useState(false)
  const note = useRef<HTMLTextAreaElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const { chosen } = queue
  useEffect(() => page.current?.querySelector('h1')?.focus({ preventScroll: true }), [])
  const choose = (finding: string) => {
    setDraft(undefined)
    queue.choose(finding)
  }
  const move = (step: number) => {
    setDraft(undefined)
    queue.move(step)
  }
  const toggle = (finding: string) => {
    const next = new Set(selected)
    if (!next.delete(finding)) next.add(finding)
    setSelected(next)
  }
  const decide = async (verdict: Verdict, reason: string) => {
    if (!chosen) return
    await queue.decide(chosen, verdict, reason)
    last.current = chosen
    setDraft(undefined)
    setCanTakeBack(true)
    tell(strings.findings.saved(strings.findings.decided[verdict]))
    if (!filter.undecided) queue.move(1)
  }
  const undoLast = async () => {
    const before = last.current
    last.current = undefined
    setCanTakeBack(false)
    if (!before) return undo()
    await queue.takeBack(before)
    tell(strings.findings.undone)
  }
  const leave = () =>
    draft ? setDraft(undefined) : selected.size > 0 ? setSelected(new Set()) : go(paths.cases)
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    t: () => chosen && setDraft('true'),
    f: () => chosen && setDraft('false'),
    u: () => chosen && setDraft('unsure'),
    x: () => chosen && toggle(chosen.finding.id),
    s: () => setOpen('state'),
    a: () => setOpen('assign'),
    d: () => setOpen('due'),
    n: () => note.current?.focus(),
    z: () => void undoLast(),
    Escape: leave,
  })
  const close = () => setOpen(undefined)
  const saved = () => {
    close()
    setSelected(new Set())
    tell(words.saved)
  }
  const selection: BulkSelection = { cases: [id] }
  const chosenFindings = [...selected]
  const isChange = open === 'state' || open === 'assign' || open === 'due' || open === 'decide'
  const form = { found, onDone: saved, onClose: close }
  return (
    <div ref={page} className={styles.page}>
      <CaseHead found={found} now={now} onAction={setOpen} />
      <div className={styles.columns}>
        <section className={styles.left} aria-label={words.page.findings}>
          <div className={styles.filters}>
            <SearchField
              label={words.page.findingText}
              text={filter.q ?? ''}
              onSettled={(q) => setFilter({ undecided: filter.undecided, ...(q && { q }) })}
            />
            <label>
              <input
                type="checkbox"
                checked={filter.undecided}
                onChange={(event) => setFilter({ ...filter, undecided: event.target.checked })}
              />
              {words.page.onlyUndecided}
            </label>
          </div>
          {selected.size > 0 && (
            <div className={styles.bulk} role="toolbar" aria-label={words.selectedFindings(selected.size)}>
              <b>{words.selectedFindings(selected.size)}</b>
              <Button onClick={() => setOpen('decide')}>{words.actions.decide}</Button>
              <Button onClick={() => setOpen('split')}>{words.actions.split}</Button>
              <Button kind="quiet" onClick={() => setSelected(new Set())}>
                {words.clear}
              </Button>
            </div>
          )}
          {queue.query.isPending && <Skeleton lines={7} />}
          {queue.query.error && queue.findings.length === 0 && <Fault error={queue.query.error} />}
          {queue.query.data && queue.findings.length === 0 && (
            <p className={styles.nothing}>{words.page.noneFound}</p>
          )}
          {queue.findings.length > 0 && (
            <CaseFindings
              findings={queue.findings}
              at={queue.at}
              selected={selected}
              hasMore={queue.query.hasNextPage}
              onMore={() => !queue.query.isFetchingNextPage && void queue.query.fetchNextPage()}
              onChoose={choose}
              onSelect={toggle}
              onMove={move}
            />
          )}
        </section>
        <section className={styles.middle} aria-label={strings.findings.reading}>
          {chosen && (
            <CaseFindingDetail
              key={chosen.finding.id}
              one={chosen}
              draft={draft}
              isSaving={queue.isSaving}
              fault={queue.fault}
              onDraft={setDraft}
              onSave={decide}
            />
          )}
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
        <section className={styles.right} tabIndex={0} aria-label={words.number(id)}>
          <CaseSide
            found={found}
            chosen={chosen?.finding.id}
            note={note}
            isRead={!queue.query.isPending}
            onChoose={choose}
            onLink={() => setOpen('link')}
          />
        </section>
      </div>
      <News text={news} onUndo={canUndo || canTakeBack ? () => void undoLast() : undefined} />
      {isChange && (
        <ChangeDialog
          kind={open}
          selection={selection}
          {...(open === 'decide' && selected.size > 0 && { findings: chosenFindings })}
          onDone={(result) => {
            close()
            setSelected(new Set())
            did(result)
          }}
          onClose={close}
        />
      )}
      {open === 'split' && <SplitForm {...form} findings={chosenFindings} />}
      {open === 'merge' && <MergeForm {...form} />}
      {open === 'release' && <ReleaseForm {...form} />}
      {open === 'link' && <LinkForm {...form} />}
      {open === 'share' && (
        <ShareDialog
          id={id}
          onDone={(news) => {
            close()
            tell(news)
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
