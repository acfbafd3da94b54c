import { type Finding, findingId } from '@cordon/model'

/** A finding of a test, by its name. */
export function testFinding(name: string, more: Partial<Finding> = {}): Finding {
  const subjects = [{ kind: 'party' as const, id: name, label: `Party ${name}` }]
  const key = { watch: 'screening' as const, rule: 'name', subjects, matches: [], anchor: name }
  return {
    ...key,
    id: findingId(key),
    revision: 1,
    state: 'open',
    ruleVersion: '1',
    severity: 'medium',
    score: 0.8,
    window: { start: 1_000 },
    evidence: [],
    knowledgeVersions: {},
    marking: 'TLP:AMBER',
    statement: `${name} may be a listed person.`,
    ...more,
  }
}
