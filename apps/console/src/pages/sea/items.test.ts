import { describe, expect, it } from 'vitest'
import type { SeaFinding } from '../../api/sea-types.ts'
import { eventItem, filterItems, findingItem, namesOf } from './items.ts'
import { trackOf } from './track-data.ts'

const finding = (id: string, score: number, listed: string[]) =>
  findingItem({
    id,
    rule: 'sts-transfer',
    score,
    severity: 'high',
    subjects: [{ kind: 'vessel', id: 'mmsi:7', label: 'MAIKA' }],
    matches: listed.map((label) => ({ kind: 'entity', id: label, label })),
    window: { start: 1000 },
    statement: 'They met.',
    ships: [7],
    events: [],
  } as unknown as SeaFinding)
const nameOf = namesOf(trackOf(7, 'MAIKA', 1, [[0, 0, 0]]))
const none = { kind: undefined, listed: undefined, score: 0, text: '' }

describe('the list', () => {
  const items = [finding('a', 0.9, ['YUK TUNG']), finding('b', 0.6, [])]
  const kept = (change: object) => filterItems(items, { ...none, ...change }, nameOf).map(({ id }) => id)

  it('is narrowed by score, by anyone or someone who is listed, by kind and by words', () => {
    expect(kept({})).toEqual(['f:a', 'f:b'])
    expect(kept({ score: 0.7 })).toEqual(['f:a'])
    expect(kept({ listed: 'yes' })).toEqual(['f:a'])
    expect(kept({ listed: 'NOBODY' })).toEqual([])
    expect(kept({ kind: 'port-call' })).toEqual([])
    expect(kept({ text: 'maika yuk' })).toEqual(['f:a'])
    expect(kept({ text: '7 MET' })).toEqual(['f:a', 'f:b'])
  })

  it('calls ships by what they sent, else by their number', () => {
    const event = { id: 'e', kind: 'encounter', state: 'closed', mmsi: 7, other: 8, lat: 1, lon: 2 } as const
    const item = eventItem({ ...event, start: 0, end: 7_200_000, medianDistanceKm: 0.12 }, nameOf)
    expect(item).toMatchObject({ id: 'e:e', title: 'MAIKA + 8', detail: '120 m, for 2.0 h', ships: [7, 8] })
  })

  it('says of a sighting whom it fits, or that no track does', () => {
    const sighting = { id: 's', kind: 'sighting', state: 'closed', lat: 1, lon: 2, start: 0, end: 0 } as const
    expect(eventItem({ ...sighting, mmsi: 7, dark: 0.07 }, nameOf).detail).toBe('It fits MAIKA (93 %)')
    expect(eventItem({ ...sighting, mmsi: 0, dark: 0.98, name: 'X' }, nameOf)).toMatchObject({
      title: 'X',
      detail: 'No track fits: a dark ship (98 %)',
      ships: [],
    })
  })

  it('gives a place only where there is one', () => {
    const event = { id: 'e', kind: 'gap', state: 'closed', mmsi: 7, start: 0, end: 0 } as const
    expect(eventItem({ ...event, lat: Number.NaN, lon: Number.NaN }, nameOf).lat).toBeUndefined()
  })
})
