import { latinLookOf } from './deception.ts'
import { readEastern } from './eastern.ts'
import type { NameMemory } from './memory.ts'
import { type AnalysedName, maxSpellings, type NameOf, type NameToken, type Variant } from './name.ts'
import { readName } from './read-name.ts'
import type { Segment } from './segment.ts'
import { phraseAt, tokensAt } from './tokens.ts'
import { wholeKeys } from './whole-keys.ts'

const nothing: readonly Variant[] = []

/**
 * Takes a name apart for comparison: its words with what they do, all usual Latin spellings and keys of each, and keys
 * of the whole. `nameOf` tells what it names, where known: personal names have no legal forms, ships no titles. Any
 * string is accepted; work and output are bounded by `maxNameLength` and `maxWords`. Meant to run once a name; comparing
 * works on its result. `memory` spares the work for words seen before.
 */
export function analyseName(name: string, nameOf?: NameOf, memory?: NameMemory): AnalysedName {
  const { words, lookalikes, truncated } = readName(name, nameOf, memory)
  let segments: readonly Segment[] | undefined
  const tokens: NameToken[] = []
  for (let at = 0; at < words.length; ) {
    let own = words[at]!.tokens
    let length = 1
    if (own === undefined) {
      segments ??= words.map((word) => word.segment)
      const found = nameOf === 'person' ? undefined : phraseAt(segments, at, nameOf)
      own = found === undefined ? tokensAt(segments, at, nameOf, memory) : [found.token]
      length = found?.length ?? 1
    }
    for (const token of own) tokens.push(token)
    at += length
  }
  const personal = nameOf === undefined || nameOf === 'person'
  const eastern = personal ? readEastern(name, words, tokens) : undefined
  return {
    tokens: eastern === undefined ? withDisguises(tokens, lookalikes.length > 0) : eastern.tokens,
    keys: eastern?.keys ?? (personal ? wholeKeys(tokens, words) : nothing),
    mixedScript: lookalikes.length > 0,
    lookalikes,
    truncated,
  }
}

/**
 * A word wholly of letters that look Latin may be Latin in disguise: beside Latin words or a deceptive letter, and when
 * all words are so.
 */
function withDisguises(tokens: readonly NameToken[], deceptive: boolean): readonly NameToken[] {
  if (!tokens.some(mayDeceive)) return tokens
  const among = deceptive || tokens.some(isLatinWord)
  if (!among && tokens.some((token) => token.kind === 'word' && lookOf(token, true) === undefined))
    return tokens
  return tokens.map((token) => {
    const look = mayDeceive(token) ? lookOf(token, !among) : undefined
    if (look === undefined || token.spellings.some((spelling) => spelling.text === look)) return token
    const spelling = { text: look, cost: 0.1, reason: 'look-alike letters' }
    return { ...token, spellings: [...token.spellings.slice(0, maxSpellings - 1), spelling] }
  })
}

function lookOf(token: NameToken, onlyShared: boolean): string | undefined {
  return mayDeceive(token) ? latinLookOf(token.folded, token.text, onlyShared) : undefined
}

function mayDeceive(token: NameToken): boolean {
  return (token.script === 'Cyrl' || token.script === 'Grek') && token.kind === 'word'
}

function isLatinWord(token: NameToken): boolean {
  return token.script === 'Latn' && token.folded.length > 1
}
