import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type Font } from 'fontkit'
import { openTypeOf } from './woff.ts'

/** The slices in the order in which they are tried: Latin first, then Cyrillic, Vietnamese, Korean with Hanja. */
const slices = ['latin', 'latin-ext', 'cyrillic', 'vietnamese', 'korean'] as const
const weights = { regular: 400, bold: 700 } as const
/** Thickness of a face. */
export type FontWeight = keyof typeof weights

/** A face of Noto Sans KR (SIL Open Font License 1.1), in the slices that the console has as well. */
export interface FontFace {
  readonly bytes: Buffer
  readonly has: (code: number) => boolean
  /** The width of a text at a size, both in points. Kerning doesn't count. */
  readonly width: (text: string, size: number) => number
}

const faces = new Map<string, FontFace>()

/** A slice in a thickness, loaded once. */
export function fontFace(slice: string, weight: FontWeight): FontFace {
  const name = `noto-sans-kr-${slice}-${weights[weight]}-normal.woff`
  const known = faces.get(name)
  if (known) return known
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-kr/package.json'))
  const bytes = openTypeOf(readFileSync(join(folder, 'files', name)))
  const font = create(bytes) as Font
  const widths = new Map<string, number>()
  const widthOf = (character: string) => {
    const before = widths.get(character)
    if (before !== undefined) return before
    const width = font.glyphForCodePoint(character.codePointAt(0)!).advanceWidth / font.unitsPerEm
    widths.set(character, width)
    return width
  }
  const face: FontFace = {
    bytes,
    has: (code) => font.hasGlyphForCodePoint(code),
    width: (text, size) => [...text].reduce((sum, character) => sum + widthOf(character) * size, 0),
  }
  faces.set(name, face)
  return face
}

/** A piece of a text in one slice. */
export interface TextRun {
  readonly slice: string
  readonly text: string
}

/** Signs that the fonts lack, in words that they have. */
const signs: Readonly<Record<string, string>> = { '↔': '<>', '→': '->', '…': '...', '\u2011': '-' }

/**
 * A text as pieces, each in the slice that has its characters. What no slice has (Arabic, emoji) is written as its code point, so that
 * nothing goes missing unseen.
 */
export function textRuns(text: string, weight: FontWeight): TextRun[] {
  const runs: { slice: string; text: string }[] = []
  const put = (slice: string, piece: string) => {
    const last = runs.at(-1)
    if (last?.slice === slice) last.text += piece
    else runs.push({ slice, text: piece })
  }
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0)!
    const last = runs.at(-1)?.slice
    if (character === '\n') put(last ?? 'latin', '\n')
    else if (/\s/.test(character)) put(last ?? 'latin', ' ')
    else if (/\p{Cf}|\p{Cc}/u.test(character)) continue
    else {
      const slice =
        last && fontFace(last, weight).has(code)
          ? last
          : slices.find((one) => fontFace(one, weight).has(code))
      if (slice) put(slice, character)
      else put('latin', signs[character] ?? `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`)
    }
  }
  return runs
}
