import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { type DrillView, useDrill, useDrillRun, useDrills, useLiveRun } from '../../api/drills.ts'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Fault, Skeleton } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './drills.module.css'
import { History } from './history.tsx'
import { ResultView } from './result-view.tsx'
import { RunPanel } from './run-panel.tsx'
import { Timeline } from './timeline.tsx'

const words = strings.drills

/** One drill: what happened, a run of it as it goes, and what came of the last one. */
export function DrillPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useDrill(id)
  return (
    <Page title={data?.title ?? id} lead={data?.summary} wide>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && <Drill drill={data} />}
    </Page>
  )
}

function Drill({ drill }: { readonly drill: DrillView }) {
  const [params, setParams] = useSearchParams()
  const list = useDrills()
  const client = useQueryClient()
  const [started, setStarted] = useState<string>()
  const active = list.data?.active?.drill === drill.id ? list.data.active.id : undefined
  const live = useLiveRun(started ?? active)
  const view = live.data
  const isOn = view?.state === 'running' || view?.state === 'paused'
  const chosen = Number(params.get('run')) || drill.runs[0]?.no
  const run = useDrillRun(chosen)
  const ended = view?.run
  useEffect(() => {
    if (ended === undefined) return
    void client.invalidateQueries({ queryKey: ['drills'] })
    setParams({ run: String(ended) }, { replace: true })
    setStarted(undefined)
  }, [ended, client, setParams])
  return (
    <>
      <p className={styles.link}>
        <Link href={paths.operation(drill.id)}>{words.about.operation}</Link>
      </p>
      <RunPanel drill={drill} ownRules={list.data?.ownRules} live={view} onStarted={setStarted} />
      {isOn && (
        <>
          <h2 className={styles.heading}>{words.timeline.title}</h2>
          <Timeline
            steps={drill.steps}
            findings={view.told}
            milestones={drill.milestones}
            doors={drill.doors}
            now={view.part === 'operation' ? view.now : undefined}
          />
        </>
      )}
      {!isOn && run.error && <Fault error={run.error} />}
      {!isOn && chosen !== undefined && !run.data && !run.error && <Skeleton />}
      {!isOn && run.data && <ResultView run={run.data} drill={drill} />}
      {!isOn && chosen === undefined && (
        <>
          <h2 className={styles.heading}>{words.timeline.title}</h2>
          <Timeline steps={drill.steps} findings={[]} milestones={drill.milestones} doors={drill.doors} />
        </>
      )}
      <History drill={drill} shown={chosen} />
      <About drill={drill} />
    </>
  )
}

function About({ drill }: { readonly drill: DrillView }) {
  return (
    <section className={styles.about}>
      <h2>{words.about.synthetic}</h2>
      <p>
        <SafeText value={drill.synthetic} /> ({words.about.seed(drill.seed)})
      </p>
      <h2>{words.about.sources}</h2>
      <ul>
        {drill.sources.map(({ id, title, url, verified }) => (
          <li key={id}>
            {url ? (
              <a href={url} rel="noreferrer noopener">
                {title}
              </a>
            ) : (
              title
            )}
            {!verified && <small> ({words.about.unverified})</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}
