/** What a ship is, as far as AIS says: the families of ITU-R M.1371-5, table 53. */
export type ShipClass =
  | 'tanker'
  | 'cargo'
  | 'passenger'
  | 'fishing'
  | 'tug'
  | 'pilot'
  | 'rescue'
  | 'tender'
  | 'service'
  | 'law'
  | 'military'
  | 'dredger'
  | 'pleasure'
  | 'high-speed'
  | 'other'

const byCode: readonly (ShipClass | undefined)[] = Array.from({ length: 100 }, (_, code) => classOfCode(code))

function classOfCode(code: number): ShipClass | undefined {
  if (code === 30) return 'fishing'
  if (code === 31 || code === 32 || code === 52) return 'tug'
  if (code === 33) return 'dredger'
  if (code === 34 || code === 54 || code === 58) return 'service'
  if (code === 35) return 'military'
  if (code === 36 || code === 37) return 'pleasure'
  if (code === 50) return 'pilot'
  if (code === 51) return 'rescue'
  if (code === 53) return 'tender'
  if (code === 55) return 'law'
  const family = Math.floor(code / 10)
  if (family === 4) return 'high-speed'
  if (family === 6) return 'passenger'
  if (family === 7) return 'cargo'
  if (family === 8) return 'tanker'
  return family === 9 ? 'other' : undefined
}

const byWord: readonly (readonly [RegExp, ShipClass])[] = [
  [/tanker/i, 'tanker'],
  [/cargo|bulk|container/i, 'cargo'],
  [/passenger|ferry/i, 'passenger'],
  [/fishing/i, 'fishing'],
  [/tug|tow/i, 'tug'],
  [/pilot/i, 'pilot'],
  [/sar|rescue/i, 'rescue'],
  [/tender/i, 'tender'],
  [/law|patrol/i, 'law'],
  [/military/i, 'military'],
  [/dredg/i, 'dredger'],
  [/pleasure|sailing|yacht/i, 'pleasure'],
  [/hsc|high.?speed/i, 'high-speed'],
  [/diving|anti-pollution|medical/i, 'service'],
]

/** The class of a ship type: AIS's code as number or text, or a publisher's word. Undefined where it says nothing. */
export function shipClass(type: number | string | undefined): ShipClass | undefined {
  if (type === undefined || type === '') return undefined
  const code = Number(type)
  if (Number.isInteger(code)) return byCode[code]
  return byWord.find(([pattern]) => pattern.test(String(type)))?.[1]
}
