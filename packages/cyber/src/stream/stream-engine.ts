import { fieldReader, type LogClass, type LogRecord } from '../records/record.ts'
import { SigmaEngine } from '../sigma/engine.ts'
import type { SigmaError } from '../sigma/errors.ts'
import { CommonOrigin, type CommonOriginState } from './common-origin.ts'
import { SomeOf, type SomeOfState } from './some-of.ts'
import type { StreamDetection, StreamRule } from './stream-rule.ts'
import { Surge, type SurgeState } from './surge.ts'
import { Travel, type TravelState } from './travel.ts'

/** State of all rules by their id, as plain data. */
export type StreamState = Readonly<Record<string, unknown>>

/** A rule at work on a record that one of its selections met. */
type Worker = (selection: string, record: LogRecord, time: number) => readonly StreamDetection[]

interface Running {
  readonly rule: StreamRule
  readonly work: Worker
  readonly advance?: (watermark: number) => void
  snapshot(): unknown
}

const none: readonly StreamDetection[] = []

/**
 * Stream rules over log records: selections are matched by one Sigma engine, then each rule keeps its own bounded state by
 * key and window. No clock: time is that of the records. Records without a time are passed over.
 */
export class StreamEngine {
  /** Selections that could not be compiled. */
  readonly rejects: readonly SigmaError[]
  private readonly engine: SigmaEngine
  private readonly running: readonly Running[]
  private readonly workers = new Map<string, { running: Running; selection: string }>()

  /** @param saved where an earlier run stood; of rules that are there no more nothing is taken */
  constructor(rules: readonly StreamRule[], saved: StreamState = {}) {
    this.running = rules.map((rule) => runningOf(rule, saved[rule.id]))
    const selections = rules.flatMap((rule) => [...rule.selections.values()])
    this.engine = new SigmaEngine(selections)
    this.rejects = this.engine.rejects
    for (const running of this.running)
      for (const [name, { id }] of running.rule.selections) this.workers.set(id, { running, selection: name })
  }

  /** What a record adds: detections that it begins or makes grow. */
  observe(record: LogRecord): StreamDetection[] {
    if (record.time === undefined) return []
    const found: StreamDetection[] = []
    for (const { rule } of this.engine.match(record)) {
      const worker = this.workers.get(rule.id)
      if (worker) found.push(...worker.running.work(worker.selection, record, record.time))
    }
    return found
  }

  /** Lets time pass: buckets that ended go into the past of their keys. */
  advance(watermark: number): void {
    for (const { advance } of this.running) advance?.(watermark)
  }

  /** Plain data; a run that starts from it goes on exactly where this one stands. */
  snapshot(): StreamState {
    return Object.fromEntries(this.running.map(({ rule, snapshot }) => [rule.id, snapshot()]))
  }
}

type Read = (record: LogRecord, category: string | undefined) => string | undefined

/** Reads a field as text, lower-cased, by the name that the selection's category has for it; `@host` is the record's host. */
function reader(field: string): Read {
  if (field === '@host') return ({ host }) => host
  const byClass = new WeakMap<LogClass, Map<string, (fields: LogRecord['fields']) => unknown>>()
  return ({ class: logClass, fields }, category = '') => {
    let reads = byClass.get(logClass)
    if (!reads) {
      reads = new Map()
      byClass.set(logClass, reads)
    }
    let read = reads.get(category)
    if (!read) {
      const view = logClass.categories.find(({ name }) => name === category)
      read = fieldReader(view?.fields?.[field] ?? field, logClass.aliases)
      reads.set(category, read)
    }
    const value = read(fields)
    return value === undefined || value === null || value === '' ? undefined : String(value).toLowerCase()
  }
}

function keyReader(fields: readonly string[]): Read {
  const readers = fields.map(reader)
  return (record, category) => {
    const parts: string[] = []
    for (const read of readers) {
      const part = read(record, category)
      if (part === undefined) return undefined
      parts.push(part)
    }
    return parts.join(' ')
  }
}

const listOf = (one: StreamDetection | undefined) => (one ? [one] : none)

function runningOf(rule: StreamRule, saved: unknown): Running {
  const { logic } = rule
  const categoryOf = (selection: string) => rule.selections.get(selection)?.logSource.category
  switch (logic.kind) {
    case 'surge': {
      const surge = new Surge(rule, logic, saved as SurgeState | undefined)
      const [key, distinct] = [
        keyReader(logic.key),
        logic.distinct === undefined ? undefined : reader(logic.distinct),
      ]
      const work: Worker = (selection, record, time) => {
        const category = categoryOf(selection)
        const of = key(record, category)
        const value = distinct?.(record, category)
        if (of === undefined || (distinct && value === undefined)) return none
        return listOf(surge.observe(of, value, time, record.where))
      }
      return {
        rule,
        work,
        advance: (watermark) => surge.advance(watermark),
        snapshot: () => surge.snapshot(),
      }
    }
    case 'common-origin': {
      const common = new CommonOrigin(rule, logic, saved as CommonOriginState | undefined)
      const { before, after } = logic
      const [fetcher, origin, doer] = [reader(before.host), reader(before.origin), reader(after.host)]
      const target = after.target === undefined ? undefined : reader(after.target)
      const work: Worker = (selection, record, time) => {
        const category = categoryOf(selection)
        if (before.select.includes(selection)) {
          const [host, from] = [fetcher(record, category), origin(record, category)]
          if (host !== undefined && from !== undefined) common.fetched(host, from, time)
        }
        const host = after.select.includes(selection) ? doer(record, category) : undefined
        const to = target ? target(record, category) : ''
        return host === undefined || to === undefined ? none : common.did(host, to, time, record.where)
      }
      return { rule, work, snapshot: () => common.snapshot() }
    }
    case 'some-of': {
      const some = new SomeOf(rule, logic, saved as SomeOfState | undefined)
      const key = keyReader(logic.key)
      const work: Worker = (selection, record, time) => {
        const of = key(record, categoryOf(selection))
        return of === undefined ? none : listOf(some.observe(of, selection, time, record.where))
      }
      return { rule, work, snapshot: () => some.snapshot() }
    }
    case 'travel': {
      const travel = new Travel(rule, logic, saved as TravelState | undefined)
      const [key, latitude, longitude] = [
        keyReader(logic.key),
        reader(logic.latitude),
        reader(logic.longitude),
      ]
      const work: Worker = (selection, record, time) => {
        const category = categoryOf(selection)
        const of = key(record, category)
        const lat = Number(latitude(record, category) ?? Number.NaN)
        const lon = Number(longitude(record, category) ?? Number.NaN)
        if (of === undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return none
        return listOf(travel.observe(of, lat, lon, time, record.where))
      }
      return { rule, work, snapshot: () => travel.snapshot() }
    }
  }
}
