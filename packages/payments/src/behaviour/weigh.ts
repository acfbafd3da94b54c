import type { AccountHistory } from './account-history.ts'
import type { Recommendation } from './observation.ts'
import type { PaymentMethod, PaymentRule, SignFamily } from './rule.ts'
import type { Sign } from './sign.ts'

/** A sign with its weight. Plain data. */
export interface WeighedSign {
  /** Id and version of the rule. */
  readonly rule: string
  readonly version: string
  readonly family: SignFamily
  readonly query: string
  readonly candidate: string
  readonly detail: string
  /** Where in the message it is. */
  readonly path?: string
  /** Nats of log-odds that it adds; negative where it speaks against theft. */
  readonly weight: number
  /** Share of the account's ordinary orders that are taken to show it. */
  readonly ordinary: number
}

/** What all signs of one order come to. */
export interface Weighing {
  readonly recommendation: Recommendation
  /** Sum of what counts, in nats. */
  readonly total: number
  /** Families with a sign that counts. */
  readonly families: number
  readonly signs: readonly WeighedSign[]
}

/**
 * The share of ordinary orders of an account that show a sign: its own history, beside which that of the whole institution
 * counts for `priorOrders` orders, beside which the rule's `usual` does.
 */
export function ordinaryShare(
  rule: PaymentRule,
  account: AccountHistory,
  institution: AccountHistory,
  { priorOrders }: PaymentMethod,
): number {
  const all =
    ((institution.signs[rule.id] ?? 0) + priorOrders * rule.usual) / (institution.orders + priorOrders)
  return ((account.signs[rule.id] ?? 0) + priorOrders * all) / (account.orders + priorOrders)
}

/** Weighs one sign: the logarithm of how much oftener stolen orders show it than the account's ordinary ones. */
export function weighSign(
  sign: Sign,
  account: AccountHistory,
  institution: AccountHistory,
  method: PaymentMethod,
): WeighedSign {
  const { rule, strength } = sign
  const ordinary = ordinaryShare(rule, account, institution, method)
  const ratio = Math.log(rule.expected / ordinary)
  const bounded = Math.max(-rule.most, Math.min(rule.most, ratio))
  // A rule that speaks for theft never speaks against it because everybody shows it, and the other way round.
  const isAgainst = rule.expected < rule.usual
  const weight = (isAgainst ? Math.min(0, bounded) : Math.max(0, bounded)) * strength
  return {
    rule: rule.id,
    version: rule.version,
    family: rule.family,
    query: sign.query,
    candidate: sign.candidate,
    detail: sign.detail,
    ...(sign.place && { path: sign.place.path }),
    weight,
    ordinary,
  }
}

/**
 * Adds up signs: of each family the strongest whole and the others in part, as they are not independent; what speaks
 * against theft whole. Too few families are a pass however much they weigh.
 */
export function weighAll(signs: readonly WeighedSign[], method: PaymentMethod): Weighing {
  const byFamily = new Map<string, number[]>()
  let total = 0
  for (const { family, weight } of signs) {
    if (weight <= 0) total += weight
    else if (byFamily.has(family)) byFamily.get(family)!.push(weight)
    else byFamily.set(family, [weight])
  }
  let families = 0
  for (const weights of byFamily.values()) {
    const strongest = Math.max(...weights)
    const rest = weights.reduce((sum, weight) => sum + weight, 0) - strongest
    total += strongest + method.familyShare * rest
    if (strongest >= 1) families++
  }
  const isEnough = families >= method.leastFamilies
  const recommendation = !isEnough || total < method.review ? 'pass' : total < method.hold ? 'review' : 'hold'
  return { recommendation, total: Math.round(total * 1000) / 1000, families, signs }
}
