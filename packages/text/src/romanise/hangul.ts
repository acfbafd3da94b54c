/** The three parts of a Hangul syllable by their numbers in Unicode: 19 initials, 21 vowels, 28 finals (0 is none). */
export interface Jamo {
  readonly initial: number
  readonly vowel: number
  readonly final: number
}

const first = 0xac00

/** Takes a Hangul syllable apart, by Unicode's arithmetic (chapter 3.12); undefined for anything else. */
export function jamoOf(syllable: string): Jamo | undefined {
  const code = syllable.charCodeAt(0) - first
  if (!(code >= 0 && code < 11172)) return undefined
  return { initial: Math.floor(code / 588), vowel: Math.floor((code % 588) / 28), final: code % 28 }
}

/** The syllable of three parts. */
export function syllableOf(jamo: Jamo): string {
  return String.fromCharCode(first + jamo.initial * 588 + jamo.vowel * 28 + jamo.final)
}

const finals = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')
/** Letters of a system: initials, vowels, and initials between vowels where they differ. */
interface System {
  readonly name: string
  readonly initials: readonly string[]
  readonly voiced: readonly string[]
  readonly vowels: readonly string[]
}
const letters = (text: string): string[] => text.split(' ').map((letter) => (letter === '-' ? '' : letter))
const revisedVowels = letters('a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i')
const reischauerVowels = letters('a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i')
const englishVowels = letters('a ae ya yae u e you ye o wa wae oi yo oo wo we wi yoo eu ee ee')
const revisedInitials = letters('g kk n d tt r m b pp s ss - j jj ch k t p h')
const reischauerInitials = letters('k kk n t tt r m p pp s ss - ch tch ch k t p h')
const reischauerVoiced = letters('g kk n d tt r m b pp s ss - j tch ch k t p h')
const northInitials = letters('k kk n t tt r m p pp s ss - j jj ch kh th ph h')
const englishInitials = letters('k kk n d tt r m b pp s ss - j jj ch k t p h')

/** The systems in use for Korean, without marks: what is left of them in lists. */
const systems: readonly System[] = [
  { name: 'Revised Romanization', initials: revisedInitials, voiced: revisedInitials, vowels: revisedVowels },
  { name: 'North Korean usage', initials: northInitials, voiced: northInitials, vowels: reischauerVowels },
  {
    name: 'McCune-Reischauer',
    initials: reischauerInitials,
    voiced: reischauerVoiced,
    vowels: reischauerVowels,
  },
  { name: 'English-style', initials: englishInitials, voiced: englishInitials, vowels: englishVowels },
]

/** A Hangul word in Latin letters by each system, syllable by syllable (without the sound changes between them). */
export function romaniseHangul(word: string): { text: string; system: string }[] {
  const jamo = [...word].map(jamoOf)
  const spellings: { text: string; system: string }[] = []
  for (const system of systems) {
    let text = ''
    let sonorant = false
    jamo.forEach((parts, i) => {
      if (parts === undefined) return
      const { initial, vowel, final } = parts
      const initials = i > 0 && sonorant ? system.voiced : system.initials
      text += initial === 5 && i > 0 && jamo[i - 1]?.final === 8 ? 'l' : initials[initial]!
      // The English style writes woo, not oo, where no consonant stands before.
      text +=
        system.name === 'English-style' && initial === 11 && vowel === 13 ? 'woo' : system.vowels[vowel]!
      text += finals[final]!
      sonorant = final === 0 || final === 4 || final === 8 || final === 16 || final === 21
    })
    if (text !== '' && !spellings.some((known) => known.text === text))
      spellings.push({ text, system: system.name })
  }
  return spellings
}

// Ways one sound is written across the systems and by habit: the first is free, what follows / costs a little.
const initialWays = 'g,k kk n d,t tt r/l m b,p pp s/sh ss - j,ch jj ch k,kh t,th p,ph h'
const vowelWays =
  'a/ah ae/ai,ay,e ya yae eo,o/u e yeo,yo/you,yu ye/e o/oh wa wae oe,oi/we,wae yo u,oo/woo,wu,ou wo,weo we wi/ui,wee yu,yoo/you,iu eu,u ui,eui/i,ee,hi,ey i,ee/y,yi'
const finalWays: Readonly<Record<number, string>> = {
  1: 'k/g,ck',
  4: 'n',
  8: 'l/ll,r',
  16: 'm',
  17: 'p/b',
  19: 't/s',
  21: 'ng',
}

/** A Latin way to write a syllable. */
export interface Way {
  readonly text: string
  readonly cost: number
}

const ways = (text: string): Way[] =>
  text
    .split('/')
    .flatMap((group, rank) =>
      group.split(',').map((way) => ({ text: way === '-' ? '' : way, cost: rank * 0.08 })),
    )
const initialTable = initialWays.split(' ').map(ways)
const vowelTable = vowelWays.split(' ').map(ways)

/** All Latin ways to write one syllable, in any system or by habit; used to read Latin back to Hangul. */
export function waysOfSyllable(syllable: string): Way[] {
  const jamo = jamoOf(syllable)
  if (jamo === undefined) return []
  const finalTable =
    jamo.final === 0 ? [{ text: '', cost: 0 }] : ways(finalWays[jamo.final] ?? finals[jamo.final]!)
  const all: Way[] = []
  for (const initial of initialTable[jamo.initial]!)
    for (const vowel of vowelTable[jamo.vowel]!)
      for (const final of finalTable) {
        if (vowel.text === 'ah' && final.text !== '') continue
        all.push({
          text: initial.text + vowel.text + final.text,
          cost: initial.cost + vowel.cost + final.cost,
        })
      }
  return all
}
