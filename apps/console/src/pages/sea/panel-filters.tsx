import { strings } from '../../strings/index.ts'
import { propertyName } from '../../text/labels.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { SeaItem } from './items.ts'
import styles from './panel.module.css'
import type { SeaAddress, SeaTab } from './use-sea.ts'

const words = strings.sea.panel
const tabs: readonly SeaTab[] = ['findings', 'events', 'ships']
const scores = ['0.5', '0.7', '0.8', '0.9'] as const

/** What the list shows, and what it is narrowed to. */
export function PanelFilters({
  address,
  items,
  counts,
}: {
  address: SeaAddress
  /** All entries of the tab. */
  items: readonly SeaItem[]
  counts: Readonly<Record<SeaTab, number>>
}) {
  const { tab, filter, change } = address
  const kinds = [...new Map(items.map(({ kind, what }) => [kind, what]))].sort((a, b) =>
    a[1].localeCompare(b[1]),
  )
  const listed = [...new Set(items.flatMap((item) => item.listed))].sort()
  return (
    <div className={styles.filters}>
      <Segmented
        legend={words.tabs}
        name="sea-tab"
        options={tabs}
        value={tab}
        labelOf={(one) => words[one]}
        countOf={(one) => counts[one]}
        onChange={(one) =>
          change({
            tab: one === 'findings' ? undefined : one,
            kind: undefined,
            listed: undefined,
            score: undefined,
          })
        }
      />
      <SearchField
        key={address.drill}
        label={words.text}
        text={filter.text}
        onSettled={(q) => change({ q })}
      />
      {tab !== 'ships' && (
        <div className={styles.selects}>
          <select
            aria-label={words.kind}
            value={filter.kind ?? ''}
            onChange={(event) => change({ kind: event.target.value })}
          >
            <option value="">{words.anyKind}</option>
            {kinds.map(([kind, what]) => (
              <option key={kind} value={kind}>
                {what || propertyName(kind)}
              </option>
            ))}
          </select>
          {tab === 'findings' && (
            <>
              <select
                aria-label={words.listed}
                value={filter.listed ?? ''}
                onChange={(event) => change({ listed: event.target.value })}
              >
                <option value="">{words.anyListed}</option>
                <option value="yes">{words.listedOnly}</option>
                {listed.map((name) => (
                  <option key={name} value={name}>
                    {name.slice(0, 60)}
                  </option>
                ))}
              </select>
              <select
                aria-label={words.score}
                value={filter.score === 0 ? '' : String(filter.score)}
                onChange={(event) => change({ score: event.target.value })}
              >
                <option value="">{words.anyScore}</option>
                {scores.map((score) => (
                  <option key={score} value={score}>
                    {words.scoreFrom(score)}
                  </option>
                ))}
              </select>
            </>
          )}
        </div>
      )}
    </div>
  )
}
