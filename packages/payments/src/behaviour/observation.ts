import type { Instant } from '@cordon/model'
import type { PaymentMessage } from '../message.ts'

/** One message as it passed: what the watch takes. */
export interface PaymentObservation {
  readonly message: PaymentMessage
  /** When it passed. Absent: when the message says that it was made; without either it has no time. */
  readonly time?: Instant
  /** Seen from the institution. Absent: told by the sender's BIC and the profile. */
  readonly direction?: 'sent' | 'received'
  /** File and place in it. */
  readonly where?: string
}

/** What is recommended for a message; a person, or the bank's own system, acts on it. */
export const recommendations = ['pass', 'review', 'hold'] as const
/** One of `recommendations`. */
export type Recommendation = (typeof recommendations)[number]
