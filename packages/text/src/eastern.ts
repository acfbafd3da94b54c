import { maxKeys, maxSpellings, type NameToken, type Variant } from './name.ts'
import { readCyrillicName } from './names/cyrillic-east.ts'
import type { ReadWord } from './read-word.ts'

/**
 * A Cyrillic name that is a Korean or Chinese one and nothing else: keys of the whole, and its tokens with the spellings
 * of that language behind the ordinary ones. Undefined for all other names.
 */
export function readEastern(
  name: string,
  words: readonly ReadWord[],
  tokens: readonly NameToken[],
): { keys: readonly Variant[]; tokens: readonly NameToken[] } | undefined {
  // A full stop tells of initials: Ли А. is not 李阿.
  if (words.length < 2 || words.length > 3 || words[0]!.segment.script !== 'Cyrl') return undefined
  if (tokens.length !== words.length || words.some((word) => word.segment.script !== 'Cyrl')) return undefined
  if (name.includes('.')) return undefined
  const found = readCyrillicName(
    words.map((word) => word.segment.folded),
    maxKeys,
  )
  if (found === undefined) return undefined
  return { keys: found.keys, tokens: tokens.map((token, at) => withSpellings(token, found.spellings[at]!)) }
}

/** Of the ordinary spellings, those stay first that are compared letter by letter. */
const ordinaryFirst = 3
/** Systems that are not used for Korean and Chinese: German `cho` for Хо is one letter from the name Chol. */
const notForEastern = new Set(['german', 'french'])

function withSpellings(token: NameToken, more: readonly Variant[]): NameToken {
  if (token.kind === 'initial') return token
  const ordinary = token.spellings.filter((spelling) => !notForEastern.has(spelling.reason))
  const before = ordinary.slice(0, ordinaryFirst)
  const added = more.filter((spelling) => before.every((known) => known.text !== spelling.text))
  const after = ordinary
    .slice(ordinaryFirst)
    .filter((spelling) => added.every((known) => known.text !== spelling.text))
  return { ...token, spellings: [...before, ...added, ...after].slice(0, maxSpellings) }
}
