export * from './batch.ts'
export * from './input-error.ts'
