/**
 * Which part of a payment a sign looks at. Signs of one family depend on each other, so that the strongest counts whole and
 * the rest in part.
 */
export const signFamilies = ['time', 'novelty', 'party', 'size', 'reference', 'company', 'answer'] as const
/** One of `signFamilies`. */
export type SignFamily = (typeof signFamilies)[number]

/** The kinds of rules: each is one file in `rules/`. */
export const paymentRuleKinds = [
  'off-hours',
  'day-off',
  'closed-ends',
  'unusual-hour',
  'burst',
  'first-payment',
  'known-beneficiary',
  'natural-person',
  'unusual-amount',
  'round-sum',
  'near-duplicate',
  'altered',
  'misspelt-word',
  'company',
  'missing-answer',
  'queried',
  'unmatched-entry',
  'sequence-gap',
] as const
/** One of `paymentRuleKinds`. */
export type PaymentRuleKind = (typeof paymentRuleKinds)[number]

/** A rule as data: a kind with its parameters, how it weighs, and what it rests on. */
export interface PaymentRule {
  readonly id: string
  readonly kind: PaymentRuleKind
  readonly version: string
  readonly title: string
  readonly family: SignFamily
  /** Share of stolen orders that are thought to show the sign, 0..1. Set by hand; no labelled set exists. */
  readonly expected: number
  /** Share of ordinary orders that are thought to show it, until the account's own history says. */
  readonly usual: number
  /** Most that the sign may weigh, in nats of log-odds; for what speaks against theft, the most that it takes away. */
  readonly most: number
  readonly rationale: string
  /** Ids of citations. */
  readonly cites: readonly string[]
  /** Numbers, texts and lists of the kind; what is absent has the kind's default. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/** How signs become a recommendation. */
export interface PaymentMethod {
  /** Sum of weights (nats) from which review is recommended. */
  readonly review: number
  /** And from which a hold is. */
  readonly hold: number
  /** Sum from which an order, though passed, is a suspect with which later ones are seen together. */
  readonly suspect: number
  /** Share in which further signs of a family count beside its strongest. */
  readonly familyShare: number
  /** Least number of families: one sign alone never alarms. */
  readonly leastFamilies: number
  /** Orders for which `usual` counts beside the history. */
  readonly priorOrders: number
  /** An account is in its start-up until it has both. */
  readonly startUpDays: number
  readonly startUpOrders: number
}

/** What a rule rests on. */
export interface PaymentCitation {
  readonly id: string
  readonly title: string
  readonly says: string
  readonly url?: string
  /** False where the statement has one source only, or none of first hand. */
  readonly verified?: boolean
}

/** The rules of a pack. */
export interface PaymentRules {
  readonly name: string
  readonly version: string
  readonly method: PaymentMethod
  /** Weekly days off by country. */
  readonly weekends: Readonly<Record<string, readonly number[]>>
  readonly rules: readonly PaymentRule[]
  readonly citations: readonly PaymentCitation[]
  /** Words of organisations' names, by which misspelt ones are found. */
  readonly organisationWords: readonly string[]
}

/** A number among a rule's parameters. */
export function numberOf(rule: PaymentRule, name: string, fallback: number): number {
  const value = rule.parameters[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback
}

/** A text among a rule's parameters. */
export function textOf(rule: PaymentRule, name: string, fallback: string): string {
  const value = rule.parameters[name]
  return typeof value === 'string' ? value : fallback
}
