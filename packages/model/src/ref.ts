/** What kind of thing a `Ref` points at. */
export const refKinds = [
  'entity',
  'stix',
  'vessel',
  'payment',
  'host',
  'account',
  'wallet',
  'party',
  'finding',
  'indicator',
  'rule',
  'place',
  'alias',
] as const
/** One of `refKinds`. */
export type RefKind = (typeof refKinds)[number]

/** A pointer to one thing, with a label to show a person. The id is the source's own, never one that a merge made. */
export interface Ref {
  readonly kind: RefKind
  readonly id: string
  readonly label: string
}
