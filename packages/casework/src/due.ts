import type { Instant, Severity } from '@cordon/model'

const dayMs = 86_400_000

/** Days from its opening in which a case is to be decided, by severity. */
export const dueDays: Readonly<Record<Severity, number>> = { critical: 1, high: 3, medium: 10, low: 30 }

/** When a case is due unless a person sets it otherwise. */
export function defaultDue(opened: Instant, severity: Severity): Instant {
  return opened + dueDays[severity] * dayMs
}
