import type { Block, ReportDocument } from '@cordon/casework'
import PDFDocument from 'pdfkit'
import { type FontWeight, fontFace, textRuns } from './pdf-fonts.ts'
import { type Line, layOut } from './pdf-lines.ts'

const page = { width: 595.28, height: 841.89, margin: 50 }
const wide = page.width - 2 * page.margin
const sizes = { 1: 18, 2: 13, 3: 11 } as const
const ink = '#16202a'
const quiet = '#47586a'
const rule = '#c9d2da'

/**
 * A document as PDF (A4), its text selectable, its fonts embedded in the slices that are used: Latin, Cyrillic, Vietnamese and Korean.
 * The same document gives the same bytes.
 * @param at the time that the file says of itself, UTC milliseconds
 */
export async function pdfOf(document: ReportDocument, at: number): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: [page.width, page.height],
    margin: page.margin,
    bufferPages: true,
    lang: document.language,
    tagged: false,
    info: { Title: document.title, Creator: 'Cordon', CreationDate: new Date(at), ModDate: new Date(at) },
  })
  const parts: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  const writer = new Writer(pdf)
  writer.marking(document.marking)
  for (const block of document.blocks) writer.block(block)
  writer.feet(`${document.marking}   ${document.title}`)
  pdf.end()
  await done
  return Buffer.concat(parts)
}

class Writer {
  private readonly pdf: PDFKit.PDFDocument
  private readonly known = new Set<string>()
  private y = page.margin

  constructor(pdf: PDFKit.PDFDocument) {
    this.pdf = pdf
  }

  marking(text: string): void {
    const lines = this.lines(text, 9, 'bold', wide)
    const width = (lines[0]?.width ?? 0) + 14
    this.pdf.rect(page.margin, this.y, width, 17).fill(ink)
    this.draw(lines, page.margin + 7, this.y + 3, '#ffffff')
    this.y += 28
  }

  block(block: Block): void {
    if (block.is === 'heading') this.heading(block.text, block.level)
    else if (block.is === 'table') this.table(block.columns, block.rows)
    else if (block.is === 'list') this.list(block.items)
    else if (block.is === 'facts') {
      for (const fact of block.facts) this.row(fact, [0.24, 0.76], 'facts')
      this.y += 6
    } else {
      const { text, tone } = block
      this.flow(
        text,
        page.margin,
        wide,
        tone === 'strong' ? 'bold' : 'regular',
        tone === 'quiet' ? quiet : ink,
        6,
      )
    }
  }

  private list(items: readonly string[]): void {
    for (const item of items) {
      this.room(14)
      this.pdf.circle(page.margin + 4, this.y + 6.5, 1.6).fill(ink)
      this.flow(item, page.margin + 14, wide - 14, 'regular', ink, 3)
    }
    this.y += 4
  }

  private heading(text: string, level: 1 | 2 | 3): void {
    const lines = this.lines(text, sizes[level], 'bold', wide)
    const height = heightOf(lines)
    this.y += level === 1 ? 0 : level === 2 ? 12 : 8
    // A heading is not left alone at the foot of a page.
    this.room(height + 90)
    this.draw(lines, page.margin, this.y, ink)
    this.y += height + 4
    if (level === 2) {
      this.pdf
        .moveTo(page.margin, this.y)
        .lineTo(page.width - page.margin, this.y)
        .lineWidth(0.7)
        .stroke(rule)
      this.y += 6
    }
  }

  private flow(
    text: string,
    x: number,
    width: number,
    weight: FontWeight,
    colour: string,
    after: number,
  ): void {
    for (const line of this.lines(text, 9.5, weight, width)) {
      this.room(line.height)
      this.draw([line], x, this.y, colour)
      this.y += line.height
    }
    this.y += after
  }

  private table(columns: readonly string[], rows: readonly (readonly string[])[]): void {
    const shares =
      columns.length === 4
        ? [0.14, 0.24, 0.24, 0.38]
        : columns.length === 5
          ? [0.2, 0.12, 0.16, 0.38, 0.14]
          : [0.5, 0.28, 0.22]
    this.room(64)
    this.row(columns, shares, 'head')
    for (const row of rows) this.row(row, shares, 'cells', () => this.row(columns, shares, 'head'))
    this.y += 8
  }

  /** One line of cells, over as many pages as it takes. @param onPage what is drawn again on a new page */
  private row(
    cells: readonly string[],
    shares: readonly number[],
    kind: 'head' | 'cells' | 'facts',
    onPage?: () => void,
  ): void {
    const pad = kind === 'facts' ? 1 : 4
    let left = cells.map((cell, i) =>
      this.lines(
        cell,
        kind === 'facts' ? 9.5 : 8.5,
        kind === 'head' ? 'bold' : 'regular',
        wide * shares[i]! - 2 * pad,
      ),
    )
    while (left.some((lines) => lines.length > 0)) {
      const whole = Math.max(...left.map(heightOf)) + 2 * pad
      if (whole > this.space() && (whole <= 200 || this.space() < 40)) {
        this.newPage()
        onPage?.()
      }
      const taken: number[] = left.map((lines) => fitting(lines, this.space() - 2 * pad))
      if (!taken.some((n) => n > 0)) taken.fill(1)
      const height = Math.max(...left.map((lines, i) => heightOf(lines.slice(0, taken[i])))) + 2 * pad
      this.cells(
        left.map((lines, i) => lines.slice(0, taken[i])),
        shares,
        height,
        pad,
        kind,
      )
      left = left.map((lines, i) => lines.slice(taken[i]))
      this.y += height
    }
  }

  private cells(
    some: readonly (readonly Line[])[],
    shares: readonly number[],
    height: number,
    pad: number,
    kind: 'head' | 'cells' | 'facts',
  ): void {
    let x = page.margin
    some.forEach((lines, i) => {
      const width = wide * shares[i]!
      if (kind === 'head') this.pdf.rect(x, this.y, width, height).fill('#eef2f5')
      if (kind !== 'facts') this.pdf.rect(x, this.y, width, height).lineWidth(0.5).stroke(rule)
      this.draw(lines, x + pad, this.y + pad, kind === 'facts' && i === 0 ? quiet : ink)
      x += width
    })
  }

  private lines(text: string, size: number, weight: FontWeight, width: number): Line[] {
    return layOut(textRuns(text, weight), width, size, (slice, piece) =>
      fontFace(slice, weight).width(piece, size),
    ).map((line) => ({ ...line, weight }))
  }

  private font(slice: string, weight: FontWeight): PDFKit.PDFDocument {
    const name = `${slice} ${weight}`
    if (!this.known.has(name)) {
      this.pdf.registerFont(name, fontFace(slice, weight).bytes)
      this.known.add(name)
    }
    return this.pdf.font(name)
  }

  private draw(lines: readonly Line[], x: number, y: number, colour: string): void {
    let at = y
    for (const line of lines) {
      let along = x
      for (const { slice, text, width } of line.runs) {
        this.font(slice, line.weight ?? 'regular')
          .fontSize(line.size)
          .fillColor(colour)
          .text(text, along, at, { lineBreak: false })
        along += width
      }
      at += line.height
    }
  }

  private space(): number {
    return page.height - page.margin - 20 - this.y
  }

  private room(height: number): void {
    if (height > this.space()) this.newPage()
  }

  private newPage(): void {
    this.pdf.addPage()
    this.y = page.margin
  }

  feet(text: string): void {
    const { start, count } = this.pdf.bufferedPageRange()
    for (let i = start; i < start + count; i++) {
      this.pdf.switchToPage(i)
      // Below the margin there would be a new page.
      this.pdf.page.margins.bottom = 0
      this.draw(
        this.lines(`${text}   ${i + 1} / ${count}`, 8, 'regular', wide).slice(0, 1),
        page.margin,
        page.height - page.margin + 4,
        quiet,
      )
    }
  }
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0)
}

function fitting(lines: readonly Line[], space: number): number {
  let height = 0
  let n = 0
  for (const line of lines) {
    height += line.height
    if (height > space) break
    n++
  }
  return n
}
