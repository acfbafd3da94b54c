import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { referenceData } from '@cordon/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isImo, parseImo, parseImoCompany } from './index.ts'

/** Any six digits with the check digit of resolution A.1117(30). */
const shipNumbers = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 })
  .filter((digits) => digits.some((digit) => digit > 0))
  .map((digits) => [...digits, digits.reduce((sum, digit, at) => sum + digit * (7 - at), 0) % 10].join(''))

describe('IMO ship numbers', () => {
  it.each([
    '9187629',
    'IMO 9187629',
    'IMO9187629',
    'imo no. 9187629',
    ' IMO-9187629 ',
    'ＩＭＯ ９１８７６２９',
  ])('reads %j', (text) => expect(parseImo(text)).toMatchObject({ ok: true, value: '9187629', kind: 'ship' }))

  it('says which check digit was expected', () => {
    expect(parseImo('9187628')).toEqual({
      ok: false,
      reason: 'expected an IMO ship number (check digit 9), found "9187628"',
    })
  })

  it.each(['', '918762', '91876299', 'HT9187629', '0000000', '445123456'])('refuses %j', (text) =>
    expect(isImo(text)).toBe(false),
  )

  it('finds every changed digit under the weights 7 and 3 and in the check digit itself', () => {
    fc.assert(
      fc.property(shipNumbers, fc.constantFrom(0, 4, 6), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const digits = [...number]
        digits[at] = String((Number(digits[at]) + by) % 10)
        expect(isImo(number)).toBe(true)
        expect(isImo(digits.join(''))).toBe(false)
      }),
    )
  })
})

describe('IMO company numbers', () => {
  it('have a check digit of their own', () => {
    expect(parseImoCompany('IMO 5342883')).toMatchObject({ ok: true, value: '5342883', kind: 'company' })
    expect(parseImo('5342883')).toEqual({
      ok: false,
      reason: 'expected an IMO ship number (check digit 1), found "5342883, an IMO company number"',
    })
  })
})

const ofac = referenceData('lists/us-ofac/sdn_2024-05-03.csv.gz')
it.skipIf(!ofac)('holds for nearly every number of the OFAC list', () => {
  const csv = gunzipSync(readFileSync(ofac!)).toString('utf8')
  const numbers = (label: string) =>
    new Set([...csv.matchAll(new RegExp(`${label} IMO (\\d{7})`, 'g'))].map((match) => match[1]!))
  const ships = [...numbers('Vessel Registration Identification')]
  const companies = [...numbers('Identification Number')]
  // Of 850 ships 841; the other nine carry numbers that are right as company numbers.
  expect(ships.filter(isImo).length / ships.length).toBeGreaterThan(0.98)
  expect(companies.filter((number) => parseImoCompany(number).ok).length / companies.length).toBeGreaterThan(
    0.98,
  )
})
