import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cordon } from './cordon.ts'

const person = (name: string, more: Record<string, string[]> = {}) => ({
  schema: 'Person',
  properties: { name: [name], ...more },
})
const score = (a: string, b: string) => cordon.compare(person(a), person(b)).score

describe('compare', () => {
  it('gives the same score whichever side is asked', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abehkilmnoru -,.김정은Путин李'), maxLength: 30 })
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(score(a, b)).toBeCloseTo(score(b, a), 10)
      }),
    )
  })

  it('answers any string within bounds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (a, b) => {
          const reached = score(a, b)
          expect(reached >= 0 && reached <= 1).toBe(true)
        },
      ),
    )
  })

  it('never falls when evidence that agrees is added', () => {
    const evidence = {
      birthDate: ['1984-08-15'],
      nationality: ['kp'],
      gender: ['male'],
      birthPlace: ['Pyongyang'],
    }
    const keys = Object.keys(evidence) as (keyof typeof evidence)[]
    fc.assert(
      fc.property(fc.subarray(keys), fc.constantFrom(...keys), (some, one) => {
        const of = (chosen: readonly string[]) => {
          const more = Object.fromEntries(
            keys.filter((key) => chosen.includes(key)).map((key) => [key, evidence[key]]),
          )
          return cordon.compare(person('Park Jin Hyok', more), person('Pak Jin Hyuk', evidence)).score
        }
        expect(of([...some, one])).toBeGreaterThanOrEqual(of(some))
      }),
    )
  })

  it('ranks: identical rare names above identical common ones, and slips below both', () => {
    const rare = score('Xhevdet Qerimaxhi', 'Xhevdet Qerimaxhi')
    expect(rare).toBeGreaterThan(score('Maria Garcia', 'Maria Garcia'))
    expect(rare).toBeGreaterThan(score('Xhevdet Qerimaxhi', 'Xhevdet Qerimaxi'))
    expect(rare).toBeLessThan(1)
  })

  it('lets numbers make another thing', () => {
    const vessel = (name: string) => ({ schema: 'Vessel', properties: { name: [name] } })
    expect(cordon.compare(vessel('ANNA 3'), vessel('ANNA 3')).score).toBeGreaterThan(0.7)
    expect(cordon.compare(vessel('ANNA 3'), vessel('ANNA 5')).score).toBeLessThan(0.5)
  })

  it('says how words met', () => {
    const { name } = cordon.compare(person('Владимир Путин'), person('PUTIN, Wladimir')).explanations
    expect(name!.words!.map(({ query, candidate, how }) => [query, candidate, how])).toContainEqual([
      'Путин',
      'PUTIN',
      'variant',
    ])
  })

  it('says a near miss of an identifier as such, and does not take it for a match', () => {
    const vessel = (imo: string) => ({ schema: 'Vessel', properties: { imoNumber: [imo] } })
    const { score: reached, explanations } = cordon.compare(vessel('7937317'), vessel('7937371'))
    expect(explanations.imoNumber!.detail).toContain('two neighbouring characters are swapped')
    expect(reached).toBeLessThan(0.7)
  })

  it('tells the probability for a stated prior', () => {
    const of = (prior: number) =>
      cordon.compare(person('Park Jin Hyok'), person('Park Jin Hyok'), { prior }).probability!
    expect(of(0.01).value).toBeGreaterThan(of(0.0001).value)
    expect(of(0.01).prior).toBe(0.01)
  })
})
