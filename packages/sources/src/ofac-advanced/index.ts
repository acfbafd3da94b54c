export { ofacAdvancedReader } from './reader.ts'
