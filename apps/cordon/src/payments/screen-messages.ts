import type { Bytes } from '@cordon/formats'
import { InputError } from '@cordon/formats'
import {
  type MessageFault,
  type PaymentBatch,
  type PaymentMessage,
  type ReadMessage,
  readPayments,
  type ScreenedMessage,
} from '@cordon/payments'
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

/** What screens messages in order: a pure function of them, whichever thread does it. */
export function messageScreener({
  screener,
}: PaymentKnown): (messages: readonly PaymentMessage[]) => readonly ScreenedMessage[] {
  return (messages) => messages.map((message) => screener.screen(message))
}

/** Messages with their answers, counted. */
export function answered(
  { messages, faults }: PaymentBatch,
  screened: readonly ScreenedMessage[],
  counts: ScreenCounts,
): AnsweredBatch {
  for (const [at, { message }] of messages.entries()) {
    counts.messages++
    counts.transactions += message.transactions.length
    counts[screened[at]!.recommendation]++
  }
  counts.rejected += faults.length
  return { answers: messages.map((read, at) => ({ read, screened: screened[at]! })), faults }
}

/**
 * Reads every message of an input, in order. An input that can't be read on is a fault of its last place: what came
 * before it stands.
 */
export async function* readMessages(bytes: Bytes): AsyncGenerator<PaymentBatch, void, undefined> {
  try {
    yield* readPayments(bytes, { partSize })
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    yield { messages: [], faults: [faultOf(error)] }
  }
}

/** Reads and screens every message of an input, in order. */
export async function* screenMessages(
  bytes: Bytes,
  known: PaymentKnown,
  counts: ScreenCounts,
): AsyncGenerator<AnsweredBatch, void, undefined> {
  const screen = messageScreener(known)
  for await (const batch of readMessages(bytes))
    yield answered(batch, screen(batch.messages.map(({ message }) => message)), counts)
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
