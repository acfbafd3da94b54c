import type { ChangesFilter } from '../../api/list-queries.ts'
import type { Changes, ListVersion } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { versionText } from '../../text/dates.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import filters from '../findings/filters.module.css'
import styles from './changes-page.module.css'

const words = strings.changes
const kinds = ['all', 'added', 'removed', 'changed'] as const

/** Which versions are compared, and what of the changes is shown. */
export function ChangesFilters({
  filter,
  head,
  versions,
  onChange,
}: {
  filter: ChangesFilter
  head: Changes
  versions: readonly ListVersion[]
  onChange: (change: Partial<ChangesFilter>) => void
}) {
  const total = head.added + head.removed + head.changed
  const counts = { all: total, added: head.added, removed: head.removed, changed: head.changed }
  return (
    <div className={styles.filters}>
      <div className={styles.versions}>
        <Version
          label={words.from}
          side={head.from}
          versions={versions}
          onChange={(from) => onChange({ from })}
        />
        <Version label={words.to} side={head.to} versions={versions} onChange={(to) => onChange({ to })} />
      </div>
      <div className={filters.filters}>
        <Segmented
          legend={words.filters}
          name="kind"
          options={kinds}
          value={(filter.kind ?? 'all') as (typeof kinds)[number]}
          labelOf={(kind) => words.kinds[kind]}
          countOf={(kind) => counts[kind]}
          onChange={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
        />
        <div className={`${filters.row} ${styles.row}`}>
          <SearchField
            label={words.text}
            text={filter.q ?? ''}
            onSettled={(q) => onChange({ q: q || undefined })}
          />
          <select
            aria-label={words.field}
            value={filter.field ?? ''}
            onChange={(event) => onChange({ field: event.target.value || undefined })}
          >
            <option value="">{words.anyField}</option>
            {head.fields.map(({ field, words: noun, count }) => (
              <option key={field} value={field}>
                {noun} ({strings.number(count)})
              </option>
            ))}
          </select>
          <label className={styles.check} title={words.materialHint}>
            <input
              type="checkbox"
              checked={filter.material === true}
              onChange={(event) => onChange({ material: event.target.checked || undefined })}
            />
            {words.material}
          </label>
        </div>
      </div>
    </div>
  )
}

function Version({
  label,
  side,
  versions,
  onChange,
}: {
  label: string
  side: Changes['from']
  versions: readonly ListVersion[]
  onChange: (label: string) => void
}) {
  return (
    <label>
      {label}
      <select value={`#${side.seq}`} onChange={(event) => onChange(event.target.value)}>
        {versions.map(({ version, seq }) => (
          <option key={seq} value={`#${seq}`}>
            {versionText(version)} (#{seq})
          </option>
        ))}
      </select>
    </label>
  )
}
