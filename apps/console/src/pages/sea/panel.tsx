import { useMemo } from 'react'
import { strings } from '../../strings/index.ts'
import { utcSpan } from '../../text/utc.ts'
import { classes } from '../../ui/classes.ts'
import { Badge, Button, Skeleton } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import type { SeaItem } from './items.ts'
import { cssColour, shipClasses } from './map/palette.ts'
import { usePalette } from './map/use-palette.ts'
import styles from './panel.module.css'
import { PanelFilters } from './panel-filters.tsx'
import { SeaList } from './sea-list.tsx'
import { EventSymbol } from './symbol.tsx'
import type { TrackData } from './track-data.ts'
import type { Sea, SeaAddress } from './use-sea.ts'

const words = strings.sea.panel
const itemHeight = 86
const shipHeight = 54

/** What was found, as a list: the map's other half. */
export function Panel({
  address,
  sea,
  items,
  ships,
  onChoose,
}: {
  address: SeaAddress
  sea: Sea
  /** The entries that the filter lets through. */
  items: readonly SeaItem[]
  /** Numbers in the data of the ships that the filter lets through. */
  ships: readonly number[]
  onChoose: (id: string) => void
}) {
  const { tab, chosen, filter } = address
  const all = tab === 'events' ? sea.eventItems : sea.findingItems
  const isLoading = sea.findings.isPending || sea.events.isPending
  const isComplete =
    tab === 'ships' || (tab === 'events' ? sea.events : sea.findings).data?.complete !== false
  const isFiltered = Boolean(filter.kind || filter.listed || filter.score || filter.text)
  const of = tab === 'ships' ? (sea.data?.ships ?? 0) : all.length
  const shown = tab === 'ships' ? ships.length : items.length
  return (
    <>
      <PanelFilters
        address={address}
        items={all}
        counts={{
          findings: sea.findingItems.length,
          events: sea.eventItems.length,
          ships: sea.data?.ships ?? 0,
        }}
      />
      <p className={styles.count} role="status">
        {tab === 'ships' && shown === of ? words.shownShips(of) : words.shown(shown, of)}
        {!isComplete && <span>{words.incomplete}</span>}
      </p>
      {isLoading ? (
        <Skeleton />
      ) : shown === 0 ? (
        <div className={styles.none}>
          <p>
            {isFiltered
              ? words.none
              : tab === 'findings'
                ? words.noFindings
                : tab === 'events'
                  ? words.noEvents
                  : words.noShips}
          </p>
          {isFiltered && (
            <Button
              onClick={() =>
                address.change({ kind: undefined, listed: undefined, score: undefined, q: undefined })
              }
            >
              {words.clear}
            </Button>
          )}
        </div>
      ) : tab === 'ships' ? (
        <ShipList data={sea.data!} ships={ships} chosen={chosen} onChoose={onChoose} />
      ) : (
        <ItemList items={items} chosen={chosen} onChoose={onChoose} />
      )}
    </>
  )
}

function ItemList({
  items,
  chosen,
  onChoose,
}: {
  items: readonly SeaItem[]
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  const ids = useMemo(() => items.map(({ id }) => id), [items])
  return (
    <SeaList
      label={words.list}
      ids={ids}
      at={chosen === undefined ? -1 : ids.indexOf(chosen)}
      rowHeight={itemHeight}
      onChoose={(index) => onChoose(ids[index]!)}
      row={(index) => <ItemRow item={items[index]!} />}
    />
  )
}

function ItemRow({ item }: { readonly item: SeaItem }) {
  const { symbol, severity, what, title, detail, start, end, score, listed, finding } = item
  return (
    <>
      <EventSymbol name={symbol} severity={severity} />
      <div className={styles.words}>
        <p className={styles.kind}>
          <span>{what}</span>
          <time dateTime={new Date(start).toISOString()}>{utcSpan(start, end)}</time>
        </p>
        <p className={styles.who}>
          <SafeText value={title.slice(0, 200)} />
        </p>
        <p className={classes(styles.detail, listed.length > 0 && styles.short)}>
          <SafeText value={detail.slice(0, 300)} />
        </p>
        {listed.length > 0 && (
          <p className={styles.listed}>
            {strings.sea.card.listed}: <SafeText value={listed.join(', ').slice(0, 200)} />
          </p>
        )}
      </div>
      {score !== undefined && (
        <div className={styles.side}>
          <b>{strings.score(score)}</b>
          {finding?.decision ? (
            <Badge>{strings.findings.verdicts[finding.decision.verdict]}</Badge>
          ) : (
            severity && <span className={styles[severity]}>{strings.findings.severities[severity]}</span>
          )}
        </div>
      )}
    </>
  )
}

function ShipList({
  data,
  ships,
  chosen,
  onChoose,
}: {
  data: TrackData
  ships: readonly number[]
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  const palette = usePalette()
  const ids = useMemo(() => ships.map((ship) => `s:${data.mmsi[ship]}`), [data, ships])
  return (
    <SeaList
      label={words.list}
      ids={ids}
      at={chosen === undefined ? -1 : ids.indexOf(chosen)}
      rowHeight={shipHeight}
      onChoose={(index) => onChoose(ids[index]!)}
      row={(index) => {
        const ship = ships[index]!
        const kind = data.classes[ship] ?? 0
        return (
          <>
            <i
              className={styles.dot}
              style={{ background: cssColour(palette.ships[kind] ?? palette.ships[0]!) }}
            />
            <div className={styles.words}>
              <p className={styles.who}>
                <SafeText value={(data.names[ship] ?? '').slice(0, 80) || strings.sea.map.noName} />
              </p>
              <p className={styles.detail}>
                {strings.sea.classes[shipClasses[kind] ?? 'other']}, {strings.sea.map.mmsi} {data.mmsi[ship]}
              </p>
            </div>
          </>
        )
      }}
    />
  )
}
