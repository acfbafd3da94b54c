export * from './behaviour/index.ts'
export { type DisplayRow, displayRows } from './display/display.ts'
export { mtFieldName } from './display/field-names.ts'
export * from './exposure/index.ts'
export * from './fault.ts'
export * from './message.ts'
export { mapMt } from './mt/map.ts'
export { type MtParsed, parseMt } from './mt/parse.ts'
export { readMt } from './mt/read.ts'
export { splitMt } from './mt/split.ts'
export { blockOf, type MtBlock, type MtField, type MtTag, type MtTree, tagOf, writeMt } from './mt/tree.ts'
export { readMx } from './mx/read.ts'
export * from './read.ts'
export * from './read-message.ts'
export { findingsOf, messageKey } from './screen/finding.ts'
export {
  type Hit,
  type HitKind,
  type HitLevel,
  type HitReason,
  hitKinds,
  hitReasons,
  type Recommendation,
  recommendations,
} from './screen/hit.ts'
export {
  buildingPaymentKnowledge,
  type PaymentBase,
  type PaymentKnowledge,
  paymentKnowledge,
} from './screen/knowledge.ts'
export { NumberTable } from './screen/number-table.ts'
export * from './screen/place-index.ts'
export { PaymentScreener, type ScreenedMessage, type ScreenerOptions } from './screen/screener.ts'
export { TextIndex, type TextMatch } from './screen/text-index.ts'
export { type TextWord, textWords } from './screen/text-words.ts'
export * from './simulator/index.ts'
