/** What every fault that a person meets tells: what was expected, what was found, where, and what to do. */
export interface Fault {
  /** Stable, for programs: `CORDON_...`. */
  readonly code: string
  readonly expected: string
  readonly found: string
  /** File, line, field: as near as can be. */
  readonly where: string
  readonly remedy: string
}

/** An error with a `Fault`; its message is the fault in one line. */
export class CordonError extends Error implements Fault {
  override readonly name = 'CordonError'
  readonly code: string
  readonly expected: string
  readonly found: string
  readonly where: string
  readonly remedy: string

  constructor(fault: Fault, options?: { cause?: unknown }) {
    super(`${fault.where}: expected ${fault.expected}, found ${fault.found}. ${fault.remedy}`, options)
    this.code = fault.code
    this.expected = fault.expected
    this.found = fault.found
    this.where = fault.where
    this.remedy = fault.remedy
  }
}
