import { type UnzipFileInfo, unzipSync } from 'fflate'
import type { Batch, Bytes, Limits } from './batch.ts'
import { bytesOf, gather } from './in-memory.ts'
import { InputError } from './input-error.ts'
import { resolveLimits } from './limits.ts'
import { dateStyles, serialDate } from './xlsx-dates.ts'
import { readXml } from './xml.ts'
import type { XmlElement } from './xml-element.ts'

/** One row of a spreadsheet. */
export interface SheetRow {
  /** Name of the sheet. */
  readonly sheet: string
  /** Number of the row as the spreadsheet shows it, from 1. */
  readonly line: number
  /** Texts by column, from A; empty ones are ''. Dates are ISO 8601, numbers as they are stored. */
  readonly cells: readonly string[]
}

/** Most bytes of a spreadsheet as stored, and of its parts unpacked: they are held in memory. */
const mostStored = 64 * 1024 * 1024
const mostUnpacked = 512 * 1024 * 1024
const mostColumns = 16_384

/** Whether a file begins as ZIP archives do, of which spreadsheets are one kind. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04
}

/**
 * The rows of all sheets of an XLSX workbook (ECMA-376), in the order of the sheets. It is held in memory, at most
 * 64 MiB as stored and 512 MiB unpacked. Rich text is joined, phonetic readings (furigana) are left out. Formulas give the value that was
 * last computed.
 * @throws {InputError} `FORMATS_TRUNCATED` where the archive has no end, `FORMATS_SYNTAX` where a part is damaged or missing,
 *   `FORMATS_TOO_LARGE`
 */
export async function* readXlsx(
  bytes: Bytes,
  limits?: Limits,
): AsyncGenerator<Batch<SheetRow>, void, undefined> {
  const book = new Workbook(unpack(await gather(bounded(bytes, limits)), limits), limits)
  await book.open()
  for (const { name, part } of book.sheets) yield* book.rows(name, part)
}

async function* bounded(bytes: Bytes, limits: Limits | undefined): AsyncGenerator<Uint8Array> {
  const most = Math.min(resolveLimits(limits).maxBytes, mostStored)
  let total = 0
  for await (const chunk of bytes) {
    total += chunk.length
    if (total > most) throw tooLarge(`at most ${most} bytes`)
    yield chunk
  }
}

function tooLarge(expected: string): InputError {
  return new InputError('FORMATS_TOO_LARGE', {
    expected,
    found: 'more',
    where: 'the workbook',
    remedy: 'Export the sheet as CSV and give that.',
  })
}

function unpack(bytes: Uint8Array, limits: Limits | undefined): Readonly<Record<string, Uint8Array>> {
  const most = Math.min(resolveLimits(limits).maxBytes, mostUnpacked)
  let total = 0
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (!/\.(xml|rels)$/.test(name)) return false
    total += originalSize
    if (total > most) throw tooLarge(`parts of at most ${most} bytes together`)
    return true
  }
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof InputError) throw error
    const hasEnd = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('PK\x05\x06')
    throw new InputError(
      hasEnd ? 'FORMATS_SYNTAX' : 'FORMATS_TRUNCATED',
      {
        expected: 'a sound XLSX workbook',
        found: hasEnd ? (error as Error).message : 'the end of the file before that of the archive',
        where: 'the workbook',
        remedy: 'The download broke off or was damaged; fetch the file again.',
      },
      { cause: error },
    )
  }
}

class Workbook {
  sheets: { name: string; part: string }[] = []
  private strings: string[] = []
  private dates: ReadonlySet<number> = new Set()
  private from1904 = false
  private readonly parts: Readonly<Record<string, Uint8Array>>
  private readonly limits: Limits | undefined

  constructor(parts: Readonly<Record<string, Uint8Array>>, limits: Limits | undefined) {
    this.parts = parts
    this.limits = limits
  }

  /** Reads what the sheets rest on: their names, the shared strings, the styles. */
  async open(): Promise<void> {
    const targets = new Map<string, string>()
    for (const link of await this.elements('xl/_rels/workbook.xml.rels', ['Relationship']))
      targets.set(link.attribute('Id') ?? '', partName(link.attribute('Target') ?? ''))
    for (const element of await this.elements('xl/workbook.xml', ['sheet', 'workbookPr'])) {
      if (element.name === 'workbookPr')
        this.from1904 = /^(1|true)$/.test(element.attribute('date1904') ?? '')
      else {
        const part = targets.get(element.attribute('id') ?? '')
        if (part && !/chartsheet/.test(part))
          this.sheets.push({ name: element.attribute('name') ?? '', part })
      }
    }
    if ('xl/sharedStrings.xml' in this.parts)
      this.strings = (await this.elements('xl/sharedStrings.xml', ['si'])).map(textOf)
    if ('xl/styles.xml' in this.parts) {
      const styles = await this.elements('xl/styles.xml', ['numFmt', 'cellXfs'])
      const cells = styles.find(({ name }) => name === 'cellXfs')?.children ?? []
      this.dates = dateStyles(
        styles.filter(({ name }) => name === 'numFmt'),
        cells,
      )
    }
  }

  async *rows(sheet: string, part: string): AsyncGenerator<Batch<SheetRow>, void, undefined> {
    let last = 0
    for await (const batch of this.read(part, ['row'])) {
      const records = batch.records.map(({ element }): SheetRow => {
        last = Number(element.attribute('r') ?? last + 1)
        return { sheet, line: last, cells: this.cells(element) }
      })
      yield { records, rejects: [] }
    }
  }

  private cells(row: XmlElement): string[] {
    const cells: string[] = []
    for (const cell of row.children) {
      const place = columnOf(cell.attribute('r')) ?? cells.length
      if (place >= mostColumns) continue
      while (cells.length < place) cells.push('')
      cells[place] = this.value(cell)
    }
    return cells
  }

  private value(cell: XmlElement): string {
    const type = cell.attribute('t')
    if (type === 'inlineStr') return cell.child('is') ? textOf(cell.child('is')!) : ''
    const text = cell.child('v')?.text ?? ''
    if (type === 's') return this.strings[Number(text)] ?? ''
    if (type === 'b') return text === '1' ? 'true' : 'false'
    if (type === 'e') return ''
    if (type === undefined || type === 'n')
      return this.dates.has(Number(cell.attribute('s') ?? 0)) ? serialDate(text, this.from1904) : text
    return text
  }

  private async elements(part: string, names: readonly string[]): Promise<XmlElement[]> {
    const found: XmlElement[] = []
    for await (const batch of this.read(part, names))
      for (const { element } of batch.records) found.push(element)
    return found
  }

  private read(part: string, names: readonly string[]) {
    const bytes = this.parts[part]
    if (!bytes)
      throw new InputError('FORMATS_SYNTAX', {
        expected: `the part ${part} of an XLSX workbook`,
        found: 'an archive without it',
        where: 'the workbook',
        remedy: 'Check that it is an .xlsx file; older .xls files must be saved anew.',
      })
    const limits = this.limits && { limits: this.limits }
    return readXml(bytesOf(bytes), { isRecord: (name) => names.includes(name), ...limits })
  }
}

/** Of a shared or inline string: its own text or that of its runs, not of its phonetic readings. */
function textOf(element: XmlElement): string {
  return element.children
    .map((child) =>
      child.name === 't' ? child.text : child.name === 'r' ? (child.child('t')?.text ?? '') : '',
    )
    .join('')
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

const partName = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

/** The place of a cell by its reference: `A1` is 0, `AB7` 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = reference?.match(/^[A-Z]{1,3}/)?.[0]
  if (!letters) return undefined
  let place = 0
  for (const letter of letters) place = place * 26 + letter.charCodeAt(0) - 64
  return place - 1
}
