import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { ApiError } from '../../../api/client.ts'
import { useSeaSummary, useVessel } from '../../../api/sea-queries.ts'
import type { Vessel } from '../../../api/sea-types.ts'
import { Page } from '../../../shell/page.tsx'
import { paths } from '../../../shell/paths.ts'
import { strings } from '../../../strings/index.ts'
import { countryName } from '../../../text/labels.ts'
import { utcTime } from '../../../text/utc.ts'
import { Badge, buttonLink, CopyButton, Empty, Fault, Skeleton } from '../../../ui/controls.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { SafeText } from '../../../ui/safe-text.tsx'
import { SeaClock } from '../clock.ts'
import { eventItem, findingItem } from '../items.ts'
import { shipClasses } from '../map/palette.ts'
import { type MapHandle, SeaMap } from '../map/sea-map.tsx'
import { usePalette } from '../map/use-palette.ts'
import { Timeline } from '../timeline.tsx'
import { boundsOf, trackOf } from '../track-data.ts'
import { useScene } from '../use-scene.ts'
import styles from './vessel-page.module.css'
import { Doubts, Identities, Known, Related, WhatHappened } from './vessel-parts.tsx'

const words = strings.sea.vessel

/** One number that was heard: who it says it is and was, where it was, and what contradicts what. */
export function VesselPage({ mmsi }: { readonly mmsi: string }) {
  const drill = useSearchParams()[0].get('drill') ?? undefined
  const { data, error, isPending, refetch } = useVessel(mmsi, drill)
  if (isPending) return <Skeleton />
  if (error instanceof ApiError && error.status === 404)
    return (
      <Empty icon="vessel" level="h1" title={words.unknown}>
        <p>{words.unknownHint}</p>
        <Link href={paths.sea}>{strings.nav.sea}</Link>
      </Empty>
    )
  if (error) return <Fault error={error} retry={() => void refetch()} />
  return <Loaded vessel={data} drill={drill} />
}

function Loaded({ vessel, drill }: { readonly vessel: Vessel; readonly drill: string | undefined }) {
  const { vessel: ship, number, known } = vessel
  const name = ship.name ?? strings.sea.map.noName
  const isListed = known.some(({ listed, by }) => listed && by !== 'name')
  const mmsi = String(ship.mmsi).padStart(9, '0')
  return (
    <Page
      title={`${name.slice(0, 80)} · ${mmsi}`}
      wide
      heading={<SafeText value={name} />}
      lead={
        <span className={styles.lead}>
          {isListed && <Badge tone="critical">{strings.sea.card.listed}</Badge>}
          {drill && <Badge tone="medium">{strings.sea.drill.badge}</Badge>}
          <span>
            {strings.sea.map.mmsi} {mmsi} <CopyButton value={mmsi} what={strings.sea.map.mmsi} />
          </span>
          <span>
            {number.flag
              ? countryName(number.flag)
              : `${words.flag}: ${words.noFlag}${number.mid ? ` (${number.mid})` : ''}`}
          </span>
        </span>
      }
      aside={
        <div className={styles.ways}>
          <Link
            href={`${paths.sea}?sel=s:${ship.mmsi}${drill ? `&drill=${encodeURIComponent(drill)}` : ''}`}
            className={buttonLink}
          >
            <Icon name="sea" />
            {words.onMap}
          </Link>
          {/* The graph is built of what is stored: a drill's ships are not in it. */}
          {drill === undefined && (
            <Link href={paths.graph(`vessel:mmsi:${ship.mmsi}`)} className={buttonLink}>
              <Icon name="links" />
              {strings.graph.open}
            </Link>
          )}
        </div>
      }
    >
      <Stated vessel={vessel} />
      <div className={styles.columns}>
        <div>
          <Doubts vessel={vessel} drill={drill} />
          <Identities vessel={vessel} />
          <Related vessel={vessel} drill={drill} />
        </div>
        <div>
          <Known vessel={vessel} />
          <WhatHappened vessel={vessel} drill={drill} />
        </div>
      </div>
      {vessel.track.length > 0 && <Track vessel={vessel} drill={drill} />}
    </Page>
  )
}

function Stated({ vessel: { vessel: ship, number } }: { readonly vessel: Vessel }) {
  const { metres, degrees: _ } = strings.sea.card
  const size = [ship.lengthM, ship.beamM]
    .flatMap((one) => (one === undefined ? [] : [metres(one)]))
    .join(' × ')
  const kind = ship.shipClass as keyof typeof strings.sea.classes | undefined
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.imo, ship.imo],
    [words.callSign, ship.callSign],
    [words.kind, kind && (strings.sea.classes[kind] ?? kind)],
    [words.dimensions, size || undefined],
    [words.draught, ship.draught && `${ship.draught.metres} m`],
    [words.destination, ship.destination],
    [words.number, number.kind && (words.numberKinds[number.kind] ?? number.kind)],
  ]
  return (
    <dl className={styles.stated}>
      {facts.map(([label, value]) =>
        value === undefined ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <SafeText value={value} />
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}

function Track({ vessel, drill }: { readonly vessel: Vessel; readonly drill: string | undefined }) {
  const palette = usePalette()
  const summary = useSeaSummary(drill)
  const map = useRef<MapHandle>(null)
  const [clock] = useState(() => new SeaClock())
  const { vessel: ship, track, events, findings } = vessel
  const data = useMemo(
    () =>
      trackOf(ship.mmsi, ship.name ?? '', Math.max(0, shipClasses.indexOf(ship.shipClass as never)), track),
    [ship, track],
  )
  const items = useMemo(
    () =>
      events.map((event) => eventItem(event, (mmsi) => (mmsi === ship.mmsi && ship.name) || String(mmsi))),
    [events, ship],
  )
  const findingItems = useMemo(
    () => findings.map((finding) => findingItem({ ...finding, ships: [ship.mmsi], events: [] })),
    [findings, ship.mmsi],
  )
  const scene = useScene({
    sea: { data, summary, findingItems, eventItems: items, chosen: undefined },
    palette,
    items,
    chosenShips: [],
    pin: undefined,
  })
  useEffect(() => {
    clock.span(track[0]![0], track.at(-1)![0])
    const bounds = boundsOf(data)
    if (bounds) map.current?.fit(bounds)
    return () => clock.pause()
  }, [clock, data, track])
  return (
    <section className={styles.track} aria-labelledby="vessel-track">
      <h2 id="vessel-track">{words.track}</h2>
      <p className={styles.hint}>
        {words.trackText(track.length, utcTime(track[0]![0]), `${utcTime(track.at(-1)![0])} UTC`)}
      </p>
      <div className={styles.box}>
        <div className={styles.map}>
          <SeaMap
            scene={scene}
            clock={clock}
            handle={map}
            describe={(id) => items.find((one) => one.id === id)?.what}
            onClick={() => undefined}
          />
        </div>
        <Timeline clock={clock} items={items} />
      </div>
    </section>
  )
}
