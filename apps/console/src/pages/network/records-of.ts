import type { Evidence, Finding } from '../../api/types.ts'

/** A field of a quoted record, and what of the rule it met. */
export interface QuotedField {
  readonly name: string
  readonly value: string
  /** What the rule asked of it; empty for a field that met nothing. */
  readonly asked: readonly string[]
  /** Parts of the value that the rule names, from and to, in order and apart. */
  readonly marks: readonly (readonly [from: number, to: number])[]
}

/** A record that a finding quotes. */
export interface QuotedRecord {
  readonly where: string
  readonly said: string
  readonly fields: readonly QuotedField[]
}

/** The records that a finding quotes, fields that met the rule first. */
export function recordsOf({ evidence }: Pick<Finding, 'evidence'>): QuotedRecord[] {
  const quotes = evidence.filter(({ feature, path }) => feature === 'record' && path)
  return quotes.map(({ path, query, detail }, i) => {
    // Records of one place stand apart by their order: what met the rule stands just before the quote.
    const end = evidence.indexOf(quotes[i]!)
    const start = i === 0 ? 0 : evidence.indexOf(quotes[i - 1]!) + 1
    const reasons = evidence.slice(start, end).filter((one) => one.path === path)
    return { where: path!, said: detail, fields: fieldsOf(query, reasons) }
  })
}

function fieldsOf(quote: string, reasons: readonly Evidence[]): QuotedField[] {
  const fields = Object.entries(parsed(quote)).map(([name, value]): QuotedField => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const met = reasons.filter(({ feature }) => feature === name)
    return { name, value: text, asked: met.map(({ candidate }) => candidate), marks: marksOf(text, met) }
  })
  const named = new Set(fields.map(({ name }) => name))
  // Fields that rules reach under other names are told as the rule names them.
  for (const { feature, query, candidate } of reasons)
    if (!named.has(feature))
      fields.push({ name: feature, value: query, asked: [candidate], marks: marksOf(query, [{ candidate }]) })
  return fields.sort((a, b) => Number(b.asked.length > 0) - Number(a.asked.length > 0))
}

function parsed(quote: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(quote)
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : { record: quote }
  } catch {
    return { record: quote }
  }
}

/** Where in a value the texts stand that the rule asked for (`contains "x"`); a wildcard or pattern marks the whole. */
function marksOf(value: string, met: readonly Pick<Evidence, 'candidate'>[]): [number, number][] {
  const spans: [number, number][] = []
  for (const { candidate } of met) {
    const literal = /^(is|begins with|ends with|contains) (".*")$/s.exec(candidate)
    const text = literal && unquoted(literal[2]!)
    if (!text) {
      spans.push([0, value.length])
      continue
    }
    const lower = value.toLowerCase()
    const at =
      literal[1] === 'ends with' ? lower.lastIndexOf(text.toLowerCase()) : lower.indexOf(text.toLowerCase())
    if (at !== -1) spans.push([at, at + text.length])
  }
  return joined(spans)
}

function unquoted(text: string): string | undefined {
  try {
    return String(JSON.parse(text))
  } catch {
    return undefined
  }
}

function joined(spans: [number, number][]): [number, number][] {
  const out: [number, number][] = []
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}
