import type { FontWeight, TextRun } from './pdf-fonts.ts'

/** A line as it is drawn: its pieces, each in its font, with their widths in points. */
export interface Line {
  readonly runs: readonly (TextRun & { readonly width: number })[]
  readonly width: number
  readonly height: number
  readonly size: number
  readonly weight?: FontWeight
}

/** A piece that is not broken: a word with the space after it, or one character where there are no words. */
interface Piece extends TextRun {
  readonly width: number
  /** Without the space at its end. */
  readonly bare: number
  readonly isBreak: boolean
}

/**
 * Pieces of text in lines of a width, broken at spaces; what is longer than a line is broken anywhere.
 * @param measure the width of a text in a slice, points
 */
export function layOut(
  runs: readonly TextRun[],
  width: number,
  size: number,
  measure: (slice: string, text: string) => number,
): Line[] {
  const height = size * 1.42
  const lines: Line[] = []
  let held: Piece[] = []
  let used = 0
  const end = () => {
    lines.push({ runs: joined(held), width: used, height, size })
    held = []
    used = 0
  }
  for (const word of wordsOf(runs, width, measure)) {
    const first = word[0]!
    const bare = word.slice(0, -1).reduce((sum, one) => sum + one.width, 0) + word.at(-1)!.bare
    if (first.isBreak) {
      end()
      continue
    }
    if (used > 0 && used + bare > width) end()
    held.push(...word)
    used += word.reduce((sum, one) => sum + one.width, 0)
  }
  if (held.length > 0 || lines.length === 0) end()
  return lines
}

/** Words, each of one or more pieces in different fonts. */
function* wordsOf(
  runs: readonly TextRun[],
  width: number,
  measure: (slice: string, text: string) => number,
): Generator<Piece[]> {
  let word: Piece[] = []
  let used = 0
  for (const { slice, text } of runs)
    for (const part of text.match(/\n|[^\s]+ ?|\s/g) ?? []) {
      if (part === '\n') {
        if (word.length > 0) yield word
        ;[word, used] = [[], 0]
        yield [{ slice, text: '', width: 0, bare: 0, isBreak: true }]
        continue
      }
      const pieces = measure(slice, part) > width ? [...part] : [part]
      for (const piece of pieces) {
        const one: Piece = {
          slice,
          text: piece,
          width: measure(slice, piece),
          bare: measure(slice, piece.trimEnd()),
          isBreak: false,
        }
        if (used + one.width > width && word.length > 0) {
          yield word
          ;[word, used] = [[], 0]
        }
        word.push(one)
        used += one.width
      }
      if (!part.endsWith(' ')) continue
      yield word
      ;[word, used] = [[], 0]
    }
  if (word.length > 0) yield word
}

/** Neighbours in one font as one piece. */
function joined(pieces: readonly Piece[]): (TextRun & { readonly width: number })[] {
  const runs: { slice: string; text: string; width: number }[] = []
  for (const { slice, text, width } of pieces) {
    const last = runs.at(-1)
    if (last?.slice === slice) {
      last.text += text
      last.width += width
    } else runs.push({ slice, text, width })
  }
  return runs
}
