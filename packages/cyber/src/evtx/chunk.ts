import type { Reject } from '@cordon/formats'
import { crc32 } from './crc32.ts'
import { ElementReader, Names, type Part, type Step, stepsOf } from './template.ts'
import { fileTimeMs, readValue, valueType } from './values.ts'

/** One event record, flat: System and EventData under the names that Sigma rules use. */
export interface EvtxRecord {
  readonly recordId: number
  /** When it was written, UTC milliseconds. */
  readonly written: number
  readonly fields: Record<string, unknown>
}

/** Bytes of a chunk. */
export const chunkSize = 65_536
const headerSize = 512
const maxNesting = 8

/** Steps of templates by their GUID and size, kept over chunks. */
export type TemplateCache = Map<string, Step[]>

/** What is wrong with a chunk as a whole, or undefined. Checksums that the writer left out are not asked for. */
export function chunkFault(chunk: Buffer): string | undefined {
  if (chunk.length < chunkSize)
    return `a chunk of ${chunk.length} bytes instead of ${chunkSize}: the file is cut off`
  if (chunk.toString('latin1', 0, 8) !== 'ElfChnk\0') return 'no chunk signature'
  const free = chunk.readUInt32LE(48)
  if (free < headerSize || free > chunkSize) return `free space at ${free}, outside of the chunk`
  const isUnsealed = (chunk.readUInt32LE(120) & 0x4) !== 0
  if (isUnsealed) return undefined
  if (crc32(chunk, 128, headerSize, crc32(chunk, 0, 120)) !== chunk.readUInt32LE(124))
    return 'wrong checksum of the chunk header'
  return crc32(chunk, headerSize, free) === chunk.readUInt32LE(52)
    ? undefined
    : 'wrong checksum of the records'
}

/** Reads the records of one chunk. A record that can't be read is a reject; the next is found by its size. */
export class ChunkReader {
  private readonly chunk: Buffer
  private readonly names: Names
  private readonly cache: TemplateCache
  private readonly here = new Map<number, Step[]>()
  private fields: Record<string, unknown> = {}
  private unnamed: unknown[] = []

  constructor(chunk: Buffer, cache: TemplateCache) {
    this.chunk = chunk
    this.cache = cache
    this.names = new Names(chunk)
  }

  read(where: (recordId: string) => string, records: EvtxRecord[], rejects: Reject[]): void {
    const { chunk } = this
    const end = chunk.readUInt32LE(48)
    for (let at = headerSize; at + 28 <= end; ) {
      const size = chunk.readUInt32LE(at + 4)
      const isRecord = chunk.readUInt32LE(at) === 0x2a2a
      if (!isRecord || size < 28 || at + size > chunkSize || chunk.readUInt32LE(at + size - 4) !== size) {
        rejects.push({
          where: where(`at byte ${at} of the chunk`),
          reason: isRecord
            ? `a record of ${size} bytes that its end does not confirm`
            : 'no record signature',
          excerpt: chunk.toString('hex', at, at + 32),
        })
        return
      }
      const id = chunk.readUInt32LE(at + 8) + chunk.readUInt32LE(at + 12) * 4294967296
      try {
        records.push({ recordId: id, written: fileTimeMs(chunk, at + 16), fields: this.record(at + 24) })
      } catch (error) {
        rejects.push({
          where: where(`record ${id}`),
          reason: `binary XML that can't be read: ${(error as Error).message.slice(0, 120)}`,
          excerpt: chunk.toString('hex', at, at + 64),
        })
      }
      at += size
    }
  }

  private record(at: number): Record<string, unknown> {
    this.fields = {}
    this.unnamed = []
    this.fragment(at, 0, true)
    const { unnamed, fields } = this
    if (unnamed.length > 0) fields.Data = unnamed.length === 1 ? unnamed[0] : unnamed
    return fields
  }

  /** A fragment: a template's instance, or elements that stand by themselves. */
  private fragment(start: number, depth: number, hasDependency: boolean): void {
    if (depth > maxNesting) throw new Error(`fragments nested deeper than ${maxNesting}`)
    let at = start
    while (this.chunk[at] === 0x0f) at += 4
    if (this.chunk[at] === 0x0c) this.instance(at, depth)
    else if (this.chunk[at] !== 0x00) {
      const root = new ElementReader(this.chunk, at, this.names, hasDependency).root()
      this.run(stepsOf(root), [], [], [], depth)
    }
  }

  private instance(start: number, depth: number): void {
    const { chunk } = this
    const definition = chunk.readUInt32LE(start + 6)
    let at = start + 10
    if (definition === at) at += 24 + chunk.readUInt32LE(at + 20)
    const count = chunk.readUInt32LE(at)
    if (count > 4096) throw new Error(`${count} values of a template`)
    at += 4
    let data = at + 4 * count
    const [types, offsets, sizes] = [
      new Array<number>(count),
      new Array<number>(count),
      new Array<number>(count),
    ]
    for (let i = 0; i < count; i++) {
      sizes[i] = chunk.readUInt16LE(at + 4 * i)
      types[i] = chunk[at + 4 * i + 2]!
      offsets[i] = data
      data += sizes[i]!
    }
    if (data > chunkSize) throw new Error('values that reach out of the chunk')
    this.run(this.steps(definition), types, offsets, sizes, depth)
  }

  private steps(definition: number): Step[] {
    let steps = this.here.get(definition)
    if (steps) return steps
    const { chunk } = this
    const size = chunk.readUInt32LE(definition + 20)
    const key = `${chunk.toString('hex', definition + 4, definition + 20)}-${size}-${crc32(chunk, definition + 24, Math.min(chunkSize, definition + 24 + 64))}`
    steps = this.cache.get(key) ?? stepsOf(new ElementReader(chunk, definition + 24, this.names, true).root())
    this.cache.set(key, steps)
    this.here.set(definition, steps)
    return steps
  }

  private run(
    steps: readonly Step[],
    types: readonly number[],
    offsets: readonly number[],
    sizes: readonly number[],
    depth: number,
  ): void {
    const { chunk } = this
    const valueAt = (index: number): string | number | undefined => {
      const type = types[index]
      return type === undefined ? undefined : readValue(chunk, offsets[index]!, sizes[index]!, type)
    }
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i]!
      if (step.kind === 'nested') {
        if (types[step.index] === valueType.xml && sizes[step.index]! > 0)
          this.fragment(offsets[step.index]!, depth + 1, false)
        else this.strings(types[step.index], valueAt(step.index))
        continue
      }
      const value = step.value >= 0 ? valueAt(step.value) : joined(step.parts, valueAt)
      if (step.kind === 'field') this.fields[step.key] = value ?? ''
      else this.strings(step.value >= 0 ? types[step.value] : undefined, value)
    }
  }

  /** Unnamed data; an array of strings is as many of them. */
  private strings(type: number | undefined, value: string | number | undefined): void {
    if (value === undefined || value === '') return
    if (type === (0x80 | valueType.string) && typeof value === 'string')
      this.unnamed.push(...value.split(', '))
    else this.unnamed.push(value)
  }
}

function joined(parts: readonly Part[], valueAt: (index: number) => string | number | undefined): string {
  let text = ''
  for (const part of parts) text += typeof part === 'string' ? part : (valueAt(part.index) ?? '')
  return text
}
