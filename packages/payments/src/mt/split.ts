import { type Bytes, decodeText } from '@cordon/formats'
import { trimSeparators } from './separators.ts'

/** The text of one message of a batch, with its place in the input. */
export interface MtSegment {
  readonly text: string
  /** UTF-16 units from the beginning of the input. */
  readonly offset: number
  /** Line in the input, from 1. */
  readonly line: number
  /** It was longer than allowed; `text` is its beginning. */
  readonly cut?: boolean
  /** It stands before the first message and is none itself. */
  readonly stray?: boolean
}

/** How a batch is cut. */
export interface SplitOptions {
  /** Longest message in UTF-16 units; 1 Mi by default. A message of the standard has at most 10,000. */
  readonly maxMessage?: number
  readonly encoding?: string
}

const mostKept = 4096

/**
 * Cuts a batch into messages: one after another, in RJE (`$` between them) or DOS-PCC form (sectors of 512 bytes
 * between 0x01 and 0x03). A brace can't occur within a field, so `{1:` always begins a message, whatever was broken
 * before it. An acknowledgement stays with the copy of its message where that follows at once. Memory holds one message.
 */
export async function* splitMt(
  bytes: Bytes,
  options: SplitOptions = {},
): AsyncGenerator<MtSegment, void, undefined> {
  const cutter = new Cutter(options.maxMessage ?? 1024 * 1024)
  const encoding = options.encoding === undefined ? {} : { encoding: options.encoding }
  for await (const chunk of decodeText(bytes, { invalid: 'escape', ...encoding })) yield* cutter.push(chunk)
  yield* cutter.finish()
}

class Cutter {
  private buffer = ''
  /** Of the buffer's beginning. */
  private offset = 0
  private line = 1
  private searched = 0
  private isBegun = false
  private isCut = false
  private readonly longest: number

  constructor(longest: number) {
    this.longest = longest
  }

  *push(chunk: string): Generator<MtSegment> {
    this.buffer += chunk
    for (;;) {
      const from = Math.max(this.isBegun ? 3 : 0, this.searched - 2)
      const at = this.buffer.indexOf('{1:', from)
      if (at === -1) {
        this.searched = this.buffer.length
        if (this.buffer.length > this.longest && !this.isCut) {
          this.isCut = true
        }
        if (this.isCut && this.buffer.length > 2 * mostKept) this.drop()
        return
      }
      if (this.isBegun && this.isAcknowledged(at)) {
        this.searched = at + 3
        continue
      }
      const segment = this.take(at)
      if (segment) yield segment
    }
  }

  *finish(): Generator<MtSegment> {
    const segment = this.take(this.buffer.length)
    if (segment) yield segment
  }

  /** Whether what is held so far is an acknowledgement alone, glued to the message that begins at `at`. */
  private isAcknowledged(at: number): boolean {
    return (
      this.buffer.startsWith('{1:F21') &&
      this.buffer.charCodeAt(at - 1) === 0x7d &&
      this.buffer.indexOf('{1:', 3) === at
    )
  }

  /** The middle of a message that is too long is let go; its beginning is told. */
  private drop(): void {
    const middle = this.buffer.slice(mostKept, this.buffer.length - 2)
    this.skipped += middle.length
    for (let i = middle.indexOf('\n'); i !== -1; i = middle.indexOf('\n', i + 1)) this.skippedLines++
    this.buffer = this.buffer.slice(0, mostKept) + this.buffer.slice(-2)
    this.searched = this.buffer.length
  }
  private skipped = 0
  private skippedLines = 0

  private take(at: number): MtSegment | undefined {
    const text = this.buffer.slice(0, at)
    const { offset, line, isBegun } = this
    const cut = this.isCut || text.length > this.longest
    this.buffer = this.buffer.slice(at)
    this.offset += text.length + this.skipped
    for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) this.line++
    this.line += this.skippedLines
    this.skipped = this.skippedLines = 0
    this.searched = 3
    this.isCut = false
    this.isBegun = true
    if (isBegun) return { text: cut ? text.slice(0, mostKept) : text, offset, line, ...(cut && { cut }) }
    return trimSeparators(text) !== '' ? { text, offset, line, stray: true } : undefined
  }
}
