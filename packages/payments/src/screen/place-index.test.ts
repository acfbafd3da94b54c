import { describe, expect, it } from 'vitest'
import { PlaceIndex } from './place-index.ts'
import { testPlaces } from './testing-known.ts'
import { textWords } from './text-words.ts'

const places = new PlaceIndex([testPlaces])
const find = (value: string) =>
  places
    .find(textWords([{ value, path: ':70:', from: 0, to: value.length }]))
    .map(({ name, edits }) => `${name} ${edits}`)

describe('places in a text', () => {
  it('are found by their names, whatever case they are in', () => {
    expect(find('from KERCH to the DPRK, then Pyongyang')).toEqual(['Kerch 0', 'DPRK 0', 'Pyongyang 0'])
  })

  it('are found with one slip from seven letters on, and with none below', () => {
    expect(find('Pyongyamg')).toEqual(['Pyongyang 1'])
    expect(find('Kirch')).toEqual([])
  })

  it('are words of their own: nothing within a longer word, and all words of a longer name', () => {
    expect(find('Kercher Perkerch')).toEqual([])
    expect(find('Bandar only')).toEqual([])
    expect(find('Bandar-Test')).toEqual(['Bandar Test 0'])
  })

  it('are found over a line end', () => {
    expect(find('PORT OF PYONG\r\nYANG')).toEqual(['Pyongyang 0'])
  })

  it('tell goods by every name they have, exactly', () => {
    expect(find('ANTHRACITE and coal, not coals')).toEqual(['anthracite 0', 'coal 0'])
  })

  it('know a country by its code', () => {
    expect([places.area('kp')?.name, places.area('DE')]).toEqual(['North Korea', undefined])
    expect(places.versions).toEqual({ 'test-places': '2026-01-01' })
  })
})
