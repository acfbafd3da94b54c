import type { XmlElement } from './xml-element.ts'

/** Built-in number formats that show a day, by ECMA-376 part 1, 18.8.30; the East Asian ones included. */
const builtIn = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])

/**
 * Which cell styles of a workbook show dates, by their index.
 * @param records `numFmt` elements, and the `xf` elements of `cellXfs`, in document order
 */
export function dateStyles(
  formats: readonly XmlElement[],
  styles: readonly XmlElement[],
): ReadonlySet<number> {
  const dates = new Set(builtIn)
  for (const format of formats)
    if (showsDay(format.attribute('formatCode') ?? '')) dates.add(Number(format.attribute('numFmtId')))
  return new Set(
    styles.flatMap((style, index) => (dates.has(Number(style.attribute('numFmtId') ?? 0)) ? [index] : [])),
  )
}

/** Quoted text, escaped characters, colours and locales in brackets say nothing about the value. */
function showsDay(code: string): boolean {
  return /[yd]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, ''))
}

/**
 * A serial day as ISO 8601 (`1965-08-15`); with its time of day where it has one. The text as it is where it is no
 * serial. Day 60 of the 1900 system, 29 February 1900, does not exist: days before it are one less than counted.
 */
export function serialDate(text: string, from1904: boolean): string {
  const serial = Number(text)
  if (text.trim() === '' || !Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return text
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  const iso = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}
