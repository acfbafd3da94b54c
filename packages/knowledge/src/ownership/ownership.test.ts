import type { Entity } from '@cordon/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chainOf,
  euRule,
  judgeOwnership,
  type OwnershipLink,
  type OwnershipRule,
  ofacRule,
  ownershipLinks,
  parseShare,
  ukRule,
  unknownShare,
} from '../index.ts'

const day = '2026-01-01'
const eu = euRule(day)
const share = (
  owner: string,
  asset: string,
  percent: number | [number, number] | 'unknown',
): OwnershipLink => ({
  owner,
  asset,
  kind: 'share',
  share:
    percent === 'unknown'
      ? unknownShare
      : typeof percent === 'number'
        ? { low: percent, high: percent }
        : { low: percent[0], high: percent[1] },
})
const control = (owner: string, asset: string): OwnershipLink => ({ owner, asset, kind: 'control' })
const judge = (links: OwnershipLink[], listed: string[], rule: OwnershipRule = ofacRule) =>
  judgeOwnership(links, new Set(listed), rule, day)
const verdict = (links: OwnershipLink[], listed: string[], id: string, rule: OwnershipRule = ofacRule) =>
  judge(links, listed, rule).get(id)?.verdict ?? 'no'

describe('OFAC’s 50 Percent Rule (13 August 2014)', () => {
  it('blocks from 50 per cent on, not below', () => {
    expect(verdict([share('X', 'a', 50)], ['X'], 'a')).toBe('owned')
    expect(verdict([share('X', 'a', 49.9)], ['X'], 'a')).toBe('no')
  })

  it('adds up over several blocked persons', () => {
    const links = [share('X', 'a', 25), share('Y', 'a', 25), share('free', 'a', 50)]
    expect(judge(links, ['X', 'Y']).get('a')).toMatchObject({ verdict: 'owned', held: { low: 50, high: 50 } })
    expect(judge(links, ['X']).get('a')).toMatchObject({ verdict: 'no', held: { low: 25, high: 25 } })
  })

  it('goes down chains without multiplying: 50 of 50 is enough, 25 through a free company is not (FAQ 401)', () => {
    expect(verdict([share('X', 'a', 50), share('a', 'b', 50)], ['X'], 'b')).toBe('owned')
    expect(verdict([share('X', 'a', 25), share('a', 'b', 100)], ['X'], 'b')).toBe('no')
    // Blocked Person X owns 50 of A and 10 of B; A owns 40 of B: B is blocked.
    expect(verdict([share('X', 'a', 50), share('X', 'b', 10), share('a', 'b', 40)], ['X'], 'b')).toBe('owned')
  })

  it('does not count control as a share, and notes it (FAQ 398)', () => {
    const links = [control('X', 'a'), share('X', 'a', 10)]
    expect(judge(links, ['X']).get('a')).toMatchObject({ verdict: 'no', controlNoted: true })
  })
})

describe('the EU’s and the UK’s tests', () => {
  it('the EU: 50 or more since 3 July 2024, more than 50 before; added up; or control', () => {
    const half = [share('X', 'a', 20), share('Y', 'a', 30)]
    expect(verdict(half, ['X', 'Y'], 'a', eu)).toBe('owned')
    expect(verdict(half, ['X', 'Y'], 'a', euRule('2024-07-02'))).toBe('no')
    expect(verdict([control('X', 'a'), control('a', 'b')], ['X'], 'b', eu)).toBe('controlled')
  })

  it('the UK: more than 50 by one party, holdings of different parties not added up', () => {
    const links = [share('X', 'a', 40), share('Y', 'a', 40)]
    expect(judge(links, ['X', 'Y'], ukRule).get('a')).toMatchObject({
      verdict: 'no',
      held: { low: 40, high: 40 },
    })
    expect(verdict([share('X', 'a', 50)], ['X'], 'a', ukRule)).toBe('no')
    expect(verdict([share('X', 'a', 50.1)], ['X'], 'a', ukRule)).toBe('owned')
    const through = [share('X', 'b', 60), share('X', 'a', 30), share('b', 'a', 25)]
    expect(verdict(through, ['X'], 'a', ukRule)).toBe('owned')
  })
})

describe('what is not known', () => {
  it('is a range that the other owners bound', () => {
    expect(judge([share('X', 'a', 'unknown'), share('free', 'a', 60)], ['X']).get('a')).toMatchObject({
      verdict: 'no',
      held: { low: 0, high: 40 },
    })
    expect(judge([share('X', 'a', 'unknown'), share('free', 'a', 30)], ['X']).get('a')).toMatchObject({
      verdict: 'possible',
      held: { low: 0, high: 70 },
    })
    expect(verdict([share('X', 'a', [50, 75])], ['X'], 'a')).toBe('owned')
  })

  it('goes on down the chain as possible, never as certain', () => {
    const links = [share('X', 'a', 'unknown'), share('a', 'b', 80)]
    expect(verdict(links, ['X'], 'b')).toBe('possible')
  })
})

it('in a cycle nobody is owned unless somebody listed holds it', () => {
  const ring = [share('a', 'b', 60), share('b', 'c', 60), share('c', 'a', 60)]
  expect(verdict(ring, ['X'], 'a')).toBe('no')
  const held = [...ring, share('X', 'a', 40)]
  expect(verdict(held, ['X'], 'b')).toBe('no')
  const taken = judge([...ring, share('X', 'a', 40), share('X', 'c', 40), share('X', 'b', 40)], ['X'])
  expect(['a', 'b', 'c'].map((id) => taken.get(id)?.verdict)).toEqual(['no', 'no', 'no'])
  const seized = judge([...ring, share('Y', 'a', 50)], ['Y'])
  expect(['a', 'b', 'c'].map((id) => seized.get(id)?.verdict)).toEqual(['owned', 'owned', 'owned'])
})

it('passes over links that ended before the day or begin after it', () => {
  const on = (from: string, until: string) => [{ ...share('X', 'a', 80), from, until }]
  expect(verdict(on('2020', '2025-12-31'), ['X'], 'a')).toBe('no')
  expect(verdict(on('2026-06-01', '2027'), ['X'], 'a')).toBe('no')
  expect(verdict(on('2020', '2026-01-01'), ['X'], 'a')).toBe('owned')
})

it('draws the way up to the listed ones, each party once', () => {
  const links = [
    share('X', 'a', 50),
    share('X', 'b', 60),
    share('a', 'c', 30),
    share('b', 'c', 30),
    share('c', 'b', 1),
  ]
  const chain = chainOf(judge(links, ['X']), 'c')
  expect(chain.nodes.map(({ id, level }) => [id, level])).toEqual([
    ['c', 0],
    ['a', 1],
    ['b', 1],
    ['X', 2],
  ]) // prettier-ignore
  expect(chain.edges.map(({ from, to }) => from + to)).toEqual(['ac', 'bc', 'Xa', 'Xb', 'cb'])
})

it('reads shares as publishers write them', () => {
  expect(
    ['50', '50%', '12,5 %', '>25', '25-50', 'between 25 and 50', 'at least 75', '120', 'some'].map(
      parseShare,
    ),
  ).toEqual([
    { low: 50, high: 50 },
    { low: 50, high: 50 },
    { low: 12.5, high: 12.5 },
    { low: 25, high: 100 },
    { low: 25, high: 50 },
    { low: 25, high: 50 },
    { low: 75, high: 100 },
    undefined,
    undefined,
  ]) // prettier-ignore
})

it('takes OFAC’s "Owned or Controlled By" as control, never as a share', () => {
  const link = (schema: string, properties: Record<string, string[]>): Entity => ({
    id: 'l',
    caption: 'l',
    schema,
    properties,
    datasets: ['us_ofac_sdn'],
    referents: [],
    target: false,
  }) // prettier-ignore
  const links = ownershipLinks([
    link('Ownership', { owner: ['X'], asset: ['a'], role: ['Owned or Controlled By'] }),
    link('UnknownLink', { subject: ['b'], object: ['X'], role: ['Owned or Controlled By'] }),
    link('UnknownLink', { subject: ['b'], object: ['X'], role: ['Providing support to'] }),
    link('Ownership', { owner: ['X'], asset: ['c'], percentage: ['51%'] }),
    link('Ownership', { owner: ['X'], asset: ['d'] }),
  ])
  expect(links.map(({ owner, asset, kind, share: s }) => [owner, asset, kind, s?.low])).toEqual([
    ['X', 'a', 'control', undefined],
    ['X', 'b', 'control', undefined],
    ['X', 'c', 'share', 51],
    ['X', 'd', 'share', 0],
  ])
  expect(verdict(links, ['X'], 'a')).toBe('no')
  expect(verdict(links, ['X'], 'a', eu)).toBe('controlled')
  expect(verdict(links, ['X'], 'd')).toBe('possible')
})

describe('against every way the unknown could be', () => {
  const ids = ['X', 'Y', 'a', 'b', 'c']
  const steps = [0, 25, 50, 75, 100]
  const edge = fc.record({
    owner: fc.constantFrom(...ids),
    asset: fc.constantFrom('a', 'b', 'c'),
    percent: fc.constantFrom<number | 'unknown'>(25, 50, 75, 'unknown'),
  })
  /** At most one link a pair, at most 100 per cent known of each asset, few unknown. */
  const graph = fc
    .uniqueArray(edge, { maxLength: 7, selector: ({ owner, asset }) => owner + asset })
    .map((edges) =>
      edges
        .filter(({ owner, asset }) => owner !== asset)
        .filter(({ asset, percent }, at, all) => {
          const before = all.slice(0, at).filter((one) => one.asset === asset && one.percent !== 'unknown')
          const sum = before.reduce((total, one) => total + Number(one.percent), 0)
          return percent === 'unknown' || sum + percent <= 100
        })
        .filter(
          ({ percent }, at, all) =>
            percent !== 'unknown' || all.slice(0, at).filter((o) => o.percent === 'unknown').length < 3,
        ),
    ) // prettier-ignore

  /** Round after round until nothing changes: the rule in its plainest words. */
  function plain(
    edges: { owner: string; asset: string; percent: number }[],
    listed: string[],
    rule: OwnershipRule,
  ) {
    const holders = rule.aggregates ? [listed] : listed.map((one) => [one])
    const owned = new Set<string>()
    for (const seeds of holders) {
      const mine = new Set(seeds)
      for (let round = 0; round < ids.length; round++)
        for (const asset of ['a', 'b', 'c']) {
          const held = edges
            .filter((one) => one.asset === asset && mine.has(one.owner))
            .reduce((t, one) => t + one.percent, 0) // prettier-ignore
          if (rule.inclusive ? held >= 50 : held > 50) mine.add(asset)
        }
      for (const id of mine) owned.add(id)
    }
    return owned
  }

  function* worlds(edges: { owner: string; asset: string; percent: number | 'unknown' }[]) {
    const open = edges.filter(({ percent }) => percent === 'unknown')
    for (let n = 0; n < steps.length ** open.length; n++) {
      const filled = edges.map((one) => ({
        ...one,
        percent:
          one.percent === 'unknown'
            ? steps[Math.floor(n / steps.length ** open.indexOf(one)) % steps.length]!
            : one.percent,
      })) // prettier-ignore
      const totals = ['a', 'b', 'c'].map((asset) =>
        filled.filter((one) => one.asset === asset).reduce((t, one) => t + one.percent, 0),
      ) // prettier-ignore
      if (totals.every((total) => total <= 100)) yield filled
    }
  }

  it.each([ofacRule, euRule(day), ukRule])(
    '$name: owned in every world, possible in some, no in none',
    (rule) => {
      fc.assert(
        fc.property(graph, fc.subarray(['X', 'Y'], { minLength: 1 }), (edges, listed) => {
          const judged = judge(
            edges.map(({ owner, asset, percent }) => share(owner, asset, percent)),
            listed,
            rule,
          )
          const all = [...worlds(edges)].map((world) => plain(world, listed, rule))
          for (const id of ['a', 'b', 'c']) {
            const found = judged.get(id)?.verdict ?? 'no'
            const count = all.filter((owned) => owned.has(id)).length
            const expected = count === all.length ? 'owned' : count > 0 ? 'possible' : 'no'
            expect([id, found]).toEqual([id, expected])
          }
        }),
        { numRuns: 400 },
      )
    },
  )

  it('with one more listed party nobody is owned less', () => {
    const rank = { no: 0, possible: 1, controlled: 2, owned: 3, listed: 4 }
    fc.assert(
      fc.property(graph, fc.constantFrom(ofacRule, eu, ukRule), (edges, rule) => {
        const links = edges.map(({ owner, asset, percent }) => share(owner, asset, percent))
        const [few, more] = [judge(links, ['X'], rule), judge(links, ['X', 'Y'], rule)]
        for (const [id, { verdict: before, held }] of few) {
          const after = more.get(id)!
          expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before])
          expect(after.held.low).toBeGreaterThanOrEqual(held.low)
        }
      }),
    )
  })
})
