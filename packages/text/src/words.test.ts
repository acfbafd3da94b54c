import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWord, maxNameLength } from './fold.ts'
import { foldLatin } from './latin.ts'
import { maxWords, normaliseName, wordsOf } from './words.ts'

describe('normaliseName', () => {
  it.each([
    ['  KIM, Jong–Un ', 'kim jong un'],
    ["Ch'oe Ryong-hae", 'choe ryong hae'],
    ['O’Brien', 'obrien'],
    ['Ｐａｒｋ　Ｊｉｎ', 'park jin'],
    ['Łódź Straße Ørsted', 'lodz strasse orsted'],
    ['ﬁrst ﬂeet', 'first fleet'],
    ['S.p.A. Fiat', 'spa fiat'],
    ['M/V Anna 3', 'mv anna 3'],
    ['Unit ٣', 'unit 3'],
    ['Mu\u202Eham\u200Bmad\u0000Ali', 'muhammad ali'],
    ['\ud800Kim\udc00', 'kim'],
    ['أحمد', 'احمد'],
    ['احمد', 'احمد'],
    ['ΑΓΓΕΛΟΣ', 'αγγελοσ'],
    ['株式会社ABC', '株式会社 abc'],
    ['KUMGANG3', 'kumgang 3'],
    ['', ''],
    ['...', ''],
  ])('%j becomes %j', (name, expected) => {
    expect(normaliseName(name)).toBe(expected)
  })

  it('is idempotent, bounded and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const once = normaliseName(name)
        expect(normaliseName(once)).toBe(once)
        expect(wordsOf(name).length).toBeLessThanOrEqual(maxWords)
      }),
      { numRuns: 2000 },
    )
  })

  it('reads at most the first thousand characters', () => {
    expect(normaliseName('a'.repeat(10_000))).toHaveLength(maxNameLength)
    expect(wordsOf('a '.repeat(5_000))).toHaveLength(maxWords)
  })
})

describe('look-alike letters', () => {
  it('reads Cyrillic letters inside a Latin word as Latin, and reports them', () => {
    expect(foldWord('Pаrk')).toEqual({ text: 'park', lookalikes: ['а'] })
  })
  it('reads a Latin letter inside a Cyrillic word as Cyrillic', () => {
    expect(foldWord('Cбербанк')).toEqual({ text: 'сбербанк', lookalikes: ['c'] })
  })
})

describe('foldLatin', () => {
  it('is plain ASCII for any name', () => {
    expect(foldLatin('Владимир Łęcki')).toBe('vladimir lecki')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(foldLatin(name)).toMatch(/^[a-z0-9 ]*$/)
      }),
    )
  })
})
