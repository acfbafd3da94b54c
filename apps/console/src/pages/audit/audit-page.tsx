import { useAudit, useVerifyAudit } from '../../api/queries.ts'
import type { AuditEntry } from '../../api/types.ts'
import { Page } from '../../shell/page.tsx'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Button, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './audit-page.module.css'

const words = strings.audit

/** Who did what, latest first, and whether the chain of hashes is whole. */
export function AuditPage() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudit()
  const verify = useVerifyAudit()
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Page
      title={words.title}
      lead={words.lead}
      aside={
        <Button disabled={verify.isPending} onClick={() => verify.mutate()}>
          <Icon name="audit" />
          {verify.isPending ? words.verifying : words.verify}
        </Button>
      }
    >
      <div role="status" className={styles.result}>
        {verify.data &&
          (verify.data.ok ? (
            <p className={styles.whole}>
              <Icon name="check" />
              {words.intact(verify.data.entries)}
            </p>
          ) : (
            <p className={styles.broken}>
              <Icon name="warning" />
              {words.broken} {textOf(verify.data.fault)}
            </p>
          ))}
      </div>
      {verify.error && <Fault error={verify.error} />}
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && entries.length === 0 && <Empty icon="audit" title={words.empty} />}
      {entries.length > 0 && <Entries entries={entries} />}
      {hasNextPage && (
        <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Page>
  )
}

function Entries({ entries }: { readonly entries: readonly AuditEntry[] }) {
  return (
    <section className={styles.scroller} aria-label={words.title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.actor}</th>
            <th scope="col">{words.action}</th>
            <th scope="col">{words.subject}</th>
            <th scope="col">{words.hash}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td>{entry.seq}</td>
              <td>{dateTime(entry.at)}</td>
              <td>
                <SafeText value={entry.actor} />
              </td>
              <td>
                <SafeText value={entry.action} />
              </td>
              <td>
                <SafeText value={textOf(entry.subject ?? entry.detail)} />
              </td>
              <td>
                <code title={entry.hash}>{entry.hash.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
