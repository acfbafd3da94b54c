import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTime } from './time.ts'

describe('parseTime', () => {
  it('reads what Date reads, whatever the day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString()
          expect(parseTime(iso)).toBe(date.getTime())
          expect(parseTime(iso.replace('T', ' ').replace('Z', ''))).toBe(date.getTime())
          expect(parseTime(`${iso.slice(0, 23)}4567Z`)).toBe(date.getTime())
          expect(parseTime(iso.slice(0, 19))).toBe(Math.floor(date.getTime() / 1000) * 1000)
        },
      ),
    )
  })
  it('reads zones, web logs and numbers', () => {
    expect(parseTime('2016-02-04T23:36:00.5+06:00')).toBe(Date.UTC(2016, 1, 4, 17, 36, 0, 500))
    expect(parseTime('2018-03-24T14:37:19.037299-0600')).toBe(Date.UTC(2018, 2, 24, 20, 37, 19, 37))
    expect(parseTime('04/Feb/2016:23:36:00 +0600')).toBe(Date.UTC(2016, 1, 4, 17, 36))
    expect(parseTime(1454544000.25)).toBe(1454544000250)
    expect(parseTime('1454544000250')).toBe(1454544000250)
    expect(parseTime('1454544000250123')).toBe(1454544000250)
  })
  it.each(['', 'noon', '2016-13-04T00:00:00Z', '2016-02-04', '20x6-02-04T00:00:00Z', '2016-02-04T00:00:0xZ'])(
    'says of "%s" that it is none',
    (text) => {
      expect(parseTime(text)).toBeUndefined()
    },
  )
})
