export * from './ais/index.ts'
export * from './positions/csv-dialect.ts'
export * from './positions/position-batch.ts'
export * from './positions/read-csv.ts'
