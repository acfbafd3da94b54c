import type { XmlElement } from '@cordon/formats'
import type { Located } from '../message.ts'

/** An element with its path and how far its offsets are to be moved. */
export class Placed {
  readonly element: XmlElement
  readonly shift: number
  private readonly parent: Placed | undefined
  private own: string | undefined

  /** @param path of an element that has no parent here */
  constructor(element: XmlElement, shift: number, parent?: Placed, path?: string) {
    this.element = element
    this.shift = shift
    this.parent = parent
    this.own = path
  }

  /** `/Document/.../RmtInf/Ustrd[2]`: numbered where several siblings have the name. Made when it is asked for. */
  get path(): string {
    if (this.own === undefined) {
      const { name } = this.element
      const siblings = this.parent!.element.children
      let number = 0
      let count = 0
      for (const sibling of siblings) {
        if (sibling.name !== name) continue
        count++
        if (sibling === this.element) number = count
      }
      this.own = `${this.parent!.path}/${name}${count > 1 ? `[${number}]` : ''}`
    }
    return this.own
  }

  /** The same place with another element there. */
  with(element: XmlElement): Placed {
    return new Placed(element, this.shift, this.parent, this.path)
  }
}

/** Its children, in order. */
export function childrenOf(placed: Placed): Placed[] {
  return placed.element.children.map((child) => new Placed(child, placed.shift, placed))
}

/** The descendant down a path of names, the first of each. */
export function down(from: Placed | undefined, ...names: readonly string[]): Placed | undefined {
  let at = from
  for (const name of names) {
    const child = at?.element.child(name)
    if (!at || !child) return undefined
    at = new Placed(child, at.shift, at)
  }
  return at
}

/** Its own text with its place, trimmed; undefined without any. */
export function textOf(placed: Placed | undefined): Located | undefined {
  if (!placed || placed.element.text === '') return undefined
  const { element, shift } = placed
  const value = element.text.trim()
  if (value === '') return undefined
  const before = element.text.indexOf(value)
  const after = element.text.length - before - value.length
  return { value, path: placed.path, from: element.from + before + shift, to: element.to - after + shift }
}

/** The text of a descendant. */
export function textDown(from: Placed | undefined, ...names: readonly string[]): Located | undefined {
  return textOf(down(from, ...names))
}
