import type { Job } from '../../api/floor.ts'
import { useLive } from '../../api/use-live.ts'
import { strings } from '../../strings/index.ts'
import { ScoreBar } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './floor.module.css'

const words = strings.floor

/** Work that goes on, of this server and of other processes on its store. */
export function Running({ atFirst }: { readonly atFirst: readonly Job[] }) {
  const live = useLive()
  const jobs = live.state === 'live' ? live.running : atFirst
  return (
    <section className={styles.panel}>
      <h2>{words.running}</h2>
      {jobs.length === 0 && <p className={styles.caption}>{words.nothingRuns}</p>}
      <ul className={styles.rows}>
        {jobs.map((job) => (
          <li key={`${job.job} ${job.name}`} className={styles.job}>
            <SafeText value={words.jobs[job.job](job.name)} />
            <span className={styles.age}>{progressOf(job)}</span>
            {job.total !== undefined && job.done !== undefined && (
              <ScoreBar score={job.done / Math.max(1, job.total)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function progressOf({ unit = 'observations', done, total }: Job): string {
  if (done === undefined) return ''
  const shown = (n: number) =>
    unit === 'bytes' ? strings.number(Math.round(n / 100_000) / 10) : strings.number(n)
  return words.progress[unit](shown(done), total === undefined ? '' : shown(total))
}
