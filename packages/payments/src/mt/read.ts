import type { Bytes } from '@cordon/formats'
import { excerptOf } from '@cordon/formats'
import type { MessageFault } from '../fault.ts'
import type { PaymentBatch, ReadMessage } from '../read-message.ts'
import { mapMt } from './map.ts'
import { type MtFault, parseMt } from './parse.ts'
import { trimSeparators } from './separators.ts'
import { type MtSegment, type SplitOptions, splitMt } from './split.ts'

const batchSize = 200

/**
 * MT messages from a batch in any of its forms, in order, with the faults of those that can't be read. Memory holds some
 * hundreds of messages.
 */
export async function* readMt(
  bytes: Bytes,
  options: SplitOptions = {},
): AsyncGenerator<PaymentBatch, void, undefined> {
  let messages: ReadMessage[] = []
  let faults: MessageFault[] = []
  for await (const segment of splitMt(bytes, options)) {
    const read = readSegment(segment)
    if ('fault' in read) faults.push(read.fault)
    else messages.push(read.message)
    if (messages.length + faults.length < batchSize) continue
    yield { messages, faults }
    messages = []
    faults = []
  }
  if (messages.length + faults.length > 0) yield { messages, faults }
}

/** One message of a batch, or why it can't be read. */
export function readSegment(segment: MtSegment): { message: ReadMessage } | { fault: MessageFault } {
  const { text, offset, line } = segment
  if (segment.stray)
    return {
      fault: placed(
        {
          code: 'PAYMENTS_UNKNOWN',
          expected: 'a message that begins with {1:',
          found: JSON.stringify(text.trim().slice(0, 30)),
          remedy: 'Check that the file holds MT messages, each from its block 1 on.',
          at: Math.max(0, text.search(/\S/)),
        },
        segment,
      ),
    }
  if (segment.cut)
    return {
      fault: placed(
        {
          code: 'PAYMENTS_TOO_LARGE',
          expected: 'a message of at most a million characters',
          found: 'a longer one',
          remedy: 'No message of the standard has more than 10,000: check how it was exported.',
          at: 0,
        },
        segment,
      ),
    }
  const parsed = parseMt(text)
  if (!parsed.ok) return { fault: placed(parsed.fault, segment) }
  const message = mapMt(parsed.tree)
  if (message.type === '')
    return {
      fault: placed(
        {
          code: 'PAYMENTS_MT_HEADER',
          expected: 'a block 2 with the type of the message',
          found: 'none',
          remedy: 'Export the message with its headers.',
          at: 0,
        },
        segment,
      ),
    }
  return { message: { message, text: trimSeparators(text), offset, line } }
}

function placed(fault: MtFault, { text, offset, line }: MtSegment): MessageFault {
  const { at, ...rest } = fault
  let row = line
  for (let i = text.indexOf('\n'); i !== -1 && i < at; i = text.indexOf('\n', i + 1)) row++
  const field = [...text.slice(0, at + 1).matchAll(/(?:^|\n):(\d{2}[A-Z]?):/g)].at(-1)?.[1]
  return {
    ...rest,
    where: `line ${row}${field ? `, field ${field}` : ''}`,
    offset: offset + at,
    excerpt: excerptOf(text.slice(Math.max(0, at - 40), at + 160)),
  }
}
