import type { Finding } from '@cordon/model'
import { type Candidate, candidatesOf, precedes } from './candidates.ts'
import type { CaseId } from './held-key.ts'
import { HookBoard, type Hung } from './hook-board.ts'
import type { CaseHead, Incoming, JoinPlan, JoinStep, Surroundings } from './plan.ts'
import type { Join, JoinContext, JoinRule, JoinRuleName } from './rule.ts'
import { joinRules } from './rules.ts'
import { things } from './things.ts'

/** A case with this many different subjects takes new ones by a shared subject alone, and merges with none. */
export const mostSubjects = 50
/** Closed cases that a new one names as those it follows. */
const mostFollowed = 3

/** A key to look up before findings can be joined. */
export interface Probe {
  readonly rule: JoinRuleName
  readonly key: string
}

/** The keys under which the surroundings of some findings are found. */
export function probesOf(findings: readonly Finding[], context: JoinContext): Probe[] {
  const probes = new Map<string, Probe>()
  for (const finding of findings)
    for (const { rule, hook } of hooksOf(finding, context))
      for (const key of [hook.key, ...(hook.probes ?? [])])
        probes.set(`${rule.name} ${key}`, { rule: rule.name, key })
  return [...probes.values()]
}

/** The hooks on which a finding hangs itself. */
export function hooksOf(finding: Finding, context: JoinContext): Hung[] {
  return joinRules.flatMap((rule) => rule.hooks(finding, context).map((hook) => ({ rule, hook })))
}

/**
 * Joins findings with the cases around them, in the order in which they come: each goes to a case that it belongs to, opens one,
 * or makes two cases one. The same findings over the same surroundings give the same plan.
 */
export function planJoining(
  incoming: readonly Incoming[],
  around: Surroundings,
  context: JoinContext,
): JoinPlan {
  const joiner = new Joiner(around, context)
  for (const one of incoming) joiner.take(one)
  return { steps: joiner.steps, keys: joiner.board.changed() }
}

class Joiner {
  readonly steps: JoinStep[] = []
  readonly board: HookBoard
  private readonly cases = new Map<CaseId, CaseHead>()
  private readonly apart = new Set<string>()
  private readonly became = new Map<CaseId, CaseId>()
  private readonly context: JoinContext
  private opened = 0

  constructor({ held, cases, apart }: Surroundings, context: JoinContext) {
    this.context = context
    this.board = new HookBoard(held)
    for (const head of cases) this.cases.set(head.id, head)
    for (const [a, b] of apart) this.apart.add(pairOf(a, b))
  }

  take({ finding, case: own, silencedIn }: Incoming): void {
    const hung = hooksOf(finding, this.context)
    const subjects = things(finding.subjects, this.context).map(({ key }) => key)
    const all = candidatesOf(finding, hung, subjects, this.board, (id, rule) => this.hasRoom(id, rule))
    const isOpen = ({ case: id }: Candidate) => this.cases.get(id)?.open === true
    const open = all.filter(isOpen)
    if (own !== undefined) {
      const home = this.now(own)
      this.hang(home, hung, subjects, false)
      if (this.cases.get(home)?.open) this.meetAll(home, open, finding)
    } else if (silencedIn !== undefined) {
      const home = this.now(silencedIn)
      this.steps.push({ kind: 'add', case: home, finding, joins: [decidedBefore] })
      this.hang(home, hung, subjects, true)
    } else {
      const [best] = open
      const closed = all.filter((one) => !isOpen(one))
      if (best) this.steps.push({ kind: 'add', case: best.case, finding, joins: best.joins })
      const home = best?.case ?? this.open(finding, closed)
      this.hang(home, hung, subjects, true)
      this.meetAll(home, open, finding)
    }
  }

  private hasRoom(id: CaseId, rule: JoinRule): boolean {
    return rule.name === 'shared-subject' || (this.cases.get(id)?.subjects ?? 0) < mostSubjects
  }

  private open(finding: Finding, closed: readonly Candidate[]): CaseId {
    const id = -++this.opened
    this.cases.set(id, { id, open: true, worked: false, subjects: 0 })
    const follows = closed.slice(0, mostFollowed).map((one) => one.case)
    const joins = [{ rule: 'first' as const, label: '', words: firstWords(closed[0]?.joins) }]
    this.steps.push({ kind: 'open', case: id, finding, follows, joins })
    return id
  }

  private hang(id: CaseId, hung: readonly Hung[], subjects: readonly string[], isNew: boolean): void {
    for (const one of hung) {
      if (one.rule.name === 'shared-subject' && !this.board.has(one, id)) this.countSubject(id)
      this.board.hang(one, id, subjects, isNew)
    }
  }

  private countSubject(id: CaseId): void {
    const head = this.cases.get(id)
    if (head) this.cases.set(id, { ...head, subjects: head.subjects + 1 })
  }

  private meetAll(home: CaseId, open: readonly Candidate[], finding: Finding): void {
    for (const other of open) this.meet(this.now(home), other, finding)
  }

  /** Two cases that one finding belongs to become one, unless a person is to say so. */
  private meet(home: CaseId, { case: met, joins }: Candidate, finding: Finding): void {
    const other = this.now(met)
    if (other === home || this.apart.has(pairOf(home, other))) return
    const [a, b] = [this.cases.get(home)!, this.cases.get(other)!]
    const isLarge = a.subjects + b.subjects > mostSubjects
    if ((a.worked && b.worked) || isLarge) {
      this.suggest(a, b, finding, joins, isLarge)
      return
    }
    const [into, from] = precedes(a, b) ? [a, b] : [b, a]
    this.steps.push({ kind: 'merge', into: into.id, from: from.id, finding, joins })
    this.merge(into, from)
  }

  private suggest(
    a: CaseHead,
    b: CaseHead,
    finding: Finding,
    joins: readonly Join[],
    isLarge: boolean,
  ): void {
    const isSaid = this.steps.some(
      (step) => step.kind === 'suggest' && pairOf(...step.cases) === pairOf(a.id, b.id),
    )
    const because = isLarge ? 'large' : 'worked'
    if (!isSaid) this.steps.push({ kind: 'suggest', cases: [a.id, b.id], finding, joins, because })
  }

  private merge(into: CaseHead, from: CaseHead): void {
    const worked = into.worked || from.worked
    this.cases.set(into.id, { ...into, worked, subjects: into.subjects + from.subjects })
    this.cases.delete(from.id)
    this.became.set(from.id, into.id)
    for (const pair of [...this.apart]) {
      const [x, y] = pair.split(' ').map(Number) as [number, number]
      if (x === from.id || y === from.id) this.apart.add(pairOf(into.id, x === from.id ? y : x))
    }
    this.board.move(from.id, into.id)
  }

  /** The case that one has become. */
  private now(id: CaseId): CaseId {
    let current = id
    for (let next = this.became.get(id); next !== undefined; next = this.became.get(next)) current = next
    return current
  }
}

const decidedBefore: Join = {
  rule: 'decided-before',
  label: '',
  words: 'The same pair was decided in this case to be two, and nothing material has changed.',
}

const firstWords = (joins: readonly Join[] | undefined) =>
  joins?.[0]
    ? `It opened the case, since the one that it belongs with is closed. ${joins[0].words}`
    : 'It opened the case: nothing open belongs with it.'

const pairOf = (a: CaseId, b: CaseId) => `${Math.min(a, b)} ${Math.max(a, b)}`
