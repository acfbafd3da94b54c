import { type CaseState, type CasesFilter, type CasesPage, useAssignees } from '../../api/cases.ts'
import type { Severity } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { plainText } from '../../text/control-characters.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './cases-filters.module.css'
import { actorText } from './words.ts'

const words = strings.cases
const states: readonly CasesFilter['state'][] = [
  'open',
  'new',
  'in-review',
  'escalated',
  'closed-true',
  'closed-false',
  'reported',
  'all',
]
const severities: readonly Severity[] = ['critical', 'high', 'medium']
const doors = ['screening', 'payments', 'maritime', 'cyber'] as const
const dues = ['overdue', 'today', 'week'] as const

/** What the queue of cases is narrowed to. */
export function CasesFilters({
  filter,
  counts,
  onChange,
}: {
  filter: CasesFilter
  counts: CasesPage['counts']
  onChange: (change: Partial<CasesFilter>) => void
}) {
  const { data: people = [] } = useAssignees()
  const by = counts?.byState
  const numbers: Partial<Record<CasesFilter['state'], number>> = by
    ? {
        ...by,
        open: by.new + by['in-review'] + by.escalated,
        all: Object.values(by).reduce((sum, one) => sum + one, 0),
      }
    : {}
  return (
    <div className={styles.filters}>
      <Segmented
        legend={words.filters}
        name="state"
        options={states}
        value={filter.state}
        labelOf={(state) => words.states[state as CaseState | 'open' | 'all']}
        countOf={(state) => numbers[state]}
        onChange={(state) => onChange({ state })}
      />
      <div className={styles.row}>
        <SearchField label={words.text} text={filter.q ?? ''} onSettled={(q) => onChange({ q })} />
        <select
          aria-label={words.severity}
          value={filter.severity ?? ''}
          onChange={(event) => onChange({ severity: event.target.value })}
        >
          <option value="">{words.anySeverity}</option>
          {severities.map((severity) => (
            <option key={severity} value={severity}>
              {severity === 'critical'
                ? strings.findings.severities[severity]
                : words.atLeast(strings.findings.severities[severity])}
            </option>
          ))}
        </select>
        <select
          aria-label={words.door}
          value={filter.watch ?? ''}
          onChange={(event) => onChange({ watch: event.target.value })}
        >
          <option value="">{words.anyDoor}</option>
          {doors.map((door) => (
            <option key={door} value={door}>
              {words.doors[door]}
            </option>
          ))}
        </select>
        <select
          aria-label={words.assignee}
          value={filter.assignee ?? ''}
          onChange={(event) => onChange({ assignee: event.target.value })}
        >
          <option value="">{words.anyAssignee}</option>
          <option value="nobody">{words.nobody}</option>
          {people.map((one) => (
            <option key={one} value={one}>
              {plainText(actorText(one))}
            </option>
          ))}
        </select>
        <select
          aria-label={words.due}
          value={filter.due ?? ''}
          onChange={(event) => onChange({ due: event.target.value })}
        >
          <option value="">{words.anyDue}</option>
          {dues.map((due) => (
            <option key={due} value={due}>
              {words.dues[due]}
            </option>
          ))}
        </select>
        <select
          aria-label={words.order}
          value={filter.order ?? 'rank'}
          onChange={(event) => onChange({ order: event.target.value === 'rank' ? '' : event.target.value })}
        >
          <option value="rank">{words.orders.rank}</option>
          <option value="newest">{words.orders.newest}</option>
        </select>
      </div>
    </div>
  )
}
