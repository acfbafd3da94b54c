import { expect, it } from 'vitest'
import { plainText, textRuns } from './control-characters.ts'

it('shows a right-to-left override as its code point instead of obeying it', () => {
  expect(textRuns('ACME \u202eDTL')).toEqual([{ text: 'ACME ' }, { unseen: 'U+202E' }, { text: 'DTL' }])
  expect(plainText('ACME \u202eDTL')).toBe('ACME [U+202E]DTL')
})

it('keeps the joiners that Persian and Indic names need', () => {
  const name = 'علی\u200cرضا'
  expect(textRuns(name)).toEqual([{ text: name }])
})

it('shows zero-width spaces, byte order marks, Hangul fillers and tag characters', () => {
  const runs = textRuns('a\u200bb\ufeffc\u3164d\u{e0041}')
  expect(runs.flatMap((run) => ('unseen' in run ? [run.unseen] : []))).toEqual([
    'U+200B',
    'U+FEFF',
    'U+3164',
    'U+E0041',
  ])
})

it('leaves markup as the text that it is', () => {
  expect(plainText('<b>x</b>')).toBe('<b>x</b>')
})
