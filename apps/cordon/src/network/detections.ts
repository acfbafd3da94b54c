import { attackTags, tactics } from '@cordon/cyber'
import { attackMatrix } from '@cordon/knowledge'
import type { Finding, Severity } from '@cordon/model'
import type { Store, StoredFinding, Verdict } from '../store/index.ts'
import type { KnownThreats } from '../threats/known-threats.ts'
import { recordsOf, ruleTitle } from './tally.ts'

/** A finding of the watch over networks, as the page lists it. */
export interface Detection {
  readonly id: string
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly hosts: readonly string[]
  readonly techniques: readonly string[]
  readonly records: number
  readonly start: number
  readonly end?: number
  readonly verdict?: Verdict
}

/** A column of the matrix: a tactic and the techniques under it that something was found of. */
export interface MatrixColumn {
  readonly id: string
  readonly title: string
  readonly techniques: readonly string[]
}

/** What the page shows. */
export interface NetworkView {
  /** Findings there are; the gravest `detections` of them are listed. */
  readonly total: number
  readonly detections: readonly Detection[]
  /** Of ATT&CK as it was imported, else of the tags of the rules. */
  readonly matrix: readonly MatrixColumn[]
  /** Names of the techniques, where ATT&CK was imported. */
  readonly names?: Readonly<Record<string, string>>
  /** Groups with the techniques known of them and of their campaigns, where ATT&CK was imported. */
  readonly groups?: readonly {
    readonly id: string
    readonly name: string
    readonly techniques: readonly string[]
  }[]
}

/** Most findings that one answer lists. */
const mostListed = 3000

/** All that the watch over networks found, the gravest first. */
export async function networkView(
  { findings }: Store,
  { graph }: Pick<KnownThreats, 'graph'>,
): Promise<NetworkView> {
  const listed: StoredFinding[] = []
  let cursor: string | undefined
  do {
    const page = await findings.query({ watch: 'cyber', limit: 1000, ...(cursor && { cursor }) })
    listed.push(...page.findings)
    cursor = page.next
  } while (cursor && listed.length < mostListed)
  const { total } = await findings.counts({ watch: 'cyber' })
  return {
    total,
    detections: listed.map(({ finding, verdict }) => detectionOf(finding, verdict)),
    ...matrixView(
      graph,
      listed.map(({ finding }) => finding),
    ),
  }
}

function matrixView(
  graph: KnownThreats['graph'],
  findings: readonly Finding[],
): Pick<NetworkView, 'matrix' | 'names' | 'groups'> {
  const fromTags = matrixOf(findings)
  const attack = attackMatrix(graph)
  if (attack.techniques.length === 0) return { matrix: fromTags }
  const known = new Set(attack.techniques.map(({ code }) => code))
  const columns = attack.tactics.map(({ code, name, shortName }) => ({
    id: code,
    title: name,
    techniques: attack.techniques.flatMap((one) => (one.tactics.includes(shortName) ? [one.code] : [])),
  }))
  // What newer rules are tagged with and the imported release does not know keeps the place that tags give it.
  for (const { id, title, techniques } of fromTags) {
    const others = techniques.filter((one) => !known.has(one))
    const column = columns.find((one) => one.id === id)
    if (column) column.techniques.push(...others)
    else if (others.length > 0) columns.push({ id, title, techniques: others })
  }
  return {
    matrix: columns,
    names: Object.fromEntries(attack.techniques.map(({ code, name }) => [code, name])),
    groups: attack.groups.map(({ code, name, techniques, campaignTechniques }) => ({
      id: code,
      name,
      techniques: [...new Set([...techniques, ...campaignTechniques])],
    })),
  }
}

function detectionOf(finding: Finding, verdict: Verdict | undefined): Detection {
  const { id, rule, severity, subjects, matches, window } = finding
  return {
    id,
    rule,
    title: ruleTitle(finding),
    severity,
    hosts: subjects.map(({ label }) => label),
    techniques: matches.flatMap((ref) => (ref.kind === 'stix' && isTechnique(ref.id) ? [ref.id] : [])),
    records: recordsOf(finding),
    start: window.start,
    ...(window.end !== undefined && { end: window.end }),
    ...(verdict && { verdict }),
  }
}

/**
 * Columns of the matrix from the tags of the rules alone: a technique stands under the tactics that most of its rules name.
 * Techniques whose rules name none stand in a column of their own.
 */
export function matrixOf(findings: readonly Finding[]): MatrixColumn[] {
  const counts = new Map<string, Map<string, number>>()
  const seen = new Set<string>()
  for (const { rule, evidence } of findings) {
    const tags = evidence.find(({ feature }) => feature === 'tags')?.candidate
    if (tags === undefined || seen.has(rule)) continue
    seen.add(rule)
    const read = attackTags(tags.split(' '))
    for (const technique of read.techniques) {
      const under = counts.get(technique) ?? new Map<string, number>()
      counts.set(technique, under)
      // A rule that names one tactic says more of a technique than one that names five.
      for (const tactic of read.tactics) under.set(tactic, (under.get(tactic) ?? 0) + 1 / read.tactics.length)
    }
  }
  const columns = new Map<string, string[]>()
  for (const [technique, under] of counts)
    for (const tactic of mostNamed(under)) columns.set(tactic, [...(columns.get(tactic) ?? []), technique])
  const named = tactics.map(({ name, id, title }) => ({ id, title, techniques: columns.get(name) ?? [] }))
  return [...named, { id: '', title: '', techniques: columns.get('') ?? [] }]
    .filter(({ techniques }) => techniques.length > 0)
    .map((column) => ({ ...column, techniques: [...column.techniques].sort() }))
}

function mostNamed(under: ReadonlyMap<string, number>): string[] {
  if (under.size === 0) return ['']
  const most = Math.max(...under.values())
  return [...under].filter(([, count]) => count >= most * 0.99).map(([name]) => name)
}

function isTechnique(id: string): boolean {
  return /^T\d{4}(\.\d{3})?$/.test(id)
}
