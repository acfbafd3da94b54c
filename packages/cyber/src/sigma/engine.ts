import { fieldReader, type LogClass, type LogRecord, recordText } from '../records/record.ts'
import { compileRule } from './compile-rule.ts'
import { SigmaError } from './errors.ts'
import { applyFilters } from './filters.ts'
import type { Placeholders } from './modifiers.ts'
import type { Predicate } from './predicate.ts'
import type { LogSource, SigmaFilter, SigmaRule } from './rule.ts'
import { type Access, RuleSet } from './rule-set.ts'
import { meets } from './slow-test.ts'

/** A rule and its predicate. */
export interface CompiledRule {
  readonly rule: SigmaRule
  readonly predicate: Predicate
}

/** What rules may need besides themselves. */
export interface EngineOptions {
  readonly placeholders?: Placeholders
  readonly filters?: readonly SigmaFilter[]
}

const none: readonly CompiledRule[] = []

/**
 * All rules at once over log records. Rules are sorted by log source; each class of records has its own rule set, built
 * when the first such record comes.
 */
export class SigmaEngine {
  readonly rules: readonly CompiledRule[]
  /** Rules that could not be compiled, each by a named error. */
  readonly rejects: readonly SigmaError[]
  /** Places of rules by their log source. */
  private readonly bySource = new Map<string, number[]>()
  private readonly byClass = new Map<LogClass, RuleSet>()
  private readonly byKey = new Map<string, RuleSet>()
  /** For each rule, event ids that its predicate names. */
  private readonly eventIds: ReadonlySet<string>
  private readonly out: number[] = []

  constructor(rules: readonly SigmaRule[], options: EngineOptions = {}) {
    const rejects: SigmaError[] = []
    const compiled: CompiledRule[] = []
    const placeholders = options.placeholders ?? new Map()
    for (const rule of rules) {
      try {
        compiled.push({ rule, predicate: compileRule(rule, placeholders) })
      } catch (error) {
        if (!(error instanceof SigmaError)) throw error
        rejects.push(error)
      }
    }
    this.rules = applyFilters(compiled, options.filters ?? [], placeholders, rejects)
    this.rejects = rejects
    this.eventIds = eventIdsOf(this.rules)
    for (const [i, { rule }] of this.rules.entries()) {
      const { product, category, service } = rule.logSource
      const key = `${product}\0${category}\0${service}`
      const places = this.bySource.get(key)
      if (places) places.push(i)
      else this.bySource.set(key, [i])
    }
  }

  /** The rules that a record meets, in the order in which they were given. */
  match(record: LogRecord): readonly CompiledRule[] {
    const { out } = this
    out.length = 0
    this.ruleSet(record.class).match(record.fields, out)
    if (out.length === 0) return none
    return out.sort((a, b) => a - b).map((i) => this.rules[i]!)
  }

  /** How many rules are for a class of records. */
  ruleCount(logClass: LogClass): number {
    return this.ruleSet(logClass).rules.length
  }

  private ruleSet(logClass: LogClass): RuleSet {
    let set = this.byClass.get(logClass)
    if (set) return set
    // Event ids that no rule names need no rule sets of their own.
    const eventId = logClass.constants?.EventID
    const key =
      eventId === undefined || this.eventIds.has(eventId) || logClass.categories.length > 0
        ? logClass.key
        : `${logClass.product}\0${logClass.services.join()}\0other`
    set = this.byKey.get(key) ?? this.build(logClass)
    this.byKey.set(key, set)
    if (this.byClass.size < 50_000) this.byClass.set(logClass, set)
    return set
  }

  private build(logClass: LogClass): RuleSet {
    const chosen: [number, Predicate][] = []
    for (const places of this.bySource.values()) {
      const view = viewFor(this.rules[places[0]!]!.rule.logSource, logClass)
      if (!view) continue
      for (const i of places) {
        const { predicate } = this.rules[i]!
        chosen.push([i, view.fields ? renameFields(predicate, view.fields) : predicate])
      }
    }
    const constants = new Map(Object.entries(logClass.constants ?? {}))
    return new RuleSet(chosen, constants, accessFor(logClass))
  }
}

/** How a rule's log source sees a class of records, or undefined where it is for others. */
export function viewFor(
  source: LogSource,
  logClass: LogClass,
): { readonly fields?: Readonly<Record<string, string>> } | undefined {
  if (source.product !== undefined && source.product !== logClass.product) return undefined
  if (source.service !== undefined && !logClass.services.includes(source.service)) return undefined
  if (source.category === undefined) return {}
  return logClass.categories.find((category) => category.name === source.category)
}

function accessFor(logClass: LogClass): Access {
  const readers = new Map<string, (fields: Readonly<Record<string, unknown>>) => unknown>()
  let last: object | undefined
  let text = ''
  return {
    reader(field) {
      let reader = readers.get(field)
      if (!reader) {
        reader = fieldReader(field, logClass.aliases)
        readers.set(field, reader)
      }
      return reader as (record: object) => unknown
    },
    message(record) {
      if (record !== last) {
        last = record
        text = recordText(record as Record<string, unknown>)
      }
      return text
    },
  }
}

/** The predicate with its fields called by the names of another log source. */
export function renameFields(predicate: Predicate, fields: Readonly<Record<string, string>>): Predicate {
  switch (predicate.op) {
    case 'atom': {
      const { atom } = predicate
      const test =
        atom.test.kind === 'fieldref'
          ? { ...atom.test, field: fields[atom.test.field] ?? atom.test.field }
          : atom.test
      return { op: 'atom', atom: { field: fields[atom.field] ?? atom.field, test } }
    }
    case 'not':
      return { op: 'not', item: renameFields(predicate.item, fields) }
    default:
      return { ...predicate, items: predicate.items.map((item) => renameFields(item, fields)) }
  }
}

function eventIdsOf(rules: readonly CompiledRule[]): Set<string> {
  const ids = new Set<string>()
  const visit = (predicate: Predicate): void => {
    if (predicate.op === 'atom') {
      const { field, test } = predicate.atom
      if (field === 'EventID' && test.kind === 'text' && test.mode === 'exact') ids.add(test.text)
    } else if (predicate.op === 'not') visit(predicate.item)
    else for (const item of predicate.items) visit(item)
  }
  for (const { predicate } of rules) visit(predicate)
  return ids
}

/** What in a record met a rule: one entry a field and value of the rule's positive part. */
export interface Explained {
  readonly field: string
  readonly value: string
  readonly asked: string
}

/** Why a record meets a rule. Only for records that do; costs more than matching. */
export function explain({ rule, predicate }: CompiledRule, record: LogRecord): Explained[] {
  const view = viewFor(rule.logSource, record.class)
  const renamed = view?.fields ? renameFields(predicate, view.fields) : predicate
  const read = (field: string) =>
    field === '' ? recordText(record.fields) : fieldReader(field, record.class.aliases)(record.fields)
  const found = new Map<string, Explained>()
  const holds = (node: Predicate, isWanted: boolean): boolean => {
    if (node.op === 'not') return !holds(node.item, false)
    if (node.op !== 'atom') {
      const met = node.items.filter((item) => holds(item, isWanted)).length
      if (node.op === 'and') return met === node.items.length
      return met >= (node.op === 'atLeast' ? node.n : 1)
    }
    const { field, test } = node.atom
    const value = read(field)
    if (!meets(test, value, read)) return false
    if (isWanted) {
      const entry = { field: field || 'record', value: excerpt(value), asked: describeTest(test) }
      found.set(`${entry.field}\0${entry.asked}`, entry)
    }
    return true
  }
  holds(renamed, true)
  return [...found.values()]
}

function excerpt(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? '(absent)' : JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 297)}...` : text
}

/** A test in words. */
export function describeTest(test: import('./predicate.ts').Test): string {
  const words = { exact: 'is', prefix: 'begins with', suffix: 'ends with', contains: 'contains' }
  switch (test.kind) {
    case 'text':
      return `${words[test.mode]} ${JSON.stringify(test.text)}`
    case 'wild':
      return `is like ${test.parts.map((part) => (typeof part === 'string' ? part : part.description)).join('')}`
    case 'regex':
      return `matches ${test.regex.source.replace(/^[a-z]*\//, '')}`
    case 'cidr':
      return `is in a network of ${test.cidr.prefix} bits`
    case 'number':
      return `${test.op} ${test.value}`
    case 'time':
      return `${test.part} ${test.op} ${test.value}`
    case 'fieldref':
      return `${words[test.mode]} the value of ${test.field}`
    default:
      return { any: 'has a value', null: 'is null', exists: 'exists' }[test.kind]
  }
}
