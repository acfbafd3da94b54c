import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCacaoPlaybook } from './check-cacao.ts'
import { checkStixBundle } from './check-stix.ts'
import { isoPrefixEnd, isoPrefixStart } from './iso-prefix.ts'
import { makeBundle, referredBy } from './make-bundle.ts'
import { type CacaoPlaybook, makePlaybook } from './make-playbook.ts'
import { parseOperation } from './parse-operation.ts'
import { parsePlaybookSource } from './playbook-source.ts'
import { playbookSteps } from './playbook-steps.ts'
import { objects, operationYaml, playbookYaml } from './testing-operation.ts'
import { cordonNamespace, uuid4From, uuid5 } from './uuids.ts'

const operation = parseOperation(operationYaml, 'theft-2016').operation!
const source = parsePlaybookSource(playbookYaml).playbook!
const bundle = makeBundle(operation, objects).bundle!
const campaign = bundle.objects.find(({ type }) => type === 'campaign')!
const playbook = makePlaybook(source, operation, campaign.id)
const copy = <T>(value: T): T => structuredClone(value)
type Loose = Record<string, never>

describe('an operation', () => {
  it('is read whole', () => {
    expect(operation).toMatchObject({
      id: 'theft-2016',
      doors: ['network', 'payments'],
      period: { start: '2016-02' },
    })
    expect(operation.sources[0]).toMatchObject({ id: 'court-2018', verified: true })
    expect(operation.sources[1]).toMatchObject({ id: 'press-2016', verified: false })
  })

  it.each<[string, object, string]>([
    ['an id that is not its folder', { id: 'other' }, 'id'],
    ['a door that is none', { doors: ['window'] }, 'doors[0]'],
    ['no door', { doors: [] }, 'doors'],
    ['an end before its start', { period: { start: '2016-02', end: '2015' } }, 'period.end'],
    ['a month that there is not', { period: { start: '2016-13' } }, 'period.start'],
    ['a field nobody knows', { colour: 'red' }, 'colour'],
    [
      'a sum that is a word',
      { amounts: [{ usd: 'much', what: 'x', source: 'press-2016' }] },
      'amounts[0].usd',
    ],
    ['low above high', { amounts: [{ low: 3, high: 2, what: 'x', source: 'press-2016' }] }, 'amounts[0].low'],
    [
      'a source that is not listed',
      { timeline: [{ at: '2016', what: 'x', source: 'nobody' }] },
      'timeline[0].source',
    ],
    [
      'a time that is none',
      { timeline: [{ at: 'noon', what: 'x', source: 'press-2016' }] },
      'timeline[0].at',
    ],
    [
      'a technique that is none',
      { techniques: [{ id: 'X1', how: 'x', source: 'press-2016' }] },
      'techniques[0].id',
    ],
    [
      'software with two names',
      { software: [{ attack: 'S0001', name: 'x', what: 'x', source: 'press-2016' }] },
      'software[0]',
    ],
    [
      'an attribution on nothing',
      { claims: [{ to: 'x', by: 'press-2016', basis: 'rumour', confidence: 10, stated: 'x' }] },
      'claims[0].basis',
    ],
    [
      'more than sure',
      { claims: [{ to: 'x', by: 'press-2016', basis: 'vendor', confidence: 110, stated: 'x' }] },
      'claims[0].confidence',
    ],
    ['a rule twice', { rules: ['a', 'a'] }, 'rules[1]'],
    [
      'a pattern that is none',
      { indicators: [{ name: 'x', pattern: 'x', from: '2016', what: 'x', source: 'press-2016' }] },
      'indicators[0].pattern',
    ],
    ['changed before it was made', { modified: '2020-01-01' }, 'modified'],
  ])('with %s is refused at that field', (_, change, field) => {
    const { operation: none, faults } = parseOperation({ ...operationYaml, ...change }, 'theft-2016')
    expect(none).toBeUndefined()
    expect(faults.map((one) => one.field)).toContain(field)
  })

  it('of any shape is read or refused with faults, never thrown at', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseOperation(value).faults.length).toBeGreaterThan(0)
      }),
    )
    const fields = Object.keys(operationYaml)
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.anything(), (field, value) => {
        const { operation: read, faults } = parseOperation({ ...operationYaml, [field]: value })
        expect(read === undefined).toBe(faults.length > 0)
      }),
    )
  })
})

describe('its bundle', () => {
  it('is STIX 2.1, with attributions by who says so and how sure', () => {
    expect(checkStixBundle(bundle)).toEqual([])
    const attributed = bundle.objects.filter((one) => one.relationship_type === 'attributed-to')
    expect(attributed).toMatchObject([
      { source_ref: campaign.id, target_ref: objects.G0001!.id, confidence: 85, labels: ['indictment'] },
    ])
    expect(bundle.objects.find(({ type }) => type === 'opinion')).toMatchObject({
      opinion: 'disagree',
      object_refs: [attributed[0]!.id],
    })
    expect(campaign).toMatchObject({
      first_seen: '2016-02-01T00:00:00.000Z',
      last_seen: '2016-02-08T23:59:59.000Z',
    })
  })

  it('is the same, byte for byte, whenever it is made', () => {
    expect(JSON.stringify(makeBundle(operation, objects).bundle)).toBe(JSON.stringify(bundle))
    expect(JSON.stringify(makePlaybook(source, operation, campaign.id))).toBe(JSON.stringify(playbook))
  })

  it('hangs on the campaign of ATT&CK where there is one', () => {
    const made = makeBundle({ ...operation, campaign: 'C0001' }, objects).bundle!
    expect(made.objects.find(({ type }) => type === 'campaign')?.id).toBe(objects.C0001!.id)
    expect(checkStixBundle(made)).toEqual([])
  })

  it('is not made of references that lead nowhere; attributions lead to groups alone', () => {
    const [claim] = operation.claims
    const { bundle: none, faults } = makeBundle(
      {
        ...operation,
        techniques: [{ id: 'T9999', how: 'x', source: 'press-2016' }],
        claims: [{ ...claim!, to: 'S0001' }],
      },
      objects,
    )
    expect(none).toBeUndefined()
    expect(faults.map(({ field }) => field)).toEqual(['techniques[0].id', 'claims[0].to'])
    expect(referredBy(objects, 'Twin', ['malware'])?.code).toBe('S0001')
    expect(referredBy(objects, 'Twin', ['intrusion-set'])?.code).toBe('G0001')
  })

  it.each<[string, (objects: Loose[]) => void, RegExp]>([
    ['without created', (all) => delete all[1]!.created, /objects\[1\]\.created/],
    ['of another version', (all) => Object.assign(all[1]!, { spec_version: '2.0' }), /spec_version/],
    ['with a bad id', (all) => Object.assign(all[1]!, { id: 'campaign--1' }), /objects\[1\]\.id/],
    ['of an unknown type', (all) => Object.assign(all[1]!, { type: 'x-thing' }), /objects\[1\]\.type/],
    ['with a member it does not have', (all) => Object.assign(all[1]!, { colour: 'red' }), /colour/],
    ['twice', (all) => all.push(copy(all[1]!)), /\.id/],
    [
      'changed before it was made',
      (all) => Object.assign(all[1]!, { modified: '1999-01-01T00:00:00Z' }),
      /modified/,
    ],
    [
      'that refers outside',
      (all) =>
        all.splice(
          all.findIndex(({ type }) => type === 'intrusion-set'),
          1,
        ),
      /target_ref/,
    ],
    [
      'related as nothing is',
      (all) =>
        Object.assign(all.find(({ relationship_type }) => relationship_type === 'attributed-to')!, {
          relationship_type: 'likes',
        }),
      /relationship_type/,
    ],
    [
      'too sure',
      (all) =>
        Object.assign(all.find(({ relationship_type }) => relationship_type === 'attributed-to')!, {
          confidence: 101,
        }),
      /confidence/,
    ],
  ])('an object %s is told at its place', (_, spoil, field) => {
    const spoilt = copy(bundle) as unknown as { objects: Loose[] }
    spoil(spoilt.objects)
    expect(
      checkStixBundle(spoilt)
        .map((one) => one.field)
        .join(' '),
    ).toMatch(field)
  })

  it('that is no bundle is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(checkStixBundle(value).length).toBeGreaterThan(0)
      }),
    )
    expect(checkStixBundle({ ...bundle, objects: [] })).toHaveLength(1)
  })
})

describe('its playbook', () => {
  it('is CACAO 2.0, and told in the order of its steps', () => {
    expect(checkCacaoPlaybook(playbook)).toEqual([])
    const steps = playbookSteps(playbook)
    expect(steps.map(({ is, name }) => [is, name])).toEqual([
      ['action', 'Look'],
      ['question', 'Has money left?'],
      ['action', 'Report'],
    ])
    expect(steps[0]).toMatchObject({ by: 'The desk', activity: 'match-indicator', rules: ['off-hours'] })
    const [yes, no] = steps[1]!.branches
    expect(yes![0]).toMatchObject({ is: 'together', name: 'At once' })
    expect(yes![0]!.branches.map(([one]) => one!.name)).toEqual(['Stop', 'Ring'])
    expect(no).toEqual([])
  })

  it.each<[string, (playbook: Record<string, unknown>, steps: Record<string, Loose>) => void, RegExp]>([
    ['without an author', (one) => delete one.created_by, /created_by/],
    ['of another version', (one) => Object.assign(one, { spec_version: '1.0' }), /spec_version/],
    ['with a member it does not have', (one) => Object.assign(one, { colour: 'red' }), /colour/],
    ['that starts nowhere', (one) => Object.assign(one, { workflow_start: 'start--1' }), /workflow_start/],
    [
      'with an activity in no step',
      (one) => Object.assign(one, { playbook_activities: ['scan-system'] }),
      /playbook_activities/,
    ],
    [
      'with a type that is none',
      (one) => Object.assign(one, { playbook_types: ['party'] }),
      /playbook_types/,
    ],
    ['too urgent', (one) => Object.assign(one, { priority: 101 }), /priority/],
    [
      'whose step goes nowhere',
      (_, steps) =>
        Object.assign(Object.values(steps).find(({ type }) => type === 'action')!, {
          on_completion: 'end--1',
        }),
      /on_completion/,
    ],
    [
      'that comes back to itself',
      (_, steps) => {
        const [id] = Object.entries(steps).find(([, { type }]) => type === 'action')!
        Object.assign(steps[id]!, { on_completion: id })
      },
      /workflow\./,
    ],
    [
      'with a step that nothing leads to',
      (_, steps) => Object.assign(steps, { [`end--${uuid4From('x')}`]: { type: 'end' } }),
      /workflow\.end--/,
    ],
    [
      'whose agent is not defined',
      (_, steps) =>
        Object.assign(Object.values(steps).find(({ type }) => type === 'action')!, { agent: 'group--1' }),
      /agent/,
    ],
    ['whose question asks an unknown variable', (one) => delete one.playbook_variables, /condition/],
  ])('%s is told at its place', (_, spoil, field) => {
    const spoilt = copy(playbook) as unknown as Record<string, unknown>
    spoil(spoilt, spoilt.workflow as Record<string, Loose>)
    expect(
      checkCacaoPlaybook(spoilt)
        .map((one) => one.field)
        .join(' '),
    ).toMatch(field)
  })

  it('that never ends is still told in finite time', () => {
    const spoilt = copy(playbook) as unknown as { workflow: Record<string, Record<string, unknown>> }
    const question = Object.entries(spoilt.workflow).find(([, { type }]) => type === 'if-condition')!
    question[1].on_true = question[0]
    expect(playbookSteps(spoilt as unknown as CacaoPlaybook).length).toBeLessThan(600)
  })

  it('is written by people in a form whose faults are told at their place', () => {
    const faults = (change: object) =>
      parsePlaybookSource({ ...playbookYaml, ...change }).faults.map(({ field }) => field)
    expect(faults({ who: {} })).toContain('who')
    expect(faults({ steps: [] })).toContain('steps')
    expect(faults({ steps: [{ name: 'x', phase: 'dance', by: 'desk', does: 'x' }] })).toContain(
      'steps[0].phase',
    )
    expect(faults({ steps: [{ name: 'x', phase: 'detect', by: 'nobody', does: 'x' }] })).toContain(
      'steps[0].by',
    )
    expect(faults({ steps: [{ name: 'x', together: [] }] })).toContain('steps[0].together')
    expect(faults({ steps: [{ asks: 'x?', variable: 'A b', yes: [], no: [] }] })).toEqual(
      expect.arrayContaining(['steps[0].variable', 'steps[0].yes']),
    )
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parsePlaybookSource(value).faults.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('ids and times', () => {
  it('follow RFC 9562', () => {
    // The example of RFC 9562, appendix A.4.
    expect(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    )
    expect(cordonNamespace).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/)
    expect(uuid4From('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/)
    expect(uuid4From('a')).not.toBe(uuid4From('b'))
  })
  it('begin and end a year, a month, a day', () => {
    expect(['2016', '2016-02', '2016-02-04'].map(isoPrefixStart)).toEqual([
      '2016-01-01T00:00:00.000Z',
      '2016-02-01T00:00:00.000Z',
      '2016-02-04T00:00:00.000Z',
    ])
    expect(['2016', '2016-02', '2016-02-04'].map(isoPrefixEnd)).toEqual([
      '2016-12-31T23:59:59.000Z',
      '2016-02-29T23:59:59.000Z',
      '2016-02-04T23:59:59.000Z',
    ])
  })
})
