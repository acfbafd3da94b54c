/** Words of a text, folded: case, width, marks, punctuation and the brackets that make addresses harmless don't count. */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|\p{Cf}/gu, '')
    .replace(/hxxp/g, 'http')
    .normalize('NFC')
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Scripts in which a word takes endings, or stands without a space beside the next. */
const unspaced = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u

/** Joined words of a term; undefined for one too short to be told from ordinary text. */
function termOf(words: readonly string[]): string | undefined {
  const bare = words.join('')
  if (/^\d+$/.test(bare)) return bare.length < 4 ? undefined : words.join(' ')
  return [...bare].length < (unspaced.test(bare) ? 2 : 3) ? undefined : words.join(' ')
}

/**
 * What must not be said: values of things that are held back, looked for in texts as sequences of whole words (in Korean, Chinese
 * and Japanese anywhere). A name is found in each rotation of its words, so that "PARK, Jin Hyok" is met in "Jin Hyok Park".
 */
export class Secrets {
  /** By first word the terms that begin with it, with the number of their words. */
  private readonly byFirst = new Map<string, Map<string, number>>()
  /** By their first two characters those without spaces. */
  private readonly byStart = new Map<string, Set<string>>()
  private readonly own = new Set<string>()

  /** @param own values that are free to leave by themselves: no secret, though something held back has them too */
  constructor(own: Iterable<string> = []) {
    for (const value of own) {
      const term = termOf(wordsOf(value))
      if (term) this.own.add(term)
    }
  }

  /** Adds a value: a name, an address, an id, a sentence. */
  add(value: string): void {
    const words = wordsOf(value)
    if (this.own.has(words.join(' '))) return
    this.put(words)
    if (words.length < 2 || words.length > 4 || words.some((word) => /\p{N}/u.test(word))) return
    for (let turn = 1; turn < words.length; turn++) this.put([...words.slice(turn), ...words.slice(0, turn)])
  }

  /** Adds a text, and each sentence of it that has three words or more. */
  addText(text: string): void {
    for (const sentence of [text, ...text.split(/[.!?。\n]+/)])
      if (wordsOf(sentence).length >= 3) this.add(sentence)
  }

  private put(words: readonly string[]): void {
    const term = termOf(words)
    if (!term || this.own.has(term)) return
    if (unspaced.test(term)) {
      const compact = words.join('')
      const start = compact.slice(0, 2)
      const terms = this.byStart.get(start)
      if (terms) terms.add(compact)
      else this.byStart.set(start, new Set([compact]))
      return
    }
    const terms = this.byFirst.get(words[0]!)
    if (terms) terms.set(term, words.length)
    else this.byFirst.set(words[0]!, new Map([[term, words.length]]))
  }

  /** Whether a text says one of them. */
  in(text: string): boolean {
    if (this.byFirst.size + this.byStart.size === 0 || text === '') return false
    const words = wordsOf(text)
    return this.inWords(words) || (this.byStart.size > 0 && this.inCharacters(words.join('')))
  }

  private inWords(words: readonly string[]): boolean {
    for (let at = 0; at < words.length; at++)
      for (const [term, length] of this.byFirst.get(words[at]!) ?? [])
        if (at + length <= words.length && words.slice(at, at + length).join(' ') === term) return true
    return false
  }

  private inCharacters(text: string): boolean {
    for (let at = 0; at + 1 < text.length; at++)
      for (const term of this.byStart.get(text.slice(at, at + 2)) ?? [])
        if (text.startsWith(term, at)) return true
    return false
  }
}
