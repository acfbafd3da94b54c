import { readXml, type XmlElement } from '@cordon/formats'
import type { ReadContext } from './list-reader.ts'
import type { InputFile } from './reader.ts'

/** Which elements of a publisher's XML are records. */
export interface XmlShape {
  /** Names the root element may have. */
  readonly root: readonly string[]
  readonly isRecord: (name: string, path: readonly string[]) => boolean
  /** Elements around records that are known, the root among them; others are counted as unknown. */
  readonly containers?: readonly string[]
  /** Told of the root's attributes: many publishers state the version there. */
  readonly onRoot?: (attribute: (name: string) => string | undefined) => void
}

/** An element that was asked for, and its place for messages. */
export interface ListedElement {
  readonly element: XmlElement
  readonly path: readonly string[]
  readonly where: string
}

/** The records of XML files, one file after another. Whatever lies around them and is not known is counted. */
export async function* xmlRecords(
  context: ReadContext,
  shape: XmlShape,
  files: readonly InputFile[] = context.files,
): AsyncGenerator<ListedElement, void, undefined> {
  const { report, options, opener } = context
  const isKnown = new Set([...shape.root, ...(shape.containers ?? [])])
  for (const file of files) {
    const batches = readXml(opener.open(file), {
      root: shape.root,
      isRecord: shape.isRecord,
      onContainer: (name, attributes, path) => {
        if (path.length === 0) shape.onRoot?.((wanted) => attributeOf(attributes, wanted))
        else if (!isKnown.has(name)) report.countUnknown(`element ${[...path, name].join('/')}`, file.name)
      },
      onText: (_, path) => report.countUnknown(`text in ${path.join('/')}`, file.name),
      ...(options.limits && { limits: options.limits }),
    })
    for await (const batch of batches)
      for (const { element, path, line } of batch.records)
        yield { element, path, where: `${file.name} line ${line}` }
  }
}

/** The beginning of a record for a reject: its children's names and texts. */
export function excerptOfElement(element: XmlElement): string {
  const attributes: string[] = []
  for (let i = 0; i < element.attributes.length; i += 2)
    attributes.push(`${element.attributes[i]}=${element.attributes[i + 1]}`)
  return [...attributes, ...element.children.map((child) => `${child.name}=${child.text.trim()}`)]
    .join(' ')
    .slice(0, 200)
}

/** White space of any kind as single spaces; undefined where nothing is left. */
export function squeeze(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim() || undefined
}

/** The text of the first child of that name, squeezed. */
export function childText(element: XmlElement, name: string): string | undefined {
  return squeeze(element.child(name)?.text)
}

/** All text of an element and what is in it, by commas. */
export function allText(element: XmlElement): string {
  return [squeeze(element.text), ...element.children.map(allText)].filter(Boolean).join(', ')
}

function attributeOf(attributes: readonly string[], name: string): string | undefined {
  for (let i = 0; i < attributes.length; i += 2) if (attributes[i] === name) return attributes[i + 1]
  return undefined
}
