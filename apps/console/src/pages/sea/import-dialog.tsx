import { useEffect, useRef, useState } from 'react'
import { useRefreshSea } from '../../api/sea-queries.ts'
import { strings } from '../../strings/index.ts'
import { utcTime } from '../../text/utc.ts'
import { Button, Command } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import styles from '../../ui/import-parts.module.css'
import { RejectsTable } from '../../ui/rejects-table.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ImportSightings } from './import-sightings.tsx'
import { faultOf, type ImportLine, type ImportReject, type ImportSummary, sendFile } from './send-file.ts'

const words = strings.sea.import
const bytes = new Intl.NumberFormat(strings.locale, { maximumFractionDigits: 1 })

interface State {
  readonly file: File
  readonly sent: number
  readonly progress?: ImportLine['progress']
  readonly rejects: readonly ImportReject[]
  readonly isDisordered: boolean
  readonly summary?: ImportSummary
  readonly fault?: string
}

const kinds = ['positions', 'sightings'] as const
type Kind = (typeof kinds)[number]

/** Takes a file of AIS, or of what was seen. To a drill only sightings are added. */
export function ImportDialog({
  drill,
  onShowEvents,
  onClose,
}: {
  readonly drill: string | undefined
  /** Shows the events that the sightings are among. */
  readonly onShowEvents: () => void
  readonly onClose: () => void
}) {
  const [kind, setKind] = useState<Kind>(drill === undefined ? 'positions' : 'sightings')
  const [isBusy, setBusy] = useState(false)
  const sightings = strings.sea.sightings
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className={styles.content}>
        {drill === undefined && !isBusy && (
          <Segmented<Kind>
            legend={sightings.choice}
            name="import-kind"
            options={kinds}
            value={kind}
            labelOf={(one) => sightings.kinds[one]}
            onChange={setKind}
          />
        )}
        {kind === 'positions' ? (
          <ImportPositions onBusy={setBusy} onClose={onClose} />
        ) : (
          <ImportSightings
            drill={drill}
            onBusy={setBusy}
            onShow={() => {
              onShowEvents()
              onClose()
            }}
          />
        )}
      </div>
    </Dialog>
  )
}

/** Sends a file of AIS to the server, and shows how it goes on and what could not be read. */
function ImportPositions({
  onBusy,
  onClose,
}: {
  readonly onBusy: (isBusy: boolean) => void
  readonly onClose: () => void
}) {
  const [state, setState] = useState<State>()
  const stop = useRef<() => void>(undefined)
  const refresh = useRefreshSea()
  useEffect(() => () => stop.current?.(), [])
  const start = (file: File | undefined) => {
    if (!file) return
    setState({ file, sent: 0, rejects: [], isDisordered: false })
    const change = (next: (before: State) => Partial<State>) =>
      setState((before) => (before ? { ...before, ...next(before) } : before))
    stop.current = sendFile<ImportLine>(`/api/sea/import?name=${encodeURIComponent(file.name)}`, file, {
      onSent: (sent) => change(() => ({ sent })),
      onLine: ({ progress, reject, disorder, summary, error }) =>
        change(({ rejects, isDisordered }) => ({
          ...(progress && { progress }),
          ...(summary && { summary }),
          ...(error && { fault: faultOf(error) }),
          isDisordered: isDisordered || disorder !== undefined,
          rejects: reject ? [...rejects, reject] : rejects,
        })),
      onEnd: (fault) => {
        change(({ summary, fault: known }) =>
          summary || known ? {} : { fault: fault === undefined || fault === '' ? words.cut : fault },
        )
        refresh()
      },
    })
  }
  const isBusy = state !== undefined && !state.summary && !state.fault
  useEffect(() => onBusy(isBusy), [isBusy, onBusy])
  return (
    <>
      <p>{words.lead}</p>
      {!isBusy && !state?.summary && <FileDrop label={words.choose} hint={words.drop} onFile={start} />}
      {state && <Progress state={state} isBusy={isBusy} />}
      {state?.summary && (
        <div className={styles.actions}>
          <Button kind="primary" onClick={onClose}>
            {words.show}
          </Button>
        </div>
      )}
      {!state && (
        <>
          <p className={styles.hint}>{words.large}</p>
          <Command>{strings.sea.empty.command}</Command>
        </>
      )}
    </>
  )
}

function Progress({ state, isBusy }: { readonly state: State; readonly isBusy: boolean }) {
  const { file, sent, progress, summary, rejects, isDisordered, fault } = state
  const rejected = summary?.rejected ?? Math.max(rejects.length, progress?.rejected ?? 0)
  const said = summary
    ? words.done(summary.observed, summary.findings, summary.rejected)
    : sent < 1
      ? words.sending(Math.round(sent * 100))
      : progress
        ? words.reading(progress.observed, progress.time === undefined ? '' : `${utcTime(progress.time)} UTC`)
        : words.waiting
  return (
    <section className={styles.progress}>
      <p>
        <b>
          <SafeText value={file.name} />
        </b>{' '}
        <small>{bytes.format(file.size / 1e6)} MB</small>
      </p>
      {isBusy && (
        <progress max={1} {...(sent < 1 ? { value: sent } : {})} aria-label={file.name}>
          {said}
        </progress>
      )}
      <p role="status">{fault ? '' : said}</p>
      {fault && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      {isDisordered && <p className={styles.hint}>{words.disorder}</p>}
      {summary && summary.late > 0 && <p className={styles.hint}>{words.late(summary.late)}</p>}
      <RejectsTable title={words.rejects(rejected, rejects.length)} columns={words} rejects={rejects} />
    </section>
  )
}
