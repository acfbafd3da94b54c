import { wordsOf } from './words.ts'

/** A phrase of folded words and what it stands for. */
interface Phrase<T> {
  readonly words: readonly string[]
  readonly value: T
}

/** Phrases found at a place in a list of folded words: the longest wins. Built once, then only read. */
export class PhraseTable<T> {
  private readonly byFirst = new Map<string, Phrase<T>[]>()

  /** Adds a phrase as people write it; the first meaning given to a phrase stays. */
  add(phrase: string, value: T): void {
    const words = wordsOf(phrase).map((word) => word.folded)
    const first = words[0]
    if (first === undefined) return
    const list = this.byFirst.get(first) ?? []
    if (list.some((known) => known.words.join(' ') === words.join(' '))) return
    list.push({ words, value })
    list.sort((a, b) => b.words.length - a.words.length)
    this.byFirst.set(first, list)
  }

  /** Whether a phrase starts with this word. */
  startsWith(folded: string): boolean {
    return this.byFirst.has(folded)
  }

  /** The longest phrase that starts at `at`, and how many words it takes. */
  match(words: readonly { readonly folded: string }[], at: number): { value: T; length: number } | undefined {
    const list = this.byFirst.get(words[at]!.folded)
    if (list === undefined) return undefined
    for (const phrase of list) {
      let i = 1
      while (i < phrase.words.length && words[at + i]?.folded === phrase.words[i]) i++
      if (i === phrase.words.length) return { value: phrase.value, length: i }
    }
    return undefined
  }
}
