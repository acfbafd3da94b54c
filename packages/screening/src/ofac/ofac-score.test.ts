import { describe, expect, it } from 'vitest'
import { ofac } from './ofac.ts'
import { ofacScore, soundex } from './ofac-score.ts'

describe("OFAC's search scores", () => {
  it.each([
    ['VLADIMIR PUTIN', 'PUTIN, Vladimir', 100],
    ['PUTIN', 'PUTINA, Maria', 97],
    ['KIM JONG UN', 'KIM, Jong Sik', 100],
  ])('gives %s against %s about %i', (query, listed, score) => {
    expect(Math.abs(ofacScore(query, listed) - score)).toBeLessThanOrEqual(5)
  })

  it('is 0 where there is nothing to compare', () => {
    expect(ofacScore('', 'PUTIN')).toBe(0)
    expect(ofacScore('---', '***')).toBe(0)
  })

  it('codes sounds as the National Archives do', () => {
    expect(['ROBERT', 'RUPERT', 'ASHCRAFT', 'TYMCZAK', 'PFISTER'].map(soundex)).toEqual([
      'R163',
      'R163',
      'A261',
      'T522',
      'P236',
    ])
  })

  it('answers as an algorithm', () => {
    const person = (name: string) => ({ schema: 'Person', properties: { name: [name] } })
    expect(ofac.compare(person('OSAMA BIN LADEN'), person('BIN LADEN, Osama')).score).toBe(1)
  })
})
