/** A colour as WebGL takes it: 0 to 255. */
export type Rgba = [number, number, number, number]

/** The colours of the map in one theme. */
export interface Palette {
  readonly sea: string
  readonly land: Rgba
  readonly border: Rgba
  readonly coast: Rgba
  readonly grid: Rgba
  readonly countryText: Rgba
  readonly seaText: Rgba
  readonly portText: Rgba
  readonly halo: Rgba
  readonly watch: Rgba
  readonly lawful: Rgba
  readonly track: Rgba
  readonly chosen: Rgba
  readonly listed: Rgba
  readonly symbolGround: Rgba
  /** By the numbers of ship classes. */
  readonly ships: readonly Rgba[]
}

/** What the numbers of ship classes mean, as the server sends them. */
export const shipClasses = [
  'other',
  'tanker',
  'cargo',
  'fishing',
  'passenger',
  'tug',
  'pilot',
  'rescue',
  'tender',
  'pleasure',
] as const
/** One of `shipClasses`. */
export type ShipClassName = (typeof shipClasses)[number]

const rgb = (hex: string, alpha = 255): Rgba => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
  alpha,
]

/** Tanker, cargo and fishing are told apart; the rest is one colour. Blue and orange hold for those who see no red or green. */
const dark: Palette = {
  sea: '#0b1a2b',
  land: rgb('#1f2a37'),
  border: rgb('#41505f', 130),
  coast: rgb('#4a5c70', 190),
  grid: rgb('#8fb3d9', 16),
  countryText: rgb('#8796a8'),
  seaText: rgb('#4f6f92'),
  portText: rgb('#a9b6c6'),
  halo: rgb('#0b1a2b', 220),
  watch: rgb('#f2b34a'),
  lawful: rgb('#7fd3a0'),
  track: rgb('#7fc4d6'),
  chosen: rgb('#ffffff'),
  listed: rgb('#ff7b70'),
  symbolGround: rgb('#0d1015', 235),
  ships: [
    rgb('#8ea2b8'),
    rgb('#ffa24d'),
    rgb('#5fc7e8'),
    rgb('#b8a1ff'),
    rgb('#8ea2b8'),
    rgb('#8ea2b8'),
    rgb('#8ea2b8'),
    rgb('#8ea2b8'),
    rgb('#8ea2b8'),
    rgb('#8ea2b8'),
  ],
}

const light: Palette = {
  sea: '#d9e6ef',
  land: rgb('#f7f7f4'),
  border: rgb('#9aa5b1', 120),
  coast: rgb('#8a9bab', 200),
  grid: rgb('#2f5878', 18),
  countryText: rgb('#6b7683'),
  seaText: rgb('#6a8aa8'),
  portText: rgb('#3d4a59'),
  halo: rgb('#ffffff', 230),
  watch: rgb('#b06a00'),
  lawful: rgb('#17693a'),
  track: rgb('#0c6373'),
  chosen: rgb('#10151c'),
  listed: rgb('#b3261e'),
  symbolGround: rgb('#ffffff', 240),
  ships: [
    rgb('#5d6b7b'),
    rgb('#c25700'),
    rgb('#0b6b96'),
    rgb('#6a48c4'),
    rgb('#5d6b7b'),
    rgb('#5d6b7b'),
    rgb('#5d6b7b'),
    rgb('#5d6b7b'),
    rgb('#5d6b7b'),
    rgb('#5d6b7b'),
  ],
}

/** The colours of a theme. */
export const palettes = { light, dark } as const

/** A colour with another opacity, 0 to 255. */
export function faded([red, green, blue]: Rgba, alpha: number): Rgba {
  return [red, green, blue, alpha]
}

/** A colour for style sheets. */
export function cssColour([red, green, blue, alpha]: Rgba): string {
  return `rgb(${red} ${green} ${blue} / ${alpha / 255})`
}
