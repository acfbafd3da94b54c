export * from './engine.ts'
export * from './query.ts'
