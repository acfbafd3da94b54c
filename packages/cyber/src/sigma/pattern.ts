/** A Sigma string cut at its wildcards: literal text, `*` (any run, also none) and `?` (exactly one character). */
export type PatternPart = string | typeof anyRun | typeof anyOne
/** `*` */
export const anyRun = Symbol('*')
/** `?` */
export const anyOne = Symbol('?')

/** What a string value asks of a field's text. */
export type StringTest =
  | { readonly kind: 'text'; readonly mode: TextMode; readonly text: string; readonly cased: boolean }
  | { readonly kind: 'wild'; readonly parts: readonly PatternPart[]; readonly cased: boolean }
  | { readonly kind: 'any' }
/** Where the literal must stand. */
export type TextMode = 'exact' | 'prefix' | 'suffix' | 'contains'

/**
 * Cuts a value at its wildcards and takes the escapes out (specification 2.1, "Escape Character"): `\*` and `\?` are
 * plain, `\\` is one backslash, a backslash before anything else is itself.
 */
export function parsePattern(value: string): PatternPart[] {
  const parts: PatternPart[] = []
  let text = ''
  const flush = () => {
    if (text !== '') parts.push(text)
    text = ''
  }
  for (let i = 0; i < value.length; i++) {
    const c = value[i]!
    if (c === '\\') {
      const next = value[i + 1]
      if (next === '*' || next === '?' || next === '\\') i++
      text += next === '*' || next === '?' ? next : '\\'
    } else if (c === '*' || c === '?') {
      flush()
      if (c === '?' || parts.at(-1) !== anyRun) parts.push(c === '*' ? anyRun : anyOne)
    } else text += c
  }
  flush()
  return parts
}

/** The test of a cut pattern. Literals are lower-cased unless `cased`. */
export function testOf(parts: readonly PatternPart[], cased: boolean): StringTest {
  const fold = (text: string) => (cased ? text : text.toLowerCase())
  const [first, second, third] = parts
  const text = (mode: TextMode, literal: string): StringTest => ({
    kind: 'text',
    mode,
    text: fold(literal),
    cased,
  })
  if (parts.length === 0) return text('exact', '')
  if (parts.length === 1 && first === anyRun) return { kind: 'any' }
  if (parts.length === 1 && typeof first === 'string') return text('exact', first)
  if (parts.length === 2 && typeof first === 'string' && second === anyRun) return text('prefix', first)
  if (parts.length === 2 && first === anyRun && typeof second === 'string') return text('suffix', second)
  if (parts.length === 3 && first === anyRun && typeof second === 'string' && third === anyRun)
    return text('contains', second)
  return { kind: 'wild', parts: parts.map((part) => (typeof part === 'string' ? fold(part) : part)), cased }
}

/** Whether a text (already lower-cased where the pattern isn't `cased`) is matched whole. Time is length x pattern. */
export function matchesWild(parts: readonly PatternPart[], text: string): boolean {
  let at = 0
  let part = 0
  let starPart = -1
  let starAt = 0
  for (;;) {
    const p = parts[part]
    if (p === anyRun) {
      starPart = part++
      starAt = at
      continue
    }
    if (
      p === undefined
        ? at === text.length
        : p === anyOne
          ? at < text.length
          : text.startsWith(p as string, at)
    ) {
      if (p === undefined) return true
      at += p === anyOne ? 1 : (p as string).length
      part++
      continue
    }
    if (starPart === -1 || starAt >= text.length) return false
    const next = parts[starPart + 1]
    starAt = typeof next === 'string' ? text.indexOf(next, starAt + 1) : starAt + 1
    if (starAt === -1) return false
    at = starAt
    part = starPart + 1
  }
}

/** The longest literal of a pattern, which any match must contain. */
export function longestLiteral(parts: readonly PatternPart[]): string {
  let longest = ''
  for (const part of parts) if (typeof part === 'string' && part.length > longest.length) longest = part
  return longest
}
