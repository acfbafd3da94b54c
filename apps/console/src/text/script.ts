const scripts: readonly (readonly [string, RegExp])[] = [
  ['ko', /\p{Script=Hangul}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['el', /\p{Script=Greek}/u],
  ['th', /\p{Script=Thai}/u],
  ['zh', /\p{Script=Han}/u],
]

/** ISO 15924 scripts as BCP 47 tags with an undetermined language. */
const iso15924 = /^[A-Z][a-z]{3}$/

/**
 * A BCP 47 tag for the `lang` attribute: the source's own where it names one (ISO 639 or ISO 15924), else a guess
 * from the script for choosing glyphs and voices. Undefined for Latin text without a named language.
 */
export function langOf(value: string, stated?: string | null): string | undefined {
  if (stated && iso15924.test(stated)) return `und-${stated}`
  if (stated && /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(stated)) return shorter[stated] ?? stated
  return scripts.find(([, pattern]) => pattern.test(value))?.[0]
}

/** ISO 639-3 codes that browsers know by their two-letter form, as BCP 47 asks for the shorter one. */
const shorter: Readonly<Record<string, string>> = {
  ara: 'ar',
  eng: 'en',
  fas: 'fa',
  fra: 'fr',
  heb: 'he',
  jpn: 'ja',
  kor: 'ko',
  rus: 'ru',
  spa: 'es',
  ukr: 'uk',
  zho: 'zh',
}

/** True where any letter is outside the Latin script. */
export function isNonLatin(value: string): boolean {
  return /(?!\p{Script=Latin})\p{L}/u.test(value)
}
