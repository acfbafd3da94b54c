import { readFileSync } from 'node:fs'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { countryOfMid, isMmsi, parseMmsi } from './index.ts'

describe('MMSI', () => {
  it.each([
    ['445123000', 'ship', 'kp'],
    ['002734414', 'coast-station', 'ru'],
    ['036699999', 'group', 'us'],
    ['111232512', 'sar-aircraft', 'gb'],
    ['993672072', 'aid-to-navigation', 'us'],
    ['982470123', 'craft-associated', 'it'],
    ['823212345', 'handheld', 'gb'],
    ['970123456', 'ais-sart', undefined],
    ['972123456', 'man-overboard', undefined],
    ['974123456', 'epirb', undefined],
    ['979123456', 'autonomous-device', undefined],
  ])('%s is a %s of %s', (digits, kind, country) => {
    const read = parseMmsi(digits)
    expect(read).toMatchObject({ ok: true, value: digits, kind })
    expect(read.ok && read.country).toBe(country)
  })

  it('gives numbers their lost zeros back', () => {
    expect(parseMmsi(2734414)).toMatchObject({ ok: true, value: '002734414', kind: 'coast-station' })
  })

  it('keeps a number whose MID is not assigned, without a flag', () => {
    expect(parseMmsi('200123456')).toEqual({ ok: true, value: '200123456', kind: 'ship', mid: '200' })
  })

  it.each(['', '44512300', '4451230001', '123456789', '000000000', '980000000'])('refuses %j', (text) =>
    expect(isMmsi(text)).toBe(false),
  )

  const table = referenceData('ais/decoder/libais-mid.csv')
  it.skipIf(!table)('has a flag for every MID of a published table', () => {
    const mids = readFileSync(table!, 'utf8').match(/^\d{3}/gm) ?? []
    expect(mids.length).toBeGreaterThan(280)
    expect(mids.filter((mid) => countryOfMid(mid) === undefined)).toEqual([])
  })
})
