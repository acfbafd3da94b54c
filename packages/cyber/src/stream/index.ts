export * from './parse-stream.ts'
export * from './stream-engine.ts'
export * from './stream-rule.ts'
