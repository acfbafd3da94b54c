import type { Bytes } from '@cordon/formats'
import { InputError } from '@cordon/formats'
import { type MessageFault, type ReadMessage, readPayments, type ScreenedMessage } from '@cordon/payments'
import type { PaymentKnown } from './payment-known.ts'

/** A message with its answer. */
export interface Answered {
  readonly read: ReadMessage
  readonly screened: ScreenedMessage
}

/** Some hundreds of messages, and the faults of those that can't be read. */
export interface AnsweredBatch {
  readonly answers: readonly Answered[]
  readonly faults: readonly MessageFault[]
}

/** How many messages asked for what. */
export interface ScreenCounts {
  messages: number
  transactions: number
  pass: number
  review: number
  hold: number
  rejected: number
}

/** Transactions of a long file that are one message of the queue: as many as a person can look through. */
const partSize = 20

/** Nothing yet. */
export function noCounts(): ScreenCounts {
  return { messages: 0, transactions: 0, pass: 0, review: 0, hold: 0, rejected: 0 }
}

/**
 * Screens every message of an input, in order. An input that can't be read on is a fault of its last place: what came
 * before it stands.
 */
export async function* screenMessages(
  bytes: Bytes,
  { screener }: PaymentKnown,
  counts: ScreenCounts,
): AsyncGenerator<AnsweredBatch, void, undefined> {
  try {
    for await (const { messages, faults } of readPayments(bytes, { partSize })) {
      const answers = messages.map((read) => ({ read, screened: screener.screen(read.message) }))
      for (const { read, screened } of answers) {
        counts.messages++
        counts.transactions += read.message.transactions.length
        counts[screened.recommendation]++
      }
      counts.rejected += faults.length
      yield { answers, faults }
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    counts.rejected++
    yield { answers: [], faults: [faultOf(error)] }
  }
}

function faultOf(error: InputError): MessageFault {
  const { expected, found, where, remedy } = error
  return {
    code: error.code === 'FORMATS_ENCODING' ? 'PAYMENTS_CHARSET' : 'PAYMENTS_UNKNOWN',
    expected,
    found,
    where,
    remedy,
    offset: 0,
    excerpt: '',
  }
}
