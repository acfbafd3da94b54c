import { foldWord } from '@cordon/text'
import type { Located } from '../message.ts'

/** A word of a text that is searched. */
export interface TextWord {
  /** Lower case without marks, apostrophes left out. */
  readonly folded: string
  /** Offsets in the message's text. */
  readonly from: number
  readonly to: number
  /** It is the last of its line, with nothing behind it: a name or a word may go on in the next. */
  readonly ends: boolean
  /** Letters and digits on either side are joined to it by a sign that codes have: `-`, `/`, `_`, `:` and no space. */
  readonly glued: boolean
  readonly digits: boolean
}

/** Lines of one text that belong together, in order: a field's lines, the lines of an address, repeated remittance. */
export type TextLines = readonly Located[]

const word = /[\p{L}\p{M}\p{N}]+(?:['’ʼ`][\p{L}\p{M}]+)*/gu
const glue = /[-/_:+#]/
const most = 4096

/** The words of lines, each with its place. A value with line ends of its own is cut at them. */
export function textWords(lines: TextLines): TextWord[] {
  const words: TextWord[] = []
  for (const line of lines) {
    const from = line.from ?? 0
    // References in XML make the value shorter than its source: then the place is that of the whole.
    const exact = line.to !== undefined && line.to - from === line.value.length
    const { value } = line
    word.lastIndex = 0
    for (let found = word.exec(value); found && words.length < most; found = word.exec(value)) {
      const [text] = found
      const start = found.index
      const end = start + text.length
      const next = value.charCodeAt(end)
      const ends = end === value.length || next === 0x0a || next === 0x0d
      words.push({
        folded: fold(text),
        from: exact ? from + start : from,
        to: exact ? from + end : (line.to ?? from),
        ends,
        glued:
          (glue.test(value[start - 1] ?? '') && /[\p{L}\p{N}]/u.test(value[start - 2] ?? '')) ||
          (glue.test(value[end] ?? '') && /[\p{L}\p{N}]/u.test(value[end + 1] ?? '')),
        digits: /\d/.test(text),
      })
    }
  }
  return words
}

function fold(text: string): string {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80) return foldWord(text).text
  return text.includes("'") || text.includes('`')
    ? text.toLowerCase().replace(/['`]/g, '')
    : text.toLowerCase()
}
