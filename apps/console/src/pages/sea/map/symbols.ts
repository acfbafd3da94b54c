/** Symbols of events in a field of 16 by 16, as lines: the same on the map and beside it. */
export const symbols = {
  encounter: 'M6 5a3.4 3.4 0 1 0 0 6.8A3.4 3.4 0 0 0 6 5ZM10 5a3.4 3.4 0 1 0 0 6.8A3.4 3.4 0 0 0 10 5Z',
  'dark-rendezvous': 'M6.2 4.6a3.6 3.6 0 1 0 0 7.2M9.8 4.6a3.6 3.6 0 1 1 0 7.2M9.8 4.6v7.2M11.4 5v6.4',
  sighting:
    'M1.8 8.2C4 5 6 4 8 4s4 1 6.2 4.2C12 11.4 10 12.4 8 12.4s-4-1-6.2-4.2ZM8 6.4a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z',
  gap: 'M2 8h2.6M11.4 8H14M6.6 8h.1M9.3 8h.1',
  loitering: 'M8.4 8.2c0-1-1.6-1-1.6.2 0 2 3.8 1.9 3.8-.6 0-3-5.8-3.3-6 .4-.2 4.4 5.6 5.2 7.4 2.6',
  'identity-change': 'M3 6h10M3 10h10M10.2 3.4 5.8 12.6',
  'false-flag': 'M4.5 13.5v-11h7.2l-1.6 2.6 1.6 2.6H4.5M2.8 2.2l10.4 11.6',
  'shared-number': 'M8 3v3.2M8 6.2 4 12.6M8 6.2l4 6.4M4 12.6h.1M12 12.6h.1',
  'draught-change': 'M2.5 6.5h11M5 6.5v3l3 3.6 3-3.6v-3M8 2v8M6.4 8.4 8 10l1.6-1.6',
  'watch-area': 'M3 4.5 8.5 3 13 6l-1.2 6L5 13 3 8.6Z',
  jamming: 'M2 9.5 4.5 5l2 7L9 3l2 9 1.6-4.5H14',
  'speed-inconsistent': 'M3 11a5.2 5.2 0 1 1 10 0M8 11l2.8-3.6',
  circling: 'M8 2.6a5.4 5.4 0 1 1-5.4 5.4M2.6 8 .9 6M2.6 8l2-1.6M8 7.4a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2Z',
  'speed-for-cargo':
    'M2.4 9.5h11.2l-1.5 3.3a1 1 0 0 1-.9.6H4.8a1 1 0 0 1-.9-.6ZM5 4.2h6M9.4 2.4 11.2 4.2 9.4 6',
  'port-visit':
    'M8 5v8.4M8 5a1.3 1.3 0 1 0 0-2.6A1.3 1.3 0 0 0 8 5ZM5.4 7h5.2M3 9.6c.4 2.6 2.4 3.8 5 3.8s4.6-1.2 5-3.8',
  'listed-ship': 'M2.4 9.5h11.2l-1.5 3.3a1 1 0 0 1-.9.6H4.8a1 1 0 0 1-.9-.6ZM8 2.4v4.4M8 8.6v.1',
  other: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
} as const

/** The name of a symbol. */
export type SymbolName = keyof typeof symbols

/** The symbol of an event's kind, or of a rule. */
export function symbolOf(kind: string): SymbolName {
  if (kind in symbols) return kind as SymbolName
  if (/dark/.test(kind)) return 'dark-rendezvous'
  if (/transfer/.test(kind)) return 'encounter'
  if (/identity/.test(kind)) return 'identity-change'
  if (/port/.test(kind)) return 'port-visit'
  return 'other'
}

const cell = 64
const names = Object.keys(symbols) as SymbolName[]

/** Where each symbol stands in the picture of them all. */
export const symbolPlaces = Object.fromEntries(
  names.map((name, i) => [name, { x: i * cell, y: 0, width: cell, height: cell, mask: true }]),
)

/** A picture of all symbols side by side, white on nothing. */
export function symbolPicture(): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = cell * names.length
  canvas.height = cell
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.strokeStyle = 'white'
  context.lineWidth = 1.7
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const [i, name] of names.entries()) {
    context.setTransform(cell / 16, 0, 0, cell / 16, i * cell, 0)
    context.stroke(new Path2D(symbols[name]))
  }
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
