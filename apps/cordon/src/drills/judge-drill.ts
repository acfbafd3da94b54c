import { createHash } from 'node:crypto'
import type { Finding, Instant } from '@cordon/model'
import { ruleTitle } from '../network/tally.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import type { Drill, DrillDoor, Expectation } from './drill-form.ts'
import type { DrillKnowledge } from './drill-knowledge.ts'
import type {
  DrillCase,
  DrillResult,
  ExpectedCase,
  ExpectedResult,
  StepResult,
  ToldFinding,
} from './drill-result.ts'
import { caseFace, type MemoryCase } from './memory-cases.ts'
import { missedWhy } from './missed-why.ts'

/** A finding with when it was first told. */
export interface Told {
  readonly door: DrillDoor
  /** The last revision. */
  finding: Finding
  /** In the operation's time. */
  readonly toldAt: Instant
}

/** What came of playing a drill's records once. */
export interface Played {
  readonly told: readonly Told[]
  readonly cases: readonly MemoryCase[]
  readonly counts: Readonly<Record<DrillDoor, number>>
  readonly from: Instant
  readonly until: Instant
}

/** Says what of the expected came, when, how early, in which cases; and what the ordinary traffic gives by itself. */
export function judgeDrill(
  drill: Drill,
  knowledge: DrillKnowledge,
  quiet: Played,
  played: Played,
): DrillResult {
  const ordinary = new Set(quiet.told.map(({ finding }) => finding.id))
  const own = played.told.filter(({ finding }) => !ordinary.has(finding.id))
  const expected = drill.expect.map((one) => expectedOf(one, drill, knowledge, own))
  const caseOf = new Map(
    played.cases.flatMap(({ id, findings }) => findings.map((one) => [one.finding.id, id])),
  )
  const expectedCases = drill.cases.map((one) => expectedCase(one, expected, caseOf))
  const wanted = new Map(expected.toReversed().flatMap((one) => one.findings.map((id) => [id, one.id])))
  const findings = own.map((one) => shownFinding(one, knowledge, caseOf, wanted))
  const first = findings[0]
  const begin = Math.min(...operationTimes(drill))
  const rest: Omit<DrillResult, 'digest'> = {
    drill: { id: drill.id, title: drill.title, version: drill.version },
    against: { name: knowledge.name, isOwn: knowledge.isOwn, rejects: knowledge.rejects },
    outcome: outcomeOf(expected, expectedCases),
    from: played.from,
    until: played.until,
    ...(first && { firstTold: { at: first.toldAt, finding: first.id } }),
    ...(first && Number.isFinite(begin) && { timeToFirst: first.toldAt - begin }),
    doors: (['network', 'payments', 'sea'] as const).flatMap((door) =>
      played.counts[door] === 0
        ? []
        : [
            {
              door,
              ordinary: quiet.counts[door],
              operation: played.counts[door] - quiet.counts[door],
              rules: knowledge.words[door],
            },
          ],
    ),
    expected,
    steps: drill.steps.map((step) => stepResult(step, expected)),
    milestones: drill.milestones.map(({ id, title, at, sources, isLast }) => ({
      id,
      title,
      at,
      sources,
      isLast,
      ...(first && { lead: at - first.toldAt }),
    })),
    cases: casesOf(played.cases, own, ordinary),
    expectedCases,
    findings,
    falseAlarms: falseAlarmsOf(quiet, knowledge),
  }
  return { ...rest, digest: createHash('sha256').update(canonicalJson(rest)).digest('hex') }
}

/** When the operation's records come, as far as its file says; where a simulator makes them, when its expected steps begin. */
function operationTimes({ operation, steps, expect }: Drill): Instant[] {
  const expected = steps.filter(({ id }) => expect.some(({ step }) => step === id))
  return [
    ...operation.network.map(({ at }) => at),
    ...(operation.payments?.orders.map(({ at }) => at) ?? []),
    ...expected.map(({ at }) => at),
  ]
}

function expectedOf(
  one: Expectation,
  drill: Drill,
  knowledge: DrillKnowledge,
  own: readonly Told[],
): ExpectedResult {
  const { id, step, title, rule, by, count } = one
  const wanted = knowledge.ruleIds.get(rule) ?? rule
  const byRule = own.filter(({ finding }) => finding.rule === wanted && isAbout(finding, one))
  const others = knowledge.isOwn && byRule.length < count ? byOthers(one, drill, knowledge, own) : []
  const found = byRule.length >= count ? byRule : [...byRule, ...others]
  const sorted = found.toSorted((a, b) => a.toldAt - b.toldAt)
  const head = { id, step, title, rule, by, findings: sorted.map(({ finding }) => finding.id) }
  const last = sorted[count - 1]
  if (!last) return { ...head, status: 'missed', why: missedWhy(one, wanted, knowledge, own, byRule.length) }
  const other = others.includes(last) ? ruleTitle(last.finding) : undefined
  return {
    ...head,
    status: last.toldAt <= by ? 'in-time' : 'late',
    toldAt: last.toldAt,
    ...(other !== undefined && { foundBy: other }),
    ...(last.toldAt > by && { why: 'It came after the latest time at which it is of use.' }),
  }
}

/** With rules of one's own, whatever finds the same thing in the step's time has found it, but for what another step expects. */
function byOthers(
  one: Expectation,
  { steps, expect }: Drill,
  { ruleIds }: DrillKnowledge,
  own: readonly Told[],
): Told[] {
  const step = steps.find(({ id }) => id === one.step)!
  const taken = new Set(expect.map(({ rule }) => ruleIds.get(rule) ?? rule))
  return own.filter(
    ({ door, finding, toldAt }) =>
      door === step.door &&
      !taken.has(finding.rule) &&
      toldAt >= step.at - 3_600_000 &&
      toldAt <= Math.max(one.by, step.until ?? step.at) &&
      (one.subjects.length === 0 || isAbout(finding, { ...one, matches: [] })),
  )
}

function isAbout({ subjects, matches }: Finding, wanted: Pick<Expectation, 'subjects' | 'matches'>): boolean {
  const meets = (ids: readonly { readonly id: string }[], pattern: string) => {
    const form = new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 'i')
    return ids.some(({ id }) => form.test(id))
  }
  return (
    wanted.subjects.every((pattern) => meets(subjects, pattern)) &&
    wanted.matches.every((pattern) => meets(matches, pattern))
  )
}

const escaped = (text: string) => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')

function expectedCase(
  { title, joins }: Drill['cases'][number],
  expected: readonly ExpectedResult[],
  caseOf: ReadonlyMap<string, number>,
): ExpectedCase {
  const parts = joins.map((id) => expected.find((one) => one.id === id)!)
  const homes = parts.map(({ findings }) => new Set(findings.flatMap((id) => caseOf.get(id) ?? [])))
  const all = [...new Set(homes.flatMap((home) => [...home]))].sort((a, b) => a - b)
  // What was missed is said where it was expected; here it counts whether what came is together.
  const found = homes.filter(({ size }) => size > 0)
  const isTogether = all.some((number) => found.every((home) => home.has(number)))
  const status = found.length === 0 ? 'missed' : isTogether ? 'joined' : 'apart'
  return { title, joins, status, cases: all }
}

function stepResult(step: Drill['steps'][number], expected: readonly ExpectedResult[]): StepResult {
  const { id, title, at, until, door, sources, synthetic, unseen } = step
  const parts = expected.filter((one) => one.step === id)
  const seen = parts.filter(({ status }) => status === 'in-time').length
  const why = parts.find((one) => one.why !== undefined)?.why ?? unseen
  const status =
    parts.length === 0
      ? 'no-door'
      : seen === parts.length
        ? 'seen'
        : seen > 0 || parts.some(({ status: one }) => one === 'late')
          ? 'partly'
          : 'missed'
  return {
    id,
    title,
    at,
    ...(until !== undefined && { until }),
    door,
    sources,
    ...(synthetic !== undefined && { synthetic }),
    status,
    ...(status !== 'seen' && why !== undefined && { why }),
  }
}

function outcomeOf(
  expected: readonly ExpectedResult[],
  cases: readonly ExpectedCase[],
): DrillResult['outcome'] {
  const inTime = expected.filter(({ status }) => status === 'in-time').length
  if (expected.length === 0 || expected.every(({ status }) => status === 'missed')) return 'missed'
  return inTime === expected.length && cases.every(({ status }) => status === 'joined') ? 'seen' : 'partly'
}

function shownFinding(
  { door, finding, toldAt }: Told,
  { titles }: DrillKnowledge,
  caseOf: ReadonlyMap<string, number>,
  wanted: ReadonlyMap<string, string>,
): ToldFinding {
  const { id, watch, rule, severity, statement, subjects, evidence } = finding
  const expected = wanted.get(id)
  return {
    id,
    door,
    watch,
    rule,
    title: titles.get(rule) ?? ruleTitle(finding),
    severity,
    toldAt,
    statement,
    reasons: evidence
      .toSorted((a, b) => b.contribution - a.contribution)
      .slice(0, 3)
      .map(({ detail }) => detail.slice(0, 300)),
    subjects,
    case: caseOf.get(id) ?? 0,
    ...(expected !== undefined && { expected }),
  }
}

/** The cases that hold a finding of the operation; those of ordinary findings alone are false alarms. */
function casesOf(
  cases: readonly MemoryCase[],
  own: readonly Told[],
  ordinary: ReadonlySet<string>,
): DrillCase[] {
  const doors = new Map(own.map(({ finding, door }) => [finding.id, door]))
  return cases
    .filter(({ findings }) => findings.some(({ finding }) => doors.has(finding.id)))
    .map((one) => ({
      number: one.id,
      ...caseFace(one),
      doors: [...new Set(one.findings.flatMap(({ finding }) => doors.get(finding.id) ?? []))],
      findings: one.findings.map(({ finding, joins }) => ({
        id: finding.id,
        joins: joins.map(({ rule, words }) => ({ rule, words })),
        isOrdinary: ordinary.has(finding.id),
      })),
    }))
}

function falseAlarmsOf({ told }: Played, { titles }: DrillKnowledge): DrillResult['falseAlarms'] {
  const counts = new Map<string, { rule: string; title: string; count: number }>()
  for (const { finding } of told) {
    const { rule } = finding
    const one = counts.get(rule) ?? { rule, title: titles.get(rule) ?? ruleTitle(finding), count: 0 }
    one.count++
    counts.set(rule, one)
  }
  const byRule = [...counts.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))
  return { count: told.length, byRule }
}
