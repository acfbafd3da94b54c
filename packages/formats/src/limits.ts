import type { Limits } from './batch.ts'

const mebi = 1024 * 1024

/** The bounds in force: what the caller gave, and the defaults of `Limits` for the rest. */
export function resolveLimits(limits: Limits = {}): Required<Limits> {
  return {
    maxBytes: limits.maxBytes ?? 4096 * mebi,
    maxRatio: limits.maxRatio ?? 200,
    maxRecordBytes: limits.maxRecordBytes ?? 16 * mebi,
    maxDepth: limits.maxDepth ?? 64,
  }
}

/** Compressed data may expand at any ratio up to here: small files of one repeated line are harmless. */
export const freeExpansionBytes = 16 * mebi
