import { describe, expect, it } from 'vitest'
import { compileName } from './compiled-name.ts'
import { syllablesApart } from './syllables.ts'

const apart = (a: string, b: string) => syllablesApart(compileName(a, 'person'), compileName(b, 'person'))

describe('names read in syllables', () => {
  it.each([
    ['Kim Jong Un', 'Kim Jong Il'],
    ['Park Jin Hyok', 'Park Jin Ho'],
    ['Kim Jong Un', 'Ri Jong Un'],
    ['Wang Hongwen', 'Wang Hongbo'],
  ])('%s and %s are apart: a syllable is another one', (a, b) => {
    expect([apart(a, b), apart(b, a)]).toEqual(['apart', 'apart'])
  })

  it.each([
    ['김성수', '민서 성수 김'],
    ['RI CHANG HO', '浩 李'],
    ['Wang Hongwen', 'Wang Hong'],
  ])('%s and %s are apart: one has a syllable more', (a, b) => {
    expect([apart(a, b), apart(b, a)]).toEqual(['apart', 'apart'])
  })

  it.each([
    ['习近平', '弗拉基米尔·普京'],
    ['Владимир Путин', '普京'],
  ])('%s and %s say nothing: one is longer than East Asian names are, or not in syllables', (a, b) => {
    expect([apart(a, b), apart(b, a)]).toEqual(['unread', 'unread'])
  })

  it('takes another character for another name where both are written in characters', () => {
    expect([apart('习近平', '习近朋'), apart('Xi Jinping', 'Shi Jinpin')]).toEqual(['apart', 'near'])
  })

  it.each([
    ['Pak Jin Hyok', '박진혁'],
    ['Kim Jong Un', 'Gim Jeong-eun'],
    ['Pak Jin Hyok', 'Paek Jin Hyok'],
    ['Wang Hongwen', 'Wang Hongwei'],
  ])('%s and %s are near: the same, or a slip', (a, b) => {
    expect([apart(a, b), apart(b, a)]).toEqual(['near', 'near'])
  })

  it.each([
    ['Ivan Petrov', 'Kim Jong Un'],
    ['Park Jin Hyok', 'Park'],
  ])('%s and %s say nothing: one is not read', (a, b) => {
    expect([apart(a, b), apart(b, a)]).toEqual(['unread', 'unread'])
  })
})
