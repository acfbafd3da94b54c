export * from './ais/index.ts'
export * from './positions/position-batch.ts'
