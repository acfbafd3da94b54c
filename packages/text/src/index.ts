export { acronymsOf } from './acronym.ts'
export { analyseName } from './analyse.ts'
export { scriptOfWord } from './characters.ts'
export { EditDistance } from './edit-distance.ts'
export { cleanText, type FoldedWord, foldWord, maxNameLength } from './fold.ts'
export { jaroWinkler } from './jaro-winkler.ts'
export { foldLatin } from './latin.ts'
export { mostRemembered, type NameMemory, type NameMemory as VariantMemory } from './memory.ts'
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
export { type Script, scriptOf } from './script.ts'
export { maxWords, normaliseName, type Word, wordsOf } from './words.ts'
