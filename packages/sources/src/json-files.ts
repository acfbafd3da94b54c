import {
  type Bytes,
  InputError,
  type JsonRecord,
  type Reject,
  readJsonArray,
  readNdjson,
} from '@cordon/formats'
import type { ReadContext } from './list-reader.ts'
import type { InputFile } from './reader.ts'
import { watchEnd } from './reading.ts'

/** A JSON object with its place. */
export type JsonStep =
  | { readonly fields: Readonly<Record<string, unknown>>; readonly where: string }
  | { readonly reject: Reject }

/**
 * The objects of a JSON file: a line each (NDJSON), the elements of an array, or those of a top-level object's member. Which
 * it is shows in the beginning. Values that are no objects are rejects.
 * @param members names of the member that may hold the array
 * @throws {InputError} `FORMATS_TRUNCATED` where the file ends too early, `FORMATS_UNKNOWN` where it is none of these
 */
export async function* jsonObjects(
  context: ReadContext,
  file: InputFile,
  members: readonly string[] = [],
): AsyncGenerator<JsonStep, void, undefined> {
  for await (const batch of await batches(context, file, members)) {
    for (const { line, value } of batch.records) {
      const where = `${file.name} line ${line}`
      if (isObject(value)) yield { fields: value, where }
      else
        yield { reject: { where, reason: 'not a JSON object', excerpt: JSON.stringify(value).slice(0, 200) } }
    }
    for (const reject of batch.rejects) yield { reject: { ...reject, where: `${file.name} ${reject.where}` } }
  }
}

type Batches = AsyncIterable<{ readonly records: readonly JsonRecord[]; readonly rejects: readonly Reject[] }>

async function batches(context: ReadContext, file: InputFile, members: readonly string[]): Promise<Batches> {
  const { opener, options } = context
  const limits = options.limits && { limits: options.limits }
  const head = await beginning(opener.open(file))
  const shape = jsonShape(head, members)
  if (shape === undefined) throw notJson(file.name, head)
  if (shape === 'lines') return wholeLines(opener.open(file), file.name, limits ?? {})
  const member = shape === 'array' ? {} : { member: shape.member }
  return readJsonArray(opener.open(file), { ...limits, ...member })
}

/** Of which shape a JSON text is by its beginning: lines, an array, or an object whose member is one. */
export function jsonShape(
  head: string,
  members: readonly string[] = [],
): 'lines' | 'array' | { readonly member: string } | undefined {
  const text = head.replace(/^\uFEFF/, '').trimStart()
  if (text.startsWith('[')) return 'array'
  if (!text.startsWith('{')) return undefined
  const [line = '', ...rest] = text.split(/\r?\n/)
  if (rest.length > 0 && isJson(line)) return 'lines'
  const member = members.find((name) => new RegExp(`"${name}"\\s*:\\s*\\[`).test(text))
  return member === undefined ? 'lines' : { member }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** NDJSON of which the last line must be whole. */
async function* wholeLines(bytes: Bytes, name: string, options: Parameters<typeof readNdjson>[1]) {
  const end = { byte: 0x0a }
  let lastLine = 0
  let brokenLine = 0
  for await (const batch of readNdjson(watchEnd(bytes, end), options)) {
    lastLine = batch.records.at(-1)?.line ?? lastLine
    brokenLine = Number(batch.rejects.at(-1)?.where.match(/\d+/)?.[0] ?? brokenLine)
    yield batch
  }
  if (end.byte !== 0x0a && brokenLine > lastLine)
    throw new InputError('FORMATS_TRUNCATED', {
      expected: 'a whole JSON object',
      found: 'the end of the file in mid-line',
      where: `${name} line ${brokenLine}`,
      remedy: 'The download broke off; fetch the file again.',
    })
}

async function beginning(bytes: Bytes): Promise<string> {
  const decoder = new TextDecoder()
  let head = ''
  for await (const chunk of bytes) {
    head += decoder.decode(chunk, { stream: true })
    if (head.length >= 64 * 1024) break
  }
  return head
}

function notJson(name: string, head: string): InputError {
  return new InputError('FORMATS_UNKNOWN', {
    expected: 'JSON: an object a line, or an array of objects',
    found: head.trim() === '' ? 'an empty file' : JSON.stringify(head.trim().slice(0, 60)),
    where: name,
    remedy: 'Check that this is the right file; a web page in its place means that the download failed.',
  })
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A JSON value as text: numbers and truth values too; undefined for what is none, and for empty text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' ? value.trim() || undefined : undefined
}

/** A JSON value as a list: of an array its elements, of nothing none, of anything else itself. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}
