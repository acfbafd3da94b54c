import type { Entity } from '@cordon/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextIndex } from './text-index.ts'
import { textWords } from './text-words.ts'

const entity = (id: string, schema: string, ...names: string[]): Entity => ({
  id,
  caption: names[0]!,
  schema,
  properties: { name: names },
  datasets: ['t'],
  referents: [],
  target: true,
})
const index = TextIndex.build([
  entity('o-1', 'Organization', 'Northern Kestrel Development Trading Corporation'),
  entity('o-2', 'Organization', 'Zorvex Ltd'),
  entity('p-1', 'Person', 'Balakirev Grigoriy Ivanovich'),
  entity('p-2', 'Person', 'Kim Jong Un'),
  entity('p-3', 'Person', 'Li Na'),
  entity('v-1', 'Vessel', 'Merry Dolphin'),
])
const find = (value: string) => {
  const words = textWords([{ value, path: ':70:', from: 0, to: value.length }])
  return index
    .find(words)
    .map(
      ({ pattern, edits, first, last }) =>
        `${pattern.entityId} ${edits} "${value.slice(words[first]!.from, words[last]!.to)}"`,
    )
}

describe('listed names in a text', () => {
  it.each([
    [
      'as listed, without its legal form',
      'for Northern Kestrel Development Trading please',
      ['o-1 0 "Northern Kestrel Development Trading"'],
    ],
    [
      'with a slip',
      'for Nothern Kestrel Development Trading',
      ['o-1 1 "Nothern Kestrel Development Trading"'],
    ],
    [
      'cut by a line end in a word',
      'NORTHERN KES\r\nTREL DEVELOPMENT TRADING',
      ['o-1 0 "NORTHERN KES\r\nTREL DEVELOPMENT TRADING"'],
    ],
    [
      'cut with the sign of a continued line',
      'NORTHERN KES\r\n//TREL DEVELOPMENT TRADING',
      ['o-1 0 "NORTHERN KES\r\n//TREL DEVELOPMENT TRADING"'],
    ],
    ['surname last', 'Grigoriy Ivanovich Balakirev', ['p-1 0 "Grigoriy Ivanovich Balakirev"']],
    ['syllables written as one', 'gift from Kim Jongun', ['p-2 0 "Kim Jongun"']],
    ['a firm of one word', 'order of Zorvex, paid', ['o-2 0 "Zorvex"']],
    ['two short words', 'Li Na', ['p-3 0 "Li Na"']],
  ])('are found %s', (_, text, expected) => {
    expect([...new Set(find(text))]).toEqual(expected)
  })

  it.each([
    ['with a word left out', 'for Northern Development Trading'],
    ['with words far apart', 'Northern lights, a kestrel nest, development of the trading post'],
    ['with too many slips', 'Nothern Kestral Developmant Tradimg'],
    ['as part of other words', 'Zorvexian products'],
    ['with a slip in one word alone', 'Zorvix'],
    ['of people with only one name', 'Dear Balakirev'],
    ['of short names with a slip', 'Li Nai'],
  ])('are not found %s', (_, text) => {
    expect(find(text)).toEqual([])
  })

  it('are found wherever they stand among other words', () => {
    const other = fc.stringMatching(/^[qwx]{3,9}$/)
    fc.assert(
      fc.property(fc.array(other, { maxLength: 8 }), fc.array(other, { maxLength: 8 }), (before, after) => {
        const text = [...before, 'Balakirev Grigoriy Ivanovich', ...after].join(' ')
        expect(find(text)).toContain('p-1 0 "Balakirev Grigoriy Ivanovich"')
      }),
    )
  })

  it('are found with any one letter of a long word changed, left out or doubled', () => {
    const word = 'Balakirev'
    for (let at = 0; at < word.length; at++)
      for (const slip of [
        `${word.slice(0, at)}x${word.slice(at + 1)}`,
        word.slice(0, at) + word.slice(at + 1),
        word.slice(0, at + 1) + word.slice(at),
      ])
        expect(find(`${slip} Grigoriy Ivanovich`).map((one) => one.slice(0, 3))).toContain('p-1')
  })
})
