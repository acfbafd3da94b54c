import type { NameToken } from './name.ts'

/**
 * Acronyms a name may go by: the first letters of its words, without legal forms, with and without small words
 * ("of"). `Reconnaissance General Bureau` gives `rgb`. Words of other scripts count by their first spelling. Empty for
 * names of fewer than two words.
 */
export function acronymsOf(tokens: readonly NameToken[]): string[] {
  const build = (withSmall: boolean, withForm: boolean): string =>
    tokens
      .filter((token) => withForm || token.kind !== 'orgForm')
      .filter((token) => withSmall || (token.kind !== 'stop' && token.kind !== 'particle'))
      .map((token) => (token.spellings[0]?.text ?? token.folded)[0] ?? '')
      .join('')
  const all = [build(false, false), build(true, false), build(false, true)].filter((a) => a.length >= 2)
  return [...new Set(all)]
}
