import type { Instant } from '@cordon/model'
import type { PaymentMessage } from '../message.ts'
import { RecentMap } from './recent-map.ts'
import { numberOf, type PaymentRule } from './rule.ts'

/** Numbers that are missing between two sent messages of a session. */
export interface SequenceGap {
  readonly sender: string
  readonly session: number
  readonly from: number
  readonly to: number
  readonly before: Instant
  readonly after: Instant
}

interface Line {
  last: number
  time: Instant
  gaps: SequenceGap[]
}

/** The state as plain data. */
export type SequenceState = readonly (readonly [string, Line])[]

/** Sessions that are kept, and gaps of one that wait to be filled. */
export const sequenceBounds = { sessions: 60, gaps: 200 } as const

/**
 * Sequence numbers of sent messages (MT block 1) by sender and session. A gap is told when nothing has filled it for
 * `waitMinutes` (60): messages are filed a little out of order, and a deleted one never comes. Gaps of more than `most` (500)
 * numbers are a new count, not deleted messages.
 */
export class Sequences {
  private readonly lines: RecentMap<Line>
  private readonly wait: number
  private readonly most: number

  constructor(rule: PaymentRule | undefined, saved: SequenceState = []) {
    this.lines = new RecentMap(
      sequenceBounds.sessions,
      saved.map(([key, line]) => [key, { ...line, gaps: [...line.gaps] }]),
    )
    this.wait = (rule === undefined ? 60 : numberOf(rule, 'waitMinutes', 60)) * 60_000
    this.most = rule === undefined ? 500 : numberOf(rule, 'most', 500)
  }

  see(message: PaymentMessage, time: Instant): void {
    const { sender, session, sequence } = message
    if (sender === undefined || session === undefined || sequence === undefined) return
    const key = `${sender} ${session}`
    const line = this.lines.get(key)
    if (line === undefined) {
      this.lines.set(key, { last: sequence, time, gaps: [] })
      return
    }
    if (sequence <= line.last) {
      line.gaps = line.gaps.flatMap((gap) => withoutNumber(gap, sequence))
      return
    }
    const missing = sequence - line.last - 1
    if (missing > 0 && missing <= this.most && line.gaps.length < sequenceBounds.gaps)
      line.gaps.push({
        sender,
        session,
        from: line.last + 1,
        to: sequence - 1,
        before: line.time,
        after: time,
      })
    line.last = sequence
    line.time = time
  }

  /** Gaps that nothing has filled in time; each is told once. */
  overdue(watermark: Instant): SequenceGap[] {
    const told: SequenceGap[] = []
    for (const [, line] of this.lines.entries()) {
      if (line.gaps.length === 0) continue
      told.push(...line.gaps.filter(({ after }) => after + this.wait <= watermark))
      line.gaps = line.gaps.filter(({ after }) => after + this.wait > watermark)
    }
    return told
  }

  snapshot(): SequenceState {
    return this.lines.entries().map(([key, line]) => [key, { ...line, gaps: [...line.gaps] }] as const)
  }
}

function withoutNumber(gap: SequenceGap, number: number): SequenceGap[] {
  if (number < gap.from || number > gap.to) return [gap]
  const parts = [
    { ...gap, to: number - 1 },
    { ...gap, from: number + 1 },
  ]
  return parts.filter(({ from, to }) => from <= to)
}
