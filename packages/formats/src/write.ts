/** A value as one line of NDJSON, with its line end. */
export function ndjsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

/** How CSV is written. */
export interface CsvWriteOptions {
  readonly delimiter?: string
  /**
   * Puts an apostrophe before fields that a spreadsheet would take for a formula (they begin with `=`, `+`, `-`,
   * `@`, tab or CR, as OWASP lists them). It changes the data, so leave it off where a program reads the file.
   */
  readonly spreadsheetSafe?: boolean
}

/** A cell: undefined and null are empty; numbers and booleans as JavaScript writes them. */
export type CsvCell = string | number | boolean | null | undefined

const formula = /^[=+\-@\t\r]/
const plainNumber = /^[+-]?\d+(\.\d+)?$/

/** One record of RFC 4180 with its CRLF. Numbers are never taken for formulas. */
export function csvLine(cells: readonly CsvCell[], options: CsvWriteOptions = {}): string {
  const delimiter = options.delimiter ?? ','
  const fields = cells.map((cell) => csvField(cell, delimiter, options.spreadsheetSafe ?? false))
  // A record of one empty field would be a blank line, which readers pass over.
  return `${fields.length === 1 && fields[0] === '' ? '""' : fields.join(delimiter)}\r\n`
}

function csvField(cell: CsvCell, delimiter: string, isSafe: boolean): string {
  if (cell === undefined || cell === null) return ''
  let text = String(cell)
  if (isSafe && formula.test(text) && !plainNumber.test(text)) text = `'${text}`
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
