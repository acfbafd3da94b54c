/**
 * Whether a JSON text nests deeper than `maxDepth`. Looks at brackets outside of strings only, so that it costs a
 * fraction of parsing.
 */
export function isDeeperThan(maxDepth: number, text: string): boolean {
  if (!hasMoreBrackets(maxDepth, text)) return false
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x22) {
      i = endOfString(text, i)
    } else if (c === 0x7b || c === 0x5b) {
      if (++depth > maxDepth) return true
    } else if (c === 0x7d || c === 0x5d) depth--
  }
  return false
}

/** The place of the quote that closes the string opened at `open`, or the text's length. */
function endOfString(text: string, open: number): number {
  let at = open + 1
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (c === 0x5c) at++
    else if (c === 0x22) return at
  }
  return text.length
}

/** Most texts have fewer brackets than may nest, which searching for them tells many times faster than reading on. */
function hasMoreBrackets(most: number, text: string): boolean {
  let count = 0
  for (const bracket of ['{', '['])
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1))
      if (++count > most) return true
  return false
}
