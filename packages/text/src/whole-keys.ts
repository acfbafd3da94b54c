import type { NameToken, Variant } from './name.ts'
import { chineseKeys, hanKey, hanSurname } from './names/chinese.ts'
import { canonicalHangul, hangulSurname, hanjaName, koreanKeys } from './names/korean.ts'
import { Syllables } from './names/syllables.ts'
import type { ReadWord } from './read-word.ts'

const nothing: readonly Variant[] = []

const asideKinds = new Set(['title', 'suffix', 'stop', 'number', 'orgForm', 'vesselPrefix'])

function latinKeysOf(words: readonly Syllables[]): readonly Variant[] {
  const korean = koreanKeys(words, 12)
  const chinese = chineseKeys(words, 12)
  return korean.length === 0 ? chinese : chinese.length === 0 ? korean : [...korean, ...chinese]
}

/** Keys of the whole name: Korean and Chinese names, from Hangul, Han or Latin. */
export function wholeKeys(tokens: readonly NameToken[], words: readonly ReadWord[]): readonly Variant[] {
  // Jae-in, Pan: words that are small in other languages are syllables here, so all words are tried as well.
  if (words.length <= 4 && words.every((word) => word.segment.script === 'Latn')) {
    const all = latinKeysOf(words.map((word) => word.syllables))
    if (all.length > 0) return all
  }
  const parts = tokens.filter((token) => !asideKinds.has(token.kind))
  if (parts.length === 0 || parts.length > 4) return nothing
  const script = parts[0]!.script
  if (parts.some((token) => token.script !== script)) return nothing
  if (script === 'Latn')
    return parts.length === words.length
      ? nothing
      : latinKeysOf(parts.map((token) => new Syllables(token.folded)))
  const name = parts.map((token) => token.folded).join('')
  if (script === 'Hang' && (hangulSurname(name) !== undefined || words[0]!.segment.part === 'surname'))
    return [{ text: `ko:${canonicalHangul(name)}`, cost: 0, reason: 'Hangul' }]
  if (script !== 'Hani') return nothing
  const keys: Variant[] = []
  const surname = hanSurname(name)
  if (surname !== undefined)
    keys.push({ text: hanKey(surname, name.slice(surname.length)), cost: 0, reason: 'pinyin' })
  const korean = hanjaName(name)
  if (korean !== undefined) keys.push({ text: `ko:${korean}`, cost: 0.05, reason: 'Korean reading of Hanja' })
  return keys
}
