import type { LogRecord } from '../records/record.ts'

const longest = 3000
const longestValue = 600

/**
 * A record as findings quote it: its fields as JSON text of at most 3,000 characters, long values cut, those named first
 * where not all fit. Log records stay where they are; this is what a person needs to judge without fetching them.
 */
export function quote(record: LogRecord, first: readonly string[] = []): string {
  const { fields } = record
  const names = [...new Set([...first.filter((name) => fields[name] !== undefined), ...Object.keys(fields)])]
  const kept: Record<string, unknown> = {}
  let length = 2
  for (const name of names) {
    const value = shortened(fields[name])
    if (value === undefined || value === null || value === '') continue
    length += name.length + 6 + (typeof value === 'string' ? value.length : 12)
    if (length > longest) {
      kept['\u2026'] = `${names.length - Object.keys(kept).length} more fields`
      break
    }
    kept[name] = value
  }
  return JSON.stringify(kept)
}

function shortened(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > longestValue ? `${value.slice(0, longestValue)}\u2026` : value
  if (typeof value !== 'object' || value === null) return value
  const text = JSON.stringify(value)
  return text.length > longestValue ? `${text.slice(0, longestValue)}\u2026` : text
}
