import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** The way results are written. */
export const outputFormats = ['ndjson', 'csv', 'table'] as const
/** One of `outputFormats`. */
export type OutputFormat = (typeof outputFormats)[number]

/** A table on a terminal, NDJSON in a pipe, unless the person says otherwise. */
export function defaultFormat(stream: { isTTY?: boolean } = process.stdout): OutputFormat {
  return stream.isTTY ? 'table' : 'ndjson'
}

/**
 * Ends the process quietly when the reader of a pipe goes away (`cordon screen ... | head`): that is no error.
 */
export function endWithPipe(streams: readonly Writable[] = [process.stdout, process.stderr]): void {
  for (const stream of streams)
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') process.exit(process.exitCode ?? 0)
      throw error
    })
}

/** Writes and waits until the reader keeps up, so that memory does not grow with the output. */
export async function write(text: string, stream: Writable = process.stdout): Promise<void> {
  if (!stream.write(text) && !stream.destroyed) await once(stream, 'drain')
}

/** The same for bytes. */
export async function writeBytes(bytes: Uint8Array, stream: Writable = process.stdout): Promise<void> {
  if (bytes.length > 0 && !stream.write(bytes) && !stream.destroyed) await once(stream, 'drain')
}

/** One cell as RFC 4180 has it. */
export function csvCell(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of CSV (RFC 4180) with its line end. */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(csvCell).join(',')}\n`
}

/** Terminal columns that a text takes: East Asian wide characters take two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (/\p{Mn}|\p{Cf}/u.test(character)) continue
    const wide =
      (code >= 0x1100 && code <= 0x115f) ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0x20000 && code <= 0x3fffd)
    width += wide ? 2 : 1
  }
  return width
}

/** What a terminal must not obey: control characters in data become visible ones. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\u00b7')
}

function fit(text: string, width: number): string {
  const shown = plain(text)
  if (displayWidth(shown) <= width) return shown + ' '.repeat(width - displayWidth(shown))
  let cut = ''
  let used = 0
  for (const character of shown) {
    const next = displayWidth(character)
    if (used + next > width - 1) break
    cut += character
    used += next
  }
  return `${cut}…${' '.repeat(width - 1 - used)}`
}

/** A column of a table: its heading, and how wide it may grow. */
export interface TableColumn {
  readonly heading: string
  readonly max?: number
  readonly align?: 'left' | 'right'
}

/**
 * Rows as a table of fixed width.
 * @param columns one for each cell of a row
 * @param rows shorter rows are filled with nothing
 */
export function table(columns: readonly TableColumn[], rows: readonly (readonly unknown[])[]): string {
  const cells = rows.map((row) => columns.map((_, i) => String(row[i] ?? '')))
  const widths = columns.map((column, i) =>
    Math.min(
      column.max ?? 60,
      Math.max(displayWidth(column.heading), ...cells.map((row) => displayWidth(plain(row[i]!)))),
    ),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => {
        const fitted = fit(cell, widths[i]!)
        return columns[i]!.align === 'right' ? fitted.trimEnd().padStart(widths[i]!) : fitted
      })
      .join('  ')
      .trimEnd()
  return `${[line(columns.map((column) => column.heading)), ...cells.map(line)].join('\n')}\n`
}

/** A number with thin grouping for people: `17,833`. */
export function grouped(value: number): string {
  return value.toLocaleString('en-US')
}
