import type { FindingsFilter } from '../../api/queries.ts'
import type { FindingsPage, Severity, VerdictFilter } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './filters.module.css'

const words = strings.findings
const verdicts: readonly VerdictFilter[] = ['undecided', 'true', 'false', 'unsure', 'all']
const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low']

/** What the queue is narrowed to: verdict, severity, text. */
export function Filters({
  filter,
  counts,
  onChange,
}: {
  filter: FindingsFilter
  counts: FindingsPage['counts']
  onChange: (change: Partial<FindingsFilter>) => void
}) {
  return (
    <div className={styles.filters}>
      <Segmented
        legend={words.filters}
        name="verdict"
        options={verdicts}
        value={filter.verdict}
        labelOf={(verdict) => words.verdicts[verdict]}
        countOf={(verdict) => counts[verdict as keyof typeof counts]}
        onChange={(verdict) => onChange({ verdict })}
      />
      <div className={styles.row}>
        <SearchField
          label={words.text}
          text={filter.q ?? ''}
          onSettled={(q) => onChange({ q: q || undefined })}
        />
        <select
          aria-label={words.severity}
          value={filter.severity ?? ''}
          onChange={(event) => onChange({ severity: event.target.value || undefined })}
        >
          <option value="">{words.anySeverity}</option>
          {severities.map((severity) => (
            <option key={severity} value={severity}>
              {words.severities[severity]}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
