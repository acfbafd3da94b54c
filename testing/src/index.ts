export * from './browser.ts'
export * from './reference-data.ts'
