import { type Entity, ftmProperty } from '@cordon/model'
import { analyseName, type VariantMemory, wordsOf } from '@cordon/text'

const nameProperties = ['name', 'alias', 'previousName', 'weakAlias', 'abbreviation'] as const
const plain = /^[ -~]*$/

/** Latin spellings of words in other scripts, and of letters such as ü, by the name they stand in. */
function spellingsOf(text: string, memory?: VariantMemory): string[] {
  return analyseName(text, undefined, memory).tokens.flatMap(({ spellings }) =>
    spellings.map((spelling) => spelling.text),
  )
}

/**
 * The words by which an entity is found in a search box: those of its names, in their own script and in Latin
 * letters, and its numbers (IMO, passport, registration).
 */
export function searchWords({ schema, properties }: Entity, memory?: VariantMemory): Set<string> {
  const words = new Set<string>()
  const add = (text: string) => {
    let isPlain = true
    for (const { folded, text: written } of wordsOf(text)) {
      if (folded !== '') words.add(folded)
      isPlain &&= plain.test(written)
    }
    if (!isPlain) for (const spelling of spellingsOf(text, memory)) words.add(spelling)
  }
  for (const property of nameProperties) for (const text of properties[property] ?? []) add(text)
  for (const [property, values] of Object.entries(properties))
    if (ftmProperty(schema, property)?.type === 'identifier')
      for (const value of values)
        for (const { folded } of wordsOf(value)) if (folded !== '') words.add(folded)
  return words
}

/**
 * The words of a question, each with the forms it may stand in: as it is typed, and the usual Latin spellings of
 * another script.
 */
export function queryWords(text: string): string[][] {
  return wordsOf(text)
    .filter(({ folded }) => folded !== '')
    .map(({ folded, text: written }) =>
      plain.test(written) ? [folded] : [...new Set([folded, ...spellingsOf(written)])],
    )
}
