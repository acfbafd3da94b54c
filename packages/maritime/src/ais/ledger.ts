import type { Reject } from '@cordon/formats'
import { type AisCounts, count, noCounts } from './counts.ts'
import type { Assembly } from './parts.ts'

const excerptLength = 120

/** The account of a reading as it is kept: counts, and the rejects since they were last taken. */
export class Ledger {
  readonly counts: AisCounts = noCounts()
  private rejects: Reject[] = []

  /** Rejects since the last call. */
  takeRejects(): Reject[] {
    const { rejects } = this
    this.rejects = []
    return rejects
  }

  /** A record that is known and not AIS. */
  other(kind: string): void {
    this.counts.records++
    this.counts.other++
    count(this.counts.otherBy, kind)
  }

  /** A whole message; `parts` sentences made it. */
  message(type: number, parts: number): void {
    const { counts } = this
    counts.messages++
    counts.joined += parts - 1
    counts.byType[type]!++
  }

  /** The earlier parts of a message that is none. */
  spoilt(reason: string, parts: number): void {
    if (parts === 0) return
    this.counts.rejected += parts
    count(this.counts.rejectedBy, reason, parts)
  }

  /** A record that can't be read, of bytes `from` to `to`; counted as a record before. */
  refuse(reason: string, buffer: Uint8Array, from: number, to: number): void {
    this.counts.rejected++
    count(this.counts.rejectedBy, reason)
    let excerpt = ''
    for (let i = from; i < Math.min(to, from + excerptLength); i++) {
      const byte = buffer[i]!
      excerpt += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '\ufffd'
    }
    this.rejects.push({ where: `line ${this.counts.lines}`, reason, excerpt })
  }

  /** Parts whose message never came whole. */
  lose(assembly: Assembly, parts: number): void {
    const reason = 'parts missing'
    this.counts.waiting -= parts
    this.spoilt(reason, parts)
    const found = assembly.parts.flatMap((part, i) => (part ? [i + 1] : []))
    this.rejects.push({
      where: `line ${assembly.line}`,
      reason: `${reason}: only ${found.join(', ')} of ${assembly.parts.length} came`,
      excerpt: '',
    })
  }
}
