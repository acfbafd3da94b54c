import { decompress, isZip, type Limits, readXlsx } from '@cordon/formats'
import type { InputFile } from './reader.ts'

const headBytes = 64 * 1024

/**
 * The beginning of a file as text, unpacked: up to 64 KiB, by which its format is recognised. Of a spreadsheet the first
 * rows of each sheet, as comma-separated lines. Bytes that are not UTF-8 don't matter here.
 * @throws {InputError} for an archive of another kind, or one that is damaged at its beginning
 */
export async function headOf(file: InputFile, limits?: Limits): Promise<string> {
  for await (const chunk of file.open()) {
    if (isZip(chunk)) return sheetsHead(file, limits)
    break
  }
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of decompress(file.open(), limits)) {
    parts.push(chunk)
    length += chunk.length
    if (length >= headBytes) break
  }
  const bytes = concat(parts, headBytes)
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes)
}

async function sheetsHead(file: InputFile, limits: Limits | undefined): Promise<string> {
  const lines: string[] = []
  const counts = new Map<string, number>()
  for await (const { records } of readXlsx(file.open(), limits))
    for (const { sheet, cells } of records) {
      const count = (counts.get(sheet) ?? 0) + 1
      counts.set(sheet, count)
      if (count <= 10) lines.push(cells.map((cell) => cell.replace(/\s+/g, ' ').slice(0, 200)).join(','))
    }
  return lines.join('\n').slice(0, headBytes)
}

function concat(parts: readonly Uint8Array[], most: number): Uint8Array {
  const whole = new Uint8Array(
    Math.min(
      most,
      parts.reduce((sum, part) => sum + part.length, 0),
    ),
  )
  let at = 0
  for (const part of parts) {
    const piece = part.subarray(0, whole.length - at)
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
