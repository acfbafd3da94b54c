import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { around } from './around.ts'
import { exposure } from './exposure.ts'
import { LinkGraphBuilder } from './graph-builder.ts'
import type { GraphLink, LinkGraph } from './link-graph.ts'
import { neighbours } from './neighbours.ts'
import { shortestPaths } from './paths.ts'
import { relationNamed } from './relations.ts'
import { TextTable } from './text-table.ts'

const thing = (id: string) => ({ kind: 'entity' as const, id, label: `The ${id}` })
const link = (from: string, relation: string, to: string, more: Partial<GraphLink> = {}): GraphLink => ({
  from: thing(from),
  to: thing(to),
  relation,
  source: 'test',
  ...more,
})

function graphOf(links: readonly GraphLink[], designated: readonly string[] = []): LinkGraph {
  const builder = new LinkGraphBuilder()
  for (const one of links) builder.add(one)
  for (const id of designated) builder.node(thing(id), 'designated')
  return builder.build()
}
const nodeOf = (graph: LinkGraph, id: string) => graph.find(thing(id))!
const told = (steps: readonly { from: { id: string }; words: string; to: { id: string } }[]) =>
  steps.map(({ from, words, to }) => `${from.id} ${words} ${to.id}`).join(', ')

describe('texts by number', () => {
  it('gives every string one number and gives it back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 300 }), (texts) => {
        const table = new TextTable()
        const numbers = texts.map((text) => table.add(text))
        expect(numbers.map((number) => table.get(number))).toEqual(texts)
        expect(table.size).toBe(new Set(texts).size)
        expect(texts.map((text) => table.find(text))).toEqual(numbers)
        expect(table.find('never \u0000 added')).toBeUndefined()
      }),
    )
  })

  it('keeps lone surrogates, the empty text and 5,000 characters apart', () => {
    const table = new TextTable()
    const texts = ['', '\ud800', '\ufffd', '\u0000', '\u00ff', 'a'.repeat(5_000), '조선'.repeat(2_500)]
    expect(texts.map((text) => table.get(table.add(text)))).toEqual(texts)
    expect(table.size).toBe(texts.length)
  })

  it('refuses a number that it never gave', () => {
    expect(() => new TextTable().get(0)).toThrow(RangeError)
  })
})

describe('neighbours', () => {
  const graph = graphOf(
    [
      link('a', 'linked', 'b'),
      link('a', 'owns', 'c', {
        since: Date.UTC(2010, 0),
        until: Date.UTC(2015, 0),
        note: '45 %',
        record: 'r1',
      }),
      link('d', 'owns', 'a', { confidence: 0.6 }),
      link('a', 'located', 'e'),
    ],
    ['c'],
  )

  it('come with those first that carry most, in words from the thing asked about', () => {
    const { links, total, byRelation } = neighbours(graph, nodeOf(graph, 'a'))
    expect(told(links.map(({ step }) => step))).toBe(
      'a owns c, a is owned by d, a is linked to b, a has the address e',
    )
    expect(total).toBe(4)
    expect(byRelation).toEqual({ owns: 2, linked: 1, located: 1 })
    expect(links[0]).toMatchObject({ designated: true, step: { note: '45 %', record: 'r1', source: 'test' } })
    expect(links[1]!.step.confidence).toBe(0.6)
  })

  it('leave out what did not hold at the time asked for', () => {
    const at = (year: number) => neighbours(graph, nodeOf(graph, 'a'), { at: Date.UTC(year, 5) }).total
    expect([at(2005), at(2012), at(2020)]).toEqual([3, 4, 3])
  })

  it('can be paged and narrowed', () => {
    const page = neighbours(graph, nodeOf(graph, 'a'), { offset: 1, limit: 2 })
    expect(page.links).toHaveLength(2)
    expect(page.total).toBe(4)
    expect(neighbours(graph, nodeOf(graph, 'a'), { relations: ['located'] }).total).toBe(1)
    expect(neighbours(graph, nodeOf(graph, 'a'), { kinds: ['vessel'] }).total).toBe(0)
  })
})

describe('paths', () => {
  it('are explained link by link, in the direction in which they are walked', () => {
    const graph = graphOf([
      link('payment', 'party-to', 'company'),
      link('owner', 'owns', 'company'),
      link('owner', 'owns', 'ship'),
    ])
    const { paths, hops } = shortestPaths(graph, nodeOf(graph, 'payment'), nodeOf(graph, 'ship'))
    expect(hops).toBe(3)
    expect(told(paths[0]!.steps)).toBe(
      'payment is a party to company, company is owned by owner, owner owns ship',
    )
    expect(paths[0]!.carry).toBeCloseTo(0.6 * 0.9 * 0.9)
  })

  it('prefer among the shortest those that carry most and avoid what everybody shares', () => {
    const hub = Array.from({ length: 500 }, (_, n) => link(`x${n}`, 'owns', 'hub'))
    const graph = graphOf([
      ...hub,
      link('a', 'linked', 'weak'),
      link('weak', 'linked', 'b'),
      link('a', 'owns', 'hub'),
      link('b', 'owns', 'hub'),
      link('a', 'owns', 'strong'),
      link('strong', 'owns', 'b'),
    ])
    const { paths } = shortestPaths(graph, nodeOf(graph, 'a'), nodeOf(graph, 'b'))
    expect(paths.map(({ steps }) => steps[0]!.to.id)).toEqual(['strong', 'hub', 'weak'])
    expect(paths[1]!.shared).toEqual([{ thing: thing('hub'), links: 502 }])
  })

  it('say of which things not all links were followed', () => {
    const graph = graphOf([
      ...Array.from({ length: 20 }, (_, n) => link('hub', 'owns', `x${n}`)),
      link('hub', 'linked', 'b'),
    ])
    const answer = shortestPaths(graph, nodeOf(graph, 'hub'), nodeOf(graph, 'b'), { fanOut: 5, maxHops: 1 })
    expect(answer).toEqual({ paths: [], cut: 1, compared: 0 })
  })

  it('do not lead over links that carry nothing, unless these are asked for', () => {
    const graph = graphOf([link('a', 'located', 'street'), link('b', 'located', 'street')])
    const [a, b] = [nodeOf(graph, 'a'), nodeOf(graph, 'b')]
    expect(shortestPaths(graph, a, b).paths).toEqual([])
    expect(shortestPaths(graph, a, b, { relations: ['located'] }).hops).toBe(2)
  })

  it('are as short as the shortest there are, whatever the graph', () => {
    fc.assert(
      fc.property(smallGraphs, ({ links, count }) => {
        const graph = graphOf(links)
        const reach = distances(links, count)
        for (let a = 0; a < count; a++)
          for (let b = 0; b < count; b++) {
            const [from, to] = [graph.find(thing(`n${a}`)), graph.find(thing(`n${b}`))]
            if (from === undefined || to === undefined || a === b) continue
            const { hops, paths } = shortestPaths(graph, from, to, { maxHops: 15, limit: 100 })
            expect(hops ?? Number.POSITIVE_INFINITY).toBe(reach[a]![b])
            for (const { steps } of paths) {
              expect(steps).toHaveLength(hops!)
              expect(steps[0]!.from.id).toBe(`n${a}`)
              expect(steps.at(-1)!.to.id).toBe(`n${b}`)
              for (const [at, step] of steps.entries())
                if (at > 0) expect(step.from).toEqual(steps[at - 1]!.to)
            }
          }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a picture of several things', () => {
  it('has what joins them before what only one leads to, and every link among what is drawn', () => {
    const graph = graphOf([
      link('a', 'owns', 'x'),
      link('b', 'linked', 'y'),
      link('a', 'linked', 'y'),
      link('x', 'linked', 'y'),
      link('a', 'located', 'z'),
    ])
    const picture = around(graph, [nodeOf(graph, 'a'), nodeOf(graph, 'b')], { limit: 4 })
    expect(picture.nodes.map(({ ref, asked }) => [ref.id, asked])).toEqual([
      ['a', true],
      ['b', true],
      ['y', false],
      ['x', false],
    ])
    expect(picture.left).toBe(1)
    expect(told(picture.links).split(', ').sort()).toEqual([
      'a is linked to y',
      'a owns x',
      'b is linked to y',
      'x is linked to y',
    ])
  })
})

describe('exposure', () => {
  it('is what the strongest way carries, a longer one where it carries more', () => {
    const graph = graphOf(
      [
        link('a', 'linked', 'bad'),
        link('a', 'owns', 'x'),
        link('x', 'owns', 'bad'),
        link('a', 'family', 'y'),
      ],
      ['bad'],
    )
    const { exposures, total, reached } = exposure(graph, nodeOf(graph, 'a'))
    expect(total).toBe(1)
    expect(reached).toBe(4)
    expect(exposures[0]!.share).toBeCloseTo(0.81)
    expect(told(exposures[0]!.steps)).toBe('a owns x, x owns bad')
  })

  it('says where the thing itself is on a list', () => {
    const graph = graphOf([link('a', 'owns', 'b')], ['a'])
    expect(exposure(graph, nodeOf(graph, 'a'))).toMatchObject({ designated: true, exposures: [] })
  })

  it('is the greatest product over all ways of as many links, whatever the graph', () => {
    fc.assert(
      fc.property(smallGraphs, fc.integer({ min: 1, max: 4 }), ({ links, count }, hops) => {
        const all = Array.from({ length: count }, (_, n) => `n${n}`)
        const graph = graphOf(links, all)
        const start = graph.find(thing('n0'))!
        const expected = products(links, count, hops)
        const { exposures } = exposure(graph, start, { hops, least: 1e-9, limit: 1_000 })
        const found = new Map(exposures.map(({ to, share }) => [to.id, share]))
        for (let node = 1; node < count; node++)
          expect(found.get(`n${node}`) ?? 0).toBeCloseTo(expected[node]!, 9)
        for (const { steps, share } of exposures) {
          expect(steps.length).toBeLessThanOrEqual(hops)
          expect(steps.reduce((product, step) => product * step.carry, 1)).toBeCloseTo(share, 9)
        }
      }),
      { numRuns: 200 },
    )
  })
})

const names = ['owns', 'linked', 'same-as', 'met', 'located', 'a-word-of-its-own']
const smallGraphs = fc.integer({ min: 2, max: 9 }).chain((count) => {
  const end = fc.nat(count - 1)
  const some = fc.tuple(end, fc.constantFrom(...names), end, fc.constantFrom(undefined, 0.25, 0.5, 1))
  return fc.array(some, { maxLength: 25 }).map((found) => ({
    count,
    links: found.map(([a, name, b, confidence]) =>
      link(`n${a}`, name, `n${b}`, confidence === undefined ? {} : { confidence }),
    ),
  }))
})

/** Shortest distances by Floyd and Warshall, over links that carry something. */
function distances(links: readonly GraphLink[], count: number): number[][] {
  const table = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (_, b) => (a === b ? 0 : Number.POSITIVE_INFINITY)),
  )
  for (const [a, b, carry] of ends(links)) if (a !== b && carry > 0) table[a]![b] = table[b]![a] = 1
  for (let via = 0; via < count; via++)
    for (let a = 0; a < count; a++)
      for (let b = 0; b < count; b++)
        table[a]![b] = Math.min(table[a]![b]!, table[a]![via]! + table[via]![b]!)
  return table
}

/** The greatest product over walks from node 0 of at most so many links, by Bellman and Ford. */
function products(links: readonly GraphLink[], count: number, hops: number): number[] {
  let best: number[] = Array.from({ length: count }, (_, node) => (node === 0 ? 1 : 0))
  for (let hop = 0; hop < hops; hop++) {
    const next = [...best]
    for (const [a, b, carry] of ends(links)) {
      next[b] = Math.max(next[b]!, best[a]! * carry)
      next[a] = Math.max(next[a]!, best[b]! * carry)
    }
    best = next
  }
  return best
}

function ends(links: readonly GraphLink[]): [number, number, number][] {
  return links.map(({ from, to, relation, confidence = 1 }) => [
    Number(from.id.slice(1)),
    Number(to.id.slice(1)),
    relationNamed(relation).carry * confidence,
  ])
}
