export * from './threat-reader.ts'
export * from './threat-readers.ts'
