import { describe, expect, it } from 'vitest'
import { isValueChoice, patternValues } from './stix-values.ts'
import { readThreats } from './testing-items.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const maker = {
  type: 'identity',
  id: `identity--${uuid(1)}`,
  name: 'Example CERT',
  modified: '2026-01-01T00:00:00Z',
}
const group = {
  type: 'intrusion-set',
  id: `intrusion-set--${uuid(2)}`,
  created_by_ref: maker.id,
  modified: '2025-06-01T00:00:00.000Z',
  name: 'Example Chollima',
  aliases: ['Example Chollima', 'EXAMPLE CHOLLIMA', 'Group 999'],
  external_references: [{ source_name: 'mitre-attack', external_id: 'G9999' }],
}
const indicator = {
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--${uuid(3)}`,
  modified: '2025-06-01T00:00:00Z',
  pattern_type: 'stix',
  pattern: "[domain-name:value = 'evil.example' OR ipv4-addr:value = '203.0.113.9']",
  valid_from: '2025-06-01T00:00:00Z',
  valid_until: '2026-06-01T00:00:00Z',
  confidence: 85,
  object_marking_refs: [`marking-definition--${uuid(4)}`],
}
const marking = {
  type: 'marking-definition',
  id: `marking-definition--${uuid(4)}`,
  definition_type: 'tlp',
  definition: { tlp: 'amber' },
}
const indicates = {
  type: 'relationship',
  id: `relationship--${uuid(5)}`,
  relationship_type: 'indicates',
  source_ref: indicator.id,
  target_ref: group.id,
}
const bundle = (...objects: unknown[]) =>
  JSON.stringify({ type: 'bundle', id: `bundle--${uuid(9)}`, objects })

describe('STIX bundles', () => {
  it('read objects, relations, aliases and what can be looked up', async () => {
    const sighting = {
      type: 'sighting',
      id: `sighting--${uuid(6)}`,
      sighting_of_ref: indicator.id,
      last_seen: '2025-12-24T00:00:00Z',
    }
    const { objects, relations, claims, indicators, report, rejects } = await readThreats(
      bundle(indicator, maker, group, indicates, sighting, marking),
      'bundle.json',
    )
    expect(rejects).toEqual([])
    expect(report.source).toBe('example_cert')
    expect(objects.find(({ type }) => type === 'intrusion-set')).toMatchObject({
      name: 'Example Chollima',
      code: 'G9999',
    })
    expect(claims).toMatchObject([
      { from: { kind: 'alias', id: 'group999', label: 'Group 999' }, relation: 'alias-of' },
    ])
    expect(relations.map(({ relation }) => relation)).toEqual(['indicates', 'sighting-of'])
    expect(indicators).toMatchObject([
      {
        kind: 'domain',
        value: 'evil.example',
        confidence: 0.85,
        tlp: 'TLP:AMBER',
        validUntil: Date.parse('2026-06-01'),
        lastSeen: Date.parse('2025-12-24'),
        about: [{ kind: 'stix', id: group.id, label: 'Example Chollima' }],
      },
      { kind: 'ipv4', value: '203.0.113.9' },
    ])
  })

  it('refuse single objects by name, and take the rest', async () => {
    const { objects, rejects, report } = await readThreats(
      bundle(
        maker,
        { ...maker, name: 'Another name' },
        { ...maker },
        { type: 'malware', id: 'malware--1' },
        { type: 'tool' },
        7,
        { type: 'relationship', id: `relationship--${uuid(7)}`, relationship_type: 'uses' },
      ),
      'bundle.json',
    )
    expect(objects).toHaveLength(1)
    expect(rejects.map(({ reason }) => reason.split(':')[0]).sort()).toEqual([
      'STIX_BAD_ID',
      'STIX_DUPLICATE',
      'STIX_MISSING_MEMBER',
      'STIX_MISSING_MEMBER',
      'STIX_MISSING_MEMBER',
    ])
    expect(report.rejected).toBe(5)
  })

  it('refuse what closes a cycle, and keep what leads out of the bundle', async () => {
    const revoked = (n: number, from: number, to: number) => ({
      type: 'relationship',
      id: `relationship--${uuid(n)}`,
      relationship_type: 'revoked-by',
      source_ref: `tool--${uuid(from)}`,
      target_ref: `tool--${uuid(to)}`,
    })
    const { relations, rejects, report } = await readThreats(
      bundle(revoked(1, 1, 2), revoked(2, 2, 3), revoked(3, 3, 1), revoked(4, 9, 9)),
      'b.json',
    )
    expect(relations).toHaveLength(2)
    expect(rejects.map(({ where, reason }) => [where, reason.split(':')[0]])).toEqual([
      [`relationship--${uuid(3)}`, 'STIX_CYCLE'],
      [`relationship--${uuid(4)}`, 'STIX_CYCLE'],
    ])
    expect(Object.keys(report.unknown)).toEqual(['STIX_MISSING_REFERENCE: tool outside of the bundle'])
  })

  it('are refused whole where they break off or are too large', async () => {
    const whole = bundle(maker, group)
    await expect(readThreats(whole.slice(0, -20), 'bundle.json')).rejects.toMatchObject({
      code: 'FORMATS_TRUNCATED',
    })
    await expect(readThreats(whole, 'bundle.json', { limits: { maxBytes: 100 } })).rejects.toMatchObject({
      code: 'FORMATS_TOO_LARGE',
    })
    const deep = bundle(maker).replace('"Example CERT"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    const { objects, rejects } = await readThreats(deep, 'bundle.json')
    expect(objects).toEqual([])
    expect(rejects[0]?.reason).toMatch(/nested deeper than 64/)
  })

  it.each<[string, unknown]>([
    [
      "[file:hashes.'SHA-256' = '586f30907c3849c363145bfdcdabe3e2e4688cbd5688ff968e984b201b474730']",
      'sha256',
    ],
    [
      "[network-traffic:src_ref.type = 'ipv4-addr' AND network-traffic:src_ref.value = '40.121.90.194']",
      'ipv4',
    ],
    ["[file:name = 'a.exe' AND file:hashes.MD5 = '0123456789abcdef0123456789abcdef']", 'md5'],
    ["[url:value IN ('http://a.example/1', 'http://a.example/2')]", 'url'],
    ["[file:name = 'a.exe' AND file:size = 3]", undefined],
    ["[domain-name:value = 'a.example'] FOLLOWEDBY [url:value = 'http://a.example/1']", undefined],
    ["[domain-name:value LIKE '%.example']", undefined],
    ["[ipv4-addr:value ISSUBSET '198.51.100.0/24']", 'ipv4'],
  ])('%s is looked up as %s', (pattern, kind) => {
    expect(patternValues(pattern)?.[0]?.kind).toBe(kind)
    expect(isValueChoice(pattern)).toBe(kind !== undefined)
  })
  it('in part, where a part of it is no value that can be looked up', () => {
    const pattern = "[file:name = 'a.exe' OR process:command_line = 'a.exe -x']"
    expect(patternValues(pattern)).toEqual([{ kind: 'file-name', value: 'a.exe' }])
    expect(isValueChoice(pattern)).toBe(false)
  })
})

describe('MISP', () => {
  const event = {
    Event: {
      uuid: uuid(10),
      info: 'A supply chain',
      date: '2023-04-20',
      timestamp: '1681983000',
      Orgc: { name: 'Example CERT' },
      Tag: [{ name: 'tlp:green' }, { name: 'PAP:AMBER' }],
      Galaxy: [{ type: 'threat-actor', GalaxyCluster: [{ uuid: uuid(11), value: 'Lazarus Group' }] }],
      Attribute: [
        {
          uuid: uuid(12),
          type: 'domain|ip',
          value: 'evil.example|203.0.113.9',
          to_ids: true,
          category: 'Network activity',
        },
        { uuid: uuid(13), type: 'link', value: 'https://blog.example/', to_ids: false },
        { uuid: uuid(14), type: 'sha1', value: 'xyz', to_ids: true },
        {
          uuid: uuid(15),
          type: 'ip-dst',
          value: '2001:db8::9',
          to_ids: true,
          Sighting: [
            { type: '0', date_sighting: '1700000000' },
            { type: '2', date_sighting: '1800000000' },
          ],
        },
      ],
      Object: [
        {
          name: 'file',
          Attribute: [
            {
              type: 'md5',
              value: 'D41D8CD98F00B204E9800998ECF8427E',
              to_ids: true,
              Tag: [{ name: 'tlp:red' }],
            },
          ],
        },
      ],
    },
  }

  it('events give a report and indicators with its markings and clusters', async () => {
    const { format, indicators, objects, rejects, report } = await readThreats(
      JSON.stringify({ response: [event] }),
      'event.json',
    )
    expect(format).toBe('misp-event')
    expect(report.source).toBe('example_cert')
    expect(objects.map(({ type }) => type)).toEqual(['report', 'intrusion-set'])
    expect(indicators).toMatchObject([
      {
        kind: 'domain',
        value: 'evil.example',
        tlp: 'TLP:GREEN',
        pap: 'PAP:AMBER',
        about: [{ label: 'A supply chain' }, { label: 'Lazarus Group' }],
      },
      { kind: 'ipv4', value: '203.0.113.9' },
      { kind: 'ipv6', value: '2001:db8::9', lastSeen: 1_700_000_000_000, validUntil: 1_800_000_000_000 },
      {
        kind: 'md5',
        value: 'd41d8cd98f00b204e9800998ecf8427e',
        tlp: 'TLP:RED',
        pap: 'PAP:AMBER',
        note: 'file',
      },
    ])
    expect(rejects).toMatchObject([{ reason: 'MISP_BAD_VALUE: a value that is not of its type (sha1)' }])
    expect(Object.keys(report.unknown)).toEqual(['attribute type link: kept out'])
  })

  it('galaxies give claims by the cluster that makes them', async () => {
    const cluster = {
      name: 'Threat Actor',
      type: 'threat-actor',
      version: 7,
      authors: [],
      values: [
        {
          uuid: uuid(20),
          value: 'Lazarus Group',
          meta: { synonyms: ['Labyrinth Chollima'], country: 'KP', 'attribution-confidence': '50' },
        },
        {
          uuid: uuid(21),
          value: 'Other',
          related: [
            {
              'dest-uuid': uuid(20),
              type: 'similar',
              tags: ['estimative-language:likelihood-probability="likely"'],
            },
          ],
        },
        { value: 'without an id' },
      ],
    }
    const { claims, relations, rejects, report } = await readThreats(
      JSON.stringify(cluster),
      'threat-actor.json',
    )
    expect(report.version).toBe('7')
    expect(claims).toMatchObject([
      {
        from: { label: 'Labyrinth Chollima' },
        to: { id: `intrusion-set--${uuid(20)}` },
        source: 'misp_galaxy_threat_actor',
      },
      { relation: 'attributed-to', to: { kind: 'place', id: 'kp' }, confidence: 0.5 },
    ])
    expect(relations).toMatchObject([
      { relation: 'similar-to', to: `intrusion-set--${uuid(20)}`, confidence: 0.67 },
    ])
    expect(rejects).toMatchObject([{ where: 'value 2', reason: expect.stringContaining('MISP_BAD_CLUSTER') }])
  })

  it('warning lists are kept as they are', async () => {
    const { objects } = await readThreats(
      JSON.stringify({
        name: 'Resolvers',
        type: 'cidr',
        version: 3,
        list: ['8.8.8.8'],
        matching_attributes: ['ip-dst'],
      }),
      'list.json',
    )
    expect(objects).toMatchObject([
      {
        type: 'x-misp-warninglist',
        name: 'Resolvers',
        body: { list: ['8.8.8.8'], x_misp_list_type: 'cidr' },
      },
    ])
  })
})
