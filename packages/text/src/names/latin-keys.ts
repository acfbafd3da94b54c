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
const spellingHabits: readonly (readonly [RegExp, string])[] = [
  [/shch|schtsch|chtch|stsch|shtch/g, 'W'],
  [/tsch|tch|cz/g, 'C'],
  [/sch|sh|sz/g, 'S'],
  [/ch(?=[rl])/g, 'h'],
  [/ch/g, 'C'],
  [/zh|dj/g, 'Z'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/ck|q/g, 'k'],
  [/ts|tz|tc/g, 'c'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/c(?=[aou]|[rltk]|$)/g, 'k'],
  [/(?:iy|yy|ii|yi|ee|ey|ei|ie)$/g, 'i'],
  [/(?:^|(?<=[aeiou]))(?:y|i)e/g, 'e'],
  [/[yi]([aou])/g, 'i$1'],
  [/ye/g, 'e'],
  [/ee|y/g, 'i'],
  [/ff$/g, 'v'],
  [/ah$|eh$/g, 'a'],
  [/(.)\1+/g, '$1'],
]

// What every habit needs at least: words without it are their own sound.
const hasHabit = /[hxqwyjc]|ou|oo|ee|ie|ei|ii|sz|tz|ff|(.)\1/

/**
 * A Latin word with the habits of spelling taken out: k q c ck, kh h, ou oo u, y i j, w v, ph f, double letters, -iy
 * -y -ii, -off -ov, ye e, ts tz. Words that only differ so have equal sounds; other words seldom do.
 */
export function soundOf(latin: string): string {
  if (!hasHabit.test(latin)) return latin
  let text = latin
  for (const [pattern, sound] of spellingHabits) text = text.replace(pattern, sound)
  return text
}

const feminine: readonly (readonly [RegExp, string])[] = [
  [/(?:sk|tsk|ck)(?:aya|aia|aja|aa|a)$/, 'ski'],
  [/(ov|ev|iov|in|yn)a$/, '$1'],
  [/(?:ov|ev)na$/, 'ovic'],
]

/** The masculine form of a Slavic woman's surname or patronymic (Ivanova, Petrovna), or undefined. */
export function masculineOf(latin: string): string | undefined {
  if (latin.length < 6) return undefined
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
  const stem = latin.length > 6 ? patronymic.exec(latin)?.[1] : undefined
  if (stem === undefined) return []
  return (fathers.get(fatherStem(stem)) ?? []).map((full) => ({
    text: `pn:${full}`,
    cost: 0.1,
    reason: 'patronymic',
  }))
}

const slavicSurname =
  /(?:[oea]v|[oea]u|[oea]w|[oe]ff|in|yn|enk[oa]|i[uy]k|uk|chuk|ski|skiy|skyi|sky|skii|ich|ych|eva|ova|ava|ina|aya|ko|ka|chyk|chik)$/

/**
 * The key of an East Slavic surname across Russian, Ukrainian and Belarusian: g and h, o and unstressed a, e and ia, -ov
 * and -au are one. `Barsukou`, `Barsukov` and `Barsukova` share one. Undefined for words without such an ending.
 */
export function slavicSurnameKey(latin: string): string | undefined {
  if (latin.length < 6 || !slavicSurname.test(latin)) return undefined
  return (masculineOf(latin) ?? latin)
    .replace(/(?:i|y)?[oea](?:v|u|w|ff)$/, 'av')
    .replace(/(?:skiy|skyi|skii|sky|skyy)$/, 'ski')
    .replace(/kh|gh|g|h/g, 'h')
    .replace(/zh|z/g, 'z')
    .replace(/dz(?=[ei])/g, 'd')
    .replace(/ts(?=[ieya])/g, 't')
    .replace(/w/g, 'v')
    .replace(/(?:i|y)?[oae]+/g, 'a')
    .replace(/[iy]+/g, 'i')
    .replace(/(.)\1+/g, '$1')
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
