export { acronymsOf } from './acronym.ts'
export { analyseName } from './analyse.ts'
export { EditDistance } from './edit-distance.ts'
export { cleanText, type FoldedWord, foldWord, maxNameLength } from './fold.ts'
export { jaroWinkler } from './jaro-winkler.ts'
export { foldLatin } from './latin.ts'
export {
  type AnalysedName,
  maxKeys,
  maxSpellings,
  type NameOf,
  type NameToken,
  type TokenKind,
  type Variant,
} from './name.ts'
export { nicknameKeys, soundOf } from './names/latin-keys.ts'
export { hanNumber, numberOf, romanNumber } from './numbers.ts'
export { type Script, scriptOf, scriptOfWord } from './script.ts'
export type { VariantMemory, Variants } from './token-variants.ts'
export { maxWords, normaliseName, type Word, wordsOf } from './words.ts'
