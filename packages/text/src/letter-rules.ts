/** One pass over a word: what it replaces, and the letters it can do nothing without. */
export interface LetterRule {
  readonly pattern: RegExp
  readonly to: string
  readonly all: number
}

/** A rule of a to z; `needs` are letters that everything it finds holds. */
export function rule(pattern: RegExp, to: string, needs: string): LetterRule {
  return { pattern, to, all: lettersIn(needs) }
}

/** One bit for each of a to z that is in a text. */
export function lettersIn(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 97 && code <= 122) letters |= 1 << (code - 97)
  }
  return letters
}

/** The rules one after the other; those whose letters are missing are passed over, which most are for most words. */
export function applyRules(rules: readonly LetterRule[], text: string): string {
  let changed = text
  let letters = lettersIn(text)
  for (const { pattern, to, all } of rules) {
    if ((letters & all) !== all) continue
    const next = changed.replace(pattern, to)
    if (next === changed) continue
    changed = next
    letters = lettersIn(changed)
  }
  return changed
}

/** Every run of one letter as one. */
export function withoutDoubles(text: string): string {
  let single = text.slice(0, 1)
  let from = 0
  for (let i = 1; i < text.length; i++) {
    if (text.charCodeAt(i) !== text.charCodeAt(i - 1)) {
      if (from > 0) single += text[i]
      continue
    }
    if (from === 0) single = text.slice(0, i)
    from = i
  }
  return from === 0 ? text : single
}
