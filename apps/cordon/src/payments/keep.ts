import type { Instant } from '@cordon/model'
import { findingsOf, messageKey } from '@cordon/payments'
import type { PaymentToKeep } from '../store/index.ts'
import { summaryOf } from './message-view.ts'
import type { PaymentKnown } from './payment-known.ts'
import type { Answered } from './screen-messages.ts'

/** What of an input is to be kept: messages that ask for a look, with their findings. */
export function toKeep(
  answers: readonly Answered[],
  input: string,
  { known }: PaymentKnown,
  now: Instant,
): PaymentToKeep[] {
  return answers.flatMap(({ read, screened }) => {
    const { recommendation, hits, versions } = screened
    if (recommendation === 'pass') return []
    const { message, text, line } = read
    return [
      {
        input,
        line,
        recommendation,
        text,
        summary: summaryOf(message, hits),
        hits,
        versions,
        findings: findingsOf(message, messageKey(message), screened, known, now),
      },
    ]
  })
}
