import { useMemo } from 'react'
import type { SeaItem } from './items.ts'
import type { TrackStyle } from './map/legs.ts'
import { faded, type Palette, type Rgba } from './map/palette.ts'
import type { Marker, Pin, Scene } from './map/scene.ts'
import type { Sea } from './use-sea.ts'

/** More points than this are a tangle and a burden: then only the tracks of ships that something was found of are drawn. */
const drawnPoints = 60_000
const mostMarkers = 2000

/** What the map shows of the sea: what is in the list, and what is chosen. */
export function useScene({
  sea,
  palette,
  items,
  chosenShips,
  pin,
}: {
  sea: Pick<Sea, 'data' | 'summary' | 'findingItems' | 'eventItems' | 'chosen'> & {
    readonly preview?: Sea['preview']
  }
  palette: Palette
  /** The entries that are marked. */
  items: readonly SeaItem[]
  /** MMSI of the ships that are chosen. */
  chosenShips: readonly number[]
  pin: Pin | undefined
}): Scene {
  const { summary, findingItems, eventItems, chosen } = sea
  const data = sea.data ?? sea.preview
  const hasTracks = sea.data !== undefined
  const shipOf = useMemo(() => {
    const ships = new Map<number, number>()
    if (data) for (let ship = 0; ship < data.ships; ship++) ships.set(data.mmsi[ship]!, ship)
    return ships
  }, [data])
  const listedShips = useMemo(
    () =>
      new Set(
        findingItems.flatMap(({ listed, ships }) =>
          listed.length === 0 ? [] : ships.flatMap((mmsi) => shipOf.get(mmsi) ?? []),
        ),
      ),
    [findingItems, shipOf],
  )
  const chosenKey = chosenShips.join(' ')
  const ringed = useMemo(() => {
    const ships =
      chosenKey === '' ? [] : chosenKey.split(' ').flatMap((mmsi) => shipOf.get(Number(mmsi)) ?? [])
    return new Set(
      ships.length === 0 && data && data.ships <= 12
        ? Array.from({ length: data.ships }, (_, i) => i)
        : ships,
    )
  }, [chosenKey, shipOf, data])
  const tracks = useMemo(() => {
    const styles = new Map<number, TrackStyle>()
    if (!data || !hasTracks) return styles
    if (data.points <= drawnPoints)
      for (let ship = 0; ship < data.ships; ship++)
        styles.set(ship, {
          colour: faded(palette.ships[data.classes[ship]!] ?? palette.track, 150),
          width: 1.3,
        })
    for (const { ships } of findingItems.slice(0, 300))
      for (const mmsi of ships) {
        const ship = shipOf.get(mmsi)
        if (ship !== undefined) styles.set(ship, { colour: faded(palette.track, 200), width: 1.6 })
      }
    for (const ship of listedShips) styles.set(ship, { colour: faded(palette.listed, 220), width: 1.8 })
    if (chosenKey !== '')
      for (const ship of ringed)
        styles.set(ship, { colour: styles.get(ship)?.colour ?? palette.track, width: 2.6 })
    return styles
  }, [data, hasTracks, palette, findingItems, shipOf, listedShips, ringed, chosenKey])
  const markers = useMemo(() => {
    const marked = new Map(items.slice(0, mostMarkers).map((item) => [item.id, item]))
    if (chosen) {
      marked.set(chosen.id, chosen)
      const own = new Set(chosen.finding?.events.slice(0, 6).map((id) => `e:${id}`))
      for (const item of eventItems) if (own.has(item.id)) marked.set(item.id, item)
    }
    return [...marked.values()].flatMap((item) => markerOf(item, palette))
  }, [items, chosen, eventItems, palette])
  return useMemo(
    () => ({
      palette,
      data,
      areas: summary.data?.areas ?? [],
      ports: summary.data?.ports ?? [],
      markers,
      tracks,
      chosenShips: ringed,
      listedShips,
      chosenMarker: chosen?.id,
      pin,
    }),
    [palette, data, summary.data, markers, tracks, ringed, listedShips, chosen?.id, pin],
  )
}

function markerOf({ id, symbol, lat, lon, start, severity, event }: SeaItem, palette: Palette): Marker[] {
  if (lat === undefined || lon === undefined) return []
  const tones: Readonly<Record<string, Rgba>> = { critical: palette.listed, high: palette.watch }
  const isDark = event?.kind === 'sighting' && event.mmsi === 0
  return [
    {
      id,
      symbol,
      lat,
      lon,
      start,
      colour: isDark ? palette.listed : (tones[severity ?? ''] ?? palette.track),
    },
  ]
}
