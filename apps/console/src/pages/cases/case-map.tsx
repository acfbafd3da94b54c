import type { Position } from 'geojson'
import { useEffect, useState } from 'react'
import type { CasePlace } from '../../api/cases.ts'
import { strings } from '../../strings/index.ts'
import { type Basemap, loadBasemap, partOf } from '../sea/map/basemap.ts'
import styles from './case-map.module.css'

const [width, height] = [640, 360]
/** Degrees that are shown at least, so that a single place has a coast to be known by. */
const least = 8

/** Where findings of a case happened, on a still map. A place leads to its finding. */
export function CaseMap({
  places,
  chosen,
  onChoose,
}: {
  readonly places: readonly CasePlace[]
  readonly chosen: string | undefined
  readonly onChoose: (finding: string) => void
}) {
  const [basemap, setBasemap] = useState<Basemap>()
  const frame = frameOf(places)
  const box = frame.box.join(' ')
  useEffect(() => {
    let isGone = false
    const [w, s, e, n] = box.split(' ').map(Number) as [number, number, number, number]
    void loadBasemap('fine').then((loaded) => !isGone && setBasemap(partOf(loaded, [w, s, e, n])))
    return () => {
      isGone = true
    }
  }, [box])
  const line = (positions: readonly Position[]) =>
    positions.map(([lon = 0, lat = 0]) => `${frame.x(lon).toFixed(1)} ${frame.y(lat).toFixed(1)}`).join('L')
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={styles.map}
      role="img"
      aria-label={strings.cases.page.placesLabel(places.length)}
    >
      <path
        className={styles.land}
        d={basemap?.land.map((rings) => rings.map((ring) => `M${line(ring)}Z`).join('')).join('')}
        fillRule="evenodd"
      />
      <path className={styles.border} d={basemap?.borders.map((one) => `M${line(one)}`).join('')} />
      {places.toReversed().map(({ finding, lat, lon, severity }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list of findings is the keyboard's way
        <circle
          key={finding}
          className={finding === chosen ? styles.chosen : styles[severity]}
          cx={frame.x(lon)}
          cy={frame.y(lat)}
          r={finding === chosen ? 9 : 6}
          onClick={() => onChoose(finding)}
        />
      ))}
    </svg>
  )
}

/** A window around all places, in degrees that are as wide as they are high in the middle. */
function frameOf(places: readonly CasePlace[]) {
  const lats = places.map(({ lat }) => lat)
  // Around the 180th meridian longitudes run on, as those of the basemap do.
  const first = places[0]!.lon
  const lons = places.map(({ lon }) => (lon - first > 180 ? lon - 360 : lon - first < -180 ? lon + 360 : lon))
  const [south, north, west, east] = [
    Math.min(...lats),
    Math.max(...lats),
    Math.min(...lons),
    Math.max(...lons),
  ]
  const [lat0, lon0] = [(south + north) / 2, (west + east) / 2]
  const narrow = Math.max(0.1, Math.cos((lat0 * Math.PI) / 180))
  const high = Math.max(least, (north - south) * 1.3, ((east - west) * 1.3 * narrow * height) / width)
  const wide = (high * width) / height / narrow
  return {
    box: [lon0 - wide / 2, lat0 - high / 2, lon0 + wide / 2, lat0 + high / 2] as const,
    x: (lon: number) => (turned(lon, lon0) / wide + 0.5) * width,
    y: (lat: number) => (0.5 - (lat - lat0) / high) * height,
  }
}

const turned = (lon: number, lon0: number) => lon - lon0
