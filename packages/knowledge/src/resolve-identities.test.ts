import type { Claim } from '@cordon/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addClaims, claimKey, claimsAbout, withdrawClaim } from './claims.ts'
import { resolveIdentities } from './resolve-identities.ts'

const claim = (from: string, relation: string, to: string, more: Partial<Claim> = {}): Claim => ({
  from: { kind: 'entity', id: from, label: from },
  to: { kind: 'entity', id: to, label: to },
  relation,
  source: 'matcher',
  valid: {},
  ...more,
})

describe('claims', () => {
  const said = addClaims(new Map(), [
    claim('a', 'same-as', 'b'),
    claim('a', 'same-as', 'b', { source: 'person:1' }),
  ])

  it('are kept once a source, and can be withdrawn and said again', () => {
    expect(addClaims(said, [claim('a', 'same-as', 'b', { confidence: 0.9 })]).size).toBe(2)
    const key = claimKey(claim('a', 'same-as', 'b'))
    const without = withdrawClaim(said, key, { at: '2026-01-01', by: 'person:2', reason: 'other birth date' })
    expect(without.get(key)?.withdrawn?.reason).toBe('other birth date')
    expect(claimsAbout(without, { kind: 'entity', id: 'b' }).map((c) => c.source)).toEqual(['person:1'])
    expect(said.get(key)?.withdrawn).toBeUndefined()
    expect(addClaims(without, [claim('a', 'same-as', 'b')]).get(key)?.withdrawn).toBeUndefined()
  })
})

describe('resolving identities', () => {
  it('joins chains, and goes by the smallest id', () => {
    const found = resolveIdentities([
      claim('c', 'same-as', 'b'),
      claim('b', 'same-as', 'a'),
      claim('x', 'same-as', 'x'),
    ])
    expect(found.clusters).toEqual([['a', 'b', 'c']])
    expect([found.canonical('c'), found.canonical('x'), found.members('z')]).toEqual(['a', 'x', ['z']])
  })

  it('never joins what is kept apart, however long the chain', () => {
    const weak = claim('b', 'same-as', 'c', { confidence: 0.6 })
    const found = resolveIdentities([
      weak,
      claim('a', 'same-as', 'b', { confidence: 0.9 }),
      claim('c', 'same-as', 'd', { confidence: 0.8 }),
      claim('d', 'not-same-as', 'a'),
    ])
    expect(found.clusters).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(found.refused).toEqual([weak])
  })

  it('follows a person before a machine, and apart before together', () => {
    const person = { source: 'person:analyst' }
    const machine = claim('a', 'not-same-as', 'b')
    expect(resolveIdentities([machine, claim('b', 'same-as', 'a', person)]).clusters).toEqual([['a', 'b']])
    expect(resolveIdentities([machine, claim('b', 'same-as', 'a')]).clusters).toEqual([])
    const twoPeople = [claim('a', 'not-same-as', 'b', person), claim('a', 'same-as', 'b', person)]
    expect(resolveIdentities(twoPeople).clusters).toEqual([])
  })

  it('leaves claims across kinds and withdrawn ones alone', () => {
    const group = claim('lazarus', 'same-as', 'intrusion-set--1')
    expect(
      resolveIdentities([
        { ...group, to: { ...group.to, kind: 'stix' } },
        claim('a', 'same-as', 'b', { withdrawn: { at: '2026', by: 'person:1', reason: 'wrong' } }),
      ]).clusters,
    ).toEqual([])
  })

  const ids = fc.constantFrom(...'abcdefgh')
  const some = fc.array(
    fc
      .tuple(
        ids,
        fc.constantFrom('same-as', 'same-as', 'not-same-as'),
        ids,
        fc.constantFrom('m', 'person:1'),
        fc.nat(3),
      )
      .map(([from, relation, to, source, confidence]) =>
        claim(from, relation, to, { source, confidence: confidence / 4 }),
      ),
    { maxLength: 20 },
  )

  it('does not depend on the order of the claims', () => {
    const twice = some.chain((claims) =>
      fc.tuple(
        fc.constant(claims),
        fc.shuffledSubarray(claims, { minLength: claims.length, maxLength: claims.length }),
      ),
    )
    fc.assert(
      fc.property(twice, ([claims, shuffled]) => {
        expect(resolveIdentities(shuffled).clusters).toEqual(resolveIdentities(claims).clusters)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps every pair apart that a person keeps apart, and accounts for every claim', () => {
    fc.assert(
      fc.property(some, (claims) => {
        const found = resolveIdentities(claims)
        for (const each of claims) {
          if (each.from.id === each.to.id) continue
          const together = found.canonical(each.from.id) === found.canonical(each.to.id)
          if (each.relation === 'same-as') expect(together).toBe(!found.refused.includes(each))
          else if (each.source.startsWith('person:')) expect(together).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })
})
