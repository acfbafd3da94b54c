import { applyRules, type LetterRule, lettersIn, rule, withoutDoubles } from '../letter-rules.ts'
import type { Variant } from '../name.ts'
import { nicknames } from './nicknames.data.ts'

const groups = new Map<string, string[]>()
for (const line of nicknames.trim().split('\n')) {
  const [full, others] = line.split(': ') as [string, string]
  for (const name of [full, ...others.split(' ')])
    groups.set(name, [...new Set([...(groups.get(name) ?? []), full])])
}

/** Keys of a given name by the groups it belongs to: Bill and William share `nn:william`. */
export function nicknameKeys(latin: string): Variant[] {
  return (groups.get(latin) ?? []).map((full) => ({
    text: `nn:${full}`,
    cost: full === latin ? 0.1 : 0.15,
    reason: 'nickname',
  }))
}

/** One pass over the letters; the order matters: digraphs before their letters. */
const spellingHabits: readonly LetterRule[] = [
  rule(/shch|schtsch|chtch|stsch|shtch/g, 'W', 'ch'),
  rule(/tsch|tch|cz/g, 'C', 'c'),
  rule(/sch|sh|sz/g, 'S', 's'),
  rule(/ch(?=[rl])/g, 'h', 'ch'),
  rule(/ch/g, 'C', 'ch'),
  rule(/zh/g, 'Z', 'zh'),
  rule(/dj/g, 'Z', 'dj'),
  rule(/kh/g, 'h', 'kh'),
  rule(/gh/g, 'g', 'gh'),
  rule(/dh/g, 'd', 'dh'),
  rule(/th/g, 't', 'th'),
  rule(/ph/g, 'f', 'ph'),
  rule(/ck/g, 'k', 'ck'),
  rule(/q/g, 'k', 'q'),
  rule(/ts|tz|tc/g, 'c', 't'),
  rule(/x/g, 'ks', 'x'),
  rule(/w/g, 'v', 'w'),
  rule(/ou|oo/g, 'u', 'o'),
  rule(/c(?=[aou]|[rltk]|$)/g, 'k', 'c'),
  rule(/(?:iy|yy|ii|yi|ee|ey|ei|ie)$/g, 'i', ''),
  rule(/(?:^|(?<=[aeiou]))(?:y|i)e/g, 'e', 'e'),
  rule(/[yi]([aou])/g, 'i$1', 'y'),
  rule(/ye/g, 'e', 'ye'),
  rule(/ee/g, 'i', 'e'),
  rule(/y/g, 'i', 'y'),
  rule(/ff$/g, 'v', 'f'),
  rule(/ah$|eh$/g, 'a', 'h'),
]

const habitLetters = lettersIn('hxqwyjc')

/** What every habit needs at least: words without it are their own sound. */
function hasHabit(latin: string): boolean {
  if ((lettersIn(latin) & habitLetters) !== 0) return true
  for (let i = 1; i < latin.length; i++) {
    const [before, letter] = [latin[i - 1], latin[i]]
    if (before === letter) return true
    if (letter === 'u' ? before === 'o' : letter === 'z' ? before === 's' || before === 't' : false)
      return true
    if ((letter === 'e' && before === 'i') || (letter === 'i' && before === 'e')) return true
  }
  return false
}

/**
 * A Latin word with the habits of spelling taken out: k q c ck, kh h, ou oo u, y i j, w v, ph f, double letters, -iy
 * -y -ii, -off -ov, ye e, ts tz. Words that only differ so have equal sounds; other words seldom do.
 */
export function soundOf(latin: string): string {
  return hasHabit(latin) ? withoutDoubles(applyRules(spellingHabits, latin)) : latin
}

const feminine: readonly (readonly [RegExp, string])[] = [
  [/(?:sk|tsk|ck)(?:aya|aia|aja|aa|a)$/, 'ski'],
  [/(ov|ev|iov|in|yn)a$/, '$1'],
  [/(?:ov|ev)na$/, 'ovic'],
]

/** The masculine form of a Slavic woman's surname or patronymic (Ivanova, Petrovna), or undefined. */
export function masculineOf(latin: string): string | undefined {
  if (latin.length < 6 || !latin.endsWith('a')) return undefined
  for (const [pattern, ending] of feminine) if (pattern.test(latin)) return latin.replace(pattern, ending)
  return undefined
}

/** Abd with its article and the assimilated sun letter: Abdurrahman, Abdelrahman, Abd al-Rahman are one. */
export function servantOf(latin: string): string | undefined {
  const match = /^abd(?:[aeiou]l|[aeiou]([rsnzdtl])(?=\1)|[aeiou]|l)(.{3,})$/.exec(latin)
  return match?.[2]
}

const fathers = new Map<string, string[]>()
for (const [name, full] of groups) {
  const stem = fatherStem(name)
  fathers.set(stem, [...new Set([...(fathers.get(stem) ?? []), ...full])].slice(0, 3))
}

function fatherStem(name: string): string {
  return soundOf(name).replace(/[aeiou]+$/, '')
}

const patronymic = /^(.{2,}?)[aeiouy]*(?:[aeo](?:vich|vych|vitch|witsch|vic|vicz|wicz|vna|wna)|[ao]?una)$/

/** Keys of a patronymic by the father's name: Nikolaevich, Mikalaevich, Mykolaiovych share `pn:nicholas`. */
export function patronymicKeys(latin: string): Variant[] {
  const mayEnd = latin.length > 6 && /[hcza]$/.test(latin)
  const stem = mayEnd ? patronymic.exec(latin)?.[1] : undefined
  if (stem === undefined) return []
  return (fathers.get(fatherStem(stem)) ?? []).map((full) => ({
    text: `pn:${full}`,
    cost: 0.1,
    reason: 'patronymic',
  }))
}

const slavicSurname =
  /(?:[oea]v|[oea]u|[oea]w|[oe]ff|in|yn|enk[oa]|i[uy]k|uk|chuk|ski|skiy|skyi|sky|skii|ich|ych|eva|ova|ava|ina|aya|ko|ka|chyk|chik)$/

const slavicHabits: readonly LetterRule[] = [
  rule(/(?:i|y)?[oea](?:v|u|w|ff)$/, 'av', ''),
  rule(/(?:skiy|skyi|skii|sky|skyy)$/, 'ski', 'sk'),
  rule(/kh|gh|g|h/g, 'h', ''),
  rule(/zh|z/g, 'z', 'z'),
  rule(/dz(?=[ei])/g, 'd', 'dz'),
  rule(/ts(?=[ieya])/g, 't', 'ts'),
  rule(/w/g, 'v', 'w'),
  rule(/(?:i|y)?[oae]+/g, 'a', ''),
  rule(/[iy]+/g, 'i', ''),
]

/**
 * The key of an East Slavic surname across Russian, Ukrainian and Belarusian: g and h, o and unstressed a, e and ia, -ov
 * and -au are one. `Barsukou`, `Barsukov` and `Barsukova` share one. Undefined for words without such an ending.
 */
export function slavicSurnameKey(latin: string): string | undefined {
  if (latin.length < 6 || !slavicSurname.test(latin)) return undefined
  return withoutDoubles(applyRules(slavicHabits, masculineOf(latin) ?? latin))
}

/** Keys of a Latin word that hold for any language: its sound, its masculine form, Abd- compounds, nicknames. */
export function latinKeys(latin: string): Variant[] {
  const keys = nicknameKeys(latin)
  const sound = soundOf(latin)
  keys.push({ text: `so:${sound}`, cost: 0.05, reason: 'spelling habit' })
  // Continental and ISO 9 spellings write j for й.
  if (latin.includes('j'))
    keys.push({ text: `so:${soundOf(latin.replaceAll('j', 'y'))}`, cost: 0.1, reason: 'spelling habit' })
  const masculine = masculineOf(latin)
  if (masculine !== undefined)
    keys.push({ text: `so:${soundOf(masculine)}`, cost: 0.15, reason: 'gendered ending' })
  keys.push(...patronymicKeys(latin))
  const slavic = slavicSurnameKey(latin)
  if (slavic !== undefined) keys.push({ text: `sv:${slavic}`, cost: 0.15, reason: 'East Slavic spelling' })
  if (latin.startsWith('abd')) {
    const rest = servantOf(latin)
    if (rest !== undefined) keys.push({ text: `abd:${soundOf(rest)}`, cost: 0.05, reason: 'Abd compound' })
  }
  return keys
}
