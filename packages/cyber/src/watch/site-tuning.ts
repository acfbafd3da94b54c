import { parse } from 'yaml'
import type { LogRecord } from '../records/record.ts'
import { SigmaError } from '../sigma/errors.ts'
import { type SigmaHeader, type SigmaLevel, sigmaLevels } from '../sigma/rule.ts'
import { type KnownFalsePositive, Tuning } from '../sigma/tuning.ts'

/** What a site says of rules. */
export interface SiteTuning {
  /** Ids, names or titles of rules that are not to run. */
  readonly disable: readonly string[]
  /** Level of a rule here, by id, name or title. */
  readonly levels: Readonly<Record<string, SigmaLevel>>
  /** Values for placeholders of rules. */
  readonly placeholders: Readonly<Record<string, readonly string[]>>
  /** Hosts (with `*` and `?`) on which a rule is expected; `any` for all rules. */
  readonly ignore: readonly { readonly rule: string; readonly hosts: readonly string[] }[]
}

/** A site that says nothing. */
export const noTuning: SiteTuning = { disable: [], levels: {}, placeholders: {}, ignore: [] }

/**
 * Reads a site's tuning: YAML with `disable`, `levels`, `placeholders`, `ignore`, each of them optional.
 * @throws {SigmaError} `SIGMA_STRUCTURE`, `SIGMA_YAML` where it is something else
 */
export function parseSiteTuning(text: string, where: string): SiteTuning {
  let body: unknown
  try {
    body = parse(text, { maxAliasCount: 100 })
  } catch (error) {
    throw fault('SIGMA_YAML', 'YAML', (error as Error).message.split('\n')[0]!, where)
  }
  if (!isMap(body))
    throw fault('SIGMA_STRUCTURE', 'a map', JSON.stringify(body)?.slice(0, 80) ?? 'nothing', where)
  for (const key of Object.keys(body))
    if (!(key in noTuning))
      throw fault('SIGMA_STRUCTURE', `one of ${Object.keys(noTuning).join(', ')}`, key, where)
  const levels = map(body.levels, `${where}: levels`)
  for (const [rule, level] of Object.entries(levels))
    if (!(sigmaLevels as readonly unknown[]).includes(level))
      throw fault(
        'SIGMA_STRUCTURE',
        `a level (${sigmaLevels.join(', ')})`,
        String(level),
        `${where}: levels.${rule}`,
      )
  return {
    disable: list(body.disable, `${where}: disable`),
    levels: levels as Record<string, SigmaLevel>,
    placeholders: Object.fromEntries(
      Object.entries(map(body.placeholders, `${where}: placeholders`)).map(([name, values]) => [
        name,
        list(values, `${where}: placeholders.${name}`),
      ]),
    ),
    ignore: (Array.isArray(body.ignore) ? body.ignore : []).map((one, i) => {
      const place = `${where}: ignore[${i}]`
      const entry = map(one, place)
      return { rule: String(entry.rule ?? 'any'), hosts: list(entry.hosts, `${place}.hosts`) }
    }),
  }
}

/** A site's word on matches: what is set aside is counted by rule, so that nothing vanishes without a figure. */
export class SiteFilter {
  private readonly known: Tuning
  private readonly ignore: ReadonlyMap<string, RegExp[]>
  private readonly tuning: SiteTuning
  private readonly counts = new Map<string, number>()

  constructor(tuning: SiteTuning, known: readonly KnownFalsePositive[]) {
    this.tuning = tuning
    this.known = new Tuning(known)
    const ignore = new Map<string, RegExp[]>()
    for (const { rule, hosts } of tuning.ignore)
      ignore.set(rule, [...(ignore.get(rule) ?? []), ...hosts.map(hostPattern)])
    this.ignore = ignore
  }

  /** How many matches of each rule were set aside. */
  get setAside(): ReadonlyMap<string, number> {
    const all = new Map(this.counts)
    for (const [rule, count] of this.known.setAside) all.set(rule, (all.get(rule) ?? 0) + count)
    return all
  }

  /** Whether a rule's match of a record is expected here. */
  isExpected(rule: SigmaHeader, record: LogRecord): boolean {
    if (this.known.isKnown(rule.id, record)) return true
    if (this.ignore.size === 0 || record.host === undefined) return false
    const patterns = [rule.id, rule.name, rule.title, 'any'].flatMap((name) =>
      name === undefined ? [] : (this.ignore.get(name) ?? []),
    )
    if (!patterns.some((pattern) => pattern.test(record.host!))) return false
    this.counts.set(rule.id, (this.counts.get(rule.id) ?? 0) + 1)
    return true
  }

  /** The level that a rule has here. */
  levelOf(rule: SigmaHeader): SigmaLevel {
    const { levels } = this.tuning
    return levels[rule.id] ?? levels[rule.name ?? ''] ?? levels[rule.title] ?? rule.level
  }
}

/** Whether a site wants a rule not to run. */
export function isDisabled({ disable }: SiteTuning, rule: SigmaHeader): boolean {
  return disable.some((name) => name === rule.id || name === rule.name || name === rule.title)
}

function hostPattern(text: string): RegExp {
  const parts = text
    .toLowerCase()
    .split('')
    .map((c) => (c === '*' ? '.*' : c === '?' ? '.' : c.replace(/[\\^$.|+()[\]{}]/, '\\$&')))
  return new RegExp(`^${parts.join('')}$`)
}

function list(value: unknown, where: string): string[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'object') throw fault('SIGMA_STRUCTURE', 'a list', 'a map', where)
  return [String(value)]
}

function map(value: unknown, where: string): Record<string, unknown> {
  if (value === undefined || value === null) return {}
  if (isMap(value)) return value
  throw fault('SIGMA_STRUCTURE', 'a map', Array.isArray(value) ? 'a list' : String(value), where)
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fault(
  code: 'SIGMA_YAML' | 'SIGMA_STRUCTURE',
  expected: string,
  found: string,
  where: string,
): SigmaError {
  return new SigmaError(code, {
    expected,
    found,
    where,
    remedy: 'Correct the tuning file; docs/methods/network.md has an example.',
  })
}
