/** A constant of a pattern. */
export type Constant =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'binary'; readonly value: string; readonly written: 'hex' | 'base64' }
  /** Nanoseconds since 1970. */
  | { readonly kind: 'timestamp'; readonly value: bigint }

/** `file:hashes.MD5`: an object type and steps from there. */
export interface ObjectPath {
  readonly type: string
  readonly steps: readonly {
    readonly kind: 'key' | 'index' | 'any'
    readonly key: string
    readonly index: number
  }[]
}

/** Operators of property tests. */
export type PropertyOperator =
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'IN'
  | 'LIKE'
  | 'MATCHES'
  | 'ISSUBSET'
  | 'ISSUPERSET'

/** What is asked of one object. */
export type Comparison =
  | { readonly op: 'and' | 'or'; readonly items: readonly Comparison[] }
  | {
      readonly op: 'test'
      readonly path: ObjectPath
      readonly operator: PropertyOperator
      readonly negated: boolean
      readonly constants: readonly Constant[]
      readonly regex?: { test(text: string): boolean }
    }
  | { readonly op: 'exists'; readonly path: ObjectPath; readonly negated: boolean }

/** What is asked of observations. */
export type Expression =
  | { readonly op: 'observe'; readonly comparison: Comparison }
  | { readonly op: 'and' | 'or' | 'followedBy'; readonly items: readonly Expression[] }
  | { readonly op: 'within'; readonly item: Expression; readonly nanoseconds: bigint }
  | { readonly op: 'repeats'; readonly item: Expression; readonly times: number }
  | { readonly op: 'startStop'; readonly item: Expression; readonly start: bigint; readonly stop: bigint }

/** A parsed STIX pattern. */
export interface StixPattern {
  readonly source: string
  readonly expression: Expression
}

/** What is wrong with a pattern, for programs. */
export type StixPatternErrorCode = 'STIX_SYNTAX' | 'STIX_VALUE' | 'STIX_DATA' | 'STIX_TOO_COMPLEX'

/** A pattern that can't be read, or can't be decided on the data at hand. */
export class StixPatternError extends Error {
  override readonly name = 'StixPatternError'
  readonly code: StixPatternErrorCode
  constructor(code: StixPatternErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
