/** What went wrong with an input as a whole, for programs. */
export type InputErrorCode =
  | 'FORMATS_TRUNCATED'
  | 'FORMATS_TOO_LARGE'
  | 'FORMATS_RATIO'
  | 'FORMATS_RECORD_TOO_LARGE'
  | 'FORMATS_TOO_DEEP'
  | 'FORMATS_ENCODING'
  | 'FORMATS_SYNTAX'
  | 'FORMATS_FORBIDDEN'
  | 'FORMATS_UNKNOWN'

/**
 * An input that can't be read on: it ends too early, breaks a limit, or is not what it claims to be. A fault in one
 * record is a `Reject`, never this.
 */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly code: InputErrorCode
  readonly expected: string
  readonly found: string
  readonly where: string
  readonly remedy: string

  constructor(
    code: InputErrorCode,
    fault: { expected: string; found: string; where: string; remedy: string },
    options?: { cause?: unknown },
  ) {
    super(`${fault.where}: expected ${fault.expected}, found ${fault.found}. ${fault.remedy}`, options)
    this.code = code
    this.expected = fault.expected
    this.found = fault.found
    this.where = fault.where
    this.remedy = fault.remedy
  }
}
