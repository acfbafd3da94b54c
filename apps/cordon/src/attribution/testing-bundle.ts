const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const created = '2025-01-01T00:00:00.000Z'
const base = { spec_version: '2.1', created, modified: created }
const identity = `identity--${uuid(1)}`
const group = (n: number, name: string, code: string, aliases: readonly string[]) => ({
  ...base,
  type: 'intrusion-set',
  id: `intrusion-set--${uuid(n)}`,
  created_by_ref: identity,
  name,
  aliases: [name, ...aliases],
  external_references: [{ source_name: 'mitre-attack', external_id: code }],
})
const software = (type: 'malware' | 'tool', n: number, name: string, code: string) => ({
  ...base,
  type,
  id: `${type}--${uuid(n)}`,
  created_by_ref: identity,
  name,
  is_family: true,
  external_references: [{ source_name: 'mitre-attack', external_id: code }],
})
const technique = (n: number, name: string, code: string) => ({
  ...base,
  type: 'attack-pattern',
  id: `attack-pattern--${uuid(n)}`,
  created_by_ref: identity,
  name,
  external_references: [{ source_name: 'mitre-attack', external_id: code }],
})
let relations = 100
const relation = (from: string, kind: string, to: string, report: string) => ({
  ...base,
  type: 'relationship',
  id: `relationship--${uuid(relations++)}`,
  created_by_ref: identity,
  source_ref: from,
  relationship_type: kind,
  target_ref: to,
  external_references: [{ source_name: report, url: `https://reports.example/${report}` }],
})
const coral = `intrusion-set--${uuid(2)}`
const amber = `intrusion-set--${uuid(3)}`
const campaign = `campaign--${uuid(4)}`
const others = Array.from({ length: 16 }, (_, i) => 40 + i)

/** Two groups with malware of their own, a campaign of the second, a tool that many use, and sixteen more groups. */
export const testingBundle = {
  type: 'bundle',
  id: `bundle--${uuid(9)}`,
  objects: [
    { ...base, type: 'identity', id: identity, name: 'Example Intelligence', identity_class: 'organization' },
    group(2, 'Coral Chollima', 'G9001', ['Coral Sleet']),
    group(3, 'Amber Chollima', 'G9002', []),
    ...others.map((n) => group(n, `Group ${n}`, `G90${n}`, [])),
    { ...base, type: 'campaign', id: campaign, created_by_ref: identity, name: 'Operation Example' },
    software('malware', 5, 'CORALRAT', 'S9001'),
    software('malware', 6, 'AMBERRAT', 'S9002'),
    software('malware', 7, 'CAMPRAT', 'S9003'),
    software('tool', 8, 'Toolkatz', 'S9004'),
    technique(10, 'PowerShell', 'T1059.001'),
    technique(11, 'Disable Windows Event Logging', 'T1562.002'),
    relation(coral, 'uses', `malware--${uuid(5)}`, 'coral-rat'),
    relation(coral, 'uses', `attack-pattern--${uuid(10)}`, 'coral-rat'),
    relation(coral, 'uses', `attack-pattern--${uuid(11)}`, 'coral-two'),
    relation(amber, 'uses', `malware--${uuid(6)}`, 'amber-rat'),
    relation(amber, 'uses', `attack-pattern--${uuid(10)}`, 'amber-rat'),
    relation(campaign, 'attributed-to', amber, 'attribution'),
    relation(campaign, 'uses', `malware--${uuid(7)}`, 'operation'),
    ...others.flatMap((n) => [
      relation(`intrusion-set--${uuid(n)}`, 'uses', `tool--${uuid(8)}`, `group-${n}`),
      relation(`intrusion-set--${uuid(n)}`, 'uses', `attack-pattern--${uuid(10 + (n % 2))}`, `group-${n}`),
    ]),
  ],
}

/** A second source: one group under a name of the first source's, with a state. */
export const testingGalaxy = {
  authors: ['test'],
  category: 'actor',
  name: 'Threat Actor',
  type: 'threat-actor',
  uuid: uuid(30),
  version: 1,
  values: [
    {
      uuid: uuid(31),
      value: 'Coral',
      description: '',
      meta: {
        country: 'KP',
        synonyms: ['Coral Sleet', 'Coral Chollima'],
        'cfr-target-category': ['Finance'],
      },
    },
  ],
}
