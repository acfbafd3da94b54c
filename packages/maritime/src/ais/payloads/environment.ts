import type { Application } from '../binary.ts'
import { dayHourMinute, flag, int, latitude, list, longitude, type Part, text, uint } from '../field.ts'
import { trendWords } from './met-hydro.ts'

const sensorWords = [
  'Site location',
  'Station ID',
  'Wind',
  'Water level',
  'Current flow (2D)',
  'Current flow (3D)',
  'Horizontal current flow',
  'Sea state',
  'Salinity',
  'Weather',
  'Air gap/Air draft',
]
const direction = (name: string): Part => uint(name, 9, { na: 360, range: [0, 359] })
const knots = (name: string): Part => uint(name, 7, { na: 122, range: [0, 121] })
const tenths = (name: string): Part => uint(name, 8, { per: 10, na: 247, range: [0, 246] })
const depth = (name: string): Part => uint(name, 9, { na: 362, range: [0, 361] })
const sensor = (name = 'sensortype'): Part => uint(name, 3, { na: 0 })
const salinity = uint('salinity', 9, { per: 10, na: 502, range: [0, 501] })
const temperature = uint('watertemp', 10, { per: 10, plus: -10, decimals: 1, na: 601, range: [0, 600] })
const forecast = dayHourMinute('f')
const duration = uint('duration', 8, { na: 255 })
const level = (name: string): Part => int(name, 16, { per: 100, na: -32768 })
const airGap = (name: string): Part => uint(name, 13, { per: 100, na: 0 })

const reports: Readonly<Record<number, readonly Part[]>> = {
  0: [
    longitude(28),
    latitude(27),
    uint('alt', 11, { per: 10, na: 2002, range: [0, 2001] }),
    uint('owner', 4, { na: 0 }),
    uint('timeout', 3, { na: 0 }),
  ],
  1: [text('name', 14)],
  2: [
    knots('wspeed'),
    knots('wgust'),
    direction('wdir'),
    direction('wgustdir'),
    sensor(),
    knots('fwspeed'),
    knots('fwgust'),
    direction('fwdir'),
    ...forecast,
    duration,
  ],
  3: [
    flag('absolute'),
    level('level'),
    uint('leveltrend', 2, { na: 3, words: ['increasing', 'decreasing', 'steady'] }),
    uint('datum', 5, { na: 14 }),
    sensor(),
    flag('fabsolute'),
    level('flevel'),
    ...forecast,
    duration,
  ],
  4: [
    ...[1, 2, 3].flatMap((n) => [tenths(`cspeed${n}`), direction(`cdir${n}`), depth(`cdepth${n}`)]),
    sensor(),
  ],
  5: [
    ...[1, 2].flatMap((n) => [
      tenths(`cnorth${n}`),
      tenths(`ceast${n}`),
      tenths(`cup${n}`),
      depth(`cdepth${n}`),
    ]),
    sensor(),
  ],
  6: [1, 2].flatMap((n) => [
    direction(`bearing${n}`),
    knots(`distance${n}`),
    tenths(`speed${n}`),
    direction(`direction${n}`),
    depth(`depth${n}`),
  ]),
  7: [
    tenths('swheight'),
    uint('swperiod', 6, { na: 61, range: [0, 60] }),
    direction('swelldir'),
    uint('seastate', 4, { na: 13, range: [0, 12] }),
    sensor('swelltype'),
    temperature,
    uint('distance1', 7, { per: 10, na: 122, range: [0, 121] }),
    sensor('depthtype'),
    tenths('waveheight'),
    uint('waveperiod', 6, { na: 61, range: [0, 60] }),
    direction('wavedir'),
    sensor('wavetype'),
    salinity,
  ],
  8: [
    temperature,
    uint('conductivity', 10, { per: 100, na: 703, range: [0, 701] }),
    uint('pressure', 16, { per: 10, na: 60003, range: [0, 60001] }),
    salinity,
    uint('salinitytype', 2),
    sensor(),
  ],
  9: [
    int('temperature', 11, { per: 10, na: -1024, range: [-600, 600] }),
    sensor(),
    uint('preciptype', 2),
    uint('visibility', 8, { per: 10, na: 243, range: [0, 241] }),
    int('dewpoint', 10, { per: 10, na: 501, range: [-200, 500] }),
    sensor('dewtype'),
    uint('pressure', 9, { plus: 799, na: 403, range: [0, 402] }),
    uint('pressuretend', 2, { na: 3, words: trendWords }),
    sensor('pressuretype'),
    salinity,
  ],
  10: [
    airGap('airdraught'),
    airGap('airgap'),
    uint('gaptrend', 2, { na: 3, words: ['steady', 'rising', 'falling'] }),
    airGap('fairgap'),
    ...forecast,
  ],
}

/** Reports of sensors (IMO SN.1/Circ.289 1/26, and 367/33 of the US Coast Guard, which has its form). */
export const environment: Application = {
  bits: [112, 8 * 112 + 8],
  parts: [
    list(
      'reports',
      8,
      [uint('sensor', 4, { words: sensorWords }), ...dayHourMinute(), uint('site', 7)],
      reports,
      112,
    ),
  ],
}
