import type { JoinRule, JoinRuleName, Member } from './rule.ts'

/** A case's own number; negative for one that is opened in the same plan and has none yet. */
export type CaseId = number

/** What hangs on one hook from one case. Bounded, whatever the case holds. */
export interface HeldKey {
  readonly rule: JoinRuleName
  readonly key: string
  readonly label: string
  readonly case: CaseId
  /** A person put it there: what belongs here as much as elsewhere comes here. */
  readonly byHand?: boolean
  /** Findings of the case that hang here. */
  readonly count: number
  /** Different subjects, up to one more than the rule's hub. */
  readonly subjects: readonly string[]
  /** The latest findings of each role, up to the rule's `keep`. */
  readonly members: readonly Member[]
}

/** The key with one finding more, or with its new revision in the place of the former one. */
export function withMember(
  rule: JoinRule,
  held: HeldKey,
  member: Member,
  subjects: readonly string[],
  isNew: boolean,
): HeldKey {
  const others = held.members.filter(
    ({ finding, role }) => finding !== member.finding || role !== member.role,
  )
  return {
    ...held,
    count: held.count + (isNew ? 1 : 0),
    subjects: subjectsOf(rule, held.subjects, subjects),
    members: latest(rule, [...others, member]),
  }
}

/** Two cases' findings on one hook, as one case's. */
export function combined(rule: JoinRule, into: HeldKey, from: HeldKey): HeldKey {
  return {
    ...into,
    ...(from.byHand && { byHand: true }),
    count: into.count + from.count,
    subjects: subjectsOf(rule, into.subjects, from.subjects),
    members: latest(rule, [...into.members, ...from.members]),
  }
}

/** The key without some findings; undefined where none is left. */
export function withoutFindings(
  held: HeldKey,
  findings: ReadonlySet<string>,
  gone: number,
): HeldKey | undefined {
  if (held.count - gone <= 0) return undefined
  return {
    ...held,
    count: held.count - gone,
    members: held.members.filter(({ finding }) => !findings.has(finding)),
  }
}

function subjectsOf({ hub }: JoinRule, one: readonly string[], other: readonly string[]): string[] {
  if (hub === Number.POSITIVE_INFINITY) return []
  return [...new Set([...one, ...other])].slice(0, hub + 1)
}

function latest({ keep }: JoinRule, members: readonly Member[]): Member[] {
  const sorted = members.toSorted(
    (a, b) => b.end - a.end || (a.finding < b.finding ? -1 : a.finding > b.finding ? 1 : 0),
  )
  const counts = new Map<string | undefined, number>()
  return sorted.filter(({ role }) => {
    const count = (counts.get(role) ?? 0) + 1
    counts.set(role, count)
    return count <= keep
  })
}
