import type { SeaArea, SeaPort } from '../../../api/sea-types.ts'
import type { TrackData } from '../track-data.ts'
import type { TrackStyle } from './legs.ts'
import type { Palette, Rgba } from './palette.ts'
import type { SymbolName } from './symbols.ts'

/** Something that is marked on the map and stands in the list. */
export interface Marker {
  readonly id: string
  readonly symbol: SymbolName
  readonly lat: number
  readonly lon: number
  /** UTC milliseconds. */
  readonly start: number
  readonly colour: Rgba
}

/** A place that a person types in. */
export interface Pin {
  readonly lat: number
  readonly lon: number
  readonly accuracyM: number
}

/** Everything that is drawn, but for the time. */
export interface Scene {
  readonly palette: Palette
  readonly data: TrackData | undefined
  readonly areas: readonly SeaArea[]
  readonly ports: readonly SeaPort[]
  readonly markers: readonly Marker[]
  /** Ships, by their number in the data, whose tracks are drawn. */
  readonly tracks: ReadonlyMap<number, TrackStyle>
  /** Ships that are ringed and named. */
  readonly chosenShips: ReadonlySet<number>
  /** Ships in the colour of the listed. */
  readonly listedShips: ReadonlySet<number>
  readonly chosenMarker: string | undefined
  readonly pin: Pin | undefined
}

/** What is under the pointer. */
export type Hit =
  | { readonly kind: 'ship'; readonly ship: number }
  | { readonly kind: 'marker'; readonly id: string }
  | { readonly kind: 'place' }

/** Where and what, for a click or a hover. Pixels within the map; degrees. */
export type Pointed = Hit & {
  readonly x: number
  readonly y: number
  readonly lat: number
  readonly lon: number
}
