import {
  canonicalIndicator,
  type IndicatorClaim,
  type IndicatorKind,
  type Instant,
  indicatorKinds,
  maskBits,
  readIpv4,
  readIpv6,
} from '@cordon/model'
import { ClaimColumns, type KeptClaim } from './claim-columns.ts'
import { grown } from './columns.ts'
import { type Decay, decayed, decayedBelow, decaysAt, defaultDecay, unstatedConfidence } from './decay.ts'
import { KeyTable } from './key-table.ts'
import { type Warning, WarningLists } from './warning-lists.ts'

/**
 * How an indicator met a value: itself, as the network it lies in, as the domain it stands under, as the address that
 * was asked for with other parameters, or as the name of the file that a path leads to.
 */
export type HowMet = 'itself' | 'network' | 'parent-domain' | 'without-query' | 'file-of-path'

/** An indicator that a value met. */
export interface FoundIndicator {
  /** The number of the indicator in its set. */
  readonly place: number
  readonly how: HowMet
}

/**
 * What an indicator is worth at a time. `set-aside`: a warning list holds the value itself. `expired`: every source that
 * gave it an end has passed it. `decayed`: too long since the last sighting.
 */
export type IndicatorState = 'active' | 'decayed' | 'expired' | 'set-aside'

/** Everything about an indicator at a time. */
export interface IndicatorView {
  readonly kind: IndicatorKind
  readonly value: string
  readonly state: IndicatorState
  /** 0..1: the highest decayed confidence of the claims that are valid. */
  readonly score: number
  /** The confidence that the score began with. */
  readonly confidence: number
  /** The time is before the first date that any source gives: a find by looking back. */
  readonly early: boolean
  /** When it was last seen, by a source or here. */
  readonly lastSeen?: Instant
  /** When it will count as decayed, unless it is seen again. */
  readonly decaysAt?: Instant
  /** Sightings here. */
  readonly sightings: number
  readonly claims: readonly KeptClaim[]
  readonly warnings: readonly Warning[]
}

/** How a set is made. */
export interface IndicatorSetOptions {
  /** How many indicators are to come: saves growing. */
  readonly expected?: number
  readonly warningLists?: WarningLists
  /** Instead of `defaultDecay`. */
  readonly decay?: Partial<Readonly<Record<IndicatorKind, Decay>>>
}

const none: readonly FoundIndicator[] = []
const kindNumbers = new Map<IndicatorKind, number>(indicatorKinds.map((kind, i) => [kind, i]))

/**
 * Indicators in memory: some 70 bytes each besides their values, so that five million fit in half a gigabyte. A look-up
 * compares bytes, allocates nothing on a miss, and knows no clock: the time of the record comes in.
 */
export class IndicatorSet {
  readonly warningLists: WarningLists
  private readonly keys: KeyTable
  private readonly claims = new ClaimColumns()
  private readonly decay: Readonly<Record<IndicatorKind, Decay>>
  /** Of each indicator the first claim, its last sighting here in seconds, and how often. */
  private heads: Uint32Array
  private sighted = new Uint32Array(64)
  private sightings = new Uint32Array(64)
  private readonly counts = new Uint32Array(indicatorKinds.length)
  /** Lengths of networks in use, longest first. */
  private readonly networks = { ipv4: [] as number[], ipv6: [] as number[] }
  private subdomains = 0
  private readonly scratch = new Uint8Array(17)

  constructor(options: IndicatorSetOptions = {}) {
    this.keys = new KeyTable(options.expected)
    this.heads = new Uint32Array(options.expected ?? 64)
    this.warningLists = options.warningLists ?? new WarningLists()
    this.decay = { ...defaultDecay, ...options.decay }
  }

  /** Distinct indicators. */
  get size(): number {
    return this.keys.size
  }

  /** Claims of all of them. */
  get claimCount(): number {
    return this.claims.size
  }

  /** Bytes held, without the texts that claims share. */
  get bytes(): number {
    return (
      this.keys.bytes +
      this.claims.bytes +
      this.heads.byteLength +
      this.sighted.byteLength +
      this.sightings.byteLength
    )
  }

  /** Indicators of a kind. */
  count(kind: IndicatorKind): number {
    return this.counts[kindNumbers.get(kind)!]!
  }

  /**
   * Adds what a source says. Of an indicator that is there the claim is added to the others. A claim that was taken
   * back, and a value that is not of its kind, are not added.
   * @returns the number of the indicator, or -1
   */
  add(claim: IndicatorClaim): number {
    const value = claim.revoked ? undefined : canonicalIndicator(claim.kind, claim.value)
    if (value === undefined) return -1
    const kind = kindNumbers.get(claim.kind)!
    const before = this.keys.size
    const place = this.keys.add(kind, value)
    const isNew = place === before
    if (isNew) {
      this.heads = grown(this.heads, place + 1)
      this.heads[place] = 0
      this.counts[kind] = this.counts[kind]! + 1
      this.noteNetwork(claim.kind, value)
    }
    this.heads[place] = this.claims.add(claim, isNew ? -1 : this.heads[place]! - 1) + 1
    if (claim.subdomains) this.subdomains++
    return place
  }

  /** The number of the indicator that a value is itself, or -1. The value may be in any form but defanged. */
  find(kind: IndicatorKind, value: string): number {
    const number = kindNumbers.get(kind)!
    if (this.counts[number] === 0) return -1
    const common = this.keys.findCommon(number, value)
    if (common !== -2) return common
    const canonical = canonicalIndicator(kind, value)
    return canonical === undefined ? -1 : this.keys.find(number, canonical)
  }

  /** All indicators that a value meets: itself, networks that hold it, domains above it whose source means those below. */
  lookUp(kind: IndicatorKind, value: string): readonly FoundIndicator[] {
    const number = kindNumbers.get(kind)!
    if (this.counts[number] === 0) return none
    const common = this.keys.findCommon(number, value)
    const canonical = common === -2 ? canonicalIndicator(kind, value) : value
    if (canonical === undefined) return none
    const place = common === -2 ? this.keys.find(number, canonical) : common
    const found: FoundIndicator[] | undefined = place < 0 ? undefined : [{ place, how: 'itself' }]
    if (kind === 'ipv4' || kind === 'ipv6') return this.inNetworks(kind, canonical, found)
    if (kind === 'domain' && this.subdomains > 0) return this.underDomains(canonical, found)
    return found ?? none
  }

  /**
   * Notes that an indicator was seen here: its decay starts again. Sightings may come in any order.
   * @param times how many sightings these are, the last of them at `at`
   */
  sight(place: number, at: Instant, times = 1): void {
    this.sighted = grown(this.sighted, this.keys.size)
    this.sightings = grown(this.sightings, this.keys.size)
    this.sighted[place] = Math.max(this.sighted[place]!, Math.round(at / 1000))
    this.sightings[place] = this.sightings[place]! + times
  }

  kindOf(place: number): IndicatorKind {
    return indicatorKinds[this.keys.kindOf(place)]!
  }

  valueOf(place: number): string {
    return this.keys.valueOf(place)
  }

  /**
   * What an indicator says and is worth.
   * @param at the time of the record that met it, or now for a page about it
   */
  view(place: number, at: Instant): IndicatorView {
    const kind = this.kindOf(place)
    const value = this.valueOf(place)
    const worth = this.worth(place, at)
    const warnings = this.warningLists.check(kind, value)
    const claims: KeptClaim[] = []
    for (let claim = this.heads[place]! - 1; claim >= 0; claim = this.claims.after(claim))
      claims.push(this.claims.read(claim))
    const state = warnings.some(({ setsAside }) => setsAside)
      ? 'set-aside'
      : worth.expired
        ? 'expired'
        : worth.score < decayedBelow
          ? 'decayed'
          : 'active'
    const { score, confidence, early, lastSeen } = worth
    const end = lastSeen === undefined ? undefined : decaysAt(confidence, lastSeen, this.decay[kind])
    return {
      kind,
      value,
      state,
      score,
      confidence,
      early,
      ...(lastSeen !== undefined && { lastSeen }),
      ...(end !== undefined && { decaysAt: end }),
      sightings: this.sightings[place] ?? 0,
      claims: claims.reverse(),
      warnings,
    }
  }

  private worth(place: number, at: Instant) {
    const kind = this.kindOf(place)
    const here = this.sighted[place] ?? 0
    let score = 0
    let confidence = 0
    let lastSeen = here
    let expired = true
    let first = Number.POSITIVE_INFINITY
    for (let claim = this.heads[place]! - 1; claim >= 0; claim = this.claims.after(claim)) {
      const until = this.claims.untilOf(claim)
      const from = this.claims.fromOf(claim)
      first = Math.min(first, from === 0 ? 0 : from)
      const seen = Math.max(this.claims.seenOf(claim), from, here)
      lastSeen = Math.max(lastSeen, seen)
      if (until !== 0 && at >= until * 1000) continue
      expired = false
      const stated = this.claims.confidenceOf(claim) ?? unstatedConfidence
      const left = seen === 0 ? stated : decayed(stated, seen * 1000, at, this.decay[kind])
      if (left > score || confidence === 0) confidence = stated
      score = Math.max(score, left)
    }
    return {
      score,
      confidence,
      expired,
      early: at < first * 1000,
      ...(lastSeen > 0 && { lastSeen: lastSeen * 1000 }),
    }
  }

  private inNetworks(
    kind: 'ipv4' | 'ipv6',
    value: string,
    found: FoundIndicator[] | undefined,
  ): readonly FoundIndicator[] {
    const lengths = this.networks[kind]
    if (lengths.length === 0) return found ?? none
    const { scratch } = this
    const size = kind === 'ipv4' ? 4 : 16
    const slash = value.indexOf('/')
    const address = slash < 0 ? value : value.slice(0, slash)
    const own = slash < 0 ? size * 8 : Number(value.slice(slash + 1))
    if (kind === 'ipv4') readIpv4(address, scratch, 0)
    else readIpv6(address, scratch, 0)
    let all = found
    for (const length of lengths) {
      if (length >= own) continue
      maskBits(scratch, 0, size, length)
      scratch[size] = length
      const place = this.keys.findKey(kindNumbers.get(kind)!, scratch, size + 1)
      if (place < 0) continue
      all ??= []
      all.push({ place, how: 'network' })
    }
    return all ?? none
  }

  private underDomains(value: string, found: FoundIndicator[] | undefined): readonly FoundIndicator[] {
    const number = kindNumbers.get('domain')!
    let all = found
    for (let dot = value.indexOf('.'); dot >= 0; dot = value.indexOf('.', dot + 1)) {
      const place = this.keys.find(number, value.slice(dot + 1))
      if (place < 0 || !this.meansSubdomains(place)) continue
      all ??= []
      all.push({ place, how: 'parent-domain' })
    }
    return all ?? none
  }

  private meansSubdomains(place: number): boolean {
    for (let claim = this.heads[place]! - 1; claim >= 0; claim = this.claims.after(claim))
      if (this.claims.hasSubdomains(claim)) return true
    return false
  }

  private noteNetwork(kind: IndicatorKind, value: string): void {
    if (kind !== 'ipv4' && kind !== 'ipv6') return
    const slash = value.indexOf('/')
    if (slash < 0) return
    const length = Number(value.slice(slash + 1))
    const lengths = this.networks[kind]
    if (lengths.includes(length)) return
    lengths.push(length)
    lengths.sort((a, b) => b - a)
  }
}
