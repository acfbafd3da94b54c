const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d

/** The record goes on beyond the text at hand. */
export const incomplete = -1
/** A quoted field is followed by something other than a delimiter or the end of the line. */
export const broken = -2

/**
 * Reads one record of RFC 4180 from `at`. Lines end in LF, CRLF or CR. A quote inside a field that does not begin
 * with one stands for itself.
 * @param fields gets the record's fields; to be ignored unless the result is a place
 * @param isEnd whether the text ends the input
 * @returns the place after the record's line end, or `incomplete` or `broken`
 */
export function readCsvRecord(
  text: string,
  at: number,
  delimiter: number,
  isEnd: boolean,
  fields: string[],
): number {
  let i = at
  for (;;) {
    if (text.charCodeAt(i) === quote) {
      const close = quotedEnd(text, i + 1, isEnd)
      if (close < 0) return close
      fields.push(unquote(text, i + 1, close))
      i = close + 1
      if (i < text.length && !isFieldEnd(text.charCodeAt(i), delimiter)) return broken
    } else {
      const from = i
      while (i < text.length && !isFieldEnd(text.charCodeAt(i), delimiter)) i++
      fields.push(text.slice(from, i))
    }
    if (i >= text.length) return isEnd ? i : incomplete
    const c = text.charCodeAt(i++)
    if (c === delimiter) continue
    if (c === lineFeed) return i
    // CR: part of CRLF, or a line end of its own, which only the next character tells.
    if (i >= text.length) return isEnd ? i : incomplete
    return text.charCodeAt(i) === lineFeed ? i + 1 : i
  }
}

function isFieldEnd(c: number, delimiter: number): boolean {
  return c === delimiter || c === lineFeed || c === carriageReturn
}

/** Place of the closing quote; doubled quotes are passed over. */
function quotedEnd(text: string, from: number, isEnd: boolean): number {
  let i = text.indexOf('"', from)
  while (i !== -1) {
    if (i + 1 >= text.length) return isEnd ? i : incomplete
    if (text.charCodeAt(i + 1) !== quote) return i
    i = text.indexOf('"', i + 2)
  }
  return isEnd ? broken : incomplete
}

function unquote(text: string, from: number, to: number): string {
  const inner = text.slice(from, to)
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner
}
