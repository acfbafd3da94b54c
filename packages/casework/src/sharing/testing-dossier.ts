import { type Finding, findingId, type Tlp } from '@cordon/model'
import type { Dossier, DossierFinding, DossierPayment } from './dossier.ts'

const start = Date.UTC(2026, 1, 3, 9)

/** A finding for tests. */
export function testFinding(name: string, more: Partial<Finding> = {}): Finding {
  const subjects = more.subjects ?? [
    { kind: 'party' as const, id: `party-${name}`, label: `${name} Trading` },
  ]
  const matches = more.matches ?? [{ kind: 'entity' as const, id: `ofac-${name}`, label: `${name} Listed` }]
  return {
    id: findingId({ watch: more.watch ?? 'screening', rule: 'name', subjects, matches, anchor: name }),
    revision: 1,
    state: 'open',
    watch: 'screening',
    rule: 'name',
    ruleVersion: '1',
    severity: 'medium',
    score: 0.8,
    subjects,
    matches,
    window: { start },
    evidence: [
      {
        feature: 'name',
        query: `${name} Trading`,
        candidate: `${name} Listed`,
        contribution: 0.8,
        detail: `The names of ${name} are alike.`,
        source: 'us_ofac_sdn',
        version: '2026-02-01',
      },
    ],
    knowledgeVersions: { us_ofac_sdn: '2026-02-01' },
    marking: 'TLP:AMBER',
    statement: `${name} Trading may be ${name} Listed.`,
    ...more,
  }
}

/** The same in a case. */
export const inCase = (finding: Finding, more: Partial<DossierFinding> = {}): DossierFinding => ({
  finding,
  joins: [],
  revisedAt: start + 1_000,
  ...more,
})

/** A payment for tests, of one finding. */
export function testPayment(finding: string, more: Partial<DossierPayment> = {}): DossierPayment {
  return {
    id: 'p1',
    reference: 'PAY-7',
    type: 'pacs.008.001.08',
    amount: { value: '250000.00', currency: 'USD' },
    date: '2026-02-03',
    parties: [
      { role: 'debtor', name: 'Hanul Trading', account: 'GB33BUKB20201555555555', country: 'GB' },
      { role: 'debtorAgent', name: 'Bank One', bic: 'BUKBGB22' },
      { role: 'creditor', name: 'Ocean Supply', account: '0042-77', country: 'SG', nature: 'organisation' },
      { role: 'creditorAgent', name: 'Bank Two', bic: 'DBSSSGSG' },
    ],
    texts: ['Invoice 42'],
    state: 'open',
    done: [],
    receivedAt: start,
    findings: [finding],
    ...more,
  }
}

/** A case for tests. */
export const testDossier = (findings: readonly DossierFinding[], more: Partial<Dossier> = {}): Dossier => ({
  case: { id: 7, state: 'in-review', opened: start },
  findings,
  notes: [],
  payments: [],
  objects: [],
  lists: [
    { source: 'us_ofac_sdn', title: 'OFAC SDN', version: '2026-02-01', fetched: start },
    { source: 'un_sc_sanctions', title: 'UN list', version: '2026-01-30' },
  ],
  institution: { name: 'Harbour Bank', country: 'GB', bics: ['HARBGB2L'] },
  ...more,
})

/** A STIX object for tests. */
export const stixObject = (type: string, n: number, more: Readonly<Record<string, unknown>> = {}) => ({
  type,
  spec_version: '2.1',
  id: `${type}--${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  name: `${type} ${n}`,
  ...more,
})

/** A marking for `object_marking_refs`, in TLP 1 and 2. */
export const markingRef: Readonly<Record<Tlp | 'white' | 'red1', string>> = {
  'TLP:CLEAR': 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  'TLP:GREEN': 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  'TLP:AMBER': 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'TLP:AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  'TLP:RED': 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
  white: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  red1: 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
}
