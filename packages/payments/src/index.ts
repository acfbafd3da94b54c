export * from './behaviour/index.ts'
export * from './exposure/index.ts'
export * from './message.ts'
export * from './simulator/index.ts'
