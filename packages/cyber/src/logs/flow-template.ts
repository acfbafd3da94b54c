import { flowElements } from './flow-fields.data.ts'

/** One field of a template. */
export interface TemplateField {
  readonly id: number
  /** Bytes; 65535 for a length that stands before the value (IPFIX). */
  readonly length: number
  readonly name?: string
  readonly type?: string
}

/** How records of one set are laid out. */
export interface FlowTemplate {
  readonly fields: readonly TemplateField[]
  readonly isOptions: boolean
  /** Bytes of the shortest record. */
  readonly shortest: number
}

const variable = 0xffff

/**
 * Reads the templates of a template set (RFC 3954, 5.2 and 6.1; RFC 7011, 3.4).
 * @param kind `netflow9`, or `ipfix`, in which the highest bit of an element announces an enterprise number
 */
export function readTemplates(
  set: Buffer,
  kind: 'netflow9' | 'ipfix',
  isOptions: boolean,
): Map<number, FlowTemplate | undefined> {
  const templates = new Map<number, FlowTemplate | undefined>()
  const header = isOptions ? 6 : 4
  for (let at = 0; at + header <= set.length; ) {
    const id = set.readUInt16BE(at)
    // What follows is padding.
    if (id < 256) break
    const count = isOptions && kind === 'netflow9' ? optionsCount(set, at) : set.readUInt16BE(at + 2)
    at += header
    const fields: TemplateField[] = []
    for (let i = 0; i < count && at + 4 <= set.length; i++) {
      const raw = set.readUInt16BE(at)
      const isEnterprise = kind === 'ipfix' && (raw & 0x8000) !== 0
      const element = isEnterprise ? undefined : flowElements[raw]
      fields.push({
        id: raw,
        length: set.readUInt16BE(at + 2),
        ...(element && { name: element[0], type: element[1] }),
      })
      at += isEnterprise ? 8 : 4
    }
    if (fields.length < count) break
    const shortest = fields.reduce((sum, { length }) => sum + (length === variable ? 1 : length), 0)
    // A template without fields takes the one before back (RFC 7011, 8.1).
    templates.set(id, count === 0 || shortest === 0 ? undefined : { fields, isOptions, shortest })
  }
  return templates
}

/** NetFlow 9 gives the lengths of scope and option fields in bytes, four a field. */
function optionsCount(set: Buffer, at: number): number {
  return (set.readUInt16BE(at + 2) + set.readUInt16BE(at + 4)) >> 2
}

/** Where a field's value stands, and where the next begins; undefined where the record is cut off. */
export function fieldSpan(
  { length }: TemplateField,
  set: Buffer,
  at: number,
): { readonly start: number; readonly end: number } | undefined {
  let start = at
  let size = length
  if (length === variable) {
    size = set[at] ?? variable
    start = at + 1
    if (size === 255) {
      if (at + 3 > set.length) return undefined
      size = set.readUInt16BE(at + 1)
      start = at + 3
    }
  }
  return start + size <= set.length ? { start, end: start + size } : undefined
}
