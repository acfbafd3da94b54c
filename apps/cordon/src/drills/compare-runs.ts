import type { DrillResult, ExpectedResult } from './drill-result.ts'

/** One expected finding in two runs. */
export interface ComparedFinding {
  readonly id: string
  readonly title: string
  readonly before?: ExpectedResult['status']
  readonly after?: ExpectedResult['status']
  /** Milliseconds by which it came earlier in the second run; negative where later. */
  readonly earlier?: number
  readonly change: 'better' | 'worse' | 'same'
}

/** Two runs of a drill side by side: did it get better or worse? */
export interface ComparedRuns {
  readonly verdict: 'better' | 'worse' | 'same' | 'mixed'
  /** The drill itself changed in between: then a difference may be the drill's. */
  readonly isOtherVersion: boolean
  readonly findings: readonly ComparedFinding[]
  /** After less before. */
  readonly falseAlarms: number
  readonly inTime: number
  readonly cases: readonly { readonly title: string; readonly before?: string; readonly after?: string }[]
}

const ranks = { missed: 0, late: 1, 'in-time': 2 } as const

/** Compares an earlier run with a later one. What tells is what came in time; false alarms count where that is equal. */
export function compareRuns(before: DrillResult, after: DrillResult): ComparedRuns {
  const ids = [...new Set([...before.expected, ...after.expected].map(({ id }) => id))]
  const findings = ids.map((id) =>
    compared(
      before.expected.find((one) => one.id === id),
      after.expected.find((one) => one.id === id),
    ),
  )
  const titles = [...new Set([...before.expectedCases, ...after.expectedCases].map(({ title }) => title))]
  const cases = titles.map((title) => {
    const [was, is] = [before, after].map(
      ({ expectedCases }) => expectedCases.find((one) => one.title === title)?.status,
    )
    return { title, ...(was && { before: was }), ...(is && { after: is }) }
  })
  const falseAlarms = after.falseAlarms.count - before.falseAlarms.count
  const isBetter =
    findings.some(({ change }) => change === 'better') ||
    cases.some((one) => one.before && one.before !== 'joined' && one.after === 'joined')
  const isWorse =
    findings.some(({ change }) => change === 'worse') ||
    cases.some((one) => one.before === 'joined' && one.after && one.after !== 'joined')
  const quieter = falseAlarms === 0 ? 'same' : falseAlarms < 0 ? 'better' : 'worse'
  const verdict = isBetter && isWorse ? 'mixed' : isBetter ? 'better' : isWorse ? 'worse' : quieter
  const count = ({ expected }: DrillResult) => expected.filter(({ status }) => status === 'in-time').length
  return {
    verdict,
    isOtherVersion: before.drill.version !== after.drill.version,
    findings,
    falseAlarms,
    inTime: count(after) - count(before),
    cases,
  }
}

function compared(before: ExpectedResult | undefined, after: ExpectedResult | undefined): ComparedFinding {
  const { id, title } = (after ?? before)!
  const earlier =
    before?.toldAt === undefined || after?.toldAt === undefined ? undefined : before.toldAt - after.toldAt
  const [was, is] = [before?.status, after?.status]
  const change =
    was === undefined || is === undefined || was === is ? 'same' : ranks[is] > ranks[was] ? 'better' : 'worse'
  return {
    id,
    title,
    ...(was && { before: was }),
    ...(is && { after: is }),
    ...(earlier !== undefined && { earlier }),
    change,
  }
}
