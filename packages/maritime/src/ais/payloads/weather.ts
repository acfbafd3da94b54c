import type { Application } from '../binary.ts'
import { dayHourMinute, flag, int, latitude, longitude, text, uint } from '../field.ts'

/**
 * Weather seen from a ship (IMO SN.1/Circ.289): 1/21, the form without WMO codes. The other form is told apart by its
 * first bit, `wmo`; its codes need the BUFR tables, and it comes out as undecoded `data`.
 */
export const shipWeather: Application = {
  bits: [301, 304],
  parts: [
    flag('wmo'),
    text('location', 20),
    longitude(25),
    latitude(24),
    ...dayHourMinute(),
    uint('weather', 4, {
      na: 8,
      words: ['Clear', 'Cloudy', 'Rain', 'Fog', 'Snow', 'Typhoon/hurricane', 'Monsoon', 'Thunderstorm'],
    }),
    flag('vislimit'),
    uint('visibility', 7, { per: 10, na: 127, range: [0, 126] }),
    uint('humidity', 7, { na: 127, range: [0, 100] }),
    uint('wspeed', 7, { na: 127 }),
    uint('wdir', 9, { na: 360, range: [0, 359] }),
    uint('pressure', 9, { plus: 799, na: 403, range: [0, 402] }),
    uint('pressuretend', 4),
    int('airtemp', 11, { per: 10, na: -1024, range: [-600, 600] }),
    uint('watertemp', 10, { per: 10, plus: -10, decimals: 1, na: 601, range: [0, 600] }),
    uint('waveperiod', 6, { na: 63 }),
    uint('waveheight', 8, { per: 10, na: 255 }),
    uint('wavedir', 9, { na: 360, range: [0, 359] }),
    uint('swellheight', 8, { per: 10, na: 255 }),
    uint('swelldir', 9, { na: 360, range: [0, 359] }),
    uint('swellperiod', 6, { na: 63 }),
  ],
}
