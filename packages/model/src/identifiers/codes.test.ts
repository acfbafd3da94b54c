import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isBic,
  isCallSign,
  isIban,
  isInn,
  isIsin,
  isLei,
  isOgrn,
  nearMiss,
  parseBic,
  parseCallSign,
  parseIban,
  parseInn,
  parseIsin,
  parseLei,
  parseOgrn,
} from './index.ts'

/** The text with one character replaced by another of the same kind (digit by digit, letter by letter). */
const oneChanged = (text: string) =>
  fc.tuple(fc.integer({ min: 0, max: text.length - 1 }), fc.integer({ min: 1, max: 9 })).map(([at, by]) => {
    const code = text.charCodeAt(at)
    const [base, size] = code < 58 ? [48, 10] : [65, 26]
    return text.slice(0, at) + String.fromCharCode(((code - base + by) % size) + base) + text.slice(at + 1)
  })

describe('BIC', () => {
  it('leaves XXX off, so that both spellings of a head office are one', () => {
    expect(parseBic('bbhobddh xxx')).toEqual({
      ok: true,
      value: 'BBHOBDDH',
      bic8: 'BBHOBDDH',
      country: 'bd',
      test: false,
    })
  })
  it('keeps a branch, and marks test codes', () => {
    expect(parseBic('DEUTDEFF500')).toMatchObject({ value: 'DEUTDEFF500', bic8: 'DEUTDEFF', branch: '500' })
    expect(parseBic('DEUTDEF0')).toMatchObject({ test: true })
  })
  it.each(['DEUTDEF', 'DEUTQQFF', 'DEUTDEFFXX', ''])('refuses %j', (text) => expect(isBic(text)).toBe(false))
})

describe('IBAN', () => {
  const iban = 'GB82WEST12345698765432'
  it('reads the printed form', () => {
    expect(parseIban('gb82 WEST 1234 5698 7654 32')).toEqual({ ok: true, value: iban, country: 'gb' })
  })
  it('names what is wrong', () => {
    expect(parseIban('GB83WEST12345698765432')).toMatchObject({
      reason: expect.stringContaining('check digits'),
    })
    expect(parseIban('GB82WEST1234569876543')).toMatchObject({ reason: expect.stringContaining('length') })
    expect(isIban('KP82WEST12345698765432')).toBe(false)
  })
  it('finds every changed character', () => {
    fc.assert(fc.property(oneChanged(iban), (text) => !isIban(text)))
  })
})

describe('LEI', () => {
  const lei = '7LTWFZYICNSX8D621K86'
  it('reads it', () => expect(parseLei(lei.toLowerCase())).toEqual({ ok: true, value: lei }))
  it('finds every character changed to another of its kind', () => {
    fc.assert(fc.property(oneChanged(lei), (text) => !isLei(text)))
  })
})

describe('ISIN', () => {
  it.each(['US0378331005', 'GB0002634946', 'XS0356705219'])('reads %s', (isin) =>
    expect(parseIsin(isin)).toEqual({ ok: true, value: isin, prefix: isin.slice(0, 2) }),
  )
  it('finds every changed digit', () => {
    const digit = fc.tuple(fc.integer({ min: 2, max: 11 }), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(digit, ([at, by]) => {
        const isin = 'US0378331005'
        const changed = isin.slice(0, at) + ((Number(isin[at]) + by) % 10) + isin.slice(at + 1)
        expect(isIsin(changed)).toBe(false)
      }),
    )
  })
})

describe('Russian numbers', () => {
  it('reads an INN and says whose kind it is', () => {
    expect(parseInn('7707083893')).toEqual({ ok: true, value: '7707083893', holder: 'organisation' })
    expect(parseInn('ИНН 500100732259')).toEqual({ ok: true, value: '500100732259', holder: 'person' })
    expect(['7707083894', '500100732258', '0000000000', '77070838'].map(isInn)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
  it('reads an OGRN', () => {
    expect(parseOgrn('1027700132195')).toEqual({ ok: true, value: '1027700132195', holder: 'organisation' })
    expect(parseOgrn('304500116000157')).toMatchObject({ holder: 'sole-trader' })
    expect(isOgrn('1027700132196')).toBe(false)
  })
})

describe('call signs', () => {
  it('are compared without separators', () => {
    expect(parseCallSign('hm-yn 7')).toEqual({ ok: true, value: 'HMYN7' })
    expect(parseCallSign('3FQF8')).toEqual({ ok: true, value: '3FQF8' })
  })
  it.each(['', '12345', 'AB', 'NONE GIVEN'])('refuses %j', (text) => expect(isCallSign(text)).toBe(false))
})

describe('near misses', () => {
  it('knows one changed digit and two swapped neighbours, and nothing else', () => {
    expect(nearMiss('9187629', '9187628')).toEqual({ kind: 'one-changed', at: 6 })
    expect(nearMiss('290333974', '290339374')).toEqual({ kind: 'neighbours-swapped', at: 5 })
    expect(nearMiss('290333974', '290333974')).toBeUndefined()
    expect(nearMiss('290333974', '29033397')).toBeUndefined()
    expect(nearMiss('290333974', '390333975')).toBeUndefined()
    expect(nearMiss('1234', '1235')).toBeUndefined()
  })
})
