/**
 * The account of a reading. Every record of the input (a sentence, or a line without one) is counted once:
 * `records` = `messages` + `joined` + `waiting` + `other` + `rejected`.
 */
export interface AisCounts {
  lines: number
  blank: number
  records: number
  /** Messages; of one in several parts, the part that completed it. */
  messages: number
  /** Parts of messages that a later part completed. */
  joined: number
  /** Parts whose message is not complete yet. */
  waiting: number
  /** Sentences that are not AIS, tag blocks that stand alone, comments. */
  other: number
  rejected: number
  /** Tag blocks with a wrong checksum: left out, their sentence kept. */
  badTags: number
  readonly byType: number[]
  /** By sentence formatter (`GPRMC`), `comment` or `tag block`; at most 200 different ones, the rest as `more`. */
  readonly otherBy: Record<string, number>
  readonly rejectedBy: Record<string, number>
  /** Fields left out because their value has no meaning in the standard. */
  readonly outOfRange: Record<string, number>
}

/** All zero. */
export function noCounts(): AisCounts {
  return {
    lines: 0,
    blank: 0,
    records: 0,
    messages: 0,
    joined: 0,
    waiting: 0,
    other: 0,
    rejected: 0,
    badTags: 0,
    byType: new Array<number>(28).fill(0),
    otherBy: {},
    rejectedBy: {},
    outOfRange: {},
  }
}

const mostKeys = 200

/** Adds to one of a bounded number of counters. */
export function count(counters: Record<string, number>, key: string, by = 1): void {
  const known = counters[key]
  if (known !== undefined) counters[key] = known + by
  else if (Object.keys(counters).length < mostKeys) counters[key] = by
  else counters.more = (counters.more ?? 0) + by
}
