import { foldWord } from '../fold.ts'
import type { Variant } from '../name.ts'
import { arabicNames } from './arabic.data.ts'

const spellingsOf = new Map<string, readonly string[]>()
const namesOf = new Map<string, string[]>()
for (const line of arabicNames.trim().split('\n')) {
  const [script, ...latin] = line.split(' ') as [string, ...string[]]
  const name = foldWord(script).text
  spellingsOf.set(
    name,
    latin.map((word) => word.replaceAll('-', '')),
  )
  for (const spelling of spellingsOf.get(name)!)
    namesOf.set(spelling, [...(namesOf.get(spelling) ?? []), name].slice(0, 3))
}

/** Usual Latin spellings of a folded name in Arabic script; empty when it is not in the table. */
export function knownArabicSpellings(name: string): readonly string[] {
  return spellingsOf.get(name) ?? []
}

/** Names in Arabic script that a Latin spelling usually stands for. */
export function arabicNamesOf(latin: string): readonly string[] {
  return namesOf.get(latin) ?? []
}

const consonants: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 'th',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: '',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ڤ: 'v',
  ٹ: 't',
  ڈ: 'd',
  ڑ: 'r',
  ټ: 't',
  ډ: 'd',
  ړ: 'r',
  ښ: 'sh',
  ڼ: 'n',
  ځ: 'z',
  څ: 's',
  ڕ: 'r',
  ڵ: 'l',
  ۋ: 'v',
  ڭ: 'ng',
}
const persian: Readonly<Record<string, string>> = { ث: 's', ذ: 'z', ض: 'z', ق: 'gh', و: 'v' }

/**
 * Guessed Latin spellings of a word in Arabic script that is in no table. Short vowels are not written, so one is put
 * between consonants that could not stand together: a for Arabic, a then e for Persian.
 */
export function guessArabicSpellings(word: string): { text: string; system: string }[] {
  const guesses = [
    { text: vowel(word, {}, 'a', 'a', 'i', 'u'), system: 'Arabic letters' },
    { text: vowel(word, persian, 'a', 'a', 'i', 'ou'), system: 'Persian letters' },
    { text: vowel(word, persian, 'e', 'a', 'i', 'u'), system: 'Persian letters' },
    { text: vowel(word, {}, 'u', 'a', 'i', 'u'), system: 'Arabic letters' },
    { text: vowel(word, persian, 'o', 'a', 'i', 'o'), system: 'Persian letters' },
    { text: vowel(word, {}, 'i', 'a', 'i', 'ou'), system: 'Arabic letters' },
  ]
  return guesses.filter((g, i) => g.text !== '' && guesses.findIndex((h) => h.text === g.text) === i)
}

/** `short` stands in the first closed place; later gaps take a. */
function vowel(
  word: string,
  changed: Readonly<Record<string, string>>,
  short: string,
  alef: string,
  yeh: string,
  waw: string,
): string {
  let text = ''
  let gaps = 0
  let bare = 0
  for (let i = 0; i < word.length; i++) {
    const letter = word[i]!
    const next = word[i + 1]
    const afterVowel = i === 0 || 'aeiou'.includes(text.at(-1) ?? 'a')
    const long = letter === 'ا' ? alef : letter === 'ي' ? yeh : letter === 'و' ? waw : undefined
    if (long !== undefined && letter !== 'ا' && afterVowel && next !== undefined) {
      text += letter === 'ي' ? 'y' : (changed.و ?? 'w')
      bare = next === 'ا' || next === 'و' || next === 'ي' ? 0 : 1
      if (bare === 1) {
        text += 'a'
        bare = 0
      }
      continue
    }
    if (long !== undefined) {
      if (!(letter === 'ا' && afterVowel && i > 0)) text += long
      bare = 0
      continue
    }
    if (letter === 'ه' && next === undefined) {
      text += 'eh'.slice(text.endsWith('a') ? 1 : 0)
      continue
    }
    const consonant = changed[letter] ?? consonants[letter] ?? ''
    if (bare === 1 && consonant !== '' && (gaps === 0 || next !== undefined)) {
      text += gaps === 0 ? short : 'a'
      gaps++
      bare = 0
    }
    text += letter === 'ع' && afterVowel && i === 0 ? 'a' : consonant
    bare = letter === 'ع' && i === 0 ? 0 : 1
  }
  return text
}

// Sounds that scripts and habits confuse share a letter. Both sides of a comparison are reduced in the same way.
const classes: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ط: 't',
  ٹ: 't',
  ټ: 't',
  ث: 's',
  س: 's',
  ص: 's',
  څ: 's',
  ج: 'j',
  چ: 'c',
  ح: 'h',
  ه: 'h',
  خ: 'x',
  د: 'd',
  ڈ: 'd',
  ډ: 'd',
  ذ: 'z',
  ز: 'z',
  ظ: 'z',
  ض: 'd',
  ژ: 'j',
  ر: 'r',
  ڑ: 'r',
  ړ: 'r',
  ڕ: 'r',
  ش: 'y',
  ښ: 'y',
  غ: 'g',
  گ: 'g',
  ف: 'f',
  ڤ: '',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  ڵ: 'l',
  م: 'm',
  ن: 'n',
  ڼ: 'n',
}

/** Consonant skeletons of a word in Arabic script, at most three: ق is k or gh, ض d or z. */
export function arabicSkeletons(word: string): string[] {
  const build = (change: Readonly<Record<string, string>>): string => {
    let skeleton = ''
    for (let i = 0; i < word.length; i++) {
      const letter = word[i]!
      if (letter === 'ه' && i === word.length - 1) continue
      const sound = change[letter] ?? classes[letter] ?? ''
      if (sound !== '' && !skeleton.endsWith(sound)) skeleton += sound
    }
    return skeleton
  }
  return [...new Set([build({}), build({ ق: 'g' }), build({ ض: 'z', ق: 'g' }), build({ ج: 'g' })])].slice(
    0,
    3,
  )
}

const latinSounds: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'ks'],
  [/kh/g, 'X'],
  [/gh/g, 'G'],
  [/tch|ch|č/g, 'C'],
  [/sh|sch/g, 'Y'],
  [/zh|dj/g, 'J'],
  [/ph/g, 'F'],
  [/[aeiouwyv]/g, ''],
  [/[qck]/g, 'K'],
  [/p/g, 'B'],
  [/h$/g, ''],
]

/** Consonant skeletons of a Latin spelling, to meet those of `arabicSkeletons`; at most three. */
export function latinSkeletons(latin: string): string[] {
  const build = (th: string, dh: string, ch: string): string => {
    let text = latin.replace(/th/g, th).replace(/dh/g, dh)
    if (ch !== '') text = text.replace(/ch/g, ch)
    for (const [pattern, sound] of latinSounds) text = text.replace(pattern, sound)
    text = text.toLowerCase()
    return text.replace(/(.)\1+/g, '$1')
  }
  const all = new Set([build('s', 'z', '')])
  if (latin.includes('th')) all.add(build('t', 'z', ''))
  if (latin.includes('dh')) all.add(build('s', 'd', ''))
  if (latin.includes('ch')) all.add(build('s', 'z', 'sh'))
  return [...all].slice(0, 3)
}

/** Keys of a Latin word for its Arabic skeleton and its known names. */
export function arabicKeysOfLatin(latin: string): Variant[] {
  const keys: Variant[] = arabicNamesOf(latin).map((name) => ({
    text: `ar:${name}`,
    cost: 0,
    reason: 'Arabic name',
  }))
  if (latin.length >= 3)
    for (const skeleton of latinSkeletons(latin))
      if (skeleton.length >= 3) keys.push({ text: `sk:${skeleton}`, cost: 0.25, reason: 'consonants' })
  return keys
}
