import type { Operation } from '../../api/operations.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import { Cite } from './sources.tsx'
import styles from './timeline.module.css'

const words = strings.operations

/** The course of an operation, moment by moment, in the times that the sources give. */
export function Timeline({ operation: { timeline, sources } }: { readonly operation: Operation }) {
  return (
    <ol className={styles.timeline} aria-label={words.timeline}>
      {timeline.map(({ at, what, source }) => (
        <li key={`${at} ${what}`}>
          <p className={styles.at}>{momentText(at)}</p>
          <p>{what}</p>
          <Cite ids={[source]} sources={sources} />
        </li>
      ))}
    </ol>
  )
}

/** A day, or a day with the local time and its offset, as the source has it: `12 Apr 2011, 16:50 (+09:00)`. */
function momentText(at: string): string {
  const [, day, time, zone] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})$/.exec(at) ?? []
  if (!day) return partialDate(at)
  return `${partialDate(day)}, ${time} (${zone === 'Z' ? 'UTC' : zone})`
}
