export * from './reader.ts'
export * from './report.ts'
export * from './statements.ts'
