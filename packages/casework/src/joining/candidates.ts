import type { Finding } from '@cordon/model'
import type { CaseId, HeldKey } from './held-key.ts'
import type { HookBoard, Hung } from './hook-board.ts'
import type { CaseHead } from './plan.ts'
import type { Join, JoinRule } from './rule.ts'
import { joinRules } from './rules.ts'

/** A case that a finding belongs to, and why. */
export interface Candidate {
  readonly case: CaseId
  readonly joins: Join[]
  /** A person put there what it shares. */
  isByHand: boolean
}

/** Cases that a finding belongs to, the strongest join first. */
export function candidatesOf(
  finding: Finding,
  hung: readonly Hung[],
  subjects: readonly string[],
  board: HookBoard,
  mayJoin: (id: CaseId, rule: JoinRule) => boolean,
): Candidate[] {
  const byCase = new Map<CaseId, Candidate>()
  for (const { rule, hook } of hung)
    for (const key of new Set([hook.key, ...(hook.probes ?? [])]))
      for (const held of board.at(rule, key, subjects)) {
        const join = joinWith(finding, { rule, hook }, held)
        if (!join || !mayJoin(held.case, rule)) continue
        const candidate = byCase.get(held.case) ?? { case: held.case, joins: [], isByHand: false }
        byCase.set(held.case, candidate)
        candidate.isByHand ||= held.byHand === true
        if (!candidate.joins.some((one) => one.rule === join.rule && one.label === join.label))
          candidate.joins.push(join)
      }
  return [...byCase.values()].sort(byStrength)
}

function joinWith(finding: Finding, { rule, hook }: Hung, { members }: HeldKey): Join | undefined {
  const met = members.find((member) => member.finding !== finding.id && rule.agree(hook.member, member))
  if (!met) return undefined
  const words = rule.words(hook.label, hook.member, met)
  return { rule: rule.name, label: hook.label, with: met.finding, words }
}

const strength = new Map<string, number>(joinRules.map(({ name }, at) => [name, at]))

function byStrength(a: Candidate, b: Candidate): number {
  const best = ({ joins }: Candidate) => Math.min(...joins.map(({ rule }) => strength.get(rule)!))
  return (
    best(a) - best(b) ||
    Number(b.isByHand) - Number(a.isByHand) ||
    b.joins.length - a.joins.length ||
    older(a.case, b.case)
  )
}

/** Numbered cases before those that are only being opened, and each kind in the order of its opening. */
export function older(a: CaseId, b: CaseId): number {
  return a > 0 && b > 0 ? a - b : b - a
}

/** The one that a person has worked on stays, else the older one. */
export function precedes(a: CaseHead, b: CaseHead): boolean {
  return a.worked === b.worked ? older(a.id, b.id) < 0 : a.worked
}
