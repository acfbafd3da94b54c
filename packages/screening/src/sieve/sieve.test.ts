import type { Entity } from '@cordon/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cordon } from '../cordon.ts'
import type { PartyQuery } from '../query.ts'
import { PartySiever } from './party-block.ts'
import { PartySieve } from './party-sieve.ts'

const pool =
  'Kim Chol Jong Nam Yong-chol 김영철 Park Pak Jin Hyok Jinhyok Muhammad Mohamed 穆罕默德 Abdul Abd al-Rahman Abdulrahman bin Hassan Husayn J. A. Владимир Vladimir Vladimirovich Путин Putin محمد حسن Ocean Maritime Shipping Trading Co. Ltd LLC Bank of Commerce PLA People Liberation Army JC Jean Claude No 7 VII Twenty Tin Aye 王伟 Wang Wei Γεώργιος Maria de la Cruz'.split(
    ' ',
  )
const schemata = ['Person', 'Organization', 'Company', 'LegalEntity', 'Vessel'] as const
const name = fc
  .array(fc.constantFrom(...pool), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '))
const number = fc.integer({ min: 10_000_000, max: 10_000_040 }).map(String)
const listed = fc.record({
  schema: fc.constantFrom(...schemata),
  names: fc.array(name, { minLength: 1, maxLength: 2 }),
  passport: fc.option(number, { nil: undefined }),
  country: fc.option(fc.constantFrom('kp', 'ru'), { nil: undefined }),
})
/** What happens to a name: letters left out, put in, swapped; words cut, joined, turned, left out, abbreviated. */
const damage = fc.array(fc.tuple(fc.nat(7), fc.nat(40)), { maxLength: 3 })

function damaged(text: string, by: readonly (readonly [number, number])[]): string {
  let now = text
  for (const [how, where] of by) {
    const letters = [...now]
    const at = where % Math.max(1, letters.length)
    const words = now.split(' ')
    const word = where % words.length
    const ways = [
      () => letters.toSpliced(at, 1).join(''),
      () => letters.toSpliced(at, 0, 'e').join(''),
      () => letters.toSpliced(at, 2, ...letters.slice(at, at + 2).reverse()).join(''),
      () => letters.toSpliced(at, 0, ' ').join(''),
      () => now.replace(' ', ''),
      () => words.toReversed().join(' '),
      () => (words.length > 1 ? words.toSpliced(word, 1).join(' ') : now),
      () => words.with(word, words[word]?.[0] ?? '').join(' '),
    ]
    now = ways[how]!()
  }
  return now
}

const entityOf = (
  { schema, names, passport, country }: typeof listed extends fc.Arbitrary<infer T> ? T : never,
  n: number,
): Entity => ({
  id: `e${n}`,
  caption: names[0]!,
  schema,
  properties: {
    name: names,
    ...(passport && { passportNumber: [passport] }),
    ...(country && { country: [country] }),
  },
  datasets: ['xx_test'],
  referents: [],
  target: true,
}) // prettier-ignore

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

describe('a sieve', () => {
  it('lets every party through that matches an entry, however it is spelt, cut or abbreviated', () => {
    const siever = new PartySiever()
    let matches = 0
    fc.assert(
      fc.property(
        fc.array(listed, { minLength: 1, maxLength: 8 }),
        fc.array(
          fc.tuple(fc.nat(15), damage, fc.constantFrom(...schemata), fc.option(number), fc.boolean()),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        (some, asked) => {
          const entities = some.map(entityOf)
          const whole = cordon.buildIndex(entities)
          const narrowed = whole.narrowed!(entities.filter((_, n) => n % 2 === 0).map(({ id }) => id))
          const sieve = narrowed.sieve(0.7)
          for (const [which, by, schema, passport, tells] of asked) {
            const names = some.flatMap((one) => one.names)
            const query: PartyQuery = {
              schema,
              properties: {
                name: [damaged(names[which % names.length]!, by)],
                ...(passport && { passportNumber: [passport] }),
                ...(tells && { country: ['kp'], birthDate: ['1970'] }),
              },
            }
            const [best] = narrowed.match(query, { threshold: 0.7, cutoff: 0.7, limit: 1 })
            const { block, words } = siever.read(query)
            for (const [word, bytes] of words) sieve.learn(word, viewOf(bytes), 0, bytes.length)
            if (!best) continue
            matches++
            expect([query, best.explanations, sieve.meets(viewOf(block), 0)]).toEqual([
              query,
              best.explanations,
              true,
            ])
          }
        },
      ),
      { numRuns: 400 },
    )
    expect(matches).toBeGreaterThan(500)
  }, 60_000)

  it('passes over parties that have nothing in common with the entries', () => {
    const entity = entityOf(
      { schema: 'Person', names: ['Park Jin Hyok'], passport: '12345678', country: undefined },
      0,
    )
    const sieve = cordon.buildIndex([entity]).narrowed!(['e0']).sieve(0.7)
    const siever = new PartySiever()
    const meets = (text: string, more: Record<string, string[]> = {}, schema = 'Person') => {
      const { block, words } = siever.read({ schema, properties: { name: [text], ...more } })
      for (const [word, bytes] of words) sieve.learn(word, viewOf(bytes), 0, bytes.length)
      return sieve.meets(viewOf(block), 0)
    }
    expect(['Margaret Hamilton', 'Park Chung Hee', 'Grace Park'].map((one) => meets(one))).toEqual([
      false,
      false,
      false,
    ])
    expect(meets('Park Jin Hyok', {}, 'Vessel')).toBe(false)
    expect(meets('Pak Jin-hyok')).toBe(true)
    expect(meets('Margaret Hamilton', { passportNumber: ['1234-5678'] })).toBe(true)
  })

  it('tells blocks of another layout, and lets words through that it was not told of', () => {
    const { block } = new PartySiever().read({
      schema: 'Person',
      properties: { name: ['Margaret Hamilton'] },
    })
    const sieve = cordon.buildIndex([]).narrowed!([]).sieve(0.7)
    expect(sieve.meets(viewOf(block), 0)).toBe(true)
    expect(PartySieve.reads(viewOf(block), 0, block.length)).toBe(true)
    expect(PartySieve.reads(viewOf(block), 0, 0)).toBe(false)
    expect(PartySieve.reads(viewOf(Uint8Array.of(1, 0, 0)), 0, 3)).toBe(false)
  })
})
