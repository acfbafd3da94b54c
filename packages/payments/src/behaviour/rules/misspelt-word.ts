import { analyseName, EditDistance, foldWord } from '@cordon/text'
import { RecentMap } from '../recent-map.ts'
import { numberOf } from '../rule.ts'
import type { OrderRuleMaker } from '../sign.ts'

const distance = new EditDistance()

/**
 * A word of the beneficiary's name is nearly, but not quite, a common word of organisations' names ("fandation"). One edit from
 * six letters on, two from nine with the same first letter; a word that is itself a known one is right as it stands, and one that was
 * paid on `days` (2) days before is how that name is written. Parameter `letters` (6): shorter words are not looked at.
 */
export const misspeltWord: OrderRuleMaker = (rule, { rules }) => {
  const letters = numberOf(rule, 'letters', 6)
  const known = new Set(rules.organisationWords.map((word) => foldWord(word).text))
  const byLength = new Map<number, string[]>()
  for (const word of known)
    if (word.length >= letters) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word])
  const remembered = new RecentMap<string>(50_000)
  return {
    rule,
    ...(known.size === 0 && { idle: 'the rules have no words of organisations' }),
    judge({ creditor, places }, { institution }) {
      // A line of MT has 35 characters: the last word of a longer name is cut, not misspelt.
      const words = creditor.text.length >= 34 ? creditor.words.slice(0, -1) : creditor.words
      for (const word of words) {
        if (word.length < letters) continue
        const meant = meantBy(word)
        if (meant === '') continue
        const [first, last] = institution.met.names.get(misspeltKey(word)) ?? [0, 0]
        if (last > first) continue
        return {
          rule,
          strength: 1,
          query: word,
          candidate: meant,
          detail: `"${word}" in ${creditor.text} is a misspelt "${meant}".`,
          ...(places.name && { place: places.name }),
        }
      }
      return undefined
    },
  }

  function meantBy(word: string): string {
    let meant = remembered.get(word)
    if (meant === undefined) {
      meant = nearest(word)
      remembered.set(word, meant)
    }
    return meant
  }

  function nearest(word: string): string {
    if (known.has(word) || /\d/.test(word) || isOtherwiseKnown(word)) return ''
    for (let edits = 1; edits <= (word.length >= 9 ? 2 : 1); edits++)
      for (let length = word.length - edits; length <= word.length + edits; length++)
        for (const right of byLength.get(length) ?? []) {
          if (edits === 2 && right[0] !== word[0]) continue
          if (distance.osa(word, right, edits) > edits || isInflection(word, right)) continue
          return right
        }
    return ''
  }
}

/** Under which a word taken for misspelt is remembered among the institution's names. */
export const misspeltKey = (word: string) => `\u0000${word}`

/** Legal forms, translated and generic words of every language that names are read in. */
function isOtherwiseKnown(word: string): boolean {
  return analyseName(word, 'organization').tokens.some(
    ({ kind, concept }) => kind !== 'word' || concept !== undefined,
  )
}

/** Endings that make another right word of a word, not a wrong one. */
function isInflection(word: string, right: string): boolean {
  const [short, long] = word.length < right.length ? [word, right] : [right, word]
  return long.startsWith(short) && /^(s|es|e|a|n|al|er|ed|ly|y|i|o)$/.test(long.slice(short.length))
}
