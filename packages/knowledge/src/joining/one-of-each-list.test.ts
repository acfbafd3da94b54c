import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JoinKind, oneOfEachList, type ProposedJoin, resolveIdentities } from '../index.ts'

/** Ids are list and number: `un-1`. */
const join = (from: string, to: string, points: number, kind: JoinKind = 'score'): ProposedJoin => ({
  claim: {
    from: { kind: 'entity', id: from, label: from },
    to: { kind: 'entity', id: to, label: to },
    relation: 'same-as',
    source: 'matcher:test',
    confidence: 0.9,
    valid: {},
  },
  kind,
  reason: 'alike',
  points,
})
const listsOf = (id: string) => [id.split('-')[0]!]
const pairs = (joins: readonly ProposedJoin[]) => joins.map(({ claim }) => `${claim.from.id} ${claim.to.id}`)

describe('joins of several lists', () => {
  it('lose the weakest link of a chain that leads from one entry of a list to another of the same', () => {
    const proposed = [
      join('ofac-1', 'gb-1', 3.5),
      join('ofac-2', 'un-1', 5),
      join('gb-1', 'un-1', 2, 'identifier'),
    ]
    expect(pairs(oneOfEachList(proposed, [], listsOf))).toEqual(['ofac-2 un-1', 'gb-1 un-1'])
  })

  it('follow what lists say themselves first, though it brings two of one list together', () => {
    const given = [join('gb-1', 'un-1', 0, 'reference'), join('gb-2', 'un-1', 0, 'reference')]
    const proposed = [join('ofac-1', 'gb-1', 9), join('ofac-2', 'gb-2', 8), join('eu-1', 'un-1', 4)]
    expect(pairs(oneOfEachList(proposed, given, listsOf))).toEqual(['ofac-1 gb-1', 'eu-1 un-1'])
  })

  it('never make a whole of two entries of one list, and don’t depend on their order', () => {
    const id = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(3)).map(([list, n]) => `${list}-${n}`)
    const one = fc
      .tuple(id, id, fc.nat(9), fc.constantFrom<JoinKind>('identifier', 'score'))
      .filter(([from, to]) => listsOf(from)[0] !== listsOf(to)[0])
      .map(([from, to, points, kind]) => join(from, to, points, kind))
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { selector: ({ claim }) => [claim.from.id, claim.to.id].sort().join() }),
        (joins) => {
          const kept = oneOfEachList(joins, [], listsOf)
          for (const cluster of resolveIdentities(kept.map(({ claim }) => claim)).clusters) {
            const lists = cluster.map((member) => listsOf(member)[0])
            expect(new Set(lists).size).toBe(lists.length)
          }
          expect(pairs(oneOfEachList(joins.toReversed(), [], listsOf)).sort()).toEqual(pairs(kept).sort())
        },
      ),
    )
  })
})
