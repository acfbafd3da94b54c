import type { Evidence } from '@cordon/model'

/** A part of a score as it is gathered. */
export interface Part {
  readonly feature: string
  readonly query: string
  readonly candidate: string
  readonly contribution: number
  readonly detail: string
  readonly source?: string
  readonly version?: string
  readonly path?: string
  /** Resolutions and advisories that name this as an indicator. */
  readonly cites?: readonly string[]
}

/** The score of parts: their sum, between 0 and 1. Nothing is hidden in it. */
export function scoreOf(parts: readonly Part[]): number {
  const sum = parts.reduce((total, { contribution }) => total + contribution, 0)
  return Math.round(Math.max(0, Math.min(1, sum)) * 1000) / 1000
}

/** The parts as evidence, the weightiest first. */
export function evidenceOf(parts: readonly Part[]): Evidence[] {
  return parts
    .map(({ cites: _, ...evidence }) => evidence)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
}
