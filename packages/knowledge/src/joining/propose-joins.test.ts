import type { Entity } from '@cordon/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type JoinEngine,
  type ProposedJoin,
  proposeJoins,
  referenceJoins,
  resolveIdentities,
} from '../index.ts'

const entity = (
  id: string,
  source: string,
  schema: string,
  properties: Record<string, string[]>,
): Entity => ({
  id,
  caption: properties.name?.[0] ?? id,
  schema,
  properties,
  datasets: [source],
  referents: [],
  target: schema !== 'Sanction',
})
const person = (id: string, source: string, properties: Record<string, string[]>) =>
  entity(id, source, 'Person', properties)

/** Names are alike where they are equal in lower case; everything may be everything. */
function plainEngine(all: readonly Entity[]): JoinEngine {
  const nameKey = (name: string) => name.toLowerCase()
  const meet = (a: readonly string[] = [], b: readonly string[] = []) => a.filter((one) => b.includes(one))
  const lower = (names: readonly string[] = []) => names.map(nameKey)
  return {
    *candidates(one) {
      for (const other of all)
        if (other.datasets[0] !== one.datasets[0]) {
          const [a, b] = [one, other].map(({ properties: p }) =>
            lower([...(p.name ?? []), ...(p.alias ?? [])]),
          )
          yield { id: other.id, names: meet(a, b).length > 0 ? 1 : 0.5 }
        }
    },
    names: (_a, a, _b, b) => (meet(lower(a), lower(b)).length > 0 ? 1 : 0.5),
    nameKey,
    context(a, b) {
      const said = (property: string) => {
        const [x, y] = [a.properties[property], b.properties[property]]
        return x && y ? { [property]: meet(x, y).length > 0 ? 1 : -1 } : {}
      }
      const { imoNumber: x, passportNumber: p } = a.properties
      const { imoNumber: y, passportNumber: q } = b.properties
      return {
        ...said('birthDate'),
        ...said('country'),
        identifiers: meet(p, q).map((value) => ({ property: 'passportNumber', value })),
        contradicted: x && y && meet(x, y).length === 0 ? ['imoNumber'] : [],
      }
    },
  }
}

function joinsOf(all: readonly Entity[]): ProposedJoin[] {
  const work = proposeJoins(all, plainEngine(all))
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
const pairs = (joins: readonly ProposedJoin[]) => joins.map(({ claim }) => `${claim.from.id}=${claim.to.id}`)

const han = { name: ['Han Jang Su'], alias: ['Han Chang-su'], birthDate: ['1969'] }

describe('one entity on many lists', () => {
  it('joins entries of two lists by names and date of birth, and says why', () => {
    const [join] = joinsOf([
      person('a', 'x', han),
      person('b', 'y', han),
      person('c', 'y', { name: ['Kim'] }),
    ])
    expect(join).toMatchObject({
      claim: { from: { id: 'a' }, to: { id: 'b' }, relation: 'same-as', source: 'matcher:cordon-join-1' },
      kind: 'score',
      reason:
        'the primary names are the same; 2 names are shared (Han Jang Su; Han Chang-su); the dates of birth are the same',
    })
  })

  it('never joins two entries of one list: their publisher keeps them apart', () => {
    expect(joinsOf([person('a', 'x', han), person('b', 'x', han), person('c', 'y', {})])).toEqual([])
  })

  it('joins nobody where two of one list are as good', () => {
    expect(joinsOf([person('a', 'x', han), person('b', 'y', han), person('c', 'y', han)])).toEqual([])
  })

  it('does not join by one shared alias against a date of birth and a country that contradict', () => {
    const a = person('a', 'x', { name: ['Abdul Haq'], birthDate: ['1971'], country: ['cn'] })
    const b = person('b', 'y', {
      name: ['Motmaen'],
      alias: ['Abdul Haq'],
      birthDate: ['1960'],
      country: ['af'],
    })
    expect(joinsOf([a, b])).toEqual([])
  })

  it('joins by a number that both hold, though the date of birth differs', () => {
    const passport = { passportNumber: ['A00195974'] }
    const a = person('a', 'x', { ...han, ...passport })
    const b = person('b', 'y', { ...han, birthDate: ['1980'], ...passport })
    expect(joinsOf([a, b])).toMatchObject([{ kind: 'identifier' }])
  })

  it('never joins two hulls, whatever their names', () => {
    const ship = (id: string, source: string, imo: string) =>
      entity(id, source, 'Vessel', { name: ['Chon Ma San'], alias: ['Go Mal San 4'], imoNumber: [imo] })
    expect(pairs(joinsOf([ship('a', 'x', '8660313'), ship('b', 'y', '8660313')]))).toEqual(['a=b'])
    expect(joinsOf([ship('a', 'x', '8660313'), ship('b', 'y', '7937317')])).toEqual([])
  })

  it('asks more than a single word of ships that state no number', () => {
    const ship = (id: string, source: string, name: string) => entity(id, source, 'Vessel', { name: [name] })
    expect(joinsOf([ship('a', 'x', 'Sofia'), ship('b', 'y', 'SOFIA')])).toEqual([])
    expect(pairs(joinsOf([ship('a', 'x', 'Chon Ma San'), ship('b', 'y', 'CHON MA SAN')]))).toEqual(['a=b'])
  })

  it('takes the lists’ own word: a listing that gives a UN reference', () => {
    const listing = (id: string, source: string, party: string, unscId: string) =>
      entity(id, source, 'Sanction', { entity: [party], unscId: [unscId] })
    const joins = referenceJoins([
      person('un-1', 'un_sc_sanctions', { name: ['A'] }),
      listing('un-1-s', 'un_sc_sanctions', 'un-1', 'KPi.001'),
      person('gb-1', 'gb_fcdo_sanctions', { name: ['B'] }),
      listing('gb-1-s', 'gb_fcdo_sanctions', 'gb-1', 'KPi.001'),
      person('gb-2', 'gb_fcdo_sanctions', { name: ['C'] }),
      listing('gb-2-s', 'gb_fcdo_sanctions', 'gb-2', 'KPi.002'),
    ])
    expect(pairs(joins)).toEqual(['gb-1=un-1'])
    expect(joins[0]).toMatchObject({ kind: 'reference', claim: { source: 'gb_fcdo_sanctions' } })
  })

  it('depends on no order, joins at most one entry of a list to another, and each pair once', () => {
    const names = fc.constantFrom('Kim Il', 'Han Jang Su', 'Ri Chol')
    const one = fc.record({
      source: fc.constantFrom('x', 'y', 'z'),
      name: names,
      alias: names,
      birthDate: fc.constantFrom('1969', '1970'),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 9 }), (drawn) => {
        const all = drawn.map(({ source, ...said }, at) =>
          person(`p${at}`, source, Object.fromEntries(Object.entries(said).map(([k, v]) => [k, [v]]))),
        )
        const joins = joinsOf(all)
        expect(pairs(joinsOf([...all].reverse())).sort()).toEqual(pairs(joins).sort())
        const source = new Map(all.map(({ id, datasets }) => [id, datasets[0]!]))
        const ends = joins.flatMap(({ claim: { from, to } }) => [
          `${from.id} ${source.get(to.id)}`,
          `${to.id} ${source.get(from.id)}`,
        ])
        expect(new Set(ends).size).toBe(ends.length)
        for (const { claim } of joins)
          expect(resolveIdentities(joins.map((join) => join.claim)).members(claim.from.id)).toContain(
            claim.to.id,
          )
      }),
    )
  })
})
