import { describe, expect, it } from 'vitest'
import { parsePosition, parseUtc, positionText } from './position.ts'

describe('a position as people write it', () => {
  it.each([
    '30.1, 125.2',
    '30.1 125.2',
    '30.1N 125.2E',
    "30°06.0'N 125°12.0'E",
    '30°06′00″ N, 125°12′00″ E',
    '30 06 N 125 12 E',
    'N30-06.0 E125-12.0',
    '30 06 00 N 125 12 00 E',
    '125.2E 30.1N',
    '30,1; 125,2',
    '30 06.0 125 12.0',
  ])('reads %s', (text) => {
    const read = parsePosition(text)
    expect(read).toMatchObject({ ok: true, lat: expect.closeTo(30.1, 6), lon: expect.closeTo(125.2, 6) })
  })

  it('takes south and west from letters and from signs', () => {
    expect(parsePosition('33 51.5 S 151 12.6 W')).toMatchObject({
      lat: expect.closeTo(-33.8583, 3),
      lon: expect.closeTo(-151.21, 3),
    })
    expect(parsePosition('-33.5, −151.2')).toMatchObject({ lat: -33.5, lon: -151.2 })
  })

  it.each([
    ['', 'empty'],
    ['somewhere', 'form'],
    ['30.1', 'form'],
    ['30.1N 31.2N', 'form'],
    ['95, 125', 'latitude'],
    ['30, 190', 'longitude'],
    ['30 75 N 125 12 E', 'minutes'],
  ])('says why %j is none', (text, why) => {
    expect(parsePosition(text)).toEqual({ ok: false, why })
  })

  it('writes degrees and minutes as charts do, and reads them back', () => {
    expect(positionText(30.1, 125.2)).toBe('30°06.00′ N 125°12.00′ E')
    expect(positionText(-0.5, -179.99999)).toBe('00°30.00′ S 180°00.00′ W')
    expect(parsePosition(positionText(-12.345, -45.678))).toMatchObject({
      lat: expect.closeTo(-12.345, 3),
      lon: expect.closeTo(-45.678, 3),
    })
  })
})

describe('a time in UTC', () => {
  const time = Date.UTC(2018, 0, 20, 4, 30)
  it.each([
    '2018-01-20 04:30',
    '2018-01-20T04:30:00Z',
    '2018/1/20 0430 UTC',
    '20 Jan 2018 0430Z',
    '2018-01-20 13:30+09:00',
  ])('reads %s', (text) => expect(parseUtc(text)).toBe(time))
  it.each(['', 'yesterday', '2018-13-01 00:00', '2018-02-30 00:00', '2018-01-20 24:61', '2018-01-20'])(
    'refuses %j',
    (text) => expect(parseUtc(text)).toBeUndefined(),
  )
})
