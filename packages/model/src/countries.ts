import { countryTable } from './country-table.ts'

/** What is known of one country or territory. */
export interface Country {
  /** FollowTheMoney's code: ISO 3166-1 alpha-2 in lower case, and a few of its own (`suhh`, `xk`, `ua-cri`). */
  readonly code: string
  /** ISO 3166-1 alpha-3 in upper case. */
  readonly alpha3?: string
  /** ISO 3166-1 numeric, three digits. */
  readonly numeric?: string
  readonly name: string
}

/** Words that carry nothing in a country's name. */
const empty = new Set(['the', 'of', 'and', 'd', 'region'])
/** Words of formal names, left out at the second try. */
const formal =
  /^(republic|rep|kingdom|state|federal|federation|commonwealth|sultanate|principality|islamic|socialist|peoples?|democratic|arab|independent|union|emirate|federative|federated|grand|duchy|soviet|ssr)$/
/** Names whose bearer the formal words decide: guessing here would send a payment's party to another country. */
const decided = new Set(['korea', 'congo', 'china', 'germany', 'yemen'])
/** Languages whose names of countries are understood, besides English. */
const languages = ['ru', 'ko', 'zh', 'ja', 'ar', 'fa', 'uk', 'fr', 'es', 'de', 'it', 'pt', 'tr']

const byCode = new Map<string, Country>()
const byKey = new Map<string, string>([['uk', 'gb']])

for (const line of countryTable.trim().split('\n')) {
  const [, code = '', alpha3 = '-', numeric = '-', names = ''] = /^(\S+) (\S+) (\S+) (.*)$/.exec(line) ?? []
  const [name = code, ...others] = names.split(';')
  const country = {
    code,
    ...(alpha3 === '-' ? {} : { alpha3: alpha3.toUpperCase() }),
    ...(numeric === '-' ? {} : { numeric }),
    name,
  }
  byCode.set(code, country)
  for (const key of [code, alpha3, numeric]) if (key !== '-') byKey.set(key, code)
  for (const text of [name, ...others]) byKey.set(keyOf(text), code)
}
for (const language of languages) {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  for (const code of byCode.keys()) {
    const name = /^[a-z]{2}$/.test(code) ? names.of(code.toUpperCase()) : undefined
    const key = name === undefined ? '' : keyOf(name)
    if (key !== '' && !byKey.has(key)) byKey.set(key, code)
  }
}

/**
 * The code of a country from its name or code as lists and people write it: `Korea, North`, `DPRK`, `PRK`, `408`,
 * `КНДР`, `Iran (Islamic Republic of)`. In FollowTheMoney's form (`kp`, `gb`, `suhh`); undefined where it is not
 * known or could be two countries ("Korea"). "Former USSR (now Belarus)" is what it is now.
 */
export function countryCode(text: string): string | undefined {
  const exact = text.trim().toLowerCase()
  const direct = byKey.get(exact) ?? byKey.get(keyOf(exact))
  if (direct !== undefined) return direct
  const now = /\b(?:now|currently)\s+([^)]+)/.exec(exact)?.[1]
  if (now !== undefined) return countryCode(now)
  const rest = words(exact).filter((word) => !formal.test(word))
  const key = rest.sort().join(' ')
  return decided.has(key) ? undefined : byKey.get(key)
}

/** What is known of the country with that code; undefined where there is none. */
export function country(code: string): Country | undefined {
  return byCode.get(code.toLowerCase())
}

/** All countries and territories, by code. */
export function allCountries(): Country[] {
  return [...byCode.values()]
}

/** The words of a name in alphabetical order, so that "Korea, North" and "North Korea" are one. */
function keyOf(text: string): string {
  return words(text).sort().join(' ')
}

function words(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\p{L})['’`.](?=\p{L})/gu, '')
    .replace(/\bst\b/g, 'saint')
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !empty.has(word))
}
