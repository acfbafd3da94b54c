import type { IndicatorKind } from '@cordon/model'
import { looksDefanged, refang } from '@cordon/model'
import { fieldKinds, portFields } from './field-kinds.data.ts'
import type { HowMet, IndicatorSet } from './indicator-set.ts'
import { report, type Sighted, scanTokens } from './scan-text.ts'

/** An indicator in a field of a log record. */
export interface SightedInField extends Sighted {
  /** The field, nested ones with dots. */
  readonly path: string
}

const maxDepth = 32

/**
 * All indicators of a set in the fields of log records. A field whose meaning is known (an address, a host, a hash, a
 * path ...) is looked up whole as that; any other is read as text.
 */
export class RecordScanner {
  private readonly set: IndicatorSet
  private readonly kindsOf = new Map<string, readonly IndicatorKind[] | undefined>()
  private found: SightedInField[] = []
  private path = ''
  private defanged = false

  constructor(set: IndicatorSet) {
    this.set = set
  }

  /** @param fields of one record, nested or with dots in their names */
  scan(fields: Readonly<Record<string, unknown>>): SightedInField[] {
    this.found = []
    if (this.set.size === 0) return this.found
    this.walk(fields, '', 0)
    if (this.set.count('socket') > 0) this.scanPorts(fields)
    return this.found
  }

  private walk(value: unknown, path: string, depth: number): void {
    if (typeof value === 'string') this.scanValue(value, path)
    else if (typeof value !== 'object' || value === null || depth >= maxDepth) return
    else if (Array.isArray(value)) for (const one of value) this.walk(one, path, depth + 1)
    else
      for (const key in value)
        this.walk((value as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`, depth + 1)
  }

  private scanValue(value: string, path: string): void {
    if (value.length < 4) return
    this.path = path
    this.defanged = false
    const kinds = this.kinds(path)
    if (kinds !== undefined) {
      let met = false
      for (const kind of kinds) met = report(this.set, kind, value, this.sink) || met
      if (met || !mayHoldMore(kinds[0]!, value)) return
    }
    this.defanged = looksDefanged(value)
    scanTokens(this.set, this.defanged ? refang(value) : value, this.sink)
  }

  private kinds(path: string): readonly IndicatorKind[] | undefined {
    if (this.kindsOf.has(path)) return this.kindsOf.get(path)
    const lower = path.toLowerCase()
    const kinds = fieldKinds.get(lower) ?? fieldKinds.get(lower.slice(lower.lastIndexOf('.') + 1))
    if (this.kindsOf.size < 10_000) this.kindsOf.set(path, kinds)
    return kinds
  }

  private scanPorts(fields: Readonly<Record<string, unknown>>): void {
    for (const [host, port] of portFields) {
      const [address, number] = [at(fields, host), at(fields, port)]
      if (typeof address !== 'string' || (typeof number !== 'number' && typeof number !== 'string')) continue
      this.path = host
      this.defanged = false
      report(this.set, 'socket', `${address.includes(':') ? `[${address}]` : address}:${number}`, this.sink)
    }
  }

  private readonly sink = (place: number, how: HowMet, written: string): void => {
    for (const one of this.found) if (one.place === place && one.path === this.path) return
    this.found.push({ place, how, written, path: this.path, defanged: this.defanged })
  }
}

/** Some fields hold several values, or text around one. */
function mayHoldMore(kind: IndicatorKind, value: string): boolean {
  if (kind === 'user-agent' || kind === 'file-path' || kind === 'registry-key') return false
  return /[\s,;=@/:[]/.test(value)
}

function at(fields: Readonly<Record<string, unknown>>, path: string): unknown {
  const direct = fields[path]
  if (direct !== undefined || !path.includes('.')) return direct
  let value: unknown = fields
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return value
}
