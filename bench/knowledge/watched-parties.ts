import type { Entity } from '@cordon/model'
import type { PartyQuery } from '@cordon/screening'

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Made-up parties, endlessly: seven in ten are a listed name with all words but one exchanged for other listed ones of the same
 * kind, the rest a listed name with a slip, turned around, or a word short. Every other one has a year of birth and a country.
 */
export function* madeUpParties(listed: readonly Entity[], seed: number): Generator<PartyQuery> {
  const random = seeded(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const words = new Map<string, string[]>()
  const names: [schema: string, name: string][] = []
  for (const { schema, properties } of listed)
    for (const name of [...(properties.name ?? []), ...(properties.alias ?? [])]) {
      names.push([schema, name])
      const own = words.get(schema) ?? []
      own.push(...name.split(/\s+/))
      words.set(schema, own)
    }
  const slip = (word: string) => {
    const at = Math.floor(random() * word.length)
    return word.slice(0, at) + (random() < 0.5 ? '' : pick([...'aeiounrt'])) + word.slice(at + 1)
  }
  for (;;) {
    const [schema, name] = pick(names)
    const parts = name.split(/\s+/)
    const at = Math.floor(random() * parts.length)
    const kind = random()
    if (kind < 0.7) {
      for (let k = 0; k < Math.max(1, parts.length - 1); k++)
        parts[(at + k) % parts.length] = pick(words.get(schema)!)
    } else if (kind < 0.8) parts[at] = slip(parts[at]!)
    else if (kind < 0.9) parts.reverse()
    else if (parts.length > 2) parts.splice(at, 1)
    const born = [`${1930 + Math.floor(random() * 75)}`]
    const country = [pick(['ru', 'ir', 'kp', 'sy', 'de', 'us', 'cn', 'tr', 'ae', 'gb'])]
    const more = random() < 0.5 ? {} : schema === 'Person' ? { birthDate: born, country } : { country }
    yield { schema, properties: { name: [parts.join(' ')], ...more } }
  }
}
