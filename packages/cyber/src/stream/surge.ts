import { BoundedMap } from './bounded-map.ts'
import type { StreamDetection, StreamRule, SurgeLogic } from './stream-rule.ts'

/** A bucket of time of one key. */
interface Bucket {
  start: number
  events: number
  distinct: string[]
  places: string[]
  told: number
}

/** A key with its past: means and variances, weighed so that a bucket counts less the longer ago it is. */
interface KeyState {
  open: Bucket[]
  seen: number
  last: number
  events: Moments
  distinct: Moments
  episode?: { start: number; until: number; revision: number }
}

interface Moments {
  mean: number
  variance: number
}

/** State of a surge rule, as plain data. */
export type SurgeState = readonly (readonly [string, KeyState])[]

/** Distinct values of one bucket that are counted exactly; beyond it the count says "at least". */
const mostDistinct = 20_000
const mostKeys = 20_000
/** Weight of the newest bucket: the past of some fifty buckets counts. */
const weight = 0.04

/** More than usual, for each key against its own past. */
export class Surge {
  private readonly rule: StreamRule
  private readonly logic: SurgeLogic
  private readonly keys: BoundedMap<KeyState>
  private readonly sets = new WeakMap<Bucket, Set<string>>()

  constructor(rule: StreamRule, logic: SurgeLogic, saved: SurgeState = []) {
    this.rule = rule
    this.logic = logic
    this.keys = new BoundedMap(mostKeys, structuredClone(saved) as [string, KeyState][])
  }

  observe(key: string, value: string | undefined, time: number, place: string): StreamDetection | undefined {
    const { bucket: size } = this.logic
    const start = Math.floor(time / size) * size
    const state = this.keys.use(key, () => ({
      open: [],
      seen: 0,
      last: start,
      events: { mean: 0, variance: 0 },
      distinct: { mean: 0, variance: 0 },
    }))
    // A bucket is closed when one two later begins: records may come a little late.
    this.close(state, start - 2 * size)
    if (start < state.last && !state.open.some((one) => one.start === start)) return undefined
    let bucket = state.open.find((one) => one.start === start)
    if (!bucket) {
      bucket = { start, events: 0, distinct: [], places: [], told: 0 }
      state.open.push(bucket)
    }
    bucket.events++
    if (bucket.places.length < 5) bucket.places.push(place)
    if (value !== undefined) this.addDistinct(bucket, value)
    return this.judge(key, state, bucket, time)
  }

  advance(watermark: number): void {
    for (const [, state] of this.keys.entries()) this.close(state, watermark - this.logic.bucket)
  }

  snapshot(): SurgeState {
    return structuredClone(this.keys.entries())
  }

  private addDistinct(bucket: Bucket, value: string): void {
    let set = this.sets.get(bucket)
    if (!set) {
      set = new Set(bucket.distinct)
      this.sets.set(bucket, set)
    }
    if (set.size >= mostDistinct || set.has(value)) return
    set.add(value)
    bucket.distinct.push(value)
  }

  private judge(key: string, state: KeyState, bucket: Bucket, time: number): StreamDetection | undefined {
    const { logic } = this
    const distinct = bucket.distinct.length
    if (bucket.events < logic.minEvents || distinct < logic.minDistinct) return undefined
    // Told once when it begins, and again each time it doubles.
    if (bucket.told > 0 && bucket.events < 2 * bucket.told) return undefined
    const isKnown = state.seen >= logic.warmUp
    const size = logic.distinct === undefined ? bucket.events : distinct
    const isMore = isKnown
      ? this.isAbove(state.events, bucket.events) &&
        (logic.distinct === undefined || this.isAbove(state.distinct, distinct))
      : size >= logic.ceiling
    if (!isMore) return undefined
    bucket.told = bucket.events
    return this.tell(key, state, bucket, time, isKnown)
  }

  private isAbove({ mean, variance }: Moments, value: number): boolean {
    return value >= mean * this.logic.factor && value >= mean + this.logic.deviations * Math.sqrt(variance)
  }

  private tell(
    key: string,
    state: KeyState,
    bucket: Bucket,
    time: number,
    isKnown: boolean,
  ): StreamDetection {
    const { bucket: size, distinct: field } = this.logic
    const goesOn = state.episode && bucket.start <= state.episode.until + size
    state.episode = goesOn
      ? { ...state.episode!, until: bucket.start, revision: state.episode!.revision + 1 }
      : { start: bucket.start, until: bucket.start, revision: 1 }
    const usual = round(state.events.mean)
    const minutes = size / 60_000
    const what =
      field === undefined
        ? `${bucket.events} events`
        : `${bucket.events} events from ${bucket.distinct.length} different ${field}`
    return {
      rule: this.rule,
      key,
      revision: state.episode.revision,
      start: state.episode.start,
      end: time,
      measures: {
        events: bucket.events,
        ...(field !== undefined && {
          distinct: bucket.distinct.length,
          usualDistinct: round(state.distinct.mean),
        }),
        usual,
        buckets: state.seen,
      },
      members: bucket.distinct.slice(0, 20),
      places: [...bucket.places],
      statement: `${this.rule.title}: ${key || 'the site'} had ${what} in ${minutes} min; ${isKnown ? `usual are ${usual}` : 'nothing is known of its usual yet, and it is too much for anyone'}.`,
    }
  }

  /** Buckets that ended go into the past; those in which nothing was count as empty. */
  private close(state: KeyState, before: number): void {
    state.open.sort((a, b) => a.start - b.start)
    while (state.open.length > 0 && state.open[0]!.start <= before) {
      const bucket = state.open.shift()!
      const gap = Math.min(500, Math.max(0, Math.round((bucket.start - state.last) / this.logic.bucket) - 1))
      for (let i = 0; i < gap && state.seen > 0; i++) this.learn(state, 0, 0)
      // An alarm must not teach that alarms are usual: it counts as the most that would not have been one.
      const cap = (moments: Moments, value: number) =>
        bucket.told > 0 && state.seen >= this.logic.warmUp
          ? Math.min(value, moments.mean * this.logic.factor)
          : value
      this.learn(state, cap(state.events, bucket.events), cap(state.distinct, bucket.distinct.length))
      state.last = bucket.start
    }
  }

  private learn(state: KeyState, events: number, distinct: number): void {
    const w = Math.max(weight, 1 / (state.seen + 1))
    for (const [moments, value] of [
      [state.events, events],
      [state.distinct, distinct],
    ] as const) {
      const delta = value - moments.mean
      moments.mean += w * delta
      moments.variance = (1 - w) * (moments.variance + w * delta * delta)
    }
    state.seen++
  }
}

const round = (value: number) => Math.round(value * 10) / 10
