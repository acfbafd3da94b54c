import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Entity } from '@cordon/model'
import { referenceData } from '@cordon/testing'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { cordon } from '../cordon.ts'
import type { PartyQuery } from '../query.ts'
import { PartySiever } from './party-block.ts'

const list = referenceData('lists/uk/subject_names.csv.gz')
const crossScript = referenceData('bench/screening/cross-script.csv')

function rows(file: string): Record<string, string>[] {
  const bytes = readFileSync(file)
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, relax_column_count: true })
}

/** Names as people and clerks damage them; the same for the same name and number. */
function damaged(name: string, k: number): string {
  const parts = name.split(/\s+/)
  const at = (k * 7 + name.length) % parts.length
  const word = parts[at]!
  const letter = (k * 3 + 1) % Math.max(1, word.length)
  const ways = [
    () => parts.reverse(),
    () => parts.splice(at, 1, word.slice(0, letter) + word.slice(letter + 1)),
    () => parts.splice(at, 1, `${word.slice(0, letter)}e${word.slice(letter)}`),
    () => parts.splice(at, parts.length > 2 ? 1 : 0),
    () => parts.splice(0, 2, parts.slice(0, 2).join('')),
    () => parts.splice(at, 1, word[0] ?? ''),
    () => parts.push('Maria'),
    () => parts.splice(0, parts.length, parts.map((part) => part[0]).join('')),
    () => parts.splice(at, 1, word.slice(0, 3), word.slice(3)),
    () => parts.splice(at, 1, `${word[1] ?? ''}${word[0] ?? ''}${word.slice(2)}`),
  ] // prettier-ignore
  for (const way of [k % 10, ...(k >= 10 ? [(k * 7) % 10] : [])]) ways[way]!()
  return parts.join(' ')
}

describe.skipIf(!list || !crossScript)('a sieve for a few entries of real lists', () => {
  it('lets every party through that these entries match in full, and passes most others over', () => {
    const named = rows(list!).filter(({ full_name: name }) => name)
    const entities = named
      .filter((_, n) => n % 5 === 0)
      .map(({ full_name: name }, n): Entity => {
        const schema = ['Person', 'Person', 'Organization', 'LegalEntity'][n % 4]!
        const properties = {
          name: [name!],
          ...(n % 3 === 0 && { birthDate: ['1970-01-01'], country: ['ru'] }),
        }
        return {
          id: `e${n}`,
          caption: name!,
          schema,
          properties,
          datasets: ['gb'],
          referents: [],
          target: true,
        }
      }) // prettier-ignore
    const native: Entity[] = rows(crossScript!).map(
      ({ expected_primary_latin: name, query_native: other }, n) => ({
        id: `n${n}`,
        caption: name ?? other!,
        schema: 'Person',
        properties: { name: [other!] },
        datasets: ['x'],
        referents: [],
        target: true,
      }),
    )
    const whole = cordon.buildIndex([...entities, ...native])
    const changed = [...entities, ...native].filter((_, n) => n % 23 === 0)
    const narrowed = whole.narrowed!(changed.map(({ id }) => id))
    const sieve = narrowed.sieve(0.7)
    const siever = new PartySiever()
    const meets = (query: PartyQuery) => {
      const { block, words } = siever.read(query)
      for (const [word, bytes] of words) sieve.learn(word, viewOf(bytes), 0, bytes.length)
      return sieve.meets(viewOf(block), 0)
    }
    let [matches, strangers, passed] = [0, 0, 0]
    const lost: string[] = []
    const ask = (query: PartyQuery) => {
      const [best] = narrowed.match(query, { threshold: 0.7, cutoff: 0.7, limit: 1 })
      if (best) matches++
      const through = meets(query)
      if (best && !through) lost.push(`${query.properties.name} | ${best.explanations.name?.candidate}`)
      if (!best) strangers++
      if (!best && through) passed++
    }
    for (const { schema, properties } of changed)
      for (let k = 0; k < 20; k++) {
        const context = k % 2 === 0 ? { birthDate: ['1970-01-01'], country: ['ru'], gender: ['male'] } : {}
        ask({ schema, properties: { name: [damaged(properties.name![0]!, k)], ...context } })
      }
    expect(lost).toEqual([])
    expect(matches).toBeGreaterThan(2000)
    strangers = passed = 0
    for (const { full_name: name } of named.filter((_, n) => n % 5 === 1 || n % 5 === 2))
      ask({ schema: 'Person', properties: { name: [name!] } })
    expect(lost).toEqual([])
    expect(passed / strangers).toBeLessThan(0.2)
  }, 120_000)
})

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
