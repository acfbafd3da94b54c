/** What is wrong with a rule, for programs. */
export type SigmaErrorCode =
  | 'SIGMA_YAML'
  | 'SIGMA_STRUCTURE'
  | 'SIGMA_CONDITION'
  | 'SIGMA_MODIFIER'
  | 'SIGMA_VALUE'
  | 'SIGMA_REGEX'
  | 'SIGMA_PLACEHOLDER'
  | 'SIGMA_REFERENCE'
  | 'SIGMA_UNSUPPORTED'

/** A rule that can't be read or compiled. It is named and set aside; the other rules go on. */
export class SigmaError extends Error {
  override readonly name = 'SigmaError'
  readonly code: SigmaErrorCode
  readonly expected: string
  readonly found: string
  readonly where: string
  readonly remedy: string

  constructor(
    code: SigmaErrorCode,
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
