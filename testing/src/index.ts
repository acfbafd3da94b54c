export * from './accessibility.ts'
export * from './browser.ts'
export * from './reference-data.ts'
export * from './scratch-store.ts'
