import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NameIndex } from './name-index.ts'
import { logOddsOf, NameScorer } from './name-score.ts'

const words = [
  'park',
  'pak',
  'jin',
  'hyok',
  'hyuk',
  'jinhyok',
  'kim',
  'jong',
  'un',
  'mohammed',
  'muhammad',
  'ahmed',
  'abdul',
  'aziz',
  'abdulaziz',
  'khan',
  'vladimir',
  'vladimirovich',
  'putin',
  'garcia',
  'maria',
  'jose',
  'lopez',
  'smith',
  'smyth',
  'john',
  'jonathan',
  'ali',
  'alisher',
  'usmanov',
  'alisherusmanov',
  'lee',
  'ri',
  'petrov',
  'petrova',
  'jc',
  'juncker',
  'jean',
  'claude',
  'j',
  'a',
]
const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))
/** A name with one letter changed, lost or doubled. */
const slipped = fc.tuple(name, fc.nat(), fc.nat(2)).map(([text, at, how]) => {
  const i = at % text.length
  return text.slice(0, i) + ['', 'x', text[i]! + text[i]!][how] + text.slice(i + 1)
})

describe('the name index', () => {
  it('misses nothing that the scorer would accept, compared with brute force', () => {
    const scorer = new NameScorer()
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 30 }),
        fc.oneof(name, slipped),
        (listed, asked) => {
          const index = NameIndex.build(
            listed.map((text, owner) => ({ text, owner, weak: false, nameOf: 'person' as const })),
          )
          const query = index.compile(asked, 'person')
          const cutoff = logOddsOf(0.5)
          const found = new Set(index.found.subarray(0, index.candidates(query, cutoff, 'person')))
          for (let n = 0; n < index.names.size; n++) {
            const candidate = index.names.at(n)
            if (scorer.logOdds(query, candidate, 'person') >= cutoff)
              expect([candidate.text, found.has(n)]).toEqual([candidate.text, true])
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('finds words with two letters wrong, joined, split, in another order and in another script', () => {
    const index = NameIndex.build(
      ['Alisher Usmanov', 'Vladimir Putin', 'Good Will'].map((text, owner) => ({
        text,
        owner,
        weak: false,
        nameOf: undefined,
      })),
    )
    const find = (text: string) => {
      const count = index.candidates(index.compile(text, undefined), logOddsOf(0.7), 'any')
      const found = [...index.found.subarray(0, count)].map((n) => index.names.at(n).text)
      return found
    }
    expect(find('AlisherUsmanov')).toEqual(['Alisher Usmanov'])
    expect(find('Alischer Usmanof')).toEqual(['Alisher Usmanov'])
    expect(find('AlisherUsmnov')).toEqual(['Alisher Usmanov'])
    expect(find('Путин Владимир')).toEqual(['Vladimir Putin'])
    expect(find('Goodwill')).toEqual(['Good Will'])
  })
})
