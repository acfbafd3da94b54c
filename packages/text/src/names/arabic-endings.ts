import { foldWord } from '../fold.ts'

/**
 * Second parts of Persian and Arabic names that Latin writes with the first and Arabic letters write together or apart,
 * with their Latin spellings. Compiled by hand for Cordon.
 */
const endings = `
الله ollah ullah allah olah
اله ollah ullah allah olah
نیا nia niya
پور pour pur poor
زاده zadeh zada zade
نژاد nejad nezhad nejat
فر far
فرد fard
خواه khah
پناه panah
منش manesh
وند vand
دوست doust dust doost
تبار tabar
قلم ghalam qalam
جمعه jomeh jomeeh
`
const spellingsOf = new Map<string, readonly string[]>()
for (const line of endings.trim().split('\n')) {
  const [script, ...latin] = line.split(' ') as [string, ...string[]]
  spellingsOf.set(foldWord(script).text, latin)
}

/** Whether a folded word is one of the endings. */
export function isArabicEnding(folded: string): boolean {
  return spellingsOf.has(folded)
}

/** A folded word cut before its ending, and the ending's Latin spellings; undefined for words without one. */
export function splitEnding(folded: string): { stem: string; endings: readonly string[] } | undefined {
  for (let length = 5; length >= 2; length--) {
    const latin = folded.length >= length + 2 ? spellingsOf.get(folded.slice(-length)) : undefined
    if (latin !== undefined) return { stem: folded.slice(0, -length), endings: latin }
  }
  return undefined
}
