import {
  type IndicatorClaim,
  type Instant,
  type Pap,
  papMarkings,
  type Ref,
  type Tlp,
  tlpMarkings,
} from '@cordon/model'
import { grown, Interner } from './columns.ts'

/** What one source says of an indicator, as it is read back. */
export interface KeptClaim {
  readonly source: string
  readonly subdomains: boolean
  readonly about: readonly Ref[]
  readonly note?: string
  readonly validFrom?: Instant
  readonly validUntil?: Instant
  readonly lastSeen?: Instant
  readonly confidence?: number
  readonly tlp?: Tlp
  readonly pap?: Pap
}

const noConfidence = 255

/**
 * Claims as columns of numbers, chained by indicator: a claim costs 29 bytes. Times are kept to the second, from 1970
 * to 2106; 0 stands for none.
 */
export class ClaimColumns {
  size = 0
  private next = new Uint32Array(64)
  private sources = new Uint16Array(64)
  private confidences = new Uint8Array(64)
  private marks = new Uint8Array(64)
  private from = new Uint32Array(64)
  private until = new Uint32Array(64)
  private seen = new Uint32Array(64)
  private contexts = new Uint32Array(64)
  private readonly names = new Interner()
  private readonly texts = new Interner()

  /**
   * Adds a claim before those there are.
   * @param head the number of the first claim of the indicator, or -1
   * @returns the number of the new first one
   */
  add(claim: IndicatorClaim, head: number): number {
    const place = this.size++
    if (place >= this.next.length) this.grow()
    const source = this.names.place(claim.source)
    if (source > 0xffff) throw new RangeError('an indicator set takes at most 65,536 sources')
    this.next[place] = head + 1
    this.sources[place] = source
    this.confidences[place] =
      claim.confidence === undefined
        ? noConfidence
        : Math.round(Math.min(1, Math.max(0, claim.confidence)) * 200)
    this.marks[place] =
      (claim.tlp === undefined ? 0 : tlpMarkings.indexOf(claim.tlp) + 1) |
      ((claim.pap === undefined ? 0 : papMarkings.indexOf(claim.pap) + 1) << 3) |
      (claim.subdomains ? 0x40 : 0)
    this.from[place] = seconds(claim.validFrom)
    this.until[place] = seconds(claim.validUntil)
    this.seen[place] = seconds(claim.lastSeen)
    this.contexts[place] = this.texts.place(contextText(claim))
    return place
  }

  /** The claim after this one, or -1. */
  after(place: number): number {
    return this.next[place]! - 1
  }

  sourceOf(place: number): number {
    return this.sources[place]!
  }

  hasSubdomains(place: number): boolean {
    return (this.marks[place]! & 0x40) !== 0
  }

  /** In seconds; 0 for none. */
  untilOf(place: number): number {
    return this.until[place]!
  }

  fromOf(place: number): number {
    return this.from[place]!
  }

  seenOf(place: number): number {
    return this.seen[place]!
  }

  confidenceOf(place: number): number | undefined {
    const kept = this.confidences[place]!
    return kept === noConfidence ? undefined : kept / 200
  }

  read(place: number): KeptClaim {
    const marks = this.marks[place]!
    const [about, note] = JSON.parse(this.texts.texts[this.contexts[place]!]!) as [Ref[], string | null]
    const times = {
      validFrom: instant(this.from[place]!),
      validUntil: instant(this.until[place]!),
      lastSeen: instant(this.seen[place]!),
    }
    const confidence = this.confidenceOf(place)
    return {
      source: this.names.texts[this.sources[place]!]!,
      subdomains: this.hasSubdomains(place),
      about,
      ...(note !== null && { note }),
      ...(times.validFrom !== undefined && { validFrom: times.validFrom }),
      ...(times.validUntil !== undefined && { validUntil: times.validUntil }),
      ...(times.lastSeen !== undefined && { lastSeen: times.lastSeen }),
      ...(confidence !== undefined && { confidence }),
      ...((marks & 7) !== 0 && { tlp: tlpMarkings[(marks & 7) - 1]! }),
      ...(((marks >> 3) & 7) !== 0 && { pap: papMarkings[((marks >> 3) & 7) - 1]! }),
    }
  }

  /** Bytes held, without the texts that claims share. */
  get bytes(): number {
    return this.next.length * (4 + 2 + 1 + 1 + 4 + 4 + 4 + 4)
  }

  private grow(): void {
    const needed = this.size
    this.next = grown(this.next, needed)
    this.sources = grown(this.sources, needed)
    this.confidences = grown(this.confidences, needed)
    this.marks = grown(this.marks, needed)
    this.from = grown(this.from, needed)
    this.until = grown(this.until, needed)
    this.seen = grown(this.seen, needed)
    this.contexts = grown(this.contexts, needed)
  }
}

function contextText({ about, note, references }: IndicatorClaim): string {
  if (about.length === 0 && note === undefined && !references?.length) return '[[],null]'
  const words = [note, ...(references ?? [])].filter((one) => one !== undefined).join(' | ')
  return JSON.stringify([about, words === '' ? null : words])
}

function seconds(instant: Instant | undefined): number {
  return instant === undefined ? 0 : Math.min(0xffff_ffff, Math.max(1, Math.round(instant / 1000)))
}

function instant(kept: number): Instant | undefined {
  return kept === 0 ? undefined : kept * 1000
}
