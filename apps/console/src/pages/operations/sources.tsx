import type { OperationSource } from '../../api/operations.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import styles from './sources.module.css'

const words = strings.operations

/** A pointer from a sentence to the documents that it rests on. */
export function Cite({
  ids,
  sources,
}: {
  readonly ids: readonly string[]
  readonly sources: readonly OperationSource[]
}) {
  return (
    <span className={styles.cites}>
      {ids.map((id) => {
        const source = sources.find((one) => one.id === id)
        return (
          <a key={id} href={`#source-${id}`} title={source?.title}>
            {source ? words.source(shortOf(source.publisher), source.date.slice(0, 4)) : id}
          </a>
        )
      })}
    </span>
  )
}

/** The first of several publishers, for a pointer that must be short. */
const shortOf = (publisher: string) => publisher.split(/,| in | with /)[0]!.trim()

/** All documents, each with its address and with what it was compared. */
export function Sources({ sources }: { readonly sources: readonly OperationSource[] }) {
  return (
    <ul className={styles.sources}>
      {sources.map(({ id, title, publisher, date, url, says, verified, by }) => (
        <li key={id} id={`source-${id}`}>
          <p>
            {url ? (
              <a href={url} rel="noreferrer" target="_blank">
                {title}
              </a>
            ) : (
              title
            )}
          </p>
          <p className={styles.small}>
            {publisher}, {partialDate(date)}. {verified && by ? words.checked(by) : words.fromMemory}.
          </p>
          {says && <p className={styles.says}>{says}</p>}
        </li>
      ))}
    </ul>
  )
}
