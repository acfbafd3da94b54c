import { expect, it } from 'vitest'
import type { NamedDiff } from '../deltas/list-diff.ts'
import { testFinding } from '../events/testing-findings.ts'
import { type Happening, occurrenceOf } from './occurrence.ts'
import { type WarningRuleInput, warningRuleSchema } from './rule.ts'

const rule = (when: WarningRuleInput['when'], more: Partial<WarningRuleInput> = {}) =>
  warningRuleSchema.parse({ name: 'r', when, to: [{ kind: 'email', address: 'kim@bank.example' }], ...more })
const found = (more: Parameters<typeof testFinding>[1] = {}): Happening => ({
  kind: 'finding',
  at: 5,
  fresh: true,
  finding: testFinding('Café Ltd', { severity: 'high', ...more }),
})
const meets = (when: WarningRuleInput['when'], happening: Happening) =>
  occurrenceOf(rule(when), happening) !== undefined

it('a rule on findings asks for all that it names', () => {
  expect(meets({ on: 'findings' }, found())).toBe(true)
  expect(meets({ on: 'findings' }, found({ severity: 'medium' }))).toBe(false)
  expect(meets({ on: 'findings', severity: 'critical' }, found())).toBe(false)
  expect(meets({ on: 'findings', watches: ['cyber'] }, found())).toBe(false)
  expect(meets({ on: 'findings', watches: ['cyber', 'screening'], rules: ['name'] }, found())).toBe(true)
  expect(meets({ on: 'findings', rules: ['other'] }, found())).toBe(false)
  expect(meets({ on: 'findings', text: 'CAFE ltd' }, found())).toBe(true)
  expect(meets({ on: 'findings', text: 'cafe gmbh' }, found())).toBe(false)
})

it('a source counts where evidence is from it, not where it was only searched', () => {
  const evidence = [
    {
      feature: 'name',
      query: 'a',
      candidate: 'b',
      contribution: 1,
      detail: 'alike',
      source: 'un_sc_sanctions',
    },
  ]
  const when: WarningRuleInput['when'] = { on: 'findings', sources: ['un_sc_sanctions'] }
  expect(meets(when, found({ evidence }))).toBe(true)
  expect(meets(when, found({ knowledgeVersions: { un_sc_sanctions: '1' } }))).toBe(false)
})

it('of what is marked higher than the rule lets out only that there is something is told', () => {
  const told = occurrenceOf(
    rule({ on: 'findings' }, { upTo: 'TLP:GREEN' }),
    found({ statement: 'the secret' }),
  )
  expect(told?.title).toBe('A finding marked TLP:AMBER')
  expect(JSON.stringify(told)).not.toMatch(/secret|Café/)
})

const entry = (id: string) => ({ id, schema: 'Person', caption: `The ${id}`, basis: ['DPRK2'] })
const diff: NamedDiff = {
  source: 'us_ofac_sdn',
  from: { version: '1' },
  to: { version: '2' },
  groups: { before: [], after: [] },
  added: Array.from({ length: 30 }, (_, i) => entry(`e${i}`)),
  removed: [entry('gone')],
  changed: [
    {
      id: 'c',
      schema: 'Person',
      caption: 'The c',
      changes: [
        { field: 'alias', kind: 'added', words: 'alias added', before: [], after: ['x'], material: true },
      ],
    },
  ],
  unchanged: 7,
}
const list: Happening = {
  kind: 'list',
  at: 5,
  source: 'us_ofac_sdn',
  title: 'OFAC',
  seq: 2,
  version: '2',
  diff,
}

it('a rule on lists tells of the changes that it asks for, each version once', () => {
  const all = occurrenceOf(rule({ on: 'lists' }), list)
  expect(all).toMatchObject({ thing: 'list:us_ofac_sdn#2', title: 'OFAC: 30 added, 1 removed, 1 changed' })
  expect(all?.text).toContain('and 12 more')
  expect(occurrenceOf(rule({ on: 'lists', kinds: ['removed'] }), list)?.title).toBe(
    'OFAC: 0 added, 1 removed, 0 changed',
  )
  expect(meets({ on: 'lists', text: 'nobody' }, list)).toBe(false)
  expect(meets({ on: 'lists', text: 'DPRK2 e29' }, list)).toBe(true)
  expect(meets({ on: 'lists', sources: ['eu_fsf'] }, list)).toBe(false)
  expect(meets({ on: 'findings' }, list)).toBe(false)
})

it('a list that can’t be compared is told of all the same', () => {
  const { diff: _, ...without } = list as Happening & { kind: 'list' }
  expect(occurrenceOf(rule({ on: 'lists' }), without)?.text).toContain('could not be compared')
})

it('a rule on bundles knows partners by their source or the collection', () => {
  const collection = {
    id: 'partner-cert/week-12',
    source: 'partner-cert',
    name: 'week-12',
    format: 'stix-bundle',
    seq: 3,
    version: '12',
    fetched: 1,
    importedAt: 2,
    items: 4,
    indicators: 2,
    rejects: 1,
    report: {} as never,
  }
  const bundle: Happening = { kind: 'bundle', at: 5, collection }
  expect(occurrenceOf(rule({ on: 'bundles', collections: ['partner-cert'] }), bundle)).toMatchObject({
    thing: 'bundle:partner-cert/week-12#3',
    text: 'Version 12 (stix-bundle): 4 objects, 2 indicators, 1 rejected.',
  })
  expect(meets({ on: 'bundles', collections: ['other'] }, bundle)).toBe(false)
})

it('a rule that can’t be carried out is refused with its place', () => {
  const to = [{ kind: 'webhook', address: 'ftp://x.example' }] as const
  const faults = warningRuleSchema.safeParse({ name: '', when: { on: 'findings' }, to, zone: 'Mars' }).error
    ?.issues
  expect(faults?.map(({ path }) => path.join('.'))).toEqual(['name', 'to.0.address', 'zone'])
})
