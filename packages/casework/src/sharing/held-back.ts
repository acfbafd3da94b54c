/** How much was held back, and of what: numbers, never content. */
export interface HeldBack {
  readonly findings: number
  /** Single pieces of findings that were released: evidence, subjects, matches. */
  readonly evidence: number
  /** Sentences that quote what is held back. */
  readonly texts: number
  readonly notes: number
  readonly decisions: number
  readonly payments: number
  /** Objects of threat intelligence. */
  readonly objects: number
  /** Members of such objects. */
  readonly members: number
  /** References to what is held back. */
  readonly references: number
}

/** Counts while things are held back. */
export type HeldCounts = { -readonly [Kind in keyof HeldBack]: number }

/** Nothing yet. */
export const noneHeld = (): HeldCounts => ({
  findings: 0,
  evidence: 0,
  texts: 0,
  notes: 0,
  decisions: 0,
  payments: 0,
  objects: 0,
  members: 0,
  references: 0,
})

/** All of it together. */
export function heldTotal(held: HeldBack): number {
  return Object.values(held).reduce((sum: number, one: number) => sum + one, 0)
}

/** What stands where a sentence was held back. */
export const withheld = '[held back]'
