import { InputError, type XmlElement, XmlScanner } from '@cordon/formats'
import type { ReadMessage } from '../read-message.ts'
import { buildMessage } from './build.ts'
import { containers, definitionOf, transactionNames } from './definitions.ts'
import { Placed } from './places.ts'

/** Bounds of reading. */
export interface MxOptions {
  /** Longest element that is read at once (a transaction, a header), in UTF-16 units; 4 Mi by default. */
  readonly maxElement?: number
  /** Transactions after which a document is given in parts; 200 by default. */
  readonly partSize?: number
  readonly encoding?: string
}

interface Piece {
  readonly element: XmlElement
  readonly path: string
  readonly text: string
}

const maxPartLength = 512 * 1024

/** Reads documents one after another and calls back with each message, or each part of a long one. */
export class DocumentReader {
  private readonly scanner: XmlScanner
  private readonly emit: (message: ReadMessage) => void
  private readonly refuse: (fault: InputError, at: number) => void
  private readonly partSize: number
  /** The input's text from `windowStart` on. */
  private window = ''
  private windowStart: number
  private lines: number
  private countedTo: number

  private namespaces: string[] = []
  private start: number
  private startLine: number
  private type: string | undefined
  private depth = -1
  private header: Piece | undefined
  private shared: Piece[] = []
  private batch: Piece[] = []
  private transactions: { piece: Piece; batch: readonly Piece[] }[] = []
  private length = 0
  private part = 0
  private isClosed = false
  /** Root elements since the last message began. */
  private roots = 0
  private readonly counts = new Map<string, number>()

  /** @param refuse told of a document that is no message; the next one is read all the same */
  constructor(
    emit: (message: ReadMessage) => void,
    refuse: (fault: InputError, at: number) => void,
    options: MxOptions,
    offset: number,
    line: number,
  ) {
    this.emit = emit
    this.refuse = refuse
    this.partSize = options.partSize ?? 200
    this.windowStart = this.countedTo = this.start = offset
    this.startLine = this.lines = line
    this.scanner = new XmlScanner(
      {
        namespace: (_prefix, uri) => {
          this.namespaces.push(uri)
          if (this.namespaces.length > 64) this.namespaces.shift()
        },
        open: (name, attributes, path) => {
          // "Xmlns" is found in real files: what looks like a namespace is taken for one.
          for (let i = 1; i < attributes.length; i += 2)
            if (attributes[i]!.startsWith('urn:')) this.namespaces.push(attributes[i]!)
          return this.open(name, path)
        },
        record: (element, path) => this.record(element, path),
        // Text where elements are expected stays in the message's own text; it belongs to no transaction.
        text: () => {},
        close: (name, path) => this.close(name, path),
      },
      { maxDepth: 64, maxLength: options.maxElement ?? 4 * 1024 * 1024, many: true, offset, line },
    )
  }

  push(chunk: string): void {
    this.window += chunk
    this.scanner.push(chunk)
    this.trim()
  }

  finish(): void {
    this.scanner.finish()
    this.end(this.windowStart + this.window.length)
  }

  /** Gives what was read of a document that can't be read on. */
  giveUp(): void {
    if (this.transactions.length > 0) this.flush(this.scanner.offset(), this.part > 0)
  }

  offset(): number {
    return this.scanner.offset()
  }

  /** Text about a place. */
  around(at: number): string {
    const from = Math.max(0, at - this.windowStart - 40)
    return this.window.slice(from, from + 200)
  }

  private open(name: string, path: readonly string[]): boolean {
    // A second root while nothing was a message: what came before was none.
    const begins = path.length === 0 || name === 'AppHdr' || name === 'Document'
    if ((this.isClosed && begins) || (path.length === 0 && this.roots > 0)) this.end(this.scanner.offset())
    if (path.length === 0) this.roots++
    if (this.depth === -1) {
      if (name === 'AppHdr') return true
      if (name === 'Document') this.depth = path.length
      return false
    }
    const below = path.length - this.depth
    if (below === 1) {
      this.type = definitionOf(name, this.namespaces, this.header?.element.textOf('MsgDefIdr'))
      return false
    }
    if (below === 2 && containers.has(name)) {
      this.batch = []
      return false
    }
    return true
  }

  private record(element: XmlElement, path: readonly string[]): void {
    const text = this.window.slice(element.start - this.windowStart, element.end - this.windowStart)
    if (element.name === 'AppHdr' && this.depth === -1) {
      this.header = { element, path: `/${[...path, 'AppHdr'].join('/')}`, text }
      return
    }
    const own = path.slice(this.depth)
    const count = this.count([...own, element.name].join('/'))
    const isTransaction = transactionNames.has(element.name)
    const container = own.length > 2 ? `[${(this.counts.get(own.join('/')) ?? 0) + 1}]` : ''
    const parent = `/${own.join('/')}${container}`
    const name = `${element.name}${isTransaction || count > 1 ? `[${count}]` : ''}`
    const piece = { element, path: `${parent}/${name}`, text }
    this.length += text.length
    if (isTransaction) this.transactions.push({ piece, batch: this.batch })
    else if (own.length > 2) this.batch = [...this.batch, piece]
    else this.shared.push(piece)
    if (this.transactions.length >= this.partSize || this.length > maxPartLength)
      if (this.transactions.length > 0) this.flush(element.end, true)
  }

  private count(key: string): number {
    const count = (this.counts.get(key) ?? 0) + 1
    this.counts.set(key, count)
    return count
  }

  private close(name: string, path: readonly string[]): void {
    if (this.depth === -1) return
    if (path.length - this.depth === 2 && containers.has(name)) {
      const key = [...path.slice(this.depth), name].join('/')
      // Numbers of what follows in the next container begin anew.
      const number = (this.counts.get(key) ?? 0) + 1
      for (const known of this.counts.keys()) if (known.startsWith(`${key}/`)) this.counts.delete(known)
      this.counts.set(key, number)
      if (this.batch.length > 0 && !this.transactions.some(({ batch }) => batch === this.batch)) {
        // A container without transactions (a status of a whole batch) is told by what it holds.
        this.shared.push(...this.batch)
      }
      this.batch = []
    }
    if (name === 'Document' && path.length === this.depth) {
      this.isClosed = true
      this.depth = -1
    }
  }

  /** Ends a message at a place: behind it the next one begins. */
  private end(at: number): void {
    if (this.type !== undefined && this.isClosed) this.flush(at, this.part > 0)
    else if (this.header && !this.isClosed && this.depth === -1) {
      this.type =
        this.namespaces.map((uri) => /head\.\d{3}\.\d{3}\.\d{2}/.exec(uri)?.[0]).find(Boolean) ?? 'head.001'
      this.flush(at, false)
    } else if (this.window.slice(this.start - this.windowStart).trim() !== '')
      this.refuse(this.noMessage(), this.start)
    this.begin(at)
  }

  private noMessage(): InputError {
    return new InputError('FORMATS_UNKNOWN', {
      expected: 'an ISO 20022 message, a <Document> with or without wrappers',
      found: 'XML without one',
      where: `line ${this.startLine}`,
      remedy: 'Check that this is the right file.',
    })
  }

  private begin(at: number): void {
    this.start = at
    this.startLine = this.lineOf(at)
    this.type = undefined
    this.header = undefined
    this.shared = []
    this.batch = []
    this.transactions = []
    this.length = 0
    this.part = 0
    this.isClosed = false
    this.roots = 0
    this.counts.clear()
  }

  private flush(to: number, isPart: boolean): void {
    const whole = !isPart && this.part === 0
    if (isPart && this.transactions.length === 0 && this.part > 0) return
    const layout = whole ? this.whole(to) : this.composed()
    const { header, shared, transactions, text } = layout
    const number = whole ? undefined : ++this.part
    const message = buildMessage({
      type: this.type ?? 'unknown',
      ...(header && { header }),
      shared,
      transactions,
      ...(number !== undefined && { part: number }),
    })
    this.emit({ message, text, offset: this.start, line: this.startLine })
    this.transactions = []
    this.length = 0
  }

  /** The text as it was given. */
  private whole(to: number) {
    const lead = /^\s*/.exec(this.window.slice(this.start - this.windowStart, to - this.windowStart))![0]
      .length
    const shift = -(this.start + lead)
    const place = ({ element, path }: Piece) => new Placed(element, shift, undefined, path)
    return {
      header: this.header && place(this.header),
      shared: this.shared.map(place),
      transactions: this.transactions.map(({ piece, batch }) => ({
        placed: place(piece),
        batch: batch.map(place),
      })),
      text: this.window.slice(this.start + lead - this.windowStart, to - this.windowStart).trimEnd(),
    }
  }

  /** Of a long document: its headers, and the transactions of this part. */
  private composed() {
    let text = ''
    const known = new Map<Piece, Placed>()
    const place = (piece: Piece): Placed => {
      const before = known.get(piece)
      if (before) return before
      const placed = new Placed(piece.element, text.length - piece.element.start, undefined, piece.path)
      text += `${piece.text}\n`
      known.set(piece, placed)
      return placed
    }
    return {
      header: this.header && place(this.header),
      shared: this.shared.map(place),
      transactions: this.transactions.map(({ piece, batch }) => ({
        batch: batch.map(place),
        placed: place(piece),
      })),
      get text() {
        return text
      },
    }
  }

  /** Lets go of text that no message needs any more. */
  private trim(): void {
    const needed =
      this.part > 0 ? (this.transactions[0]?.piece.element.start ?? this.scanner.offset()) : this.start
    const drop = Math.min(needed, this.scanner.offset()) - this.windowStart
    if (drop < 64 * 1024) return
    this.lineOf(this.windowStart + drop)
    this.window = this.window.slice(drop)
    this.windowStart += drop
  }

  private lineOf(at: number): number {
    const { window, windowStart } = this
    for (let i = window.indexOf('\n', this.countedTo - windowStart); i !== -1 && i + windowStart < at; ) {
      this.lines++
      this.countedTo = i + 1 + windowStart
      i = window.indexOf('\n', this.countedTo - windowStart)
    }
    return this.lines
  }
}
