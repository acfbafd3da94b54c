import type { Application } from '../binary.ts'
import { latitude, list, longitude, monthDayHourMinute, skip, text, uint } from '../field.ts'
import { linkedText } from './area-notice.ts'

const unit = uint('unit', 2, { na: 0, words: [undefined, 'kg', 'metric tons', 'metric kilotons'] })

/** Dangerous cargo as of IMO SN/Circ.236: 1/12. */
export const dangerousCargoOf2004: Application = {
  bits: [30, 280],
  parts: [
    text('lastport', 5),
    ...monthDayHourMinute('l'),
    text('nextport', 5),
    ...monthDayHourMinute('n'),
    text('dangerous', 20),
    text('imdcat', 4),
    uint('unid', 13, { na: 0 }),
    uint('amount', 10, { na: 0 }),
    unit,
  ],
}

/** Dangerous cargo as of IMO SN.1/Circ.289: 1/25. */
export const dangerousCargo: Application = {
  bits: [29, 488],
  parts: [
    unit,
    uint('amount', 10, { na: 0 }),
    list('cargos', 28, [uint('code', 4, { na: 0 }), uint('subtype', 13, { na: 0 })]),
  ],
}

/** Persons on board: 1/16, addressed. */
export const persons: Application = { bits: [13, 48], parts: [uint('persons', 13, { na: 0 })] }

/** Persons on board as sent to all: 1/16, without a destination. */
export const personsBroadcast: Application = { bits: [13, 16], parts: [uint('persons', 13, { na: 0 })] }

/** Height over keel: 1/15. Metres. */
export const airDraught: Application = { bits: [11, 16], parts: [uint('airdraught', 11, { per: 10, na: 0 })] }

/** A route: 1/27 to all, 1/28 to one. Minutes from the start. */
export const route: Application = {
  bits: [61, 61 + 16 * 55 + 8],
  parts: [
    uint('linkage', 10),
    uint('sender', 3, { words: ['ship', 'authority'] }),
    uint('rtype', 5, {
      na: 0,
      words: [
        undefined,
        'Mandatory',
        'Recommended',
        'Alternative',
        'Recommended route through ice',
        'Ship route plan',
        ...new Array<undefined>(25).fill(undefined),
        'Cancel route',
      ],
    }),
    ...monthDayHourMinute(),
    uint('duration', 18, { na: 262143 }),
    uint('waycount', 5),
    list('waypoints', 16, [longitude(28), latitude(27)]),
  ],
}

/** A text to another message: 1/29 and 1/30. */
export const description: Application = { bits: [16, 976], parts: linkedText }

const equipment = [
  'ais',
  'ata',
  'bnwas',
  'ecdisb',
  'chart',
  'sounder',
  'epaid',
  'steer',
  'gnss',
  'gyro',
  'lrit',
  'magcomp',
  'navtex',
  'arpa',
  'sband',
  'xband',
  'hfradio',
  'inmarsat',
  'mfradio',
  'vhfradio',
  'grndlog',
  'waterlog',
  'thd',
  'tcs',
  'vdr',
]
const yesNo = { na: 0, range: [1, 2], words: [undefined, 'no', 'yes'] } as const

/** Extended ship static and voyage data (IMO SN.1/Circ.289): 1/24. */
export const extendedVoyage: Application = {
  bits: [294, 304],
  parts: [
    uint('linkage', 10),
    uint('airdraught', 13, { per: 100, na: 0 }),
    text('lastport', 5),
    text('nextport', 5),
    text('secondport', 5),
    ...equipment.map((name) =>
      uint(`${name}_state`, 2, { na: 0, words: [undefined, 'operational', 'not operational', 'no data'] }),
    ),
    skip(2),
    uint('iceclass', 4, { na: 15 }),
    uint('horsepower', 18, { na: 262143 }),
    uint('vhfchan', 12, { na: 0 }),
    text('lshiptype', 7),
    uint('tonnage', 18, { na: 262143 }),
    uint('lading', 2, { na: 0, range: [1, 2], words: [undefined, 'laden', 'ballast'] }),
    uint('heavyoil', 2, yesNo),
    uint('lightoil', 2, yesNo),
    uint('dieseloil', 2, yesNo),
    uint('totaloil', 14, { na: 16383 }),
    uint('persons', 13, { na: 0 }),
    skip(10),
  ],
}
