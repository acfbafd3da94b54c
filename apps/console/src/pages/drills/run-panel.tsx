import { useId, useState } from 'react'
import { type DrillView, type LiveRun, usePace, useStartRun } from '../../api/drills.ts'
import { strings } from '../../strings/index.ts'
import { utcTime } from '../../text/utc.ts'
import { Button, Fault } from '../../ui/controls.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './drills.module.css'

const words = strings.drills.start
const speeds = { fast: 0, day: 86_400, hour: 3600 } as const
type Speed = keyof typeof speeds
type Against = 'pack' | 'own' | 'files'
interface OwnFile {
  readonly name: string
  readonly text: string
}

/** Where a run is begun, or where one is on: how far it is, how fast it goes. */
export function RunPanel({
  drill,
  ownRules,
  live,
  onStarted,
}: {
  readonly drill: DrillView
  readonly ownRules: string | undefined
  readonly live: LiveRun | undefined
  onStarted(run: string): void
}) {
  const [speed, setSpeed] = useState<Speed>('fast')
  const isOn = live?.state === 'running' || live?.state === 'paused'
  return (
    <section className={styles.panel} aria-label={words.title}>
      {isOn ? (
        <Going live={live} />
      ) : (
        <Begin drill={drill} ownRules={ownRules} speed={speed} onSpeed={setSpeed} onStarted={onStarted} />
      )}
      {live?.state === 'stopped' && <p role="status">{words.stopped}</p>}
      {live?.state === 'failed' && (
        <p role="alert">
          {words.failed} {live.fault}
        </p>
      )}
    </section>
  )
}

function Begin({
  drill,
  ownRules,
  speed,
  onSpeed,
  onStarted,
}: {
  readonly drill: DrillView
  readonly ownRules: string | undefined
  readonly speed: Speed
  onSpeed(speed: Speed): void
  onStarted(run: string): void
}) {
  const [against, setAgainst] = useState<Against>('pack')
  const [files, setFiles] = useState<readonly OwnFile[]>([])
  const start = useStartRun(drill.id)
  const choices: readonly Against[] = ownRules === undefined ? ['pack', 'files'] : ['pack', 'own', 'files']
  const begin = () =>
    start.mutate(
      { against, speed: speeds[speed], ...(against === 'files' && { files }) },
      { onSuccess: ({ id }) => onStarted(id) },
    )
  return (
    <>
      <div className={styles.row}>
        <span className={styles.legend}>{words.against}</span>
        <Segmented<Against>
          legend={words.against}
          name="against"
          options={choices}
          value={against}
          labelOf={(one) => words[one]}
          onChange={setAgainst}
        />
        {against === 'own' && <code>{ownRules}</code>}
        {against === 'files' && <Files files={files} onFiles={setFiles} />}
      </div>
      <SpeedRow speed={speed} onSpeed={onSpeed} />
      <div className={styles.row}>
        <Button
          kind="primary"
          onClick={begin}
          disabled={start.isPending || (against === 'files' && files.length === 0)}
        >
          {words.begin}
        </Button>
      </div>
      {start.error && <Fault error={start.error} />}
    </>
  )
}

function SpeedRow({ speed, onSpeed }: { readonly speed: Speed; onSpeed(speed: Speed): void }) {
  return (
    <div className={styles.row}>
      <span className={styles.legend}>{words.speed}</span>
      <Segmented
        legend={words.speed}
        name="speed"
        options={Object.keys(speeds) as Speed[]}
        value={speed}
        labelOf={(one) => words.speeds[one]}
        onChange={onSpeed}
      />
    </div>
  )
}

function Files({ files, onFiles }: { readonly files: readonly OwnFile[]; onFiles(files: OwnFile[]): void }) {
  const id = useId()
  const take = async (chosen: FileList | null) =>
    onFiles(
      await Promise.all([...(chosen ?? [])].map(async (one) => ({ name: one.name, text: await one.text() }))),
    )
  return (
    <label htmlFor={id}>
      <span className="visually-hidden">{words.files}</span>
      <input
        id={id}
        type="file"
        multiple
        accept=".yml,.yaml,.csv,.txt"
        onChange={(event) => void take(event.target.files)}
      />
      <small>{files.length > 0 ? words.chosen(files.length) : words.filesHint}</small>
    </label>
  )
}

function Going({ live }: { readonly live: LiveRun }) {
  const pace = usePace(live.id)
  const { part, records, of, now, state, speed } = live
  // What was chosen stands at once, before the server has said so.
  const wanted = (pace.isPending ? pace.variables.speed : undefined) ?? speed
  const chosen = (Object.keys(speeds) as Speed[]).find((one) => speeds[one] === wanted) ?? 'fast'
  // The two parts have the same traffic: each is half of the way.
  const share = of === 0 ? 0 : ((part === 'operation' ? 1 : 0) + records / of) / 2
  return (
    <>
      <div className={styles.row}>
        <strong>{part === 'operation' ? words.operation : words.ordinary}</strong>
        <span>{words.records(records, of)}</span>
        {now !== undefined && <time dateTime={new Date(now).toISOString()}>{utcTime(now)}</time>}
        <span role="status">{words.found(live.told.length)}</span>
      </div>
      <progress value={share} max={1} aria-label={words.progress} />
      <SpeedRow speed={chosen} onSpeed={(one) => pace.mutate({ speed: speeds[one] })} />
      <div className={styles.row}>
        {state === 'paused' ? (
          <Button kind="primary" onClick={() => pace.mutate({ paused: false })}>
            {words.goOn}
          </Button>
        ) : (
          <Button onClick={() => pace.mutate({ paused: true })}>{words.pause}</Button>
        )}
        <Button kind="quiet" onClick={() => pace.mutate({ stop: true })}>
          {words.stop}
        </Button>
      </div>
    </>
  )
}
