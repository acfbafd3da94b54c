import type { Application } from '../binary.ts'
import {
  flag,
  int,
  latitude,
  list,
  longitude,
  monthDayHourMinute,
  type Part,
  skip,
  text,
  uint,
} from '../field.ts'
import type { Vocabulary } from '../vocabulary.ts'

const cargoBarges = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']

const eriNames: Readonly<Record<number, string>> = {
  8000: 'Vessel, type unknown',
  8010: 'Motor freighter',
  8020: 'Motor tanker',
  8021: 'Motor tanker, liquid cargo, type N',
  8022: 'Motor tanker, liquid cargo, type C',
  8023: 'Motor tanker, dry cargo as if liquid (e.g. cement)',
  8030: 'Container vessel',
  8040: 'Gas tanker',
  8050: 'Motor freighter, tug',
  8060: 'Motor tanker, tug',
  8070: 'Motor freighter with one or more ships alongside',
  8080: 'Motor freighter with tanker',
  8090: 'Motor freighter pushing one or more freighters',
  8100: 'Motor freighter pushing at least one tank-ship',
  8110: 'Tug, freighter',
  8120: 'Tug, tanker',
  8130: 'Tug freighter, coupled',
  8140: 'Tug, freighter/tanker, coupled',
  8150: 'Freightbarge',
  8160: 'Tankbarge',
  8161: 'Tankbarge, liquid cargo, type N',
  8162: 'Tankbarge, liquid cargo, type C',
  8163: 'Tankbarge, dry cargo as if liquid (e.g. cement)',
  8170: 'Freightbarge with containers',
  8180: 'Tankbarge, gas',
  ...Object.fromEntries(
    cargoBarges.map((count, i) => [
      8210 + 10 * i,
      `Pushtow, ${count} cargo ${count === 'one' ? 'barge' : 'barges'}`,
    ]),
  ),
  8290: 'Pushtow, nine or more barges',
  8310: 'Pushtow, one tank/gas barge',
  ...Object.fromEntries(
    cargoBarges
      .slice(1, 7)
      .map((count, i) => [8320 + 10 * i, `Pushtow, ${count} barges at least one tanker or gas barge`]),
  ),
}

/** Kinds of inland ships and tows (ERI classification). */
export const eriWords: Vocabulary = (code) => eriNames[code]

/** Inland ship static and voyage data: 200/10. Lengths in metres. */
export const shipStatic: Application = {
  bits: [112, 112],
  parts: [
    text('vin', 8),
    uint('length', 13, { per: 10, na: 0 }),
    uint('beam', 10, { per: 10, na: 0 }),
    uint('shiptype', 14, { na: 0, words: eriWords }),
    uint('hazard', 3, {
      na: 5,
      words: [
        '0 blue cones/lights',
        '1 blue cone/light',
        '2 blue cones/lights',
        '3 blue cones/lights',
        '4 B-Flag',
      ],
    }),
    uint('draught', 11, { per: 100, na: 0 }),
    uint('loaded', 2, { na: 0, range: [1, 2], words: [undefined, 'Unloaded', 'Loaded'] }),
    flag('speed_q'),
    flag('course_q'),
    flag('heading_q'),
    skip(8),
  ],
}

const fairway: readonly Part[] = [
  text('country', 2),
  text('locode', 3),
  text('section', 5),
  text('terminal', 5),
  text('hectometre', 5),
]

/** Estimated arrival at a lock, bridge or terminal: 200/21. */
export const arrivalAtLock: Application = {
  bits: [160, 160],
  parts: [
    ...fairway,
    ...monthDayHourMinute(),
    uint('tugs', 3, { na: 7, range: [0, 6] }),
    uint('airdraught', 12, { per: 100, na: 0, range: [1, 4000] }),
    skip(5),
  ],
}

/** Time given by a lock, bridge or terminal: 200/22. */
export const lockTime: Application = {
  bits: [144, 144],
  parts: [
    ...fairway,
    ...monthDayHourMinute(),
    uint('status', 2, { na: 3, words: ['Operational', 'Limited operation', 'Out of order'] }),
    skip(2),
  ],
}

/** Persons on board: 200/55. */
export const persons: Application = {
  bits: [80, 80],
  parts: [
    uint('crew', 8, { na: 255 }),
    uint('passengers', 13, { na: 8191 }),
    uint('personnel', 8, { na: 255 }),
    skip(51),
  ],
}

const date = (prefix: string): readonly Part[] => [
  uint(`${prefix}_year`, 8, { plus: 2000, na: 0 }),
  uint(`${prefix}_month`, 4, { na: 0, range: [1, 12] }),
  uint(`${prefix}_day`, 5, { na: 0, range: [1, 31] }),
]
const clock = (prefix: string): readonly Part[] => [
  uint(`${prefix}_hour`, 5, { na: 24, range: [0, 23] }),
  uint(`${prefix}_minute`, 6, { na: 60, range: [0, 59] }),
]

/** Warning of heavy weather (EMMA): 200/23. */
export const weatherWarning: Application = {
  bits: [200, 200],
  parts: [
    ...date('start'),
    ...date('end'),
    ...clock('start'),
    ...clock('end'),
    longitude(28, 'start_lon'),
    latitude(27, 'start_lat'),
    longitude(28, 'end_lon'),
    latitude(27, 'end_lat'),
    uint('warning', 4, {
      na: 0,
      words: [
        undefined,
        'Wind',
        'Rain',
        'Snow and ice',
        'Thunderstorm',
        'Fog',
        'Low temperature',
        'High temperature',
        'Flood',
        'Forest Fire',
      ],
    }),
    int('min', 9, { na: 255, range: [-254, 254] }),
    int('max', 9, { na: 255, range: [-254, 254] }),
    uint('intensity', 2, { na: 0, words: [undefined, 'Slight', 'Medium', 'Strong'] }),
    uint('wind', 4, {
      na: 0,
      words: [
        undefined,
        'North',
        'North East',
        'East',
        'South East',
        'South',
        'South West',
        'West',
        'North West',
      ],
    }),
    skip(6),
  ],
}

/** Water levels at gauges, in centimetres: 200/24. */
export const waterLevels: Application = {
  bits: [37, 112],
  parts: [text('country', 2), list('gauges', 4, [uint('id', 11, { na: 0 }), int('level', 14, { na: 0 })])],
}

/** Light signals: 200/40. `status` has a digit a light. */
export const signalStatus: Application = {
  bits: [112, 112],
  parts: [
    longitude(28),
    latitude(27),
    uint('form', 4, { na: 0, range: [1, 14] }),
    uint('facing', 9, { na: 511, range: [0, 359] }),
    uint('direction', 3, {
      na: 0,
      words: [undefined, 'Upstream', 'Downstream', 'To left bank', 'To right bank'],
    }),
    uint('status', 30),
    skip(11),
  ],
}
