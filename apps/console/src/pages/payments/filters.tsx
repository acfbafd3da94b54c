import type { PaymentStateFilter, PaymentsFilter, PaymentsPage } from '../../api/payments.ts'
import { useBar } from '../../api/people-queries.ts'
import { strings } from '../../strings/index.ts'
import { Button } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import shared from '../findings/filters.module.css'
import styles from './filters.module.css'

const words = strings.payments
const states: readonly Exclude<PaymentStateFilter, 'open' | 'proposed'>[] = [
  'waiting',
  'released',
  'blocked',
  'all',
]

/** What the queue is narrowed to, and the way to put more into it. */
export function Filters({
  filter,
  counts,
  onChange,
  onImport,
}: {
  readonly filter: PaymentsFilter
  readonly counts: PaymentsPage['counts'] | undefined
  readonly onChange: (change: Partial<PaymentsFilter>) => void
  readonly onImport: () => void
}) {
  const bar = useBar('write:observations')
  const { open = 0, proposed = 0, released = 0, blocked = 0 } = counts ?? {}
  const numbers = { waiting: open + proposed, released, blocked, all: open + proposed + released + blocked }
  return (
    <>
      <div className={styles.top}>
        <p className={styles.title} aria-hidden="true">
          {words.title}
        </p>
        <Button onClick={onImport} disabled={bar !== undefined} title={bar}>
          <Icon name="upload" />
          {words.importButton}
        </Button>
      </div>
      <div className={shared.filters}>
        <Segmented
          legend={words.state}
          name="state"
          options={states}
          value={filter.state as (typeof states)[number]}
          labelOf={(state) => words.states[state]}
          countOf={(state) => counts && numbers[state]}
          onChange={(state) => onChange({ state })}
        />
        <div className={shared.row}>
          <SearchField
            label={words.filter}
            text={filter.q ?? ''}
            onSettled={(q) => onChange({ q: q || undefined })}
          />
        </div>
      </div>
    </>
  )
}
