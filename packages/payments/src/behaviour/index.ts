export { accountBounds, institutionBounds } from './account-history.ts'
export { mostPending } from './answers.ts'
export { orderRuleId } from './findings.ts'
export { mostAccounts } from './histories.ts'
export type { BehaviourKnowledge } from './knowledge.ts'
export type { PaymentObservation } from './observation.ts'
export type { Order } from './order.ts'
export {
  type OrderVerdict,
  type PaymentState,
  PaymentWatch,
  type PaymentWatchOptions,
} from './payment-watch.ts'
export { observationOf, type ReadObservation, readObservations } from './read-observations.ts'
export * from './rule.ts'
export type { WeighedSign } from './weigh.ts'
