import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closingEdges, type Edge } from './closing-edges.ts'
import { readThreats } from './testing-items.ts'

const now = Date.parse('2026-01-01T00:00:00Z')
const id = (type: string, n: number) => `${type}--00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const malware = (n: number, more: object = {}) => ({
  type: 'malware',
  id: id('malware', n),
  created: '2025-06-01T00:00:00Z',
  modified: '2025-06-01T00:00:00Z',
  name: `m${n}`,
  ...more,
})
const relation = (n: number, from: number, to: number, kind = 'derived-from') => ({
  type: 'relationship',
  id: id('relationship', n),
  relationship_type: kind,
  source_ref: id('malware', from),
  target_ref: id('malware', to),
})
const read = (...objects: unknown[]) =>
  readThreats(JSON.stringify({ type: 'bundle', id: id('bundle', 1), objects }), 'bundle.json', { now })
const reasons = (rejects: readonly { reason: string }[]) => rejects.map(({ reason }) => reason.split(':')[0])

describe('a bundle that is not sound', () => {
  it('loses of a cycle the relation that closes it, and keeps the rest', async () => {
    const { relations, rejects, objects } = await read(
      malware(1),
      malware(2),
      malware(3),
      relation(1, 1, 2),
      relation(2, 2, 3),
      relation(3, 3, 1),
      relation(4, 1, 1),
    )
    expect(relations.map(({ id: one }) => one)).toEqual([id('relationship', 1), id('relationship', 2)])
    expect(reasons(rejects)).toEqual(['STIX_CYCLE', 'STIX_CYCLE'])
    expect(objects).toHaveLength(3)
    // Things may use one another.
    expect((await read(relation(1, 1, 2, 'uses'), relation(2, 2, 1, 'uses'))).rejects).toEqual([])
  })

  it('keeps what refers to nothing in it as a claim, and says so', async () => {
    const { relations, report } = await read(malware(1), relation(1, 1, 99))
    expect(relations).toHaveLength(1)
    expect(Object.keys(report.unknown)[0]).toContain('STIX_MISSING_REFERENCE')
  })

  it('keeps the first of two contents of one version, and all versions of an object as the latest', async () => {
    const { objects, rejects, report } = await read(
      malware(1),
      malware(1, { name: 'other' }),
      malware(1),
      malware(1, { modified: '2025-07-01T00:00:00Z', name: 'newer' }),
    )
    expect(objects.map(({ name }) => name)).toEqual(['m1', 'newer'])
    expect(reasons(rejects)).toEqual(['STIX_DUPLICATE'])
    expect(report.rejected).toBe(1)
  })

  it('refuses what says that it was changed in the future, and takes nothing seen there for later than now', async () => {
    const indicator = {
      ...malware(5),
      type: 'indicator',
      id: id('indicator', 5),
      pattern: "[domain-name:value = 'evil.example']",
      pattern_type: 'stix',
      valid_from: '2027-01-01T00:00:00Z',
    }
    const sighting = {
      type: 'sighting',
      id: id('sighting', 6),
      sighting_of_ref: indicator.id,
      last_seen: '2999-01-01T00:00:00Z',
    }
    const { objects, indicators, rejects, report } = await read(
      malware(1, { modified: '2999-01-01T00:00:00Z' }),
      malware(2, { modified: '2026-01-01T12:00:00Z' }),
      indicator,
      sighting,
    )
    expect(reasons(rejects)).toEqual(['STIX_FUTURE_DATE'])
    expect(objects.map(({ name }) => name)).not.toContain('m1')
    expect(indicators[0]).toMatchObject({ lastSeen: now, validFrom: Date.parse('2027-01-01T00:00:00Z') })
    expect(report.version < '2027').toBe(true)
  })
})

describe('edges that close cycles', () => {
  const edge = fc.record({
    from: fc.integer({ min: 0, max: 12 }).map(String),
    to: fc.integer({ min: 0, max: 12 }).map(String),
  })

  it('leave no cycle when they are taken out, and are none where there is no cycle', () => {
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 40 }), (edges) => {
        const closing = closingEdges(edges)
        expect(hasCycle(edges.filter((_, i) => !closing.has(i)))).toBe(false)
        if (closing.size > 0) expect(hasCycle(edges)).toBe(true)
      }),
    )
  })

  it('are found in long chains and rings, in whichever order they come', () => {
    const length = 200_000
    const chain: Edge[] = Array.from({ length }, (_, i) => ({
      from: String(length - i),
      to: String(length - i - 1),
    })).reverse()
    expect(closingEdges(chain).size).toBe(0)
    expect(closingEdges([...chain, { from: '0', to: String(length) }]).size).toBe(1)
    expect(closingEdges([{ from: '0', to: String(length) }, ...chain.reverse()]).size).toBe(1)
  })
})

function hasCycle(edges: readonly Edge[]): boolean {
  let left = [...edges]
  for (;;) {
    const sources = new Set(left.map(({ from }) => from))
    const rest = left.filter(({ to }) => sources.has(to))
    if (rest.length === left.length) return left.length > 0
    left = rest
  }
}
