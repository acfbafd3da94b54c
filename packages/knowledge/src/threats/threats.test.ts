import type { Claim, ThreatItem, ThreatObject, ThreatRelation } from '@cordon/model'
import { nameKey } from '@cordon/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attackMatrix } from './attack-matrix.ts'
import { techniqueChanges } from './technique-versions.data.ts'
import { resolveTactic, resolveTechnique } from './technique-versions.ts'
import { ThreatGraph } from './threat-graph.ts'
import { threatProfile } from './threat-profile.ts'

const object = (id: string, name: string, more: Partial<ThreatObject> = {}): ThreatItem => ({
  is: 'object',
  object: { id, type: id.slice(0, id.indexOf('--')), name, source: 'one', modified: 1, body: {}, ...more },
})
const relation = (
  from: string,
  name: string,
  to: string,
  more: Partial<ThreatRelation> = {},
): ThreatItem => ({
  is: 'relation',
  relation: { id: `${from}>${name}>${to}`, from, to, relation: name, source: 'one', ...more },
})
const alias = (name: string, to: string, source = 'one', more: Partial<Claim> = {}): ThreatItem => ({
  is: 'claim',
  claim: {
    from: { kind: 'alias', id: nameKey(name), label: name },
    to: { kind: 'stix', id: to, label: '' },
    relation: 'alias-of',
    source,
    valid: {},
    ...more,
  },
})

describe('the graph', () => {
  it('keeps the latest version of each source, and all sources', () => {
    const graph = new ThreatGraph([
      object('malware--1', 'Old', { modified: 1 }),
      object('malware--1', 'New', { modified: 3 }),
      object('malware--1', 'Middle', { modified: 2 }),
      object('malware--1', 'Another view', { source: 'two', modified: 2 }),
    ])
    expect(graph.get('malware--1')).toMatchObject({
      name: 'New',
      versions: [{ name: 'New' }, { source: 'two' }],
    })
  })

  it('names two contents under one id and one time', () => {
    const items = [
      object('malware--1', 'A', { body: { a: 1 } }),
      object('malware--1', 'A', { body: { a: 2 } }),
    ]
    expect(new ThreatGraph(items).faults).toMatchObject([{ kind: 'THREAT_DUPLICATE', id: 'malware--1' }])
    expect(new ThreatGraph([items[0]!, items[0]!]).faults).toEqual([])
  })

  it('follows revocations over several steps, with what was said of the old ones', () => {
    const graph = new ThreatGraph([
      object('intrusion-set--1', 'First', { revoked: true }),
      object('intrusion-set--2', 'Second', { revoked: true }),
      object('intrusion-set--3', 'Third'),
      object('tool--1', 'Tool'),
      relation('intrusion-set--1', 'revoked-by', 'intrusion-set--2'),
      relation('intrusion-set--2', 'revoked-by', 'intrusion-set--3'),
      relation('intrusion-set--1', 'uses', 'tool--1'),
    ])
    expect(graph.current('intrusion-set--1')).toBe('intrusion-set--3')
    expect(threatProfile(graph, 'intrusion-set--3')?.software.map(({ name }) => name)).toEqual(['Tool'])
    expect(threatProfile(graph, 'intrusion-set--1')?.replacedBy).toEqual({
      id: 'intrusion-set--3',
      name: 'Third',
    })
  })

  it('names cycles of revocation and ends in them', () => {
    const graph = new ThreatGraph([
      object('tool--1', 'A'),
      object('tool--2', 'B'),
      relation('tool--1', 'revoked-by', 'tool--2'),
      relation('tool--2', 'revoked-by', 'tool--1'),
    ])
    expect(graph.faults.map(({ kind }) => kind)).toContain('THREAT_REVOCATION_CYCLE')
    expect(['tool--1', 'tool--2']).toContain(graph.current('tool--1'))
  })

  it('names relations that lead to nothing, and joins them when it comes', () => {
    const uses = relation('intrusion-set--1', 'uses', 'tool--1')
    expect(new ThreatGraph([object('intrusion-set--1', 'G'), uses]).faults).toMatchObject([
      { kind: 'THREAT_MISSING_REFERENCE' },
    ])
    expect(new ThreatGraph([uses, object('tool--1', 'T'), object('intrusion-set--1', 'G')]).faults).toEqual(
      [],
    )
  })

  it('leaves out what was taken back', () => {
    const graph = new ThreatGraph([
      object('intrusion-set--1', 'G'),
      object('tool--1', 'T'),
      relation('intrusion-set--1', 'uses', 'tool--1', { revoked: true }),
      alias('Other', 'intrusion-set--1', 'one', {
        withdrawn: { at: '2026-01-01', by: 'person:kim', reason: 'wrong' },
      }),
    ])
    expect(graph.from('intrusion-set--1')).toEqual([])
    expect(graph.find('Other')).toEqual([])
  })

  it('is the same whatever the order of what comes in', () => {
    const items = [
      object('intrusion-set--1', 'G', { code: 'G0001' }),
      object('intrusion-set--1', 'H', { source: 'two', modified: 9 }),
      object('tool--1', 'T'),
      alias('Other', 'intrusion-set--1'),
      relation('intrusion-set--1', 'uses', 'tool--1'),
    ]
    const seen = (all: ThreatItem[]) =>
      JSON.stringify(threatProfile(new ThreatGraph(all), 'intrusion-set--1'))
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (all) => {
        expect(seen(all)).toBe(seen(items))
      }),
    )
  })
})

describe('names', () => {
  const graph = new ThreatGraph([
    object('intrusion-set--1', 'Diamond Sleet', { source: 'microsoft' }),
    object('intrusion-set--2', 'Moonstone Sleet', { source: 'microsoft' }),
    object('intrusion-set--3', 'Lazarus Group', { source: 'mitre', code: 'G0032' }),
    object('malware--4', 'Labyrinth Chollima', { source: 'mitre' }),
    alias('LABYRINTH CHOLLIMA', 'intrusion-set--1', 'microsoft'),
    alias('LABYRINTH CHOLLIMA', 'intrusion-set--2', 'microsoft'),
    alias('Labyrinth Chollima', 'intrusion-set--3', 'mitre', { confidence: 0.5 }),
  ])

  it('lead to everything that any source calls so, and join nothing', () => {
    expect(graph.find('labyrinth-chollima').map(({ id, source }) => [id, source])).toEqual([
      ['malware--4', 'mitre'],
      ['intrusion-set--1', 'microsoft'],
      ['intrusion-set--2', 'microsoft'],
      ['intrusion-set--3', 'mitre'],
    ])
    expect(graph.size).toBe(4)
  })

  it('say on each page what else is called so, of the same kind', () => {
    expect(threatProfile(graph, 'intrusion-set--3')?.names).toMatchObject([
      { name: 'Lazarus Group', source: 'mitre', also: [] },
      {
        name: 'Labyrinth Chollima',
        source: 'mitre',
        confidence: 0.5,
        also: [{ label: 'Diamond Sleet' }, { label: 'Moonstone Sleet' }],
      },
    ])
  })

  it('are found by id and short id too', () => {
    expect(graph.find('g0032')).toMatchObject([{ id: 'intrusion-set--3', how: 'code' }])
    expect(graph.find('intrusion-set--1')).toMatchObject([{ how: 'id' }])
    expect(graph.namesLike('sleet', 5).map(({ label }) => label)).toEqual([
      'Diamond Sleet',
      'Moonstone Sleet',
    ])
  })
})

describe('a group', () => {
  it('uses what its campaigns use, which is marked as such', () => {
    const graph = new ThreatGraph([
      object('intrusion-set--1', 'AppleJeus', { code: 'G1049' }),
      object('campaign--1', '3CX'),
      object('attack-pattern--1', 'A', { code: 'T1001' }),
      object('attack-pattern--2', 'B', { code: 'T1002' }),
      relation('intrusion-set--1', 'uses', 'attack-pattern--1'),
      relation('campaign--1', 'uses', 'attack-pattern--2'),
      relation('campaign--1', 'attributed-to', 'intrusion-set--1'),
    ])
    expect(threatProfile(graph, 'intrusion-set--1')).toMatchObject({
      techniques: [{ code: 'T1001' }, { code: 'T1002', via: { label: '3CX' } }],
      campaigns: [{ name: '3CX' }],
    })
  })
})

describe('versions of ATT&CK', () => {
  const knows =
    (...codes: string[]) =>
    (code: string) =>
      codes.includes(code)

  it('a newer tag means the older technique, and the other way round', () => {
    expect(resolveTechnique('attack.t1685', knows('T1562.001', 'T1562'))).toEqual({
      code: 'T1562.001',
      how: 'renamed',
      source: 'mitre_attack_v19',
    })
    expect(resolveTechnique('T1562.002', knows('T1685.001'))).toMatchObject({
      code: 'T1685.001',
      how: 'renamed',
    })
    expect(resolveTechnique('attack.t1059.001', knows('T1059.001'))).toEqual({
      code: 'T1059.001',
      how: 'same',
    })
    expect(resolveTechnique('T1059.099', knows('T1059'))).toEqual({ code: 'T1059', how: 'parent' })
    expect(resolveTechnique('attack.execution', knows())).toBeUndefined()
    expect(resolveTactic('attack.stealth', knows('defense-evasion'))).toBe('defense-evasion')
  })

  it('every newer id that SigmaHQ uses and ATT&CK 18.1 lacks has a way back', () => {
    const used =
      'T1685 T1685.001 T1685.002 T1685.004 T1685.005 T1685.006 T1686 T1686.001 T1686.002 T1686.003 T1689 T1690'
    const old = new Set(techniqueChanges.map(({ before }) => before))
    for (const code of used.split(' '))
      expect(
        resolveTechnique(code, (one) => old.has(one)),
        code,
      ).toBeDefined()
  })
})

describe('the matrix', () => {
  it('has tactics in its order, live techniques, and groups with what they use', () => {
    const technique = (id: string, code: string, more: Partial<ThreatObject> = {}) =>
      object(`attack-pattern--${id}`, code, {
        code,
        body: {
          kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'impact' }],
          external_references: [],
          x_mitre_platforms: ['Windows'],
        },
        ...more,
      })
    const graph = new ThreatGraph([
      object('x-mitre-tactic--1', 'Impact', { code: 'TA0040', body: { x_mitre_shortname: 'impact' } }),
      object('x-mitre-tactic--2', 'Execution', { code: 'TA0002', body: { x_mitre_shortname: 'execution' } }),
      object('x-mitre-matrix--1', 'Enterprise', {
        body: { tactic_refs: ['x-mitre-tactic--2', 'x-mitre-tactic--1'] },
      }),
      technique('1', 'T1485'),
      technique('2', 'T1561.002'),
      technique('3', 'T9999', { revoked: true }),
      object('intrusion-set--1', 'Lazarus Group', { code: 'G0032' }),
      relation('intrusion-set--1', 'uses', 'attack-pattern--1'),
      relation('intrusion-set--1', 'uses', 'attack-pattern--3'),
    ])
    expect(attackMatrix(graph)).toMatchObject({
      tactics: [{ shortName: 'execution' }, { shortName: 'impact' }],
      techniques: [
        { code: 'T1485', tactics: ['impact'], platforms: ['Windows'] },
        { code: 'T1561.002', parent: 'T1561' },
      ],
      groups: [{ code: 'G0032', techniques: ['T1485'] }],
    })
  })
})
