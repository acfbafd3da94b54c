import {
  type CaseHead,
  type CaseId,
  caseSeverity,
  caseTitle,
  type HeldKey,
  type Join,
  type JoinContext,
  planJoining,
} from '@cordon/casework'
import { type Finding, type Severity, severities, type WatchName } from '@cordon/model'

/** A case with its findings, as it is kept in memory. */
export interface MemoryCase {
  readonly id: CaseId
  readonly findings: readonly { readonly finding: Finding; readonly joins: readonly Join[] }[]
}

/**
 * Cases in memory, by the joiner that the store uses: the same plan over the same surroundings, carried out on maps
 * instead of tables. Nobody works on these cases, so that what the store leaves to a person never comes up, but for
 * cases that would grow too large.
 */
export class MemoryCases {
  private readonly context: JoinContext
  private readonly home = new Map<string, CaseId>()
  private readonly latest = new Map<string, Finding>()
  private readonly joins = new Map<string, readonly Join[]>()
  private readonly open = new Set<CaseId>()
  private held: HeldKey[] = []
  private opened = 0

  constructor(context: JoinContext) {
    this.context = context
  }

  /** Takes findings as they come; a new revision stands in the place of the former. */
  add(findings: readonly Finding[]): void {
    const arrived = findings.filter(({ id, revision }) => (this.latest.get(id)?.revision ?? -1) < revision)
    if (arrived.length === 0) return
    for (const one of arrived) this.latest.set(one.id, one)
    const incoming = arrived.map((finding) => {
      const home = this.home.get(finding.id)
      return { finding, ...(home !== undefined && { case: home }) }
    })
    const plan = planJoining(incoming, { held: this.held, cases: this.heads(), apart: [] }, this.context)
    const numbers = new Map<CaseId, CaseId>()
    const now = (id: CaseId) => numbers.get(id) ?? id
    const gone = new Set<CaseId>()
    for (const step of plan.steps) {
      if (step.kind === 'open') {
        numbers.set(step.case, ++this.opened)
        this.open.add(this.opened)
      }
      if (step.kind === 'open' || step.kind === 'add') {
        this.home.set(step.finding.id, now(step.case))
        this.joins.set(step.finding.id, step.joins)
      }
      if (step.kind === 'merge') {
        const [into, from] = [now(step.into), now(step.from)]
        for (const [finding, id] of this.home) if (id === from) this.home.set(finding, into)
        this.open.delete(from)
        gone.add(from)
        const kept = this.joins.get(step.finding.id) ?? []
        this.joins.set(step.finding.id, [...kept, ...step.joins])
      }
    }
    this.hang(plan.keys, now, gone)
  }

  /** The cases, in the order in which they were opened. */
  all(): MemoryCase[] {
    return [...this.open]
      .sort((a, b) => a - b)
      .map((id) => ({
        id,
        findings: [...this.home].flatMap(([finding, home]) =>
          home === id ? [{ finding: this.latest.get(finding)!, joins: this.joins.get(finding) ?? [] }] : [],
        ),
      }))
  }

  private hang(keys: readonly HeldKey[], now: (id: CaseId) => CaseId, gone: ReadonlySet<CaseId>): void {
    const placeOf = (key: HeldKey) => `${key.rule} ${key.key} ${key.case}`
    const all = new Map(this.held.filter((key) => !gone.has(key.case)).map((key) => [placeOf(key), key]))
    for (const key of keys) {
      const moved = { ...key, case: now(key.case) }
      if (!gone.has(moved.case)) all.set(placeOf(moved), moved)
    }
    this.held = [...all.values()]
  }

  private heads(): CaseHead[] {
    const subjects = new Map<CaseId, number>()
    for (const { rule, case: id } of this.held)
      if (rule === 'shared-subject') subjects.set(id, (subjects.get(id) ?? 0) + 1)
    return [...this.open].map((id) => ({ id, open: true, worked: false, subjects: subjects.get(id) ?? 0 }))
  }
}

/** What a case is called and how grave it is, as the store has it. */
export function caseFace({ findings }: MemoryCase): { title: string; severity: Severity; words: string } {
  const doors = new Map<WatchName, Severity>()
  let gravest = findings[0]!.finding
  for (const { finding } of findings) {
    const before = doors.get(finding.watch)
    if (!before || rank(finding.severity) > rank(before)) doors.set(finding.watch, finding.severity)
    if (rank(finding.severity) > rank(gravest.severity)) gravest = finding
  }
  const tally = [...doors].map(([watch, severity]) => ({ watch, standing: severity, peak: severity }))
  const { severity, words } = caseSeverity(tally)
  return { title: caseTitle(gravest), severity, words }
}

const rank = (severity: Severity) => severities.indexOf(severity)
