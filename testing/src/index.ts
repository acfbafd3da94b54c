export * from './child-program.ts'
export * from './reference-data.ts'
export * from './scratch-store.ts'
