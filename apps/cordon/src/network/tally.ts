import type { Finding, Severity } from '@cordon/model'
import { severities } from '@cordon/model'

/** One line of a summary: a rule, a host or a technique, and what was found of it. */
export interface TallyLine {
  readonly id: string
  readonly label: string
  /** The gravest. */
  readonly severity: Severity
  readonly findings: number
  readonly records: number
  readonly hosts: number
  readonly rules: number
}

/** A summary of findings by rule, by host and by technique, the gravest and most frequent first. */
export interface Tally {
  readonly rules: readonly TallyLine[]
  readonly hosts: readonly TallyLine[]
  readonly techniques: readonly TallyLine[]
}

interface Counted {
  label: string
  severity: number
  findings: number
  records: number
  readonly hosts: Set<string>
  readonly rules: Set<string>
}

/** Counts findings of the watch over networks. */
export function tallyOf(findings: Iterable<Finding>): Tally {
  const [rules, hosts, techniques] = [new Map(), new Map(), new Map()] as Map<string, Counted>[]
  for (const finding of findings) {
    const title = ruleTitle(finding)
    add(rules!, finding.rule, title, finding)
    for (const { id, label } of finding.subjects) add(hosts!, id, label, finding)
    for (const { kind, id, label } of finding.matches)
      if (kind === 'stix' && /^T\d{4}(\.\d{3})?$/.test(id)) add(techniques!, id, label, finding)
  }
  return { rules: lines(rules!), hosts: lines(hosts!), techniques: lines(techniques!) }
}

/** What a finding's rule is called. */
export function ruleTitle({ rule, matches }: Pick<Finding, 'rule' | 'matches'>): string {
  return matches.find(({ kind }) => kind === 'rule')?.label ?? rule
}

/** How many records a finding is of. */
export function recordsOf({ evidence }: Pick<Finding, 'evidence'>): number {
  const count = Number(evidence.find(({ feature }) => feature === 'records')?.query)
  return Number.isFinite(count) ? count : 1
}

function add(counts: Map<string, Counted>, id: string, label: string, finding: Finding): void {
  let one = counts.get(id)
  if (!one) {
    one = { label, severity: 0, findings: 0, records: 0, hosts: new Set(), rules: new Set() }
    counts.set(id, one)
  }
  one.severity = Math.max(one.severity, severities.indexOf(finding.severity))
  one.findings++
  one.records += recordsOf(finding)
  for (const subject of finding.subjects) one.hosts.add(subject.id)
  one.rules.add(finding.rule)
}

function lines(counts: ReadonlyMap<string, Counted>): TallyLine[] {
  return [...counts]
    .map(([id, { label, severity, findings, records, hosts, rules }]) => ({
      id,
      label,
      severity: severities[severity]!,
      findings,
      records,
      hosts: hosts.size,
      rules: rules.size,
    }))
    .sort(
      (a, b) =>
        severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
        b.findings - a.findings ||
        (a.id < b.id ? -1 : 1),
    )
}
