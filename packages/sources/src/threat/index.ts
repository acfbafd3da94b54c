export { isValueChoice, type PatternValue, patternValues } from './stix-values.ts'
export * from './threat-reader.ts'
export * from './threat-readers.ts'
