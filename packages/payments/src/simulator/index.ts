export { type HeistVariant, heistDays, heistVariants } from './heist.ts'
export { syntheticMark } from './messages.ts'
export { type SimulatedMessage, type SimulationOptions, simulate } from './simulate.ts'
export { ownBic as simulatedBic, simulatedProfile } from './world.ts'
