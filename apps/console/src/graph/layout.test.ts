import { describe, expect, it } from 'vitest'
import type { LinkStep, PictureNode } from '../api/graph.ts'
import { layOut } from './layout.ts'

const ref = (id: string) => ({ kind: 'entity', id, label: id })
const node = (id: string): PictureNode => ({ ref: ref(id), asked: false, designated: false, degree: 1 })
const link = (from: string, to: string): LinkStep => ({
  from: ref(from),
  to: ref(to),
  relation: 'owns',
  words: 'owns',
  family: 'ownership',
  carry: 0.9,
  source: 'test',
})
const star = Array.from({ length: 40 }, (_, at) => `n${at}`)

describe('the layout of a graph', () => {
  const layout = layOut(
    star.map(node),
    star.slice(1).map((id) => link('n0', id)),
  )

  it('is the same each time', () => {
    const again = layOut(
      star.map(node),
      star.slice(1).map((id) => link('n0', id)),
    )
    expect(again).toEqual(layout)
  })

  it('leaves every thing room of its own within the box', () => {
    for (const [at, a] of layout.nodes.entries()) {
      expect(a.x).toBeGreaterThan(layout.box.x)
      expect(a.x).toBeLessThan(layout.box.x + layout.box.width)
      for (const b of layout.nodes.slice(at + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(40)
    }
  })

  it('draws all links of a pair as one line, whichever way they lead, and none to what is not there', () => {
    const { lines } = layOut([node('a'), node('b')], [link('a', 'b'), link('b', 'a'), link('a', 'missing')])
    expect(lines).toHaveLength(1)
    expect(lines[0]!.steps).toHaveLength(2)
  })

  it('has a box for nothing at all', () => {
    expect(layOut([], []).box.width).toBeGreaterThan(0)
  })
})
