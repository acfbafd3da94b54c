import styles from './rejects-table.module.css'
import { SafeText } from './safe-text.tsx'

/** Something of an input that could not be read. */
export interface ShownReject {
  readonly where: string
  readonly reason: string
  readonly excerpt: string
}

const longestExcerpt = 200

/** What could not be read, each with its place, the reason and how it begins; rejects only grow. */
export function RejectsTable({
  title,
  columns,
  rejects,
}: {
  readonly title: string
  readonly columns: { readonly where: string; readonly reason: string; readonly excerpt: string }
  readonly rejects: readonly ShownReject[]
}) {
  if (rejects.length === 0) return null
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      <section
        className={styles.rejects}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        aria-label={title}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.where}</th>
              <th scope="col">{columns.reason}</th>
              <th scope="col">{columns.excerpt}</th>
            </tr>
          </thead>
          <tbody>
            {rejects.map(({ where, reason, excerpt }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rejects only grow
              <tr key={i}>
                <td>{where}</td>
                <td>
                  <SafeText value={reason} />
                </td>
                <td>
                  <code>
                    <SafeText value={excerpt.slice(0, longestExcerpt)} />
                  </code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
