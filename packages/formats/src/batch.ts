/** One record that could not be read. It is counted, kept with its place and reason, and the rest goes on. */
export interface Reject {
  /** Line, byte offset, element path or key: as near as can be (`line 12`, `/Sanctions/DistinctParties/DistinctParty[3]`). */
  readonly where: string
  readonly reason: string
  /** At most 200 characters of the record. */
  readonly excerpt: string
}

/** What a reader yields: records and rejects, some hundreds at a time. Memory does not grow with the file. */
export interface Batch<T> {
  readonly records: readonly T[]
  readonly rejects: readonly Reject[]
}

/** Bounds on what one input may cost. Every reader takes them; the defaults suit lists and logs of today. */
export interface Limits {
  /** Bytes after decompression. Default 4 GiB. */
  readonly maxBytes?: number
  /** Decompressed bytes a compressed one, once past the first 16 MiB. Default 200. */
  readonly maxRatio?: number
  /** Bytes of one line, record, attribute or text node. Default 16 MiB. */
  readonly maxRecordBytes?: number
  /** Depth of nested XML elements or JSON values. Default 64. */
  readonly maxDepth?: number
}

/** Bytes as they arrive, in order. */
export type Bytes = AsyncIterable<Uint8Array>
