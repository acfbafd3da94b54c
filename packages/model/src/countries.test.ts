import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { allCountries, country, countryCode } from './countries.ts'
import { countryLabels } from './ftm.ts'

describe('country codes', () => {
  it.each([
    ['Korea, North', 'kp'],
    ["Democratic People's Republic of Korea", 'kp'],
    ['Democratic People’s Republic of Korea', 'kp'],
    ['DPRK', 'kp'],
    ['PRK', 'kp'],
    ['408', 'kp'],
    ['kp', 'kp'],
    ['КНДР', 'kp'],
    ['북한', 'kp'],
    ['Korea, Republic of', 'kr'],
    ['Korea (the Republic of)', 'kr'],
    ['대한민국', 'kr'],
    ['Россия', 'ru'],
    ['RUSSIAN FEDERATION', 'ru'],
    ['UK', 'gb'],
    ['United Kingdom of Great Britain and Northern Ireland', 'gb'],
    ['Iran (Islamic Republic of)', 'ir'],
    ['Congo, Democratic Republic of the', 'cd'],
    ['Congo, Republic of the', 'cg'],
    ['Republic of China', 'tw'],
    ["People's Republic of China", 'cn'],
    ['Hashemite Kingdom of Jordan', 'jo'],
    ['Sultanate of Oman', 'om'],
    ["Cote d'Ivoire", 'ci'],
    ['Türkiye', 'tr'],
    ['Soviet Union', 'suhh'],
    ['Kosovo', 'xk'],
    ['Region: Gaza', 'ps'],
    ['Former USSR (now Belarus)', 'by'],
    ['Kazakh Soviet Socialist Republic', 'kz'],
    ['USSR', 'suhh'],
  ])('%s is %s', (text, code) => expect(countryCode(text)).toBe(code))

  it.each(['', 'Korea', 'undetermined', 'na', 'Atlantis', 'Republic'])('%j is no country', (text) =>
    // "na" is Namibia's code as well as "not available" in UN lists: readers must take it out themselves.
    expect(countryCode(text)).toBe(text === 'na' ? 'na' : undefined),
  )

  it('knows every code back, and only codes that FollowTheMoney has', () => {
    for (const { code, alpha3, numeric, name } of allCountries()) {
      expect(country(code)?.name).toBe(name)
      for (const text of [alpha3, numeric, name])
        if (text) expect([text, countryCode(text)]).toEqual([text, code])
      expect([code, countryLabels.has(code)]).toEqual([code, true])
    }
  })

  it('knows the names FollowTheMoney gives', () => {
    const unknown = [...countryLabels].filter(([code, name]) => country(code) && countryCode(name) !== code)
    expect(unknown).toEqual([])
  })

  const ofac = referenceData('lists/us-ofac/sdn_advanced_2025-09-03.xml.gz')
  it.skipIf(!ofac)('knows the countries of the OFAC list', () => {
    const text = gunzipSync(readFileSync(ofac!)).toString('utf8')
    const values = /<CountryValues>(.*?)<\/CountryValues>/s.exec(text)?.[1] ?? ''
    const names = [...values.matchAll(/>([^<>\n]+)<\/Country>/g)].map((match) => match[1]!)
    expect(names.length).toBeGreaterThan(180)
    expect(names.filter((name) => countryCode(name) === undefined)).toEqual([
      'Netherlands Antilles',
      'undetermined',
      'Region: Northern Mali',
    ])
  })

  const un = referenceData('lists/un/un_consolidated_2026-02-27.xml.gz')
  const uk = referenceData('lists/uk/subject_countries.csv.gz')
  it.skipIf(!uk)('knows the countries of the UK list, as it resolves them itself', () => {
    const rows = gunzipSync(readFileSync(uk!)).toString('utf8').trim().split('\n').slice(1)
    const plain = rows
      .map((row) => row.split(','))
      .filter((fields) => fields.length === 7 && fields[4] !== '')
    const other = plain.filter((fields) => countryCode(fields[2]!) !== fields[4]!.toLowerCase())
    expect(plain.length).toBeGreaterThan(80_000)
    expect(other.length / plain.length).toBeLessThan(0.002)
  })

  it.skipIf(!un)('knows the countries of the UN list', () => {
    const text = gunzipSync(readFileSync(un!)).toString('utf8')
    const names = new Set([...text.matchAll(/<COUNTRY>([^<]+)<\/COUNTRY>/g)].map((match) => match[1]!))
    expect(names.size).toBeGreaterThan(60)
    expect([...names].filter((name) => countryCode(name) === undefined)).toEqual([])
  })
})
