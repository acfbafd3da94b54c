import type { Batch, Bytes, Limits } from './batch.ts'
import { InputError } from './input-error.ts'
import { resolveLimits } from './limits.ts'
import { decodeText } from './text.ts'
import type { XmlElement } from './xml-element.ts'
import { XmlScanner } from './xml-scanner.ts'

/** One element that was asked for, whole. */
export interface XmlRecord {
  readonly element: XmlElement
  /** Names of the elements around it, the root first. */
  readonly path: readonly string[]
  /** Line of its start tag, from 1. */
  readonly line: number
}

/** What to read from a document. */
export interface XmlOptions {
  /** Whether an element outside of any record is one. `path` holds the names around it; don't keep the array. */
  readonly isRecord: (name: string, path: readonly string[]) => boolean
  /** Names that the root element may have; another is refused before anything is read. */
  readonly root?: readonly string[]
  /** Told of each start tag that is neither a record nor inside one, so that nothing goes unseen. */
  readonly onContainer?: (name: string, attributes: readonly string[], path: readonly string[]) => void
  /** Told of text outside of records. */
  readonly onText?: (text: string, path: readonly string[]) => void
  /** Text encoding, where the caller knows better than the document. */
  readonly encoding?: string
  readonly limits?: Limits
}

/**
 * The records of an XML document, as small trees, in document order. Memory holds one record and one block.
 * Document types are refused, so there are no entities but the predefined ones; namespaces are taken off.
 *
 * A document that ends too early still gives the records before that place: a caller that must not take part for
 * the whole waits for the end of the iteration.
 * @throws {InputError} `FORMATS_SYNTAX`, `FORMATS_TRUNCATED`, `FORMATS_FORBIDDEN`, `FORMATS_TOO_DEEP`,
 *   `FORMATS_RECORD_TOO_LARGE`, `FORMATS_ENCODING`, or `FORMATS_UNKNOWN` for another root, each with its line
 */
export async function* readXml(
  bytes: Bytes,
  options: XmlOptions,
): AsyncGenerator<Batch<XmlRecord>, void, undefined> {
  const { maxDepth, maxRecordBytes } = resolveLimits(options.limits)
  let records: XmlRecord[] = []
  const scanner: XmlScanner = new XmlScanner(
    {
      open(name, attributes, path) {
        if (path.length === 0) checkRoot(name, options.root)
        if (options.isRecord(name, path)) return true
        options.onContainer?.(name, attributes, path)
        return false
      },
      record(element, path, line) {
        records.push({ element, path: path.slice(), line })
      },
      text(text, path) {
        options.onText?.(text, path)
      },
    },
    { maxDepth, maxLength: maxRecordBytes },
  )
  const take = (): Batch<XmlRecord> => {
    const batch = { records, rejects: [] }
    records = []
    return batch
  }
  const encoding = options.encoding === undefined ? {} : { encoding: options.encoding }
  for await (const chunk of decodeText(bytes, { xml: true, ...encoding })) {
    scanner.push(chunk)
    if (records.length > 0) yield take()
  }
  scanner.finish()
  if (records.length > 0) yield take()
}

function checkRoot(name: string, allowed: readonly string[] | undefined): void {
  if (!allowed || allowed.includes(name)) return
  throw new InputError('FORMATS_UNKNOWN', {
    expected: `a document whose root is <${allowed.join('> or <')}>`,
    found: `<${name}>`,
    where: 'the root element',
    remedy: 'Check that this is the right file; a web page in its place means that the download failed.',
  })
}
