import type { Application } from '../binary.ts'
import { dayHourMinute, flag, int, latitude, longitude, type Part, skip, uint } from '../field.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** How a level or pressure moves. */
export const trendWords: Vocabulary = ['steady', 'decreasing', 'increasing']

/** Precipitation (WMO 306, code table 4.201). */
export const precipitationWords: Vocabulary = [
  'reserved',
  'rain',
  'thunderstorm',
  'freezing rain',
  'mixed/ice',
  'snow',
  'reserved',
]

/** Ice, as said by both forms of the message. */
export const iceWords: Vocabulary = ['no', 'yes', 'reserved']

const direction = (name: string): Part => uint(name, 9, { na: 360, range: [0, 359] })
const direction2004 = (name: string): Part => uint(name, 9, { na: 511, range: [0, 359] })
const trend = (name: string): Part => uint(name, 2, { na: 3, words: trendWords })
const tenths = (name: string, width: number, na: number): Part => uint(name, width, { per: 10, na })

/** Meteorological and hydrological data of IMO SN/Circ.236 (2004): 1/11. Knots, degrees, metres, hPa, Celsius. */
export const of2004: Application = {
  bits: [65, 312],
  parts: [
    int('lat', 24, { per: 60000, decimals: 7, na: 0x7fffff, range: [-5400000, 5400000] }),
    int('lon', 25, { per: 60000, decimals: 7, na: 0xffffff, range: [-10800000, 10800000] }),
    uint('day', 5, { na: 0, range: [1, 31] }),
    uint('hour', 5, { na: 31, range: [0, 23] }),
    uint('minute', 6, { na: 63, range: [0, 59] }),
    uint('wspeed', 7, { na: 127 }),
    uint('wgust', 7, { na: 127 }),
    direction2004('wdir'),
    direction2004('wgustdir'),
    uint('airtemp', 11, { per: 10, plus: -60, decimals: 1, na: 2047, range: [0, 1200] }),
    uint('humidity', 7, { na: 127, range: [0, 100] }),
    uint('dewpoint', 10, { per: 10, plus: -20, decimals: 1, na: 1023, range: [0, 700] }),
    uint('pressure', 9, { plus: 800, na: 511, range: [0, 400] }),
    trend('pressuretend'),
    tenths('visibility', 8, 255),
    uint('waterlevel', 9, { per: 10, plus: -10, decimals: 1, na: 511, range: [0, 400] }),
    trend('leveltrend'),
    tenths('cspeed', 8, 255),
    direction2004('cdir'),
    tenths('cspeed2', 8, 255),
    direction2004('cdir2'),
    uint('cdepth2', 5, { na: 31 }),
    tenths('cspeed3', 8, 255),
    direction2004('cdir3'),
    uint('cdepth3', 5, { na: 31 }),
    tenths('waveheight', 8, 255),
    uint('waveperiod', 6, { na: 63 }),
    direction2004('wavedir'),
    tenths('swellheight', 8, 255),
    uint('swellperiod', 6, { na: 63 }),
    direction2004('swelldir'),
    uint('seastate', 4, { na: 15, range: [0, 12] }),
    uint('watertemp', 10, { per: 10, plus: -10, decimals: 1, na: 1023, range: [0, 600] }),
    uint('preciptype', 3, { na: 7, words: precipitationWords }),
    uint('salinity', 9, { per: 10, na: 511, range: [0, 500] }),
    uint('ice', 2, { na: 3, words: iceWords }),
  ],
}

/** Meteorological and hydrological data of IMO SN.1/Circ.289 (2010): 1/31. */
export const of2010: Application = {
  bits: [66, 312],
  parts: [
    longitude(25),
    latitude(24),
    flag('accuracy'),
    ...dayHourMinute(),
    uint('wspeed', 7, { na: 127 }),
    uint('wgust', 7, { na: 127 }),
    direction('wdir'),
    direction('wgustdir'),
    int('airtemp', 11, { per: 10, na: -1024, range: [-600, 600] }),
    uint('humidity', 7, { na: 101, range: [0, 100] }),
    int('dewpoint', 10, { per: 10, na: 501, range: [-200, 500] }),
    uint('pressure', 9, { plus: 799, na: 511, range: [0, 402] }),
    trend('pressuretend'),
    flag('visgreater'),
    tenths('visibility', 7, 127),
    uint('waterlevel', 12, { per: 100, plus: -10, decimals: 2, na: 4001, range: [0, 4000] }),
    trend('leveltrend'),
    uint('cspeed', 8, { per: 10, na: 255, range: [0, 251] }),
    direction('cdir'),
    uint('cspeed2', 8, { per: 10, na: 255, range: [0, 251] }),
    direction('cdir2'),
    uint('cdepth2', 5, { na: 31 }),
    uint('cspeed3', 8, { per: 10, na: 255, range: [0, 251] }),
    direction('cdir3'),
    uint('cdepth3', 5, { na: 31 }),
    uint('waveheight', 8, { per: 10, na: 255, range: [0, 251] }),
    uint('waveperiod', 6, { na: 63, range: [0, 60] }),
    direction('wavedir'),
    uint('swellheight', 8, { per: 10, na: 255, range: [0, 251] }),
    uint('swellperiod', 6, { na: 63, range: [0, 60] }),
    direction('swelldir'),
    uint('seastate', 4, { na: 13, range: [0, 12] }),
    int('watertemp', 10, { per: 10, na: 501, range: [-100, 500] }),
    uint('preciptype', 3, { na: 7, words: precipitationWords }),
    uint('salinity', 9, { per: 10, na: 510, range: [0, 501] }),
    uint('ice', 2, { na: 3, words: iceWords }),
    skip(10),
  ],
}
