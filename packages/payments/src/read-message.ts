import type { MessageFault } from './fault.ts'
import type { PaymentMessage } from './message.ts'

/** A message as it was read, with the text that its offsets point into. */
export interface ReadMessage {
  readonly message: PaymentMessage
  /**
   * The message as it was given. Of a file that is read in parts (many transactions in one ISO 20022 document): what
   * stands before the transactions, then those of this part.
   */
  readonly text: string
  /** UTF-16 units from the beginning of the input. */
  readonly offset: number
  /** Line in the input, from 1. */
  readonly line: number
}

/** What a reader yields: messages, and faults of those that can't be read. */
export interface PaymentBatch {
  readonly messages: readonly ReadMessage[]
  readonly faults: readonly MessageFault[]
}
