import { useRejects } from '../../api/queries.ts'
import type { List } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { Button, Fault, Skeleton } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './rejects-drawer.module.css'

const words = strings.lists.rejects

/** The records of a version that could not be read: where, why, and how they look. */
export function RejectsDrawer({ list, seq, onClose }: { list: List; seq: number; onClose: () => void }) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useRejects(list.source, seq)
  const rejects = data?.pages.flatMap((page) => page.rejects) ?? []
  return (
    <Dialog title={words.title(list.title)} place="side" onClose={onClose}>
      <div className={styles.drawer}>
        <p className={styles.lead}>{words.lead}</p>
        {error && <Fault error={error} />}
        {!data && !error && <Skeleton />}
        {data && rejects.length === 0 && <p>{words.none}</p>}
        <ol className={styles.rejects}>
          {rejects.map((reject, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of a version's rejects never changes
            <li key={index}>
              <p className={styles.where}>
                <SafeText value={reject.where} />
              </p>
              <p>
                <SafeText value={reject.reason} />
              </p>
              {reject.excerpt && (
                <pre>
                  <SafeText value={reject.excerpt} />
                </pre>
              )}
            </li>
          ))}
        </ol>
        {hasNextPage && (
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
