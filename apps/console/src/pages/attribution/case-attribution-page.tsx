import { useState } from 'react'
import { Link } from 'wouter'
import { type CaseAttribution, useCaseAttribution, useMatrixChanges } from '../../api/attribution.ts'
import { ApiError } from '../../api/client.ts'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { buttonLink, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { News } from '../../ui/news.tsx'
import { actorText } from '../cases/words.ts'
import styles from './attribution-page.module.css'
import { MachineView } from './machine-view.tsx'
import { MatrixPanel } from './matrix-panel.tsx'
import { SideBySide } from './side-by-side.tsx'
import { useDraft } from './use-draft.ts'
import { type View, ViewChoice, views } from './view-choice.tsx'

const words = strings.attribution

/** Who may be behind a case: what the machine says, a person's matrix, and both side by side. */
export function CaseAttributionPage({ id }: { readonly id: number }) {
  const isNumber = Number.isSafeInteger(id) && id > 0
  const { data, error, refetch } = useCaseAttribution(isNumber ? id : 0)
  if (!isNumber || (error instanceof ApiError && error.status === 404))
    return (
      <Empty icon="cases" title={strings.cases.unknown} level="h1">
        <p>{strings.cases.unknownText}</p>
        <a className={buttonLink} href={paths.cases}>
          {strings.cases.back}
        </a>
      </Empty>
    )
  return (
    <Page
      wide
      title={words.ofCase(id)}
      lead={
        <>
          <Link href={paths.case(id)} className={styles.back}>
            <Icon name="back" />
            {words.backToCase(id)}
          </Link>
          {data && <span>{words.caseLead(data.findings, data.leftOut)}</span>}
        </>
      }
    >
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={10} />}
      {data && <Answer id={id} data={data} />}
    </Page>
  )
}

function Answer({ id, data }: { readonly id: number; readonly data: CaseAttribution }) {
  const [view, setView] = useState<View>(() => viewOf(window.location.hash))
  const { person } = data
  const draft = useDraft(person.matrix ?? data.matrix)
  const { save, undo } = useMatrixChanges(id)
  const [news, setNews] = useState('')
  const keep = async () => {
    const what = words.matrix.changed(draft.count)
    const { version } = await save.mutateAsync({ matrix: draft.matrix, expected: person.version, what })
    draft.settle()
    setNews(words.matrix.saved(version))
  }
  const takeBack = async () => {
    if (draft.count > 0) return draft.back()
    await undo.mutateAsync(person.version)
    setNews(words.matrix.undone)
  }
  const told = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => setNews(error instanceof Error ? error.message : String(error)))
  const state =
    person.matrix && person.by
      ? words.matrix.by(actorText(person.by), dateTime(person.at ?? ''))
      : words.matrix.fromMachine
  return (
    <>
      <ViewChoice view={view} onView={setView} />
      {view === 'machine' && <MachineView data={data} />}
      {view === 'person' && (
        <MatrixPanel
          draft={draft}
          state={state}
          isBusy={save.isPending || undo.isPending}
          onSave={() => told(keep())}
          onUndo={draft.count > 0 || person.canUndo ? () => told(takeBack()) : undefined}
          onStartOver={() => draft.change(data.matrix)}
        />
      )}
      {view === 'both' && (
        <SideBySide data={data} person={draft.matrix} isSame={!person.matrix && draft.count === 0} />
      )}
      <News text={news} />
    </>
  )
}

function viewOf(hash: string): View {
  return views.find((one) => `#${one}` === hash) ?? 'machine'
}
