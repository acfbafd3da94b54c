import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scriptOfUnit, scriptOfWord, trait, traitsOf } from './characters.ts'
import { cleanText, maxNameLength } from './fold.ts'
import { scriptOf } from './script.ts'

/** What `cleanText` promises, said once more without its short cut. */
function cleanSlowly(raw: string): string {
  const invisible = /[\p{Cf}\p{Co}\p{Cn}]|[\ud800-\udfff]/gu
  const visible = raw
    .slice(0, maxNameLength)
    .replace(/\p{Cc}/gu, ' ')
    .replace(invisible, '')
  return visible.normalize('NFKC').replace(invisible, '').slice(0, maxNameLength)
}

describe('traits of letters', () => {
  it('are those of Unicode, for every unit', () => {
    for (let code = 0; code < 0x10000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const character = String.fromCharCode(code)
      const traits = traitsOf(code)
      if (
        ((traits & trait.letter) !== 0) !== /\p{L}/u.test(character) ||
        ((traits & trait.mark) !== 0) !== /\p{M}/u.test(character) ||
        ((traits & trait.number) !== 0) !== /\p{N}/u.test(character) ||
        scriptOfUnit(code) !== scriptOf(code)
      )
        expect.fail(`U+${code.toString(16)}`)
    }
  })

  it('tell when text is clean already', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        'e',
        '\u0301',
        '가',
        '\u1161',
        '\u11a8',
        'ﬁ',
        '\u200b',
        '\u202e',
        'Й',
        'ー',
        '\ud835',
        '\t',
        'ا',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        expect(cleanText(text)).toBe(cleanSlowly(text))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('scriptOfWord', () => {
  it.each([
    ['park', 'Latn'],
    ['парк3', 'Cyrl'],
    ['金3', 'Hani'],
    ['aбб', 'Cyrl'],
    ['abб', 'Latn'],
    ['𠀀', 'Hani'],
    ['123', 'Zyyy'],
    ['', 'Zyyy'],
  ])('%s is %s', (word, script) => {
    expect(scriptOfWord(word)).toBe(script)
  })
})
