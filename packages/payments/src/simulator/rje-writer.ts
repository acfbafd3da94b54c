import type { PaymentMessage } from '../message.ts'
import { mtText } from './write-mt.ts'

/**
 * RJE: messages one after the other with a dollar sign between them. A sent message has no time of its own in MT, so it is written as
 * interfaces export it: as the copy that follows its acknowledgement, which has one.
 */
export class RjeWriter {
  private isBegun = false
  private readonly waiting = new Map<string, string>()

  /** The next text of the file; nothing for an order that waits for its acknowledgement. */
  add(message: PaymentMessage): string {
    const text = mtText(message)
    if (message.session !== undefined) {
      this.waiting.set(message.id, text)
      return ''
    }
    if (message.acknowledgement === undefined) return this.next(text)
    const copy = this.waiting.get(message.id) ?? ''
    this.waiting.delete(message.id)
    return this.next(text + copy)
  }

  /** Orders that were never acknowledged. */
  rest(): string {
    return [...this.waiting.values()].map((text) => this.next(text)).join('')
  }

  private next(text: string): string {
    const separator = this.isBegun ? '$' : ''
    this.isBegun = true
    return separator + text
  }
}
