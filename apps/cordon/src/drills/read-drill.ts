import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Drill, drillSchema } from './drill-form.ts'

/** Something wrong in a drill's file: where, what was expected, what was found. */
export interface DrillFault {
  /** `steps[2].at`, or `line 14` where the file is no YAML. */
  readonly where: string
  readonly expected: string
  readonly found: string
}

/** A drill, or all that is wrong with it. */
export interface ReadDrill {
  readonly drill?: Drill
  readonly faults: readonly DrillFault[]
}

/** Names that a drill's file may refer to. */
export interface DrillNames {
  readonly rules: ReadonlySet<string>
  readonly seaDrills: ReadonlySet<string>
}

/** Reads `drill.yaml`: every fault of it at its place, references to what is not there among them. */
export function readDrill(text: string, names: DrillNames): ReadDrill {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, schema: 'core' })
  if (document.errors.length > 0)
    return {
      faults: document.errors.map(({ message, pos }) => ({
        where: `line ${lineCounter.linePos(pos[0]).line}`,
        expected: 'YAML',
        found: message.split('\n')[0]!.replace(/ at line \d+.*/, ''),
      })),
    }
  const value: unknown = document.toJS()
  const parsed = drillSchema.safeParse(value)
  if (!parsed.success) return { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, value)) }
  const faults = referenceFaults(parsed.data, names)
  return faults.length > 0 ? { faults } : { drill: parsed.data, faults }
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown): DrillFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      where: placeOf([...issue.path, key]),
      expected: 'a part that drills have',
      found: `"${key}"`,
    }))
  const there = issue.path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  )
  const found = there === undefined ? 'nothing' : (JSON.stringify(there)?.slice(0, 100) ?? String(there))
  const expected = issue.message.replace(/^Invalid (input|option): /, '').replace(/^expected /, '')
  return [
    { where: placeOf(issue.path) || 'the file', expected: expected.replace(/, received .*/, ''), found },
  ]
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${String(part)}`),
    '',
  )
}

function referenceFaults(drill: Drill, names: DrillNames): DrillFault[] {
  const faults: DrillFault[] = []
  const fault = (where: string, expected: string, found: string) =>
    void faults.push({ where, expected, found })
  const among = (where: string, wanted: string, ids: readonly string[], what: string) => {
    if (!ids.includes(wanted))
      fault(where, `${what} of this file (${ids.join(', ') || 'there is none'})`, wanted)
  }
  const [sources, steps, expected] = [
    uniqueIds('sources', drill.sources, fault),
    uniqueIds('steps', drill.steps, fault),
    uniqueIds('expect', drill.expect, fault),
  ]
  uniqueIds('milestones', drill.milestones, fault)
  for (const part of ['milestones', 'steps'] as const)
    for (const [i, one] of drill[part].entries())
      for (const [j, source] of one.sources.entries())
        among(`${part}[${i}].sources[${j}]`, source, sources, 'a source')
  for (const [i, step] of drill.steps.entries()) {
    if (step.until !== undefined && step.until < step.at)
      fault(`steps[${i}].until`, 'a time after its beginning', new Date(step.until).toISOString())
    const isExpected = drill.expect.some((one) => one.step === step.id)
    if (!isExpected && step.unseen === undefined)
      fault(`steps[${i}]`, 'an expected finding that names the step, or `unseen` with the reason', step.id)
  }
  for (const [i, one] of drill.expect.entries()) {
    among(`expect[${i}].step`, one.step, steps, 'a step')
    if (!names.rules.has(one.rule)) fault(`expect[${i}].rule`, 'a rule of the pack or of a door', one.rule)
  }
  for (const [i, one] of drill.cases.entries())
    for (const [j, wanted] of one.joins.entries())
      among(`cases[${i}].joins[${j}]`, wanted, expected, 'an expected finding')
  for (const [i, one] of drill.operation.sea.entries())
    if (!names.seaDrills.has(one)) fault(`operation.sea[${i}]`, 'a drill of the sea of the pack', one)
  spanFaults(drill, fault)
  return faults
}

type Fault = (where: string, expected: string, found: string) => void

function uniqueIds(part: string, all: readonly { readonly id: string }[], fault: Fault): string[] {
  const ids = all.map((one) => one.id)
  for (const [i, one] of ids.entries())
    if (ids.indexOf(one) < i) fault(`${part}[${i}].id`, 'an id that no other has', one)
  return ids
}

function spanFaults({ ordinary, operation }: Drill, fault: Fault): void {
  const { network, payments } = ordinary
  const iso = (time: number) => new Date(time).toISOString()
  if (network && network.until <= network.from)
    fault('ordinary.network.until', 'a time after its beginning', iso(network.until))
  if (network)
    for (const [i, { at }] of operation.network.entries())
      if (at < network.from || at > network.until)
        fault(
          `operation.network[${i}].at`,
          `a time within the ordinary traffic (${iso(network.from)} to ${iso(network.until)})`,
          iso(at),
        )
  if (!network && operation.network.length > 0)
    fault('ordinary.network', 'ordinary logs, since the operation has some', 'none')
  const isPaid = operation.payments?.heist !== undefined || (operation.payments?.orders.length ?? 0) > 0
  if (isPaid && !payments)
    fault('ordinary.payments', 'ordinary payments, since the operation has some', 'none')
  if (payments && operation.payments) {
    const begin = Date.parse(`${payments.from}T00:00:00Z`)
    const end = begin + payments.days * 86_400_000
    for (const [i, { at }] of operation.payments.orders.entries())
      if (at < begin || at > end)
        fault(
          `operation.payments.orders[${i}].at`,
          `a time within the ordinary payments (${iso(begin)} to ${iso(end)})`,
          iso(at),
        )
  }
}
