/** One part of a message in several sentences, as it waits for the others. */
interface Part {
  readonly six: Uint8Array
  readonly fill: number
}

/** A message whose parts are coming in. */
export interface Assembly {
  readonly key: number
  readonly parts: (Part | undefined)[]
  missing: number
  /** Where and when its first sentence came. */
  readonly line: number
  readonly sentence: number
  time: number
  source: number
  group: number
}

/** How long parts wait, and how many. */
export interface PartLimits {
  /** Messages that wait at once; beyond it the oldest is given up. Default 1,024. */
  readonly open?: number
  /** Sentences that may come between two parts. Default 2,000. */
  readonly sentences?: number
  /**
   * Sentences between two parts in the wrong order, unless a tag block group ties them. Default 8: a part that lost its
   * first one would otherwise catch the next message of its number.
   */
  readonly reorder?: number
  /** Milliseconds between two parts, where both have a time. Default 30,000. */
  readonly milliseconds?: number
}

/** What a sentence says of its place in a message. */
export interface PartHead {
  readonly total: number
  readonly number: number
  /** Sequence identifier 0 to 9, or 10 for none. */
  readonly sequence: number
  readonly channel: number
  readonly fill: number
  readonly line: number
  readonly time: number
  readonly source: number
  readonly group: number
}

/**
 * Joins parts, in any order, many messages at once. Parts belong together by number of parts, sequence identifier and
 * channel, and by tag block group, source and time as far as both have one. Memory is bounded: what waits too long, or
 * is the oldest of too many, is given up and reported.
 */
export class PartBuffer {
  private readonly open = new Map<number, Assembly[]>()
  private readonly queue = new Set<Assembly>()
  private sentence = 0
  private readonly limits: Required<PartLimits>
  private readonly lost: (assembly: Assembly, parts: number) => void

  constructor(limits: PartLimits, lost: (assembly: Assembly, parts: number) => void) {
    this.limits = { open: 1024, sentences: 2000, reorder: 8, milliseconds: 30_000, ...limits }
    this.lost = lost
  }

  /** Counts a sentence that went by, for the age of those that wait. */
  tick(): void {
    this.sentence++
  }

  /** Adds a part (its six bits are copied); returns the assembly when it is now whole. */
  add(head: PartHead, six: Uint8Array, length: number): Assembly | undefined {
    this.expire()
    const key = (head.total * 11 + head.sequence) * 256 + head.channel
    let assembly = this.find(key, head)
    if (assembly === undefined) {
      assembly = this.begin(key, head)
    }
    assembly.parts[head.number - 1] = { six: six.slice(0, length), fill: head.fill }
    if (Number.isNaN(assembly.time)) assembly.time = head.time
    if (assembly.source === 0) assembly.source = head.source
    if (assembly.group < 0) assembly.group = head.group
    assembly.missing--
    if (assembly.missing > 0) return undefined
    this.remove(assembly)
    return assembly
  }

  /** Gives up everything that still waits. */
  end(): void {
    for (const assembly of this.queue) this.giveUp(assembly)
  }

  /** The youngest that the part fits: a stale one with the same sequence number must not catch it. */
  private find(key: number, head: PartHead): Assembly | undefined {
    const candidates = this.open.get(key)
    if (candidates === undefined) return undefined
    for (let i = candidates.length - 1; i >= 0; i--) {
      if (this.suits(candidates[i]!, head)) return candidates[i]
    }
    return undefined
  }

  private suits(assembly: Assembly, head: PartHead): boolean {
    if (assembly.parts[head.number - 1] !== undefined) return false
    if (assembly.group >= 0 && head.group >= 0 && assembly.group !== head.group) return false
    if (assembly.source !== 0 && head.source !== 0 && assembly.source !== head.source) return false
    const isTied = assembly.group >= 0 && assembly.group === head.group
    const isBehind = assembly.parts.some((part, i) => part !== undefined && i >= head.number)
    if (isBehind && !isTied && this.sentence - assembly.sentence > this.limits.reorder) return false
    return !(Math.abs(assembly.time - head.time) > this.limits.milliseconds)
  }

  private begin(key: number, head: PartHead): Assembly {
    const assembly: Assembly = {
      key,
      parts: new Array<Part | undefined>(head.total).fill(undefined),
      missing: head.total,
      line: head.line,
      sentence: this.sentence,
      time: head.time,
      source: head.source,
      group: head.group,
    }
    const same = this.open.get(key)
    if (same) same.push(assembly)
    else this.open.set(key, [assembly])
    this.queue.add(assembly)
    if (this.queue.size > this.limits.open) this.giveUpOldest()
    return assembly
  }

  private expire(): void {
    for (const assembly of this.queue) {
      if (this.sentence - assembly.sentence <= this.limits.sentences) return
      this.giveUp(assembly)
    }
  }

  private giveUpOldest(): void {
    const [oldest] = this.queue
    if (oldest) this.giveUp(oldest)
  }

  private giveUp(assembly: Assembly): void {
    this.remove(assembly)
    this.lost(assembly, assembly.parts.length - assembly.missing)
  }

  private remove(assembly: Assembly): void {
    this.queue.delete(assembly)
    const same = this.open.get(assembly.key)!
    if (same.length === 1) this.open.delete(assembly.key)
    else same.splice(same.indexOf(assembly), 1)
  }
}

/**
 * Puts the parts of a whole assembly into `six` and returns the number of bits, or -1 where they don't fit. Fill bits
 * of a part that is not the last shift what follows.
 */
export function joinParts(assembly: Assembly, six: Uint8Array): number {
  let bits = 0
  for (const part of assembly.parts) {
    const { six: from, fill } = part!
    const end = bits + 6 * from.length
    if (end > 6 * six.length) return -1
    const shift = bits % 6
    const place = Math.floor(bits / 6)
    if (shift === 0) six.set(from, place)
    else {
      six[place] = six[place]! & (63 << (6 - shift)) & 63
      for (let i = 0; i < from.length; i++) {
        six[place + i] = six[place + i]! | (from[i]! >>> shift)
        if (place + i + 1 < six.length) six[place + i + 1] = (from[i]! << (6 - shift)) & 63
      }
    }
    bits = end - fill
  }
  return bits
}
