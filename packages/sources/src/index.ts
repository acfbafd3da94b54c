export * from './ofac-advanced/index.ts'
export * from './reader.ts'
export * from './report.ts'
export * from './statements.ts'
