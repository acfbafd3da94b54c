import { describe, expect, it } from 'vitest'
import { checkSighting, noText } from './sighting-fields.ts'

const typed = { ...noText, time: '2018-01-20 04:30', position: '30 06.0 N 125 12.0 E' }

describe('a sighting that is typed', () => {
  it('needs no more than time and place', () => {
    expect(checkSighting(typed)).toEqual({
      ok: true,
      sighting: { time: '2018-01-20T04:30:00.000Z', lat: 30.1, lon: 125.2 },
    })
  })

  it('takes everything else as it is written', () => {
    const full = {
      ...typed,
      accuracy: '200 m',
      length: '98',
      heading: '12,5',
      name: ' RYE SONG GANG 1 ',
      imo: 'IMO 7389704',
    }
    expect(checkSighting(full)).toMatchObject({
      sighting: { accuracy_m: 200, length_m: 98, heading: 12.5, name: 'RYE SONG GANG 1', imo: '7389704' },
    })
  })

  it('says of each field what is wrong, all at once', () => {
    const checked = checkSighting({
      ...noText,
      position: '95, 10',
      length: '9000',
      heading: 'north',
      imo: '12',
    })
    expect(checked.ok ? [] : Object.keys(checked.faults).sort()).toEqual([
      'heading',
      'imo',
      'length',
      'position',
      'time',
    ])
    expect(checked.ok ? '' : checked.faults.position).toMatch(/at most 90/)
  })
})
