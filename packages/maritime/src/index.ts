export * from './ais/index.ts'
