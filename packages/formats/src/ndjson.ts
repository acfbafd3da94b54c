import type { Batch, Bytes, Reject } from './batch.ts'
import { excerptOf } from './excerpt.ts'
import { isDeeperThan } from './json-depth.ts'
import { resolveLimits } from './limits.ts'
import { type LineOptions, readLines } from './lines.ts'

/** One JSON value of a file, and where it began. */
export interface JsonRecord {
  /** Counted from 1. */
  readonly line: number
  readonly value: unknown
}

/**
 * JSON values, one a line (NDJSON, JSON Lines). Blank lines are passed over; a line that is no JSON, nests deeper
 * than `maxDepth` or is too long is a reject with its line, and the rest goes on.
 */
export async function* readNdjson(
  bytes: Bytes,
  options: LineOptions = {},
): AsyncGenerator<Batch<JsonRecord>, void, undefined> {
  const { maxDepth } = resolveLimits(options.limits)
  for await (const batch of readLines(bytes, options)) {
    const rejects: Reject[] = [...batch.rejects]
    const records: JsonRecord[] = []
    for (const { line, text } of batch.records) {
      if (text.trim() === '') continue
      const value = parseJson(text, maxDepth)
      if (typeof value === 'string')
        rejects.push({ where: `line ${line}`, reason: value, excerpt: excerptOf(text) })
      else records.push({ line, value: value.value })
    }
    yield { records, rejects }
  }
}

/** The value of a JSON text, or what is wrong with it. */
export function parseJson(text: string, maxDepth: number): { value: unknown } | string {
  if (isDeeperThan(maxDepth, text)) return `nested deeper than ${maxDepth}`
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return `not JSON: ${(error as Error).message.slice(0, 120)}`
  }
}
