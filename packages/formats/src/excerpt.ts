/** Bytes that are not UTF-8, as `decodeText` escapes them: lone surrogates, which no valid text has. */
const escapedByte = /[\uDC80-\uDCFF]/u
const escapedBytes = /[\uDC80-\uDCFF]/gu

/** Whether a text read with `invalid: 'escape'` holds bytes that were not UTF-8. */
export function hasInvalidBytes(text: string): boolean {
  return escapedByte.test(text)
}

/** The beginning of a record for a `Reject`: at most 200 characters, bytes that were not text as `\xE4`. */
export function excerptOf(text: string): string {
  return text
    .slice(0, 200)
    .replace(
      escapedBytes,
      (byte) => `\\x${(byte.charCodeAt(0) - 0xdc00).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .slice(0, 200)
}

/**
 * A copy that keeps nothing else alive. V8 makes long substrings point into the string they were cut from, so
 * that one kept name would hold on to the whole block it was read in.
 */
export function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}
