import { foldWord } from '../fold.ts'
import { withoutDoubles } from '../letter-rules.ts'
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
 * between consonants that could not stand together (CaCaC, CaCCaC): a, e, u, o or i, by Arabic and Persian habit.
 */
export function guessArabicSpellings(word: string): { text: string; system: string }[] {
  const arabic = 'Arabic letters'
  const farsi = 'Persian letters'
  const guesses = [
    { text: withVowels(word, {}, 'a', 'i', 'u'), system: arabic },
    { text: withVowels(word, persian, 'a', 'i', 'ou'), system: farsi },
    { text: withVowels(word, persian, 'e', 'i', 'u'), system: farsi },
    { text: withVowels(word, {}, 'u', 'i', 'u'), system: arabic },
    { text: withVowels(word, persian, 'o', 'i', 'o'), system: farsi },
    { text: withVowels(word, {}, 'i', 'i', 'ou'), system: arabic },
  ]
  return guesses.filter((g, i) => g.text !== '' && guesses.findIndex((h) => h.text === g.text) === i)
}

const longVowel = /^[aeiou]/

function withVowels(
  word: string,
  changed: Readonly<Record<string, string>>,
  short: string,
  yeh: string,
  waw: string,
): string {
  const sounds = soundsOf(word, changed, yeh, waw)
  let text = ''
  let run = 0
  let first = true
  sounds.forEach((sound, i) => {
    const next = sounds[i + 1]
    text += sound
    run = longVowel.test(sound) ? 0 : run + 1
    if (run === 0 || next === undefined || longVowel.test(next)) return
    // A word opens with one consonant; later two may stand together when a vowel follows them.
    const opens = run === i + 1
    const closes = i + 2 === sounds.length
    if (opens || run === 2 || closes) {
      text += first ? short : 'a'
      first = false
      run = 0
    }
  })
  return text.replace(/(.)\1{2,}/g, '$1$1')
}

/** The letters as sounds: alef, waw and yeh are long vowels, or consonants at the start and before a vowel. */
function soundsOf(
  word: string,
  changed: Readonly<Record<string, string>>,
  yeh: string,
  waw: string,
): string[] {
  const sounds: string[] = []
  for (let i = 0; i < word.length; i++) {
    const letter = word[i]!
    const next = word[i + 1]
    const vowelFollows = next === 'ا' || next === 'و' || next === 'ي'
    if (letter === 'ا') {
      if (i === 0 && (next === 'ي' || next === 'و')) continue
      if (sounds.at(-1) !== 'a') sounds.push('a')
    } else if (letter === 'و')
      sounds.push(
        (i === 0 && word.length > 1) || (vowelFollows && i > 0) || (word[i - 1] === 'ا' && i > 1)
          ? (changed.و ?? 'w')
          : waw,
      )
    else if (letter === 'ي')
      sounds.push((i === 0 && word.length > 1) || (vowelFollows && next !== 'ي') ? 'y' : yeh)
    else if (letter === 'ع') {
      if (i === 0) sounds.push('a')
    } else if (letter === 'ه' && next === undefined) sounds.push(changed === persian ? 'eh' : 'a')
    else {
      const sound = changed[letter] ?? consonants[letter]
      if (sound !== undefined && sound !== '') sounds.push(sound)
    }
  }
  return sounds
}

/** Two known names written as one (حميدرضا Hamidreza); empty when the word is not made so. */
export function compoundSpellings(word: string): string[] {
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const left = knownArabicSpellings(word.slice(0, cut))
    const right = knownArabicSpellings(word.slice(cut))
    if (left.length > 0 && right.length > 0)
      return left.slice(0, 2).flatMap((a) => right.slice(0, 2).map((b) => a + b))
  }
  return []
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

/** Consonants that an h makes another one. */
const withH: Readonly<Record<string, string>> = { k: 'x', g: 'g', c: 'c', s: 'y', z: 'j', p: 'f' }

/** Consonant skeletons of a Latin spelling, to meet those of `arabicSkeletons`; at most three. */
export function latinSkeletons(latin: string): string[] {
  const all = [skeletonOf(latin, 's', 'z', '')]
  const add = (skeleton: string): void => {
    if (all.length < 3 && !all.includes(skeleton)) all.push(skeleton)
  }
  if (latin.includes('th')) add(skeletonOf(latin, 't', 'z', ''))
  if (latin.includes('dh')) add(skeletonOf(latin, 's', 'd', ''))
  if (latin.includes('ch')) add(skeletonOf(latin, 's', 'z', 'sh'))
  return all
}

function skeletonOf(latin: string, th: string, dh: string, ch: string): string {
  let text = latin
  if (latin.includes('h')) {
    text = text.replaceAll('th', th).replaceAll('dh', dh)
    if (ch !== '') text = text.replaceAll('ch', ch)
  }
  if (latin.includes('x')) text = text.replaceAll('x', 'ks')
  let skeleton = ''
  for (let i = 0; i < text.length; i++) {
    const next = text[i + 1]
    let sound = text[i]!
    if ('aeiouwyv'.includes(sound)) continue
    if (sound === 't' && next === 'c' && text[i + 2] === 'h') continue
    const digraph = next === 'h' ? withH[sound] : next === 'j' && sound === 'd' ? 'j' : undefined
    if (digraph !== undefined) i++
    else if (sound === 'q' || sound === 'c') sound = 'k'
    else if (sound === 'p') sound = 'b'
    skeleton += digraph ?? sound
  }
  // A plain h at the end is not spoken.
  return withoutDoubles(skeleton.endsWith('h') ? skeleton.slice(0, -1) : skeleton)
}

/** Keys of a Latin word for its Arabic skeleton and its known names. */
export function arabicKeysOfLatin(latin: string): Variant[] {
  const keys: Variant[] = arabicNamesOf(latin).map((name) => ({
    text: `ar:${name}`,
    cost: 0,
    reason: 'Arabic name',
  }))
  if (latin.length >= 3 && keys.length === 0)
    for (const skeleton of latinSkeletons(latin))
      if (skeleton.length >= 3) keys.push({ text: `sk:${skeleton}`, cost: 0.25, reason: 'consonants' })
  return keys
}
