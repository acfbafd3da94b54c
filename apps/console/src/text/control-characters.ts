/**
 * Characters that change how others are shown and are themselves unseen: bidirectional overrides and isolates
 * (Unicode UAX #9), zero-width space, byte order mark, soft hyphen, tags, C0 and C1 controls. Joiners (U+200C, U+200D) stay:
 * Persian and Indic names need them.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu

/** A run of a value: plain text, or one unseen character by its code point (`U+202E`). */
export type TextRun = { readonly text: string } | { readonly unseen: string }

/** The value in runs, so that a page can show unseen characters instead of obeying them. */
export function textRuns(value: string): TextRun[] {
  const runs: TextRun[] = []
  let from = 0
  for (const found of value.matchAll(unseen)) {
    if (found.index > from) runs.push({ text: value.slice(from, found.index) })
    runs.push({ unseen: codePoint(found[0]) })
    from = found.index + found[0].length
  }
  if (from < value.length) runs.push({ text: value.slice(from) })
  return runs
}

/** The value for places that hold plain text only (titles, labels): unseen characters stand as `[U+202E]`. */
export function plainText(value: string): string {
  return value.replace(unseen, (character) => `[${codePoint(character)}]`)
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
