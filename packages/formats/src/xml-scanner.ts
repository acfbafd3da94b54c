import { detach } from './excerpt.ts'
import { InputError, type InputErrorCode } from './input-error.ts'
import { areXmlCharacters, resolveReferences } from './xml-characters.ts'
import { XmlElement } from './xml-element.ts'
import { isNameCharacter, type XmlName, XmlNames } from './xml-names.ts'

/** What the scanner tells, in document order. */
export interface XmlHandler {
  /** Returns whether the element is the root of a record, to be built whole. Called outside of records only. */
  open(name: string, attributes: readonly string[], path: readonly string[]): boolean
  /** A whole record, with the names of the elements around it. */
  record(element: XmlElement, path: readonly string[], line: number): void
  /** Text outside of records that is not white space. `from` is its offset, see `XmlElement.from`. */
  text(text: string, path: readonly string[], from: number): void
  /** A namespace declaration, before the element that carries it. */
  namespace?(prefix: string, uri: string): void
  /** The end tag of an element outside of records, with the offset behind it. */
  close?(name: string, path: readonly string[], to: number): void
}

/** Bounds of the scanner; lengths in UTF-16 units. */
export interface XmlBounds {
  readonly maxDepth: number
  /** Of one record, tag, attribute or text. */
  readonly maxLength: number
  /** Whether another document may follow the first in the same input. */
  readonly many?: boolean
  /** Line and offset of the beginning, where it is not that of the input. */
  readonly line?: number
  readonly offset?: number
}

const more = false
const less = 0x3c
const greater = 0x3e
const slash = 0x2f
const bang = 0x21
const question = 0x3f
const equals = 0x3d
const ampersand = 0x26
const squareClose = 0x5d
const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * Reads a document that comes in pieces, and builds the elements that the handler calls records. It checks all that
 * XML 1.0 asks of a well-formed document without a document type; prefixes need not be declared. A token is read
 * when it is there whole: one that is cut by the end of a piece is read again with the next. Characters are looked
 * at once each, and no string is made but for values.
 */
export class XmlScanner {
  private buffer = ''
  private position = 0
  private pending: string[] = []
  private pendingLength = 0
  private lines = 1
  private countedTo = 0
  private isBegun = false
  private isRootClosed = false
  private readonly names = new XmlNames()
  private readonly open: XmlName[] = []
  private readonly path: string[] = []
  private readonly nodes: XmlElement[] = []
  private recordLine = 0
  /** Characters dropped from the buffer since the record began, and its place there. */
  private recordStart = 0
  /** Offset of the buffer's beginning in the input. */
  private base: number
  private nameHash = 0
  private valueHasReference = false
  private valueHasSpace = false
  private readonly handler: XmlHandler
  private readonly bounds: XmlBounds

  constructor(handler: XmlHandler, bounds: XmlBounds) {
    this.handler = handler
    this.bounds = bounds
    this.lines = bounds.line ?? 1
    this.base = bounds.offset ?? 0
  }

  /** UTF-16 units from the beginning of the input to the place reached. */
  offset(): number {
    return this.base + this.position
  }

  push(chunk: string): void {
    this.pending.push(chunk)
    this.pendingLength += chunk.length
    // An unfinished token is tried again only when the buffer has doubled: a long one costs linear time.
    if (this.pendingLength < this.buffer.length - this.position) return
    this.refill()
    this.run()
    const rest = this.buffer.length - this.position
    const built = this.nodes.length > 0 ? this.position - this.recordStart : 0
    if (Math.max(rest, built) > this.bounds.maxLength) throw this.tooLarge()
  }

  /** To be called at the end of the input. */
  finish(): void {
    this.refill()
    this.run()
    if (!this.isRootClosed || this.position < this.buffer.length) {
      const inside = this.path.length > 0 ? `inside /${this.path.join('/')}` : 'the end of the file'
      throw this.fault('FORMATS_TRUNCATED', 'a whole XML document', `the end of the file ${inside}`.trim())
    }
  }

  /** The line of the place reached, from 1. */
  line(at = this.position): number {
    for (let i = this.buffer.indexOf('\n', this.countedTo); i !== -1 && i < at; ) {
      this.lines++
      this.countedTo = i + 1
      i = this.buffer.indexOf('\n', this.countedTo)
    }
    return this.lines
  }

  private refill(): void {
    this.line()
    const dropped = this.position
    this.base += dropped
    // Joining makes one flat string; adding would make a rope, which costs at every character read.
    this.buffer = [this.buffer.slice(this.position), ...this.pending].join('')
    this.pending = []
    this.pendingLength = 0
    this.position = 0
    this.countedTo = Math.max(0, this.countedTo - dropped)
    this.recordStart -= dropped
  }

  private run(): void {
    while (this.position < this.buffer.length && this.token()) {
      // Each token moves the position on.
    }
  }

  private token(): boolean {
    const { buffer, position } = this
    if (buffer.charCodeAt(position) !== less) return this.characters()
    const next = buffer.charCodeAt(position + 1)
    if (next === slash) return this.endTag()
    if (next === bang) return this.markup()
    if (next === question) return this.instruction()
    return position + 1 < buffer.length ? this.startTag() : more
  }

  private characters(): boolean {
    const { buffer, position } = this
    let at = position
    let isBlank = true
    let hasReference = false
    let hasReturn = false
    // Most text is a line end and spaces before the next tag.
    if (buffer.charCodeAt(at) === lineFeed) at++
    while (buffer.charCodeAt(at) === 0x20) at++
    for (; at < buffer.length; at++) {
      const c = buffer.charCodeAt(at)
      if (c === less) break
      if (c > 0x20) {
        isBlank = false
        if (c === ampersand) hasReference = true
        else if (c === greater) this.refuseSectionEnd(at)
        else if (c >= 0xfffe) throw this.badCharacter(at)
      } else if (c < 0x20 && c !== lineFeed && c !== 0x09) {
        if (c !== carriageReturn) throw this.badCharacter(at)
        hasReturn = true
      }
    }
    if (this.path.length === 0 && !isBlank)
      throw this.syntax(
        'markup',
        `text outside of the root element: ${buffer.slice(position, position + 40)}`,
      )
    if (at === buffer.length && this.path.length > 0) return more
    this.isBegun = true
    this.position = at
    if (isBlank) return true
    let text = buffer.slice(position, at)
    if (hasReturn) text = text.replace(/\r\n?/g, '\n')
    this.addText(hasReference ? this.resolve(text, position) : text, position, at)
    return true
  }

  private refuseSectionEnd(at: number): void {
    const { buffer } = this
    if (at - this.position < 2) return
    if (buffer.charCodeAt(at - 1) === squareClose && buffer.charCodeAt(at - 2) === squareClose)
      throw this.syntax('text', 'the characters "]]>"', at)
  }

  private addText(text: string, from: number, to: number): void {
    if (text === '') return
    const node = this.nodes.at(-1)
    if (!node) this.handler.text(text, this.path, this.base + from)
    else {
      if (node.text === '') node.from = this.base + from
      node.to = this.base + to
      node.text = node.text === '' ? detach(text) : node.text + text
    }
  }

  private startTag(): boolean {
    const { buffer } = this
    let at = this.nameEnd(this.position + 1)
    if (at >= buffer.length) return more
    const name = this.nameAt(this.position + 1, at)
    let attributes: string[] | undefined
    let raws: XmlName[] | undefined
    for (;;) {
      const gap = at
      at = this.skipSpace(at)
      const c = buffer.charCodeAt(at)
      if (c === greater) return this.opened(name, attributes ?? noAttributes, at + 1, false)
      if (c === slash) {
        if (at + 1 >= buffer.length) return more
        if (buffer.charCodeAt(at + 1) !== greater) throw this.syntax('">" after "/"', 'something else', at)
        return this.opened(name, attributes ?? noAttributes, at + 2, true)
      }
      if (at >= buffer.length) return more
      if (at === gap) throw this.syntax('white space, ">" or "/>"', `"${buffer[at]}" in a tag`, at)
      const end = this.nameEnd(at)
      if (end >= buffer.length) return more
      const attribute = this.nameAt(at, end)
      at = this.skipSpace(end)
      if (at >= buffer.length) return more
      if (buffer.charCodeAt(at) !== equals) throw this.syntax('"=" after an attribute', `"${buffer[at]}"`, at)
      at = this.skipSpace(at + 1)
      if (at >= buffer.length) return more
      const close = this.valueEnd(at)
      if (close >= buffer.length) return more
      raws ??= []
      if (raws.includes(attribute)) throw this.syntax('each attribute once', `${attribute.raw} twice`, at)
      raws.push(attribute)
      const value = this.value(at + 1, close)
      if (attribute.isDeclaration) this.handler.namespace?.(attribute.raw.slice(6), value)
      else {
        attributes ??= []
        attributes.push(attribute.local, value)
      }
      at = close + 1
    }
  }

  /** Place after a name that begins at `at`; leaves the hash of its characters behind. */
  private nameEnd(at: number): number {
    const { buffer } = this
    let hash = 0
    let end = at
    for (; end < buffer.length; end++) {
      const c = buffer.charCodeAt(end)
      if (c < 0x80 && isNameCharacter[c] !== 1) break
      hash = (Math.imul(hash, 31) + c) | 0
    }
    this.nameHash = hash
    return end
  }

  private nameAt(from: number, to: number): XmlName {
    const name = this.names.find(this.buffer, from, to, this.nameHash)
    if (!name)
      throw this.syntax(
        'a name',
        JSON.stringify(this.buffer.slice(from, Math.max(to, from + 1)).slice(0, 40)),
        from,
      )
    return name
  }

  private skipSpace(at: number): number {
    const { buffer } = this
    for (let i = at; ; i++) {
      const c = buffer.charCodeAt(i)
      if (c !== 0x20 && c !== lineFeed && c !== carriageReturn && c !== 0x09) return i
    }
  }

  /** Place of the quote that closes the value whose opening quote is at `open`; the buffer's length where it is not there yet. */
  private valueEnd(open: number): number {
    const { buffer } = this
    const quote = buffer.charCodeAt(open)
    if (quote !== 0x22 && quote !== 0x27) throw this.syntax('a quoted value', `"${buffer[open]}"`, open)
    this.valueHasReference = false
    this.valueHasSpace = false
    for (let at = open + 1; at < buffer.length; at++) {
      const c = buffer.charCodeAt(at)
      if (c === quote) return at
      if (c === ampersand) this.valueHasReference = true
      else if (c === less) throw this.syntax('an attribute value', 'the character "<"', at)
      else if (c < 0x20) {
        this.valueHasSpace = true
        if (c !== lineFeed && c !== carriageReturn && c !== 0x09) throw this.badCharacter(at)
      } else if (c >= 0xfffe) throw this.badCharacter(at)
    }
    return buffer.length
  }

  private value(from: number, to: number): string {
    let value = this.buffer.slice(from, to)
    if (this.valueHasSpace) value = value.replace(/\r\n|[\r\n\t]/g, ' ')
    return detach(this.valueHasReference ? this.resolve(value, from) : value)
  }

  private opened(name: XmlName, attributes: string[], end: number, isEmpty: boolean): boolean {
    if (this.isRootClosed && this.bounds.many) this.isRootClosed = false
    if (this.isRootClosed) throw this.syntax('the end of the file', `a second root element <${name.raw}>`)
    this.isBegun = true
    if (this.open.length >= this.bounds.maxDepth)
      throw this.fault('FORMATS_TOO_DEEP', `at most ${this.bounds.maxDepth} nested elements`, 'more')
    const parent = this.nodes.at(-1)
    let node: XmlElement | undefined
    if (parent) {
      node = new XmlElement(name.local, attributes)
      parent.append(node)
    } else if (this.handler.open(name.local, attributes, this.path)) {
      node = new XmlElement(name.local, attributes)
      this.recordLine = this.line()
      this.recordStart = this.position
    }
    this.open.push(name)
    this.path.push(name.local)
    if (node) this.nodes.push(node)
    this.position = end
    if (isEmpty) this.closed()
    return true
  }

  private closed(): void {
    const name = this.open.pop()
    this.path.pop()
    const node = this.nodes.pop()
    if (this.position - this.recordStart > this.bounds.maxLength && node) throw this.tooLarge()
    if (node && this.nodes.length === 0) {
      node.start = this.base + this.recordStart
      node.end = this.base + this.position
      this.handler.record(node, this.path, this.recordLine)
    } else if (!node) this.handler.close?.(name!.local, this.path, this.base + this.position)
    if (this.open.length === 0) this.isRootClosed = true
  }

  private endTag(): boolean {
    const { buffer } = this
    const from = this.position + 2
    const name = this.open.at(-1)
    if (name && buffer.startsWith(name.raw, from)) {
      const at = this.skipSpace(from + name.raw.length)
      if (at >= buffer.length) return more
      if (buffer.charCodeAt(at) === greater) {
        this.position = at + 1
        this.closed()
        return true
      }
    }
    const end = buffer.indexOf('>', from)
    if (end === -1) return more
    throw this.syntax(
      name ? `</${name.raw}>` : 'no end tag',
      `${buffer.slice(this.position, Math.min(end + 1, from + 60))}`,
    )
  }

  /** Comments, CDATA sections, and the document type, which is refused. */
  private markup(): boolean {
    const { buffer, position } = this
    if (buffer.startsWith('<!--', position)) return this.comment()
    if (buffer.startsWith('<![CDATA[', position)) return this.section()
    if (buffer.length - position < 9) return more
    if (buffer.startsWith('<!DOCTYPE', position) || /^<!doctype/i.test(buffer.slice(position, position + 9)))
      throw this.fault(
        'FORMATS_FORBIDDEN',
        'a document without a document type',
        buffer.slice(position, position + 60).split('\n')[0]!,
        'Lists have none, and entities in one could expand without bound. If this is a web page, fetch the list itself.',
      )
    throw this.syntax('a comment or a CDATA section', buffer.slice(position, position + 20))
  }

  private comment(): boolean {
    const { buffer, position } = this
    const end = buffer.indexOf('--', position + 4)
    if (end === -1 || end + 2 >= buffer.length) return more
    if (buffer.charCodeAt(end + 2) !== greater) throw this.syntax('"-->"', '"--" within a comment', end)
    if (!areXmlCharacters(buffer.slice(position, end))) throw this.badCharacter(position)
    this.isBegun = true
    this.position = end + 3
    return true
  }

  private section(): boolean {
    const { buffer, position } = this
    const end = buffer.indexOf(']]>', position + 9)
    if (end === -1) return more
    if (this.open.length === 0) throw this.syntax('markup', 'a CDATA section outside of the root element')
    const text = buffer.slice(position + 9, end)
    if (!areXmlCharacters(text)) throw this.badCharacter(position)
    this.position = end + 3
    if (text.trim() !== '') this.addText(text.replace(/\r\n?/g, '\n'), position + 9, end)
    return true
  }

  private instruction(): boolean {
    const { buffer, position } = this
    const end = buffer.indexOf('?>', position + 2)
    if (end === -1) return more
    const text = buffer.slice(position + 2, end)
    const stop = this.nameEnd(position + 2)
    const target = this.nameAt(position + 2, Math.min(stop, end)).raw
    if (!areXmlCharacters(text)) throw this.badCharacter(position)
    if (stop < end && !/\s/.test(buffer[stop]!)) throw this.syntax('white space', `"${buffer[stop]}"`, stop)
    if (target.toLowerCase() === 'xml') {
      const mayStand = !this.isBegun || (this.bounds.many === true && this.isRootClosed)
      if (target !== 'xml' || !mayStand || !declaration.test(text))
        throw this.syntax('an XML declaration at the beginning, and only there', `<?${text.slice(0, 60)}?>`)
    }
    this.isBegun = true
    this.position = end + 2
    return true
  }

  private resolve(text: string, at: number): string {
    const resolved = resolveReferences(text)
    if (resolved === undefined)
      throw this.syntax(
        '&amp; &lt; &gt; &quot; &apos; or a character by number',
        'another reference, or a bare "&"',
        at,
      )
    return resolved
  }

  private badCharacter(at: number): InputError {
    const code = this.buffer.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
    return this.syntax('characters that XML allows', `U+${code} or one near it`, at)
  }

  private tooLarge(): InputError {
    return this.fault(
      'FORMATS_RECORD_TOO_LARGE',
      `records of at most ${this.bounds.maxLength} characters`,
      'a longer one',
      'If records of this size are meant, raise maxRecordBytes.',
    )
  }

  private syntax(expected: string, found: string, at = this.position): InputError {
    return this.fault('FORMATS_SYNTAX', expected, found, 'The file is damaged or no XML; fetch it again.', at)
  }

  private fault(
    code: InputErrorCode,
    expected: string,
    found: string,
    remedy = 'Fetch the file again.',
    at = this.position,
  ): InputError {
    return new InputError(code, { expected, found, where: `line ${this.line(at)}`, remedy })
  }
}

const noAttributes: string[] = []
const declaration =
  /^xml\s+version\s*=\s*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/
