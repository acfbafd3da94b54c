import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { queryString } from '../../api/client.ts'
import { useRefreshSea } from '../../api/sea-queries.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { utcSpan } from '../../text/utc.ts'
import { Button, Command } from '../../ui/controls.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import parts from '../../ui/import-parts.module.css'
import { RejectsTable } from '../../ui/rejects-table.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './import-sightings.module.css'
import { faultOf, type ImportFault, type ImportReject, sendFile } from './send-file.ts'
import {
  type ColumnChoice,
  choiceOf,
  columnQuery,
  missingIn,
  type SightingColumn,
  SightingColumns,
} from './sighting-columns.tsx'

const words = strings.sea.sightings
const shared = strings.sea.import

interface Summary {
  readonly sightings: number
  readonly rejected: number
  readonly repeated: number
  readonly from?: number
  readonly until?: number
  readonly fitting?: number
  readonly dark?: number
  readonly findings?: number
  readonly first?: readonly { readonly id: string; readonly rule: string; readonly statement: string }[]
}

interface Line {
  readonly columns?: readonly SightingColumn[]
  readonly reject?: ImportReject
  readonly progress?: { readonly judged: number; readonly of: number }
  readonly summary?: Summary
  readonly error?: ImportFault
}

interface State {
  readonly file: File
  /** First the file is only looked at; then it is matched and kept. */
  readonly step: 'looking' | 'looked' | 'matching' | 'done'
  readonly columns: readonly SightingColumn[]
  readonly choice: ColumnChoice
  readonly rejects: readonly ImportReject[]
  readonly progress?: Line['progress']
  readonly summary?: Summary | undefined
  readonly fault?: string | undefined
}

/** Takes a file of sightings: shows how its columns are read and what can't be, and has it matched to the tracks. */
export function ImportSightings({
  drill,
  onBusy,
  onShow,
}: {
  readonly drill: string | undefined
  readonly onBusy: (isBusy: boolean) => void
  readonly onShow: () => void
}) {
  const [state, setState] = useState<State>()
  const stop = useRef<() => void>(undefined)
  const refresh = useRefreshSea()
  useEffect(() => () => stop.current?.(), [])
  const isBusy = state?.step === 'matching'
  useEffect(() => onBusy(isBusy), [isBusy, onBusy])
  const send = (file: File, look: boolean, choice?: ColumnChoice) => {
    stop.current?.()
    setState((before) => ({
      file,
      step: look ? 'looking' : 'matching',
      columns: before?.file === file ? before.columns : [],
      choice: choice ?? {},
      rejects: [],
    }))
    const change = (next: (before: State) => Partial<State>) =>
      setState((before) => before && { ...before, ...next(before) })
    const query = queryString({ name: file.name, drill, look: String(look) }) + columnQuery(choice)
    stop.current = sendFile<Line>(`/api/sea/sightings/import${query}`, file, {
      onSent: () => undefined,
      onLine: ({ columns, reject, progress, summary, error }) =>
        change(({ rejects }) => ({
          ...(columns && { columns, choice: choiceOf(columns) }),
          ...(reject && { rejects: [...rejects, reject] }),
          ...(progress && { progress }),
          ...(summary && { summary, step: look ? 'looked' : 'done' }),
          ...(error && { fault: faultOf(error), step: 'looked' }),
        })),
      onEnd: (fault) => {
        change(({ summary, fault: known }) =>
          summary || known ? {} : { fault: fault || words.cut, step: 'looked' },
        )
        if (!look) refresh()
      },
    })
  }
  const choose = (file: File | undefined) => file && send(file, true)
  return (
    <>
      <p>{drill === undefined ? words.lead : words.leadDrill}</p>
      {!state || (state.fault && state.columns.length === 0) ? (
        <FileDrop label={shared.choose} hint={shared.drop} onFile={choose} />
      ) : null}
      {!state && drill === undefined && (
        <>
          <p className={parts.hint}>{words.large}</p>
          <Command>{words.command}</Command>
        </>
      )}
      {state && (
        <Step
          state={state}
          onMap={(choice) => send(state.file, true, choice)}
          onStart={() => send(state.file, false, state.choice)}
          onOther={() => setState(undefined)}
          onShow={onShow}
        />
      )}
    </>
  )
}

function Step({
  state,
  onMap,
  onStart,
  onOther,
  onShow,
}: {
  readonly state: State
  readonly onMap: (choice: ColumnChoice) => void
  readonly onStart: () => void
  readonly onOther: () => void
  readonly onShow: () => void
}) {
  const { file, step, columns, choice, rejects, progress, summary, fault } = state
  const missing = missingIn(choice)
  const isWaiting = step === 'looking' || step === 'matching'
  const needsColumns = columns.length > 0 && missing.length > 0
  const said =
    step === 'looking'
      ? words.looking
      : step === 'matching'
        ? progress
          ? words.judging(progress.judged, progress.of)
          : words.waiting
        : summary && saidOf(summary)
  return (
    <section className={parts.progress}>
      <p>
        <b>
          <SafeText value={file.name} />
        </b>
      </p>
      {columns.length > 0 && step !== 'matching' && step !== 'done' && (
        <SightingColumns columns={columns} choice={choice} isBusy={isWaiting} onChange={onMap} />
      )}
      {isWaiting && (
        <progress
          max={1}
          {...(progress && { value: progress.judged / progress.of })}
          aria-label={file.name}
        />
      )}
      <p role="status">{fault ? '' : said}</p>
      {fault && (
        <p role="alert" className={parts.fault}>
          {needsColumns ? words.needed(missing.map((field) => words.fields[field]).join(', ')) : fault}
        </p>
      )}
      {summary && summary.repeated > 0 && <p className={parts.hint}>{words.repeated(summary.repeated)}</p>}
      {step === 'done' && summary && <Found summary={summary} />}
      <RejectsTable
        title={shared.rejects(Math.max(summary?.rejected ?? 0, rejects.length), rejects.length)}
        columns={shared}
        rejects={rejects}
      />
      {!isWaiting && (
        <div className={parts.actions}>
          {step === 'done' ? (
            <Button kind="primary" onClick={onShow}>
              {words.show}
            </Button>
          ) : (
            <Button
              kind="primary"
              disabled={!summary || summary.sightings === 0 || missing.length > 0}
              onClick={onStart}
            >
              {words.start(summary?.sightings ?? 0)}
            </Button>
          )}
          <Button onClick={onOther}>{words.other}</Button>
        </div>
      )}
    </section>
  )
}

function saidOf({ sightings, rejected, from, until, fitting, dark }: Summary): string {
  if (fitting !== undefined && dark !== undefined) return words.done(sightings, fitting, dark)
  return words.found(
    sightings,
    rejected,
    from === undefined || until === undefined ? '' : `${utcSpan(from, until)} UTC`,
  )
}

function Found({ summary: { findings = 0, first = [] } }: { readonly summary: Summary }) {
  return (
    <div className={styles.found}>
      <p>{words.findings(findings)}</p>
      {first.length > 0 && (
        <ul>
          {first.map(({ id, rule, statement }) => (
            <li key={id}>
              <Link href={paths.seaFinding(id)}>{strings.sea.rules[rule] ?? rule}</Link>{' '}
              <SafeText value={statement} />
            </li>
          ))}
        </ul>
      )}
      {findings > first.length && <p>{words.more(findings - first.length)}</p>}
    </div>
  )
}
