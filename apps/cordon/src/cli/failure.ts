import type { Fault } from '@cordon/model'

/** Exit codes of every command. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const

/** The command line itself is wrong: the message says how, and the process exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

function isFault(error: unknown): error is Fault & Error {
  return error instanceof Error && 'expected' in error && 'remedy' in error
}

/**
 * What a person reads when a command fails. The stack is shown only with `CORDON_DEBUG=1`.
 * @param error anything that was thrown
 */
export function failureMessage(error: unknown): string {
  if (process.env.CORDON_DEBUG && error instanceof Error) return `cordon: ${error.stack}`
  if (isFault(error))
    return [
      `cordon: ${error.where}`,
      `  expected  ${error.expected}`,
      `  found     ${error.found}`,
      `  to do     ${error.remedy}`,
    ].join('\n')
  return `cordon: ${error instanceof Error ? error.message : String(error)}`
}
