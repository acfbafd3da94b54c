import type { Finding, WatchName } from './finding.ts'
import type { Instant } from './instant.ts'

/**
 * Observations in, findings out, with what is known and its own small state. A watch reads no clock and does no I/O:
 * the same input gives the same findings, byte for byte.
 *
 * @typeParam O an observation
 * @typeParam Known what is known: indexes, lists, rules, the institution's profile
 * @typeParam S the state, as plain data that `structuredClone` and JSON both keep
 */
export interface Watch<O, Known, S> {
  readonly name: WatchName
  /** What must be seen together. A watch in stages re-keys between them (MMSI, then sea cell; host, then site). */
  partitionKey(observation: O): string
  /** Begins, or resumes exactly where a snapshot stood. */
  start(known: Known, saved?: S): void
  /** New knowledge is an event in the stream, in order, so that a replay stays a replay. */
  learn(known: Known): Iterable<Finding>
  observe(batch: readonly O[]): Iterable<Finding>
  /** What time alone closes. The watermark comes from event time, never from the wall clock. */
  advance(watermark: Instant): Iterable<Finding>
  /** Plain data, bounded. */
  snapshot(): S
}
