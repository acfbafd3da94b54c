export * from './algorithms.ts'
export * from './cordon.ts'
export * from './engine.ts'
export { listingIds } from './finding.ts'
export {
  type Identifier,
  identifierLabel,
  identifierOf,
  identifierProperties,
  walletProperties,
} from './identifiers.ts'
export * from './kinds.ts'
export * from './observation.ts'
export { nameOfSchema, type PartyName, readNames } from './party.ts'
export type { Probability } from './probability.ts'
export * from './query.ts'
export { PartySiever, type SievedParty } from './sieve/party-block.ts'
export { PartySieve } from './sieve/party-sieve.ts'

export { finish, type Steps } from './steps.ts'
export * from './watch.ts'
