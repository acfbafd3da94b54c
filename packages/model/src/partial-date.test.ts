import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { referenceData } from '@cordon/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, daysInMonth } from './calendar.ts'
import { compareDates } from './date-relation.ts'
import { isIsoPrefix, parseIsoDate, parsePartialDate } from './partial-date.ts'

const days = fc
  .tuple(
    fc.integer({ min: 1000, max: 2999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .filter(([year, month, day]) => day <= daysInMonth(year, month))
const text = ([year, month, day]: readonly [number, number, number]) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

describe('reading partial dates', () => {
  it.each([
    ['1965', '1965'],
    ['1965-08', '1965-08'],
    ['1965-08-15', '1965-08-15'],
    ['1965-8-5', '1965-08-05'],
    ['19650815', '1965-08-15'],
    ['1965/08/15', '1965-08-15'],
    ['15 Aug 1965', '1965-08-15'],
    ['15-AUG-1965', '1965-08-15'],
    ['15th August 1965', '1965-08-15'],
    ['August 15, 1965', '1965-08-15'],
    ['Aug 1965', '1965-08'],
    ['Sept. 1965', '1965-09'],
    ['15/08/1965', '1965-08-15'],
    ['08/15/1965', '1965-08-15'],
    ['05/05/1965', '1965-05-05'],
    ['05.08.1965', '1965-08-05'],
    ['08/1965', '1965-08'],
    ['00/00/1965', '1965'],
    ['dd/mm/1965', '1965'],
    ['00/08/1965', '1965-08'],
    ['1965-00-00', '1965'],
    ['1965-08-15T00:00:00Z', '1965-08-15'],
    ['2015-04-07-04:00', '2015-04-07'],
    ['29 Feb 2000', '2000-02-29'],
    ['15 августа 1965 г.', '1965-08-15'],
    ['9 мая 1965', '1965-05-09'],
    ['8 марта 1965', '1965-03-08'],
    ['1965년 8월 15일', '1965-08-15'],
  ])('%j is %s', (input, value) => expect(parsePartialDate(input)).toEqual({ ok: true, value }))

  it.each([
    ['circa 1965', { value: '1965', qualifier: { circa: true } }],
    ['c. Aug 1965', { value: '1965-08', qualifier: { circa: true } }],
    ['between 1960 and 1965', { qualifier: { from: '1960', to: '1965' } }],
    ['1960 to 1965', { qualifier: { from: '1960', to: '1965' } }],
    ['1960-1965', { qualifier: { from: '1960', to: '1965' } }],
    ['circa 1960-1965', { qualifier: { from: '1960', to: '1965', circa: true } }],
    ['Jul 1972 to Aug 1973', { qualifier: { from: '1972-07', to: '1973-08' } }],
    ['Mar to Aug 1965', { value: '1965', qualifier: { from: '1965-03', to: '1965-08' } }],
    ['12 to 15 Aug 1965', { value: '1965-08', qualifier: { from: '1965-08-12', to: '1965-08-15' } }],
    ['1960s', { qualifier: { from: '1960', to: '1969' } }],
    ['before 1970', { qualifier: { to: '1970' } }],
    ['after Mar 1960', { qualifier: { from: '1960-03' } }],
  ])('%j keeps what a prefix cannot say', (input, read) =>
    expect(parsePartialDate(input)).toEqual({ ok: true, ...read }),
  )

  it('says when day and month cannot be told apart, unless the order is known', () => {
    expect(parsePartialDate('05/08/1965')).toEqual({
      ok: true,
      value: '1965',
      alternatives: ['1965-05-08', '1965-08-05'],
    })
    expect(parsePartialDate('05/08/1965', 'day-first')).toEqual({ ok: true, value: '1965-08-05' })
    expect(parsePartialDate('05/08/1965', 'month-first')).toEqual({ ok: true, value: '1965-05-08' })
    expect(parseIsoDate('05/08/1965').ok).toBe(false)
  })

  it.each([
    '',
    'unknown',
    '1965-13',
    '1965-02-29',
    '1900-02-29',
    '31/04/1965',
    '15-Aug-65',
    '0965',
    '1965 to 1960',
    '65',
  ])('refuses %j', (input) =>
    expect(parsePartialDate(input)).toMatchObject({ ok: false, reason: expect.stringMatching(/^expected/) }),
  )

  const un = referenceData('lists/un/un_consolidated_2026-02-27.xml.gz')
  it.skipIf(!un)('reads every date of the UN list', () => {
    const xml = gunzipSync(readFileSync(un!)).toString('utf8')
    const dates = [...xml.matchAll(/<(?:DATE|YEAR|FROM_YEAR|TO_YEAR|LISTED_ON)>([^<]+)</g)].map(
      (match) => match[1]!,
    )
    expect(dates.length).toBeGreaterThan(1500)
    expect(dates.filter((date) => !parsePartialDate(date).ok)).toEqual([])
  })

  const ofac = referenceData('lists/us-ofac/sdn_2024-05-03.csv.gz')
  it.skipIf(!ofac)('reads every birth date in the remarks of the OFAC list', () => {
    const csv = gunzipSync(readFileSync(ofac!)).toString('utf8')
    const dates = [...csv.matchAll(/DOB ([^;."(]+)/g)].map((match) => match[1]!)
    expect(dates.length).toBeGreaterThan(7000)
    expect(dates.filter((date) => !parsePartialDate(date).ok)).toEqual([])
  })

  it('reads every day of the calendar, and no other', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(parsePartialDate(text(day))).toEqual({ ok: true, value: text(day) })
        expect(isIsoPrefix(text(day))).toBe(true)
      }),
    )
    const beyond = fc.tuple(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 1, max: 12 }))
    fc.assert(
      fc.property(beyond, ([year, month]) => !isIsoPrefix(text([year, month, daysInMonth(year, month) + 1]))),
    )
  })
})

describe('comparing dates', () => {
  it.each([
    ['1965-08-15', '1965-08-15', 'equal'],
    ['1965', '1965-08-15', 'compatible'],
    ['1965-08', '1965-08-15', 'compatible'],
    ['1965-08-05', '1965-05-08', 'day-month-swapped'],
    ['1965-08-31', '1965-09-01', 'off-by-one-day'],
    ['1999-12-31', '2000-01-01', 'off-by-one-day'],
    ['2000-02-28', '2000-03-01', 'contradict'],
    ['1900-02-28', '1900-03-01', 'off-by-one-day'],
    ['1965-08-15', '1966-08-15', 'off-by-one-year'],
    ['1965', '1966-08-15', 'off-by-one-year'],
    ['1965-08', '1965-09-15', 'contradict'],
    ['1965-08-15', '1975-08-15', 'contradict'],
  ])('%s and %s: %s', (a, b, relation) => {
    expect(compareDates(a, b)).toBe(relation)
    expect(compareDates(b, a)).toBe(relation)
  })

  it.each([
    ['circa 1965', '1967-03-01', 'compatible'],
    ['circa 1965', '1968', 'off-by-one-year'],
    ['1960 to 1965', '1963-03', 'compatible'],
    ['1960 to 1965', '1966-03', 'off-by-one-year'],
    ['1960 to 1965', '1970', 'contradict'],
    ['before 1970', '1950', 'compatible'],
    ['05/08/1965', '1965-05-08', 'compatible'],
    ['05/08/1965', '1965-07-05', 'contradict'],
  ])('%s and %s: %s', (a, b, relation) => {
    const [left, right] = [parsePartialDate(a), parsePartialDate(b)]
    expect(left.ok && right.ok && compareDates(left, right)).toBe(relation)
  })

  it('does not depend on the order of its arguments, and finds every date equal to itself', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(compareDates(text(a), text(b))).toBe(compareDates(text(b), text(a)))
        expect(compareDates(text(a), text(a))).toBe('equal')
      }),
    )
  })

  it('counts days as the calendar does', () => {
    fc.assert(
      fc.property(days, ([year, month, day]) => {
        const last = day === daysInMonth(year, month)
        const next = last ? (month === 12 ? [year + 1, 1, 1] : [year, month + 1, 1]) : [year, month, day + 1]
        expect(dayNumber(next[0]!, next[1]!, next[2]!) - dayNumber(year, month, day)).toBe(1)
      }),
    )
  })
})
