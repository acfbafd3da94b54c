const none: never[] = []

/**
 * An element of an XML record. Names are local ones: namespace prefixes and `xmlns` attributes are taken off, for
 * lists use one vocabulary each. Text that is only white space is dropped; comments and instructions are too.
 */
export class XmlElement {
  readonly name: string
  /** Names and values in turn, in document order. */
  readonly attributes: readonly string[]
  children: XmlElement[] = none
  /** The element's own text, of all its pieces; not that of its children. */
  text = ''
  /** UTF-16 units from the beginning of the input to its own text's first piece and behind its last; -1 without text. */
  from = -1
  to = -1
  /** The same of the whole element, of a record alone. */
  start = -1
  end = -1

  constructor(name: string, attributes: readonly string[]) {
    this.name = name
    this.attributes = attributes
  }

  /** The value of an attribute, or undefined. */
  attribute(name: string): string | undefined {
    const list = this.attributes
    for (let i = 0; i < list.length; i += 2) if (list[i] === name) return list[i + 1]
    return undefined
  }

  /** The first child of that name, or undefined. */
  child(name: string): XmlElement | undefined {
    const list = this.children
    for (let i = 0; i < list.length; i++) if (list[i]!.name === name) return list[i]
    return undefined
  }

  /** All children of that name. */
  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name)
  }

  /** The trimmed text of the first child of that name, or undefined where it is absent or empty. */
  textOf(name: string): string | undefined {
    return this.child(name)?.text.trim() || undefined
  }

  /** Adds a child; for parsers. */
  append(child: XmlElement): void {
    if (this.children.length === 0) this.children = [child]
    else this.children.push(child)
  }
}
