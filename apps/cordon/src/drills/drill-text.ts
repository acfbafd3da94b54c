import type { Instant } from '@cordon/model'
import { grouped, table } from '../cli/output.ts'
import type { DrillResult } from './drill-result.ts'

/** `2016-02-04 14:20Z` */
export function timeText(time: Instant): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')}Z`
}

/** A span of time as a person says it: `7.7 hours`, `3 days`. */
export function spanText(ms: number): string {
  const size = Math.abs(ms)
  const [unit, per] =
    size < 2 * 3_600_000
      ? ['minutes', 60_000]
      : size < 3 * 86_400_000
        ? ['hours', 3_600_000]
        : ['days', 86_400_000]
  const value = size / per
  return `${unit === 'minutes' || value >= 20 ? Math.round(value) : value.toFixed(1)} ${unit}`
}

/** What came of a drill, for a terminal. */
export function drillText(result: DrillResult): string {
  return [
    head(result),
    ...timeline(result),
    '\nexpected\n',
    expectedTable(result),
    ...notSeen(result),
    ...casesText(result),
    ...alarms(result),
    '',
  ].join('')
}

function head({ drill, outcome, against, doors, expected }: DrillResult): string {
  const inTime = expected.filter(({ status }) => status === 'in-time').length
  const records = doors.map(
    ({ door, ordinary, operation }) => `${door} ${grouped(operation)} among ${grouped(ordinary)}`,
  )
  return [
    `${drill.title}: ${outcome.toUpperCase()}, ${inTime} of ${expected.length} expected findings in time\n`,
    `against   ${against.isOwn ? against.name : "the pack's rules"}\n`,
    `records   ${records.join('; ')} (all synthetic)\n`,
  ].join('')
}

function timeline({ firstTold, timeToFirst, milestones, findings }: DrillResult): string[] {
  if (!firstTold) return ['first     nothing was told\n']
  const first = findings.find(({ id }) => id === firstTold.finding)
  const after = timeToFirst === undefined ? '' : `, ${spanText(timeToFirst)} after the first record`
  return [
    `first     ${timeText(firstTold.at)} "${first?.title ?? ''}"${after}\n`,
    ...milestones.flatMap(({ title, lead }) =>
      lead === undefined ? [] : [`          ${spanText(lead)} ${lead >= 0 ? 'before' : 'after'}: ${title}\n`],
    ),
  ]
}

function expectedTable({ expected }: DrillResult): string {
  return table(
    [
      { heading: 'came' },
      { heading: 'what', max: 52 },
      { heading: 'told' },
      { heading: 'latest' },
      { heading: 'why', max: 90 },
    ],
    expected.map(({ status, title, toldAt, by, why, foundBy }) => [
      status === 'in-time' ? 'in time' : status,
      title,
      toldAt === undefined ? '' : timeText(toldAt),
      timeText(by),
      why ?? (foundBy === undefined ? '' : `found by "${foundBy}"`),
    ]),
  )
}

function notSeen({ steps }: DrillResult): string[] {
  const missed = steps.filter(({ status }) => status === 'no-door')
  if (missed.length === 0) return []
  return [
    '\nnot seen\n',
    ...missed.map(({ title, at, why }) => `  ${timeText(at).slice(0, 10)}  ${title}: ${why ?? ''}\n`),
  ]
}

function casesText({ cases, expectedCases }: DrillResult): string[] {
  const parts = expectedCases.map(
    ({ title, status, cases: numbers }) =>
      `  ${status === 'joined' ? 'one case' : status === 'apart' ? `APART in ${numbers.length} cases` : 'missed'}: ${title}\n`,
  )
  const most = cases.toSorted((a, b) => b.findings.length - a.findings.length)[0]
  const rules = most && [...new Set(most.findings.flatMap(({ joins }) => joins.map(({ rule }) => rule)))]
  return [
    `\ncases     ${cases.length} with findings of the operation\n`,
    ...parts,
    ...(most
      ? [
          `  the largest holds ${most.findings.length} findings (${most.doors.join(' and ')}), joined by ${rules!.filter((one) => one !== 'first').join(', ') || 'nothing'}\n`,
        ]
      : []),
  ]
}

function alarms({ falseAlarms }: DrillResult): string[] {
  const { count, byRule } = falseAlarms
  const what = byRule.slice(0, 5).map(({ title, count: of }) => `${title} ${of}`)
  return [
    `\nfalse alarms  ${count} of the ordinary traffic alone${count > 0 ? `: ${what.join(', ')}` : ''}\n`,
  ]
}
