import type { Application } from '../binary.ts'
import { flag, latitude, list, longitude, monthDayHourMinute, type Part, skip, text, uint } from '../field.ts'

const hours: readonly Part[] = [
  uint('from_hour', 5, { na: 24, range: [0, 23] }),
  uint('from_min', 6, { na: 60, range: [0, 59] }),
  uint('to_hour', 5, { na: 24, range: [0, 23] }),
  uint('to_min', 6, { na: 60, range: [0, 59] }),
  uint('cdir', 9, { na: 360, range: [0, 359] }),
]
const monthAndDay: readonly Part[] = [
  uint('month', 4, { na: 0, range: [1, 12] }),
  uint('day', 5, { na: 0, range: [1, 31] }),
]

/** Tidal window as of IMO SN/Circ.236: 1/14. */
export const tidalWindowOf2004: Application = {
  bits: [9 + 55, 9 + 3 * 93 + 8],
  parts: [
    ...monthAndDay,
    list('tidals', 3, [latitude(27), longitude(28), ...hours, uint('cspeed', 7, { per: 10, na: 127 })]),
  ],
}

/** Tidal window as of IMO SN.1/Circ.289: 1/32. */
export const tidalWindow: Application = {
  bits: [9 + 49, 9 + 3 * 88 + 8],
  parts: [
    ...monthAndDay,
    list('tidals', 3, [
      longitude(25),
      latitude(24),
      ...hours,
      uint('cspeed', 8, { per: 10, na: 255, range: [0, 251] }),
    ]),
  ],
}

/** When a ship may enter a port: 1/18. */
export const clearance: Application = {
  bits: [30, 272],
  parts: [
    uint('linkage', 10),
    ...monthDayHourMinute(),
    text('portname', 20),
    text('destination', 5),
    longitude(25),
    latitude(24),
  ],
}

const services = [
  'agent',
  'fuel',
  'chandler',
  'stevedore',
  'electrical',
  'water',
  'customs',
  'cartage',
  'crane',
  'lift',
  'medical',
  'navrepair',
  'provisions',
  'shiprepair',
  'surveyor',
  'steam',
  'tugs',
  'solidwaste',
  'liquidwaste',
  'hazardouswaste',
  'ballast',
  'additional',
  'regional1',
  'regional2',
  'future1',
  'future2',
]

/** A ship's berth: 1/20. Metres. */
export const berthing: Application = {
  bits: [272, 272],
  parts: [
    uint('linkage', 10),
    uint('berth_length', 9, { na: 0 }),
    uint('berth_depth', 8, { per: 10, na: 0 }),
    uint('position', 3, {
      na: 0,
      words: [
        undefined,
        'Port-side to',
        'Starboard-side to',
        'Mediterranean mooring',
        'Mooring buoy',
        'Anchorage',
      ],
    }),
    ...monthDayHourMinute(),
    flag('availability'),
    ...services.map((name) => uint(name, 2, { na: 0 })),
    text('berth_name', 20),
    longitude(25, 'berth_lon'),
    latitude(24, 'berth_lat'),
  ],
}

const dayFirst = (prefix: string): readonly Part[] => [
  uint(`${prefix}day`, 5, { na: 0, range: [1, 31] }),
  uint(`${prefix}month`, 4, { na: 0, range: [1, 12] }),
  uint(`${prefix}hour`, 5, { na: 24, range: [0, 23] }),
  uint(`${prefix}minute`, 6, { na: 60, range: [0, 59] }),
]

/** A closed fairway: 1/13. */
export const fairwayClosed: Application = {
  bits: [412, 416],
  parts: [
    text('reason', 20),
    text('closefrom', 20),
    text('closeto', 20),
    uint('radius', 10, { na: 1001, range: [0, 1000] }),
    uint('extunit', 2, { words: ['m', 'km', 'nm', 'cables'] }),
    ...dayFirst('f'),
    ...dayFirst('t'),
  ],
}

const target: readonly Part[] = [
  skip(4),
  latitude(24),
  longitude(25),
  uint('course', 9, { na: 360, range: [0, 359] }),
  uint('second', 6, { na: 60, range: [0, 59] }),
  uint('speed', 8, { na: 255 }),
]
const numbered: readonly Part[] = [skip(12), uint('id', 30), ...target]
const named: readonly Part[] = [text('id', 7), ...target]

/** Ships that a traffic service sees and that don't send themselves: 1/17. */
export const trafficTargets: Application = {
  bits: [120, 488],
  parts: [
    list(
      'targets',
      4,
      [uint('idtype', 2, { words: ['mmsi', 'imo', 'callsign', 'other'] })],
      { 0: numbered, 1: numbered, 2: named, 3: named },
      120,
    ),
  ],
}

/** A signal at a harbour or channel: 1/19. */
export const trafficSignal: Application = {
  bits: [202, 304],
  parts: [
    uint('linkage', 10),
    text('station', 20),
    longitude(25),
    latitude(24),
    uint('status', 2, { na: 0, words: [undefined, 'In regular service', 'Irregular service'] }),
    uint('signal', 5, { na: 0 }),
    uint('hour', 5, { na: 24, range: [0, 23] }),
    uint('minute', 6, { na: 60, range: [0, 59] }),
    uint('nextsignal', 5, { na: 0 }),
  ],
}
