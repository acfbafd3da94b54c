import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useBar } from '../../api/people-queries.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useTitle } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import { Badge, Button, Fault, Skeleton } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Card } from './card.tsx'
import { speeds } from './clock.ts'
import { EmptySea } from './empty-sea.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { filterItems, type SeaItem } from './items.ts'
import { Legend } from './legend.tsx'
import type { Pin, Pointed } from './map/scene.ts'
import { type MapHandle, SeaMap } from './map/sea-map.tsx'
import { usePalette } from './map/use-palette.ts'
import { Panel } from './panel.tsx'
import { positionText } from './position.ts'
import styles from './sea-page.module.css'
import { ShipCard } from './ship-card.tsx'
import { SightingForm } from './sighting-form.tsx'
import { SpanChoice } from './span-choice.tsx'
import { Timeline } from './timeline.tsx'
import { boundsOf } from './track-data.ts'
import { useScene } from './use-scene.ts'
import { type Sea, useSea, useSeaAddress } from './use-sea.ts'

const words = strings.sea

/** The sea: what was found, as a list and on the map, and the time. */
export function SeaPage() {
  useTitle(words.title)
  const address = useSeaAddress()
  const sea = useSea(address)
  const palette = usePalette()
  const map = useRef<MapHandle>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [isImporting, setImporting] = useState(false)
  const [isSighting, setSighting] = useState(false)
  const bar = useBar('write:observations')
  const [pin, setPin] = useState<Pin>()
  const [picked, setPicked] = useState<string>()
  const { summary, clock, data, nameOf, chosen } = sea
  const { tab, filter, drill } = address
  const source = tab === 'events' ? sea.eventItems : sea.findingItems
  const { kind, listed, score, text } = filter
  const items = useMemo(
    () =>
      filterItems(
        source,
        tab === 'ships' ? { kind, listed, score, text: '' } : { kind, listed, score, text },
        nameOf,
      ),
    [source, tab, kind, listed, score, text, nameOf],
  )
  const ships = useMemo(() => shipsNamed(sea, tab === 'ships' ? text : ''), [sea, tab, text])
  const chosenShip = address.chosen?.startsWith('s:') ? Number(address.chosen.slice(2)) : undefined
  const shipAt = chosenShip === undefined || !data ? -1 : data.mmsi.indexOf(chosenShip)
  const chosenShips = chosen?.ships ?? (chosenShip === undefined ? [] : [chosenShip])
  const scene = useScene({ sea, palette, items, chosenShips, pin })
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useFirstLook(sea, map, chosen, address.chosen !== undefined)
  const look = (item: SeaItem) => {
    clock.pause()
    clock.seek(middleOf(item))
    if (item.lat !== undefined && item.lon !== undefined) map.current?.approach(item.lon, item.lat)
  }
  const choose = (id: string) => {
    address.choose(id)
    setSighting(false)
    const item = [...sea.findingItems, ...sea.eventItems].find((one) => one.id === id)
    if (item) look(item)
    else if (id.startsWith('s:') && data) flyToShip(data, Number(id.slice(2)), map.current)
  }
  const move = (step: number) => {
    const list = tab === 'ships' ? ships.map((ship) => `s:${data!.mmsi[ship]}`) : items.map(({ id }) => id)
    const at = list.indexOf(address.chosen ?? '')
    const next = list[Math.max(0, Math.min(list.length - 1, at < 0 && step < 0 ? 0 : at + step))]
    if (next) choose(next)
  }
  const onClick = (at: Pointed) => {
    if (isSighting) setPicked(positionText(at.lat, at.lon))
    else if (at.kind === 'marker') choose(at.id)
    else if (at.kind === 'ship') choose(`s:${scene.data!.mmsi[at.ship]}`)
    else address.choose(undefined)
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ' ': () => (clock.playing ? clock.pause() : clock.play()),
    ',': () => clock.seek(clock.time - 600_000),
    '.': () => clock.seek(clock.time + 600_000),
    '<': () => clock.seek(clock.time - 3_600_000),
    '>': () => clock.seek(clock.time + 3_600_000),
    '[': () => clock.setSpeed(speeds[Math.max(0, speeds.indexOf(clock.speed as never) - 1)]!),
    ']': () => clock.setSpeed(speeds[Math.min(speeds.length - 1, speeds.indexOf(clock.speed as never) + 1)]!),
    n: () => bar === undefined && setSighting(true),
    Escape: () => (isSighting ? setSighting(false) : address.choose(undefined)),
  })
  const describe = useCallback(
    (id: string) => {
      const item = [...sea.findingItems, ...sea.eventItems].find((one) => one.id === id)
      return item && `${item.what}: ${item.title}`
    },
    [sea.findingItems, sea.eventItems],
  )
  const isEmpty = summary.data !== undefined && summary.data.from === undefined
  const hasCard = isSighting || chosen !== undefined || shipAt >= 0
  return (
    <div className={classes(styles.page, hasCard && styles.open, isEmpty && styles.bare)}>
      <section className={styles.panel} aria-label={words.panel.label}>
        <header className={styles.head}>
          <h1 ref={heading} tabIndex={-1}>
            {words.title}
          </h1>
          <Button
            aria-expanded={isSighting}
            title={bar ?? words.panel.sighting}
            disabled={bar !== undefined}
            onClick={() => setSighting(!isSighting)}
          >
            <Icon name="eye" />
            {words.panel.sightingShort}
          </Button>
          <Button
            title={bar ?? words.panel.import}
            disabled={bar !== undefined}
            onClick={() => setImporting(true)}
          >
            <Icon name="upload" />
            {words.panel.importShort}
          </Button>
        </header>
        {summary.data?.drill && <DrillNote drill={summary.data.drill} />}
        {summary.isError ? (
          <Fault error={summary.error} retry={() => void summary.refetch()} />
        ) : isEmpty ? (
          <EmptySea onImport={() => setImporting(true)} />
        ) : summary.data ? (
          <>
            <SpanChoice address={address} summary={summary.data} span={sea.span} />
            <Panel address={address} sea={sea} items={items} ships={ships} onChoose={choose} />
          </>
        ) : (
          <Skeleton />
        )}
      </section>
      <div className={styles.stage}>
        <div className={styles.map}>
          <SeaMap scene={scene} clock={clock} handle={map} describe={describe} onClick={onClick} />
          {!isEmpty && <Legend key={String(hasCard)} palette={palette} isCrowded={hasCard} />}
          {sea.tracks.isError && (
            <div className={styles.fault}>
              <Fault error={sea.tracks.error} retry={() => void sea.tracks.refetch()} />
            </div>
          )}
        </div>
        {sea.span && (
          <Timeline
            clock={clock}
            items={source}
            note={data && data.step > 0 ? words.time.thinned(data.step / 60) : undefined}
          />
        )}
      </div>
      {hasCard && (
        <aside className={styles.card} aria-label={words.card.evidence}>
          <h1 className={classes('visually-hidden', styles.instead)}>{words.title}</h1>
          {isSighting ? (
            <SightingForm
              drill={drill}
              time={clock.time}
              picked={picked}
              span={sea.span}
              onPlace={setPin}
              onClose={() => setSighting(false)}
              onSent={(answer) => {
                clock.seek(answer.start)
                map.current?.approach(answer.lon, answer.lat)
              }}
            />
          ) : chosen ? (
            <Card
              key={chosen.id}
              item={chosen}
              events={sea.eventItems}
              findings={sea.findingItems}
              nameOf={nameOf}
              summary={summary.data!}
              drill={drill}
              onClose={() => address.choose(undefined)}
              onChoose={choose}
              onShow={() => look(chosen)}
            />
          ) : (
            <ShipCard
              data={data!}
              ship={shipAt}
              items={[...sea.findingItems, ...sea.eventItems].filter((one) =>
                one.ships.includes(chosenShip!),
              )}
              drill={drill}
              onClose={() => address.choose(undefined)}
              onChoose={choose}
            />
          )}
        </aside>
      )}
      {isImporting && (
        <ImportDialog
          drill={drill}
          onShowEvents={() => address.change({ tab: 'events', kind: 'sighting' })}
          onClose={() => setImporting(false)}
        />
      )}
    </div>
  )
}

function DrillNote({ drill }: { readonly drill: NonNullable<Sea['summary']['data']>['drill'] }) {
  return (
    <details className={styles.drill}>
      <summary>
        <Badge tone="medium">{words.drill.badge}</Badge> {drill!.title}
      </summary>
      <p>{words.drill.banner}</p>
      <p>{drill!.synthetic}</p>
      <ul>
        {drill!.record.map(({ source, says }) => (
          <li key={source}>
            <b>{source}:</b> {says}
          </li>
        ))}
      </ul>
      <Link href={paths.sea}>{words.drill.leave}</Link>
    </details>
  )
}

/** The middle of what went on; where it began for what has no length. */
function middleOf({ start, end }: SeaItem): number {
  return start + (end - start) / 2
}

function shipsNamed({ data }: Sea, text: string): number[] {
  if (!data) return []
  const wanted = text.trim().toUpperCase()
  const all = Array.from({ length: data.ships }, (_, ship) => ship)
  if (wanted === '') return all
  return all.filter(
    (ship) => data.names[ship]!.toUpperCase().includes(wanted) || String(data.mmsi[ship]).startsWith(wanted),
  )
}

function flyToShip(data: NonNullable<Sea['data']>, mmsi: number, map: MapHandle | null): void {
  const ship = data.mmsi.indexOf(mmsi)
  if (ship < 0) return
  const [first, end] = [data.starts[ship]!, data.starts[ship + 1]!]
  const bounds = boundsOf({ ...data, points: end - first, places: data.places.subarray(2 * first, 2 * end) })
  if (bounds) map?.fit(bounds, 8.5)
}

/** Once, when there are ships: the camera goes to what the address chooses, else to all of it. */
function useFirstLook(
  sea: Sea,
  map: React.RefObject<MapHandle | null>,
  chosen: SeaItem | undefined,
  isSought: boolean,
): void {
  const looked = useRef<unknown>(undefined)
  const { span, clock, isElsewhere } = sea
  const data = sea.data ?? sea.preview
  const key = `${span?.drill} ${span?.from} ${span?.until}`
  useEffect(() => {
    if (!data || !span || sea.tracks.isPlaceholderData || looked.current === key) return
    const isAboutFindings = isSought || span.drill !== undefined
    if (!chosen && isAboutFindings && sea.findings.isPending) return
    const isFirst = looked.current === undefined
    looked.current = key
    // A drill is about its gravest finding; what is live is about now.
    const about = chosen ?? (span?.drill === undefined ? undefined : sea.findingItems[0])
    if (about) clock.seek(middleOf(about))
    if (chosen?.lat !== undefined && chosen.lon !== undefined) map.current?.approach(chosen.lon, chosen.lat)
    else {
      const bounds = boundsOf(data)
      // At first there is nothing to fly over.
      if (bounds) map.current?.fit(bounds, undefined, isFirst)
    }
  }, [
    data,
    isSought,
    span,
    key,
    chosen,
    clock,
    map,
    sea.findingItems,
    sea.tracks.isPlaceholderData,
    sea.findings.isPending,
  ])
  const { change } = useSeaAddress()
  const start = isElsewhere ? chosen?.start : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a finding of another time
  useEffect(() => {
    if (start === undefined) return
    const around = 2 * 86_400_000
    change({ from: String(Math.floor(start - around)), until: String(Math.ceil(start + around)) })
  }, [start])
}
