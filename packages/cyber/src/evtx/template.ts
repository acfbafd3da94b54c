import { readText, readValue } from './values.ts'

/** Text that stands in a template, or the place of a value that an instance brings. */
export type Part = string | { readonly index: number }

/** An element of a template. */
export interface Element {
  readonly name: string
  readonly attributes: { readonly name: string; readonly parts: readonly Part[] }[]
  readonly children: (Element | Part)[]
}

/** What an instance sets: a field of the flat record, one more unnamed `Data`, or the fields of a nested fragment. */
export type Step =
  | { readonly kind: 'field'; readonly key: string; readonly parts: readonly Part[]; readonly value: number }
  | { readonly kind: 'unnamed'; readonly parts: readonly Part[]; readonly value: number }
  | { readonly kind: 'nested'; readonly index: number }

/** Elements nest this deep at most; deeper ones are no event. */
const maxDepth = 32

/** Where names stand in a chunk, read once each. */
export class Names {
  private readonly known = new Map<number, string>()
  private readonly chunk: Buffer

  constructor(chunk: Buffer) {
    this.chunk = chunk
  }

  at(offset: number): string {
    let name = this.known.get(offset)
    if (name === undefined) {
      name = readText(this.chunk, offset + 8, this.chunk.readUInt16LE(offset + 6))
      this.known.set(offset, name)
    }
    return name
  }

  /** Bytes that a name's own entry takes where it stands in the stream. */
  sizeAt(offset: number): number {
    return 10 + 2 * this.chunk.readUInt16LE(offset + 6)
  }
}

/** Reads the elements of binary XML, in a template or in a fragment by itself. */
export class ElementReader {
  at: number
  private depth = 0
  private readonly chunk: Buffer
  private readonly names: Names
  /** Elements of a template carry two more bytes, the dependency. */
  private readonly hasDependency: boolean

  constructor(chunk: Buffer, at: number, names: Names, hasDependency: boolean) {
    this.chunk = chunk
    this.at = at
    this.names = names
    this.hasDependency = hasDependency
  }

  /** The element that begins here; fragment headers before it are passed over. */
  root(): Element {
    while (this.chunk[this.at] === 0x0f) this.at += 4
    return this.element()
  }

  private element(): Element {
    const token = this.chunk[this.at]!
    if ((token & 0xbf) !== 0x01) throw new Error(`no element but token 0x${token.toString(16)} at ${this.at}`)
    if (++this.depth > maxDepth) throw new Error(`elements nested deeper than ${maxDepth}`)
    this.at += this.hasDependency ? 7 : 5
    const element: Element = { name: this.name(), attributes: [], children: [] }
    if ((token & 0x40) !== 0) this.at += 4
    while ((this.chunk[this.at]! & 0xbf) === 0x06) element.attributes.push(this.attribute())
    const close = this.chunk[this.at++]
    if (close === 0x02) this.content(element)
    else if (close !== 0x03) throw new Error(`an element not closed at ${this.at - 1}`)
    this.depth--
    return element
  }

  private content(element: Element): void {
    for (;;) {
      const token = this.chunk[this.at]
      if (token === undefined) throw new Error('an element without end')
      if (token === 0x04) {
        this.at++
        return
      }
      if ((token & 0xbf) === 0x01) element.children.push(this.element())
      else element.children.push(this.part(token))
    }
  }

  private attribute(): { name: string; parts: Part[] } {
    this.at++
    const name = this.name()
    const parts: Part[] = []
    for (;;) {
      const token = this.chunk[this.at]! & 0xbf
      if (token !== 0x05 && token !== 0x0d && token !== 0x0e && token !== 0x08 && token !== 0x09)
        return { name, parts }
      parts.push(this.part(token))
    }
  }

  private part(token: number): Part {
    const { chunk } = this
    switch (token & 0xbf) {
      case 0x05: {
        const type = chunk[this.at + 1]!
        if (type !== 0x01) throw new Error(`a plain value of type ${type} at ${this.at}`)
        const units = chunk.readUInt16LE(this.at + 2)
        const text = readText(chunk, this.at + 4, units)
        this.at += 4 + 2 * units
        return text
      }
      case 0x07: {
        const units = chunk.readUInt16LE(this.at + 1)
        const text = readText(chunk, this.at + 3, units)
        this.at += 3 + 2 * units
        return text
      }
      case 0x08: {
        const code = chunk.readUInt16LE(this.at + 1)
        this.at += 3
        return String.fromCharCode(code)
      }
      case 0x09: {
        this.at++
        return entities[this.name()] ?? ''
      }
      case 0x0d:
      case 0x0e: {
        const index = chunk.readUInt16LE(this.at + 1)
        this.at += 4
        return { index }
      }
      default:
        throw new Error(`token 0x${token.toString(16)} at ${this.at}`)
    }
  }

  private name(): string {
    const offset = this.chunk.readUInt32LE(this.at)
    this.at += 4
    const name = this.names.at(offset)
    if (offset === this.at) this.at += this.names.sizeAt(offset)
    return name
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The steps that make a flat record of a template's instance: names as Sigma's specification wants them. */
export function stepsOf(root: Element): Step[] {
  const steps: Step[] = []
  if (root.name === 'Event') {
    for (const child of root.children)
      if (typeof child === 'object' && 'name' in child) {
        if (child.name === 'System') systemSteps(child, steps)
        else dataSteps(child, steps)
      } else if (typeof child === 'object') steps.push({ kind: 'nested', index: child.index })
  } else dataSteps(root, steps)
  return steps
}

function systemSteps(system: Element, steps: Step[]): void {
  for (const child of system.children) {
    if (typeof child !== 'object' || !('name' in child)) continue
    for (const { name, parts } of child.attributes)
      if (name !== 'xmlns') steps.push(field(`${child.name}_${name}`, parts))
    const parts = child.children.filter(isPart)
    if (parts.length > 0) steps.push(field(child.name, parts))
  }
}

function dataSteps(element: Element, steps: Step[]): void {
  for (const child of element.children) {
    if (isPart(child)) {
      if (typeof child === 'object') steps.push({ kind: 'nested', index: child.index })
      continue
    }
    const parts = child.children.filter(isPart)
    const name = child.attributes.find((attribute) => attribute.name === 'Name')?.parts
    if (child.children.some((one) => !isPart(one))) dataSteps(child, steps)
    else if (child.name !== 'Data') steps.push(field(child.name, parts))
    else if (name?.length === 1 && typeof name[0] === 'string') {
      steps.push(field(name[0], parts))
      if (name[0].includes(' ')) steps.push(field(name[0].replaceAll(' ', ''), parts))
    } else steps.push({ kind: 'unnamed', parts, value: soleValue(parts) })
  }
}

function field(key: string, parts: readonly Part[]): Step {
  return { kind: 'field', key, parts, value: soleValue(parts) }
}

/** The index of the one value of which the parts consist, or -1. */
function soleValue(parts: readonly Part[]): number {
  const [only] = parts
  return parts.length === 1 && typeof only === 'object' ? only.index : -1
}

function isPart(child: Element | Part): child is Part {
  return typeof child === 'string' || 'index' in child
}

export { readValue }
