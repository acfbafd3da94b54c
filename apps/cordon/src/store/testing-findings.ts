import { type Finding, findingId, type Ref } from '@cordon/model'

/** A ref for tests. */
export const ref = (kind: Ref['kind'], id: string): Ref => ({ kind, id, label: `The ${id}` })

/** A finding about a party that met an entity, for tests; the anchor makes it one of its own. */
export function foundFinding(
  party: string,
  entity: string,
  more: Partial<Finding> & { anchor?: string } = {},
): Finding {
  const { anchor = 'a', ...rest } = more
  const subjects = rest.subjects ?? [ref('party', party)]
  const matches = rest.matches ?? [ref('entity', entity)]
  const [watch, rule] = [rest.watch ?? ('screening' as const), rest.rule ?? 'name']
  return {
    id: findingId({ watch, rule, subjects, matches, anchor }),
    revision: 1,
    state: 'open',
    watch,
    rule,
    ruleVersion: '1',
    severity: 'medium',
    score: 0.8,
    subjects,
    matches,
    window: { start: 1_000 },
    evidence: [
      { feature: 'name', query: party, candidate: entity, contribution: 0.8, detail: 'The names are alike.' },
    ],
    knowledgeVersions: { us_ofac_sdn: '1' },
    marking: 'TLP:AMBER',
    statement: `${party} may be ${entity}.`,
    ...rest,
  }
}

/** Findings that share parties and entities in many ways, each once, the same every time. */
export function streamOfFindings(length: number): Finding[] {
  return Array.from({ length }, (_, i) =>
    foundFinding(`p${(i * 7) % 97}`, `e${(i * 13) % 61}`, {
      anchor: String(i),
      severity: (['low', 'medium', 'high', 'critical'] as const)[(i * 3) % 4]!,
      window: { start: i * 3_600_000 },
    }),
  )
}
