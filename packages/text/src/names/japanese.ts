import { japaneseGivenNames, japaneseSurnames } from './japanese.data.ts'

const read = (table: string): Map<string, readonly string[]> => {
  const parts = table.trim().split(/\s+/)
  const names = new Map<string, readonly string[]>()
  for (let i = 0; i < parts.length; i += 2) names.set(parts[i]!, parts[i + 1]!.split('/'))
  return names
}
const surnames = read(japaneseSurnames)
const given = read(japaneseGivenNames)

/** Readings of a word in Kanji that is a common Japanese surname or given name; empty for others. */
export function japaneseReadings(word: string): readonly string[] {
  return [...(surnames.get(word) ?? []), ...(given.get(word) ?? [])]
}

/** The Japanese surname of two or three characters that starts a name of three to six; undefined if none is known. */
export function japaneseSurname(name: string): string | undefined {
  if (name.length < 3 || name.length > 6) return undefined
  for (const size of [3, 2]) {
    const start = name.slice(0, size)
    if (size < name.length && surnames.has(start)) return start
  }
  return undefined
}
