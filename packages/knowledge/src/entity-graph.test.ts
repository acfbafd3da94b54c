import type { Entity } from '@cordon/model'
import { describe, expect, it } from 'vitest'
import { buildEntityGraph } from './entity-graph.ts'
import { nestedEntity } from './nested-entity.ts'

const entity = (
  id: string,
  schema: string,
  properties: Record<string, string[]>,
  referents: string[] = [],
): Entity => ({
  id,
  caption: properties.name?.[0] ?? id,
  schema,
  properties,
  datasets: ['test'],
  referents,
  target: false,
})

const graph = buildEntityGraph([
  entity('omm', 'Company', { name: ['Ocean Maritime Management'], addressEntity: ['addr'] }, ['omm-old']),
  entity('ship', 'Vessel', { name: ['CHONG CHON GANG'] }),
  entity('own', 'Ownership', { owner: ['omm-old'], asset: ['ship'], role: ['operator'] }),
  entity('kim', 'Person', { name: ['Kim Yu Il'] }),
  entity('dir', 'Directorship', { director: ['kim'], organization: ['omm'] }),
  entity('fam', 'Family', { person: ['kim'], relative: ['lee'] }),
  entity('lee', 'Person', { name: ['Lee'] }),
  entity('sanction', 'Sanction', { entity: ['omm'], program: ['DPRK'] }),
  entity('addr', 'Address', { full: ['Donghung Dong, Pyongyang'] }),
  entity('lost', 'UnknownLink', { subject: ['kim'], object: ['not-loaded'] }),
])

describe('the graph of entities', () => {
  it('sees a link from both ends, whichever states it', () => {
    const seen = (id: string) =>
      graph.adjacent(id).map(({ property, entity: other }) => `${property} ${other.id}`)
    expect(seen('omm')).toEqual([
      'addressEntity addr',
      'ownershipOwner own',
      'directorshipOrganization dir',
      'sanctions sanction',
    ])
    expect(seen('sanction')).toEqual(['entity omm'])
    expect(seen('addr')).toEqual(['things omm'])
    expect(seen('nobody')).toEqual([])
  })

  it('resolves edge entities to their far end, with role and direction', () => {
    const links = (id: string) =>
      graph
        .links(id)
        .map(({ kind, role, direction, label, other }) => [kind, role, direction, label, other.id])
    expect(links('omm')).toEqual([
      ['addressEntity', 'addressEntity', 'out', 'Address', 'addr'],
      ['Ownership', 'owner', 'out', 'owns', 'ship'],
      ['Directorship', 'organization', 'in', 'directs', 'kim'],
    ])
    expect(links('ship')).toEqual([['Ownership', 'asset', 'in', 'owns', 'omm']])
    expect(links('lee')).toEqual([['Family', 'relative', 'none', 'related to', 'kim']])
  })

  it('finds an entity by its referents', () => expect(graph.get('omm-old')?.id).toBe('omm'))

  it('keeps an id whose entity is absent as it stands', () => {
    expect(graph.get('lost')?.properties.object).toEqual(['not-loaded'])
    expect(graph.links('kim').map((link) => link.kind)).toEqual(['Directorship', 'Family'])
  })
})

describe('nesting', () => {
  it('puts entities in place of their ids, edges resolved, without a way back', () => {
    const nested = nestedEntity(graph, 'omm')
    expect(nested?.properties).toMatchObject({
      name: ['Ocean Maritime Management'],
      addressEntity: [{ id: 'addr', properties: { full: ['Donghung Dong, Pyongyang'] } }],
      sanctions: [{ id: 'sanction', schema: 'Sanction', properties: { entity: ['omm'], program: ['DPRK'] } }],
      ownershipOwner: [
        {
          id: 'own',
          properties: { owner: ['omm-old'], asset: [{ id: 'ship', caption: 'CHONG CHON GANG' }] },
        },
      ],
      directorshipOrganization: [{ properties: { director: [{ id: 'kim' }], organization: ['omm'] } }],
    })
  })

  it('goes as deep as asked', () => {
    const text = (depth: number) => JSON.stringify(nestedEntity(graph, 'ship', depth))
    expect(text(0)).toContain('"owner":["omm-old"]')
    expect(text(1)).toContain('Ocean Maritime Management')
    expect(text(1)).not.toContain('Kim Yu Il')
    expect(text(2)).toContain('Kim Yu Il')
    expect(nestedEntity(graph, 'nobody')).toBeUndefined()
  })
})
