import { useState } from 'react'
import { useAttributionOf } from '../../api/attribution.ts'
import { Page } from '../../shell/page.tsx'
import { strings } from '../../strings/index.ts'
import { Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import styles from './attribution-page.module.css'
import { EvidenceForm } from './evidence-form.tsx'
import { MachineView } from './machine-view.tsx'
import { MatrixPanel } from './matrix-panel.tsx'
import { SideBySide } from './side-by-side.tsx'
import { useDraft } from './use-draft.ts'
import { type View, ViewChoice } from './view-choice.tsx'

const words = strings.attribution

/** Who may be behind evidence that a person enters. Nothing is kept. */
export function AttributionPage() {
  const [evidence, setEvidence] = useState<object>()
  const { data, error, isFetching } = useAttributionOf(evidence)
  return (
    <Page wide title={words.title} lead={words.lead}>
      <div className={styles.free}>
        <EvidenceForm isBusy={isFetching} onAsk={setEvidence} />
        <div className={styles.result} aria-live="polite" aria-busy={isFetching}>
          {evidence === undefined && (
            <Empty icon="target" title={words.beginTitle}>
              <p>{words.beginText}</p>
            </Empty>
          )}
          {error && <Fault error={error} />}
          {evidence !== undefined && !data && !error && <Skeleton lines={8} />}
          {evidence !== undefined && data && !error && <Answer key={JSON.stringify(data.seen)} data={data} />}
        </div>
      </div>
    </Page>
  )
}

function Answer({ data }: { readonly data: NonNullable<ReturnType<typeof useAttributionOf>['data']> }) {
  const [view, setView] = useState<View>('machine')
  const draft = useDraft(data.matrix)
  return (
    <>
      <ViewChoice view={view} onView={setView} />
      {view === 'machine' && <MachineView data={data} />}
      {view === 'person' && (
        <MatrixPanel
          draft={draft}
          state={words.matrix.notKept}
          onStartOver={() => draft.change(data.matrix)}
        />
      )}
      {view === 'both' && <SideBySide data={data} person={draft.matrix} isSame={draft.count === 0} />}
    </>
  )
}
