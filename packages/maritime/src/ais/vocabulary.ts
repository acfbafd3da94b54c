/** Words for the codes of a field, in the order of the codes, or a function of the code. */
export type Vocabulary = readonly (string | undefined)[] | ((code: number) => string | undefined)

/** The word for a code, or undefined where the standard has none. */
export function wordFor(words: Vocabulary, code: number): string | undefined {
  return typeof words === 'function' ? words(code) : words[code]
}

/** Navigational status (ITU-R M.1371-5, table 48). */
export const statusWords: Vocabulary = [
  'Under way using engine',
  'At anchor',
  'Not under command',
  'Restricted maneuverability',
  'Constrained by her draught',
  'Moored',
  'Aground',
  'Engaged in fishing',
  'Under way sailing',
  'Reserved for HSC',
  'Reserved for WIG',
  'Power-driven vessel towing astern',
  'Power-driven vessel pushing ahead or towing alongside',
  'Reserved',
  'AIS-SART is active',
  'Not defined',
]

/** Kind of electronic position fixing device. */
export const epfdWords: Vocabulary = [
  'Undefined',
  'GPS',
  'GLONASS',
  'Combined GPS/GLONASS',
  'Loran-C',
  'Chayka',
  'Integrated navigation system',
  'Surveyed',
  'Galileo',
  ...[9, 10, 11, 12, 13, 14].map((code) => `Reserved (${code})`),
  'Internal GNSS',
]

const cargo = ['Hazardous category A', 'Hazardous category B', 'Hazardous category C', 'Hazardous category D']
const families = [
  'Not available',
  'Reserved for future use',
  'Wing in ground (WIG)',
  '',
  'High speed craft (HSC)',
  '',
  'Passenger',
  'Cargo',
  'Tanker',
  'Other Type',
]
const thirties = [
  'Fishing',
  'Towing',
  'Towing: length exceeds 200m or breadth exceeds 25m',
  'Dredging or underwater ops',
  'Diving ops',
  'Military ops',
  'Sailing',
  'Pleasure Craft',
  'Reserved',
  'Reserved',
]
const fifties = [
  'Pilot Vessel',
  'Search and Rescue vessel',
  'Tug',
  'Port Tender',
  'Anti-pollution equipment',
  'Law Enforcement',
  'Spare - Local Vessel',
  'Spare - Local Vessel',
  'Medical Transport',
  'Noncombatant ship according to RR Resolution No. 18',
]

/** Type of ship and cargo (ITU-R M.1371-5, table 53). */
export function shipTypeWords(code: number): string | undefined {
  if (code > 99) return undefined
  if (code === 0) return families[0]
  const family = Math.floor(code / 10)
  const last = code % 10
  if (family < 2) return families[1]
  if (family === 3) return thirties[last]
  if (family === 5) return fifties[last]
  if (last === 0) return `${families[family]} - all ships of this type`
  if (last <= 4) return `${families[family]} - ${cargo[last - 1]}`
  if (last === 9 && family !== 2) return `${families[family]} - No additional information`
  return `${families[family]} - Reserved for future use`
}

/** Kind of aid to navigation (type 21). */
export const aidWords: Vocabulary = [
  'Unspecified',
  'Reference point',
  'RACON',
  'Fixed offshore structure',
  'Spare, Reserved for future use.',
  'Light, without sectors',
  'Light, with sectors',
  'Leading Light Front',
  'Leading Light Rear',
  ...['N', 'E', 'S', 'W'].map((side) => `Beacon, Cardinal ${side}`),
  'Beacon, Port hand',
  'Beacon, Starboard hand',
  'Beacon, Preferred Channel port hand',
  'Beacon, Preferred Channel starboard hand',
  'Beacon, Isolated danger',
  'Beacon, Safe water',
  'Beacon, Special mark',
  ...['N', 'E', 'S', 'W'].map((side) => `Cardinal Mark ${side}`),
  'Port hand Mark',
  'Starboard hand Mark',
  'Preferred Channel Port hand',
  'Preferred Channel Starboard hand',
  'Isolated danger',
  'Safe Water',
  'Special Mark',
  'Light Vessel / LANBY / Rigs',
]

/** Stations a group assignment (type 23) speaks to. */
export const stationWords: Vocabulary = [
  'All types of mobiles',
  'Reserved for future use',
  'All types of Class B mobile stations',
  'SAR airborne mobile station',
  'Aid to Navigation station',
  'Class B shipborne mobile station',
  'Regional use and inland waterways',
  'Regional use and inland waterways',
  'Regional use and inland waterways',
  'Regional use and inland waterways',
]

/** What a `second` above 60 says of the position (types 1 to 3, 9, 18, 19, 21). */
export const secondWords: Vocabulary = (code) =>
  ({ 61: 'manual input', 62: 'dead reckoning', 63: 'inoperative' })[code]
