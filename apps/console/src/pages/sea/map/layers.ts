import type { Layer } from '@deck.gl/core'
import { IconLayer, PathLayer, ScatterplotLayer, SolidPolygonLayer, TextLayer } from '@deck.gl/layers'
import type { Position } from 'geojson'
import { plainText } from '../../../text/control-characters.ts'
import type { Fleet } from '../track-data.ts'
import type { Basemap, Country } from './basemap.ts'
import { faded, type Palette } from './palette.ts'
import { seas } from './places.ts'
import type { Marker, Scene } from './scene.ts'
import { symbolPicture, symbolPlaces } from './symbols.ts'

const font = '"Inter Variable", system-ui, sans-serif'
const sharp = { sdf: true, fontSize: 40, buffer: 8, radius: 14 }
const grid: readonly Position[][] = [
  ...Array.from({ length: 35 }, (_, i) => [
    [-170 + 10 * i, -84],
    [-170 + 10 * i, 84],
  ]),
  ...Array.from({ length: 17 }, (_, i) =>
    Array.from({ length: 37 }, (_one, j) => [-180 + 10 * j, -80 + 10 * i]),
  ),
]

/** Land, coasts, borders and the grid. Rings are drawn with their holes. */
export function basemapLayers(basemap: Basemap, palette: Palette): Layer[] {
  return [
    lines('grid', grid, palette.grid, 1),
    new SolidPolygonLayer({
      id: 'land',
      data: basemap.land,
      getPolygon: (polygon: Position[][]) => polygon as never,
      getFillColor: palette.land,
      parameters: { depthWriteEnabled: false },
    }),
    lines('borders', basemap.borders, palette.border, 0.8),
    lines('coast', basemap.coast, palette.coast, 0.8),
  ]
}

function lines(id: string, paths: readonly Position[][], colour: Palette['grid'], width: number): Layer {
  return new PathLayer<Position[]>({
    id,
    data: paths as Position[][],
    getPath: (path) => path as never,
    getColor: colour,
    getWidth: width,
    widthUnits: 'pixels',
    parameters: { depthWriteEnabled: false },
  })
}

/** Names of seas, countries and ports that fit the zoom. `step` is the zoom in halves, so that they change seldom. */
export function nameLayers(basemap: Basemap, { palette, ports }: Scene, step: number): Layer[] {
  const zoom = step / 2
  const countries = basemap.countries.filter(({ size }) => size * 2 ** zoom > 90 && zoom < 8)
  const named = ports.filter(() => zoom >= 5.5)
  return [
    text<(typeof seas)[number]>('seas', {
      data: seas.filter(([, , , from]) => zoom >= from && zoom < Math.max(from + 5, 5)),
      at: ([, lon, lat]) => [lon, lat],
      says: ([name]) => name,
      colour: palette.seaText,
      halo: palette.sea === '#0b1a2b' ? palette.halo : faded(palette.halo, 0),
      size: 12,
      weight: 500,
    }),
    text<Country>('countries', {
      data: countries,
      at: ({ lon, lat }) => [lon, lat],
      says: ({ name }) => name,
      colour: palette.countryText,
      halo: faded(palette.land, 220),
      size: 11,
      weight: 600,
    }),
    new ScatterplotLayer<(typeof ports)[number]>({
      id: 'port-dots',
      data: named,
      getPosition: ({ lon, lat }) => [lon, lat],
      getRadius: 2.5,
      radiusUnits: 'pixels',
      getFillColor: palette.portText,
    }),
    text<(typeof ports)[number]>('ports', {
      data: named,
      at: ({ lon, lat }) => [lon, lat],
      says: ({ name }) => name,
      colour: palette.portText,
      halo: palette.halo,
      size: 11,
      weight: 500,
      anchor: 'start',
      offset: [7, 0],
    }),
  ]
}

interface TextSpec<T> {
  readonly data: readonly T[]
  readonly at: (one: T) => [number, number]
  readonly says: (one: T) => string
  readonly colour: Palette['grid']
  readonly halo: Palette['grid']
  readonly size: number
  readonly weight: number
  readonly anchor?: 'start' | 'middle'
  readonly offset?: [number, number]
}

function text<T>(id: string, spec: TextSpec<T>): Layer {
  return new TextLayer<T>({
    id,
    data: spec.data as T[],
    getPosition: spec.at,
    getText: spec.says,
    getColor: spec.colour,
    getSize: spec.size,
    getTextAnchor: spec.anchor ?? 'middle',
    getAlignmentBaseline: 'center',
    getPixelOffset: spec.offset ?? [0, 0],
    fontFamily: font,
    fontWeight: spec.weight,
    fontSettings: sharp,
    outlineWidth: 3.4,
    outlineColor: spec.halo,
    characterSet: 'auto',
  })
}

/** Watch areas and the others. */
export function areaLayers({ areas, palette }: Scene): Layer[] {
  const rings = areas.flatMap(({ kind, polygons }) =>
    polygons.map((polygon) => ({ polygon, colour: kind === 'watch' ? palette.watch : palette.lawful })),
  )
  type Ring = (typeof rings)[number]
  return [
    new SolidPolygonLayer<Ring>({
      id: 'areas',
      data: rings,
      getPolygon: ({ polygon }) => polygon as never,
      getFillColor: ({ colour }) => faded(colour, 18),
      parameters: { depthWriteEnabled: false },
    }),
    new PathLayer<Ring>({
      id: 'area-lines',
      data: rings,
      getPath: ({ polygon }) => polygon[0] as never,
      getColor: ({ colour }) => faded(colour, 150),
      getWidth: 1.2,
      widthUnits: 'pixels',
      parameters: { depthWriteEnabled: false },
    }),
  ]
}

/** A marker with how far beside its place it is drawn, pixels, where several lie in one. */
export interface PlacedMarker extends Marker {
  readonly offset: [number, number]
}

const markerSpacing = 27

/** Puts markers of one place in a row. */
export function placeMarkers(markers: readonly Marker[]): PlacedMarker[] {
  const cells = new Map<string, Marker[]>()
  for (const marker of markers) {
    const key = `${Math.round(marker.lat * 20)} ${Math.round(marker.lon * 20)}`
    cells.set(key, [...(cells.get(key) ?? []), marker])
  }
  return [...cells.values()].flatMap((cell) =>
    cell.map((marker, i) => ({
      ...marker,
      offset: [
        (i % 6) * markerSpacing - ((Math.min(6, cell.length) - 1) * markerSpacing) / 2,
        -24 - Math.floor(i / 6) * markerSpacing,
      ] as [number, number],
    })),
  )
}

let picture: ImageData | undefined

/** Events and findings. `begun` counts those that have begun at the time; what is ahead is pale. */
export function markerLayers(
  placed: readonly PlacedMarker[],
  { palette, chosenMarker }: Scene,
  now: number,
  begun: number,
): Layer[] {
  picture ??= symbolPicture()
  const alpha = (start: number) => (start <= now ? 255 : 90)
  const data = placed as PlacedMarker[]
  const updateTriggers = {
    getFillColor: [begun, palette, chosenMarker],
    getLineColor: [begun, palette, chosenMarker],
    getColor: [begun, palette, chosenMarker],
    getLineWidth: chosenMarker,
    getRadius: chosenMarker,
  }
  return [
    new ScatterplotLayer<PlacedMarker>({
      id: 'marker-feet',
      data,
      getPosition: ({ lon, lat }) => [lon, lat],
      getRadius: 3,
      radiusUnits: 'pixels',
      getFillColor: ({ colour, start }) => faded(colour, alpha(start)),
      updateTriggers,
    }),
    new ScatterplotLayer<PlacedMarker>({
      id: 'marker-grounds',
      data,
      getPosition: ({ lon, lat }) => [lon, lat],
      getPixelOffset: ({ offset: [x, y] }) => [x, -y],
      getRadius: ({ id }) => (id === chosenMarker ? 14 : 11.5),
      radiusUnits: 'pixels',
      billboard: true,
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: ({ id }) => (id === chosenMarker ? 3 : 1.6),
      getFillColor: ({ start }) =>
        faded(palette.symbolGround, Math.min(palette.symbolGround[3], alpha(start) + 60)),
      getLineColor: ({ colour, start }) => faded(colour, alpha(start)),
      updateTriggers,
    }),
    new IconLayer<PlacedMarker>({
      id: 'marker-symbols',
      data,
      iconAtlas: picture as never,
      iconMapping: symbolPlaces,
      getIcon: ({ symbol }) => symbol,
      getPosition: ({ lon, lat }) => [lon, lat],
      getPixelOffset: ({ offset }) => offset,
      getSize: 17,
      getColor: ({ colour, start }) => faded(colour, alpha(start)),
      updateTriggers,
    }),
  ]
}

/** Rings around chosen ships, and their names. */
export function chosenLayers({ palette, data, chosenShips }: Scene, fleet: Fleet, revision: number): Layer[] {
  if (!data) return []
  const ships = [...chosenShips].filter((ship) => fleet.alphas[ship]! > 0).slice(0, 60)
  const at = (ship: number): [number, number] => [fleet.places[2 * ship]!, fleet.places[2 * ship + 1]!]
  const name = (ship: number) => plainText(data.names[ship] || String(data.mmsi[ship])).slice(0, 32)
  const layer = text<number>('ship-names', {
    data: ships,
    at,
    says: name,
    colour: palette.chosen,
    halo: palette.halo,
    size: 12,
    weight: 600,
    anchor: 'start',
    offset: [13, 0],
  })
  return [
    new ScatterplotLayer<number>({
      id: 'ship-rings',
      data: ships,
      getPosition: at,
      getRadius: 10,
      radiusUnits: 'pixels',
      filled: false,
      stroked: true,
      getLineColor: palette.chosen,
      getLineWidth: 1.5,
      lineWidthUnits: 'pixels',
      updateTriggers: { getPosition: revision },
    }),
    layer.clone({ updateTriggers: { getPosition: revision } } as never),
  ]
}

/** The place that a person is about to report. */
export function pinLayers({ pin, palette }: Scene): Layer[] {
  if (!pin) return []
  const base = {
    data: [pin],
    getPosition: ({ lon, lat }: { lon: number; lat: number }): [number, number] => [lon, lat],
    stroked: true,
    lineWidthUnits: 'pixels' as const,
    getLineColor: palette.listed,
  }
  return [
    new ScatterplotLayer({
      ...base,
      id: 'pin-accuracy',
      getRadius: pin.accuracyM,
      getFillColor: faded(palette.listed, 36),
      getLineWidth: 1,
    }),
    new ScatterplotLayer({
      ...base,
      id: 'pin',
      getRadius: 6,
      radiusUnits: 'pixels',
      getFillColor: faded(palette.listed, 255),
      getLineColor: palette.chosen,
      getLineWidth: 2,
    }),
  ]
}
