import { type Batch, type Bytes, InputError, type Reject } from '@cordon/formats'
import { ChunkReader, chunkFault, chunkSize, type EvtxRecord, type TemplateCache } from './chunk.ts'

const fileHeader = 4096

/**
 * Records of a Windows event log file (.evtx), a chunk of 64 KiB at a time. A chunk whose checksums are wrong, or that
 * is cut off, is one reject with its reason; a record that can't be read is one too; the rest goes on.
 * @throws {InputError} `FORMATS_SYNTAX` where the file has no EVTX header
 */
export async function* readEvtx(bytes: Bytes): AsyncGenerator<Batch<EvtxRecord>, void, undefined> {
  const templates: TemplateCache = new Map()
  let held = Buffer.alloc(0)
  let wanted = fileHeader
  let chunks = 0
  for await (const piece of bytes) {
    let rest = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    while (held.length + rest.length >= wanted) {
      const missing = wanted - held.length
      // Only what lies across two pieces is copied.
      const part =
        held.length === 0 ? rest.subarray(0, wanted) : Buffer.concat([held, rest.subarray(0, missing)])
      rest = rest.subarray(missing)
      held = Buffer.alloc(0)
      if (wanted === fileHeader) checkHeader(part)
      else yield readChunk(part, chunks++, templates)
      wanted = chunkSize
    }
    if (rest.length > 0) held = Buffer.concat([held, rest])
  }
  if (wanted === fileHeader) checkHeader(held)
  if (held.some((byte) => byte !== 0)) yield readChunk(held, chunks, templates)
}

function readChunk(chunk: Buffer, number: number, templates: TemplateCache): Batch<EvtxRecord> {
  const records: EvtxRecord[] = []
  const rejects: Reject[] = []
  const where = (place: string) => `chunk ${number}, ${place}`
  // Windows makes files larger than their content: what was never written is all zeros.
  if (chunk.readInt32LE(0) === 0 && chunk.every((byte) => byte === 0)) return { records, rejects }
  const fault = chunkFault(chunk)
  if (fault !== undefined)
    rejects.push({ where: `chunk ${number}`, reason: fault, excerpt: chunk.toString('hex', 0, 64) })
  else new ChunkReader(chunk, templates).read(where, records, rejects)
  return { records, rejects }
}

function checkHeader(bytes: Buffer): void {
  if (bytes.length >= fileHeader && bytes.toString('latin1', 0, 8) === 'ElfFile\0') return
  throw new InputError('FORMATS_SYNTAX', {
    expected: 'a Windows event log (ElfFile and 4096 bytes of header)',
    found: bytes.length < fileHeader ? `${bytes.length} bytes` : bytes.toString('hex', 0, 8),
    where: 'byte 0',
    remedy: 'Check that this is an .evtx file, not an .evt of Windows XP, and that it is whole.',
  })
}
