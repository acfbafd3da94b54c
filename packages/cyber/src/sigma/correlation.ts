import type { Instant } from '@cordon/model'
import { fieldReader, type LogRecord } from '../records/record.ts'
import { insert, percentile, prune, satisfies, tallyOf, type WindowState } from './correlation-window.ts'
import { SigmaError } from './errors.ts'
import type { SigmaCorrelation, SigmaRule } from './rule.ts'
import { textOf } from './slow-test.ts'

/** A correlation that was met. */
export interface CorrelationHit {
  readonly correlation: SigmaCorrelation
  /** The group: field to value. */
  readonly group: Readonly<Record<string, string>>
  readonly start: Instant
  readonly end: Instant
  /** What the condition was put to: a count, sum, average or percentile; for proximity the number of events. */
  readonly measure: number
  /** Where some of the events stand, oldest first. */
  readonly where: readonly string[]
  /** The same episode was told before and has grown. */
  readonly grown: boolean
}

/** What the engine keeps, as plain data. */
export type CorrelationState = readonly (readonly [correlation: number, key: string, state: WindowState])[]

/** An event on its way up, as plain data: a match of a rule, or of a correlation by another. */
export interface RisingEvent {
  /** The rule's id, and all names it goes by. */
  readonly source: string
  readonly names: readonly string[]
  readonly time: Instant
  readonly where: string
  /** Fields that a correlation groups by, counts or measures. */
  readonly values: Readonly<Record<string, unknown>>
}

interface Node {
  readonly correlation: SigmaCorrelation
  readonly groups: Map<string, WindowState>
  /** Only a closed window can meet the condition. */
  readonly isClosing: boolean
}

const maxGroups = 50_000
const told = 10

/**
 * All correlations at once (correlation specification 2.1): the seven types, grouped, with aliases, chained. Windows slide
 * in event time. A condition that asks for fewer, for exactly so many, for an average or a percentile is put to windows
 * that are closed; the others fire at once, and again when what was counted has doubled.
 */
export class CorrelationEngine {
  readonly rejects: readonly SigmaError[]
  private readonly nodes: Node[] = []
  /** Which nodes wait for a rule or correlation, and as which of their rules. */
  private readonly waiting = new Map<string, { readonly node: number; readonly rule: number }[]>()
  /** Fields of a rule's events that some correlation asks for. */
  private readonly fields = new Map<string, Set<string>>()

  constructor(correlations: readonly SigmaCorrelation[], rules: readonly SigmaRule[]) {
    const rejects: SigmaError[] = []
    const known = new Map<string, string>()
    for (const one of [...rules, ...correlations])
      for (const name of namesOf(one)) if (!known.has(name)) known.set(name, one.id)
    for (const correlation of withoutCycles(correlations, known, rejects))
      this.add(correlation, known, rejects)
    this.rejects = rejects
  }

  /** Ids of the rules that only serve correlations and do not report on their own. */
  silentRules(): Set<string> {
    const silent = new Set<string>()
    for (const [id, waiting] of this.waiting)
      if (waiting.every(({ node }) => !this.nodes[node]!.correlation.generate)) silent.add(id)
    return silent
  }

  /** A record and the rules it met. Records without a time can't be correlated and are passed over. */
  observe(record: LogRecord, rules: readonly SigmaRule[]): CorrelationHit[] {
    return this.take(this.rising(record, rules))
  }

  /** What of a record and the rules it met is correlated: for those who put events in order first. */
  rising(record: LogRecord, rules: readonly SigmaRule[]): RisingEvent[] {
    const { time, where } = record
    if (time === undefined || this.nodes.length === 0) return []
    return rules.flatMap((rule) => {
      if (!this.waiting.has(rule.id)) return []
      const values: Record<string, unknown> = {}
      for (const field of this.fields.get(rule.id) ?? []) values[field] = fieldOf(record, field)
      return [{ source: rule.id, names: namesOf(rule), time, where, values }]
    })
  }

  /** Takes events in order of time. */
  take(events: readonly RisingEvent[]): CorrelationHit[] {
    const hits: CorrelationHit[] = []
    for (const event of events) this.rise(event, hits)
    return hits
  }

  /** What time alone closes: windows whose end lies before the watermark. */
  advance(watermark: Instant): CorrelationHit[] {
    const hits: CorrelationHit[] = []
    for (const node of this.nodes)
      for (const [key, state] of node.groups) {
        if (node.isClosing && state.closes !== undefined && state.closes <= watermark)
          this.close(node, key, state, hits)
        if (state.last + 2 * node.correlation.timespan < watermark) node.groups.delete(key)
      }
    return hits
  }

  snapshot(): CorrelationState {
    return this.nodes.flatMap(({ groups }, i) =>
      [...groups].map(([key, state]) => [i, key, plain(state)] as const),
    )
  }

  restore(saved: CorrelationState): void {
    for (const [i, key, state] of saved) this.nodes[i]?.groups.set(key, structuredClone(state))
  }

  private add(
    correlation: SigmaCorrelation,
    known: ReadonlyMap<string, string>,
    rejects: SigmaError[],
  ): void {
    const ids = correlation.rules.map((name) => known.get(name))
    const missing = correlation.rules.filter((_, i) => ids[i] === undefined)
    if (missing.length > 0) {
      rejects.push(referenceFault(correlation, `no rule named ${missing.join(', ')}`))
      return
    }
    const isClosing =
      ['value_avg', 'value_percentile'].includes(correlation.type) ||
      correlation.condition.some(({ op }) => op !== 'gt' && op !== 'gte')
    const node = this.nodes.push({ correlation, groups: new Map(), isClosing }) - 1
    for (const [rule, id] of ids.entries()) {
      const waiting = this.waiting.get(id!) ?? []
      // Later rules of a chain first: one event must not be two links of it.
      waiting.unshift({ node, rule })
      this.waiting.set(id!, waiting)
      const fields = this.fields.get(id!) ?? new Set()
      for (const field of fieldsOf(correlation)) fields.add(field)
      this.fields.set(id!, fields)
    }
  }

  private rise(event: RisingEvent, hits: CorrelationHit[]): void {
    for (const { node, rule } of this.waiting.get(event.source) ?? [])
      this.put(this.nodes[node]!, rule, event, hits)
  }

  private put(node: Node, rule: number, event: RisingEvent, hits: CorrelationHit[]): void {
    const { correlation, groups } = node
    const group = groupOf(correlation, event)
    const value = countedOf(correlation, event)
    if (group === undefined || value === undefined) return
    const key = JSON.stringify(group)
    let state = groups.get(key)
    if (!state) {
      if (groups.size >= maxGroups) groups.delete(groups.keys().next().value!)
      state = { events: [], last: event.time }
      groups.set(key, state)
    }
    if (event.time < state.last - correlation.timespan) return
    if (node.isClosing) {
      if (state.closes !== undefined && state.closes <= event.time) this.close(node, key, state, hits)
      state.closes ??= event.time + correlation.timespan
    }
    insert(state, [event.time, rule, value, event.where])
    if (node.isClosing) return
    prune(state, state.last - correlation.timespan)
    this.judge(node, group, state, rule, event, hits)
  }

  private judge(
    node: Node,
    group: Readonly<Record<string, string>>,
    state: WindowState,
    rule: number,
    event: RisingEvent,
    hits: CorrelationHit[],
  ): void {
    const { correlation } = node
    const measure = measureOf(correlation, state, rule, event.time)
    if (
      measure === undefined ||
      (correlation.condition.length > 0 && !satisfies(correlation.condition, measure))
    ) {
      delete state.told
      return
    }
    const grown = state.told !== undefined
    if (state.told && measure < state.told.size * 2) return
    const start = state.told?.start ?? state.events[0]![0]
    state.told = { start, size: Math.max(1, measure) }
    this.tell(node, group, state, { start, end: state.last, measure, grown }, hits)
  }

  private close(node: Node, key: string, state: WindowState, hits: CorrelationHit[]): void {
    const { correlation } = node
    const measure = state.events.length > 0 ? measureOf(correlation, state, 0, state.last) : undefined
    if (measure !== undefined && satisfies(correlation.condition, measure)) {
      const span = { start: state.events[0]![0], end: state.last, measure, grown: false }
      this.tell(node, JSON.parse(key), state, span, hits)
    }
    state.events = []
    delete state.tally
    delete state.closes
  }

  private tell(
    node: Node,
    group: Readonly<Record<string, string>>,
    state: WindowState,
    span: { start: number; end: number; measure: number; grown: boolean },
    hits: CorrelationHit[],
  ): void {
    const { correlation } = node
    const where = [...state.events.slice(0, told / 2), ...state.events.slice(told / 2).slice(-told / 2)].map(
      (e) => e[3],
    )
    hits.push({ correlation, group, ...span, where })
    if (span.grown) return
    const names = namesOf(correlation)
    this.rise({ source: correlation.id, names, time: span.end, where: where.at(-1)!, values: group }, hits)
  }
}

function fieldsOf({ groupBy, fields, aliases }: SigmaCorrelation): string[] {
  return [...groupBy, ...fields, ...[...aliases.values()].flatMap((names) => [...names.values()])]
}

/** A field by its name; `host` is the host that the record is of, where it has no such field. */
function fieldOf(record: LogRecord, field: string): unknown {
  const value = fieldReader(field, record.class.aliases)(record.fields)
  return value === undefined && field === 'host' ? record.host : value
}

function plain({ tally: _, ...state }: WindowState): WindowState {
  return structuredClone(state)
}

function groupOf(correlation: SigmaCorrelation, event: RisingEvent): Record<string, string> | undefined {
  const group: Record<string, string> = {}
  for (const field of correlation.groupBy) {
    const alias = correlation.aliases.get(field)
    const name = alias ? event.names.map((one) => alias.get(one)).find((one) => one !== undefined) : field
    const value = event.values[name ?? field] ?? event.values[field]
    if (value === undefined || value === null) return undefined
    group[field] = textOf(value).toLowerCase()
  }
  return group
}

/** What of an event is counted or measured; undefined where it lacks the field, or a number there. */
function countedOf({ type, fields }: SigmaCorrelation, event: RisingEvent): string | number | undefined {
  if (!type.startsWith('value_')) return ''
  const values = fields.map((field) => event.values[field])
  if (values.some((value) => value === undefined || value === null)) return undefined
  if (type === 'value_count') return values.map((value) => textOf(value).toLowerCase()).join('\0')
  const number = Number(textOf(values[0]))
  return Number.isFinite(number) ? number : undefined
}

function measureOf(
  correlation: SigmaCorrelation,
  state: WindowState,
  rule: number,
  time: number,
): number | undefined {
  const { events } = state
  switch (correlation.type) {
    case 'event_count':
      return events.length
    case 'value_count':
      return tallyOf(state).values.size
    case 'value_sum':
      return tallyOf(state).sum
    case 'value_avg':
      return tallyOf(state).sum / events.length
    case 'value_percentile':
      return percentile(
        events.map((event) => event[2] as number),
        correlation.percentile,
      )
    case 'temporal':
      return new Set(events.map((event) => event[1])).size === correlation.rules.length
        ? events.length
        : undefined
    case 'temporal_ordered':
      return chained(correlation, state, rule, time) ? events.length : undefined
  }
}

/** Whether the event completes a chain of all rules in their order within the timespan. */
function chained(
  { rules, timespan }: SigmaCorrelation,
  state: WindowState,
  rule: number,
  time: number,
): boolean {
  state.chain ??= rules.map(() => null)
  const { chain } = state
  const before = rule === 0 ? time : (chain[rule - 1] ?? null)
  if (before !== null && before >= time - timespan) chain[rule] = Math.max(chain[rule] ?? before, before)
  const start = chain[rules.length - 1] ?? null
  return rule === rules.length - 1 && start !== null && start >= time - timespan
}

function namesOf(one: { readonly id: string; readonly name?: string; readonly title: string }): string[] {
  return [one.id, ...(one.name === undefined ? [] : [one.name]), one.title]
}

/** Correlations that do not refer to themselves, even by way of others. */
function withoutCycles(
  correlations: readonly SigmaCorrelation[],
  known: ReadonlyMap<string, string>,
  rejects: SigmaError[],
): SigmaCorrelation[] {
  const byId = new Map(correlations.map((one) => [one.id, one]))
  const reaches = (from: SigmaCorrelation, target: string, seen: Set<string>): boolean =>
    from.rules.some((name) => {
      const id = known.get(name)
      if (id === undefined || seen.has(id)) return false
      if (id === target) return true
      seen.add(id)
      const next = byId.get(id)
      return next !== undefined && reaches(next, target, seen)
    })
  return correlations.filter((one) => {
    if (!reaches(one, one.id, new Set())) return true
    rejects.push(referenceFault(one, 'a correlation that refers to itself'))
    return false
  })
}

function referenceFault(correlation: SigmaCorrelation, found: string): SigmaError {
  return new SigmaError('SIGMA_REFERENCE', {
    expected: 'rules or correlations that are loaded',
    found,
    where: correlation.where,
    remedy: 'Load the rules named, or correct the list; the correlation is set aside until then.',
  })
}
