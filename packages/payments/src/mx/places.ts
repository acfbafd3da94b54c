import type { XmlElement } from '@cordon/formats'
import type { Located } from '../message.ts'

/** An element with its path and how far its offsets are to be moved. */
export interface Placed {
  readonly element: XmlElement
  readonly path: string
  readonly shift: number
}

/** Its children with their paths: `/Ustrd[2]` where several have the name. */
export function childrenOf({ element, path, shift }: Placed): Placed[] {
  const { children } = element
  return children.map((child, at) => {
    let number = 0
    let several = false
    for (let i = 0; i < children.length; i++) {
      if (children[i]!.name !== child.name) continue
      if (i !== at) several = true
      if (i <= at) number++
    }
    return { element: child, path: `${path}/${child.name}${several ? `[${number}]` : ''}`, shift }
  })
}

/** The descendant down a path of names, the first of each. */
export function down(from: Placed | undefined, ...names: readonly string[]): Placed | undefined {
  let at = from
  for (const name of names) at = at && childrenOf(at).find(({ element }) => element.name === name)
  return at
}

/** Its own text with its place, trimmed; undefined without any. */
export function textOf(placed: Placed | undefined): Located | undefined {
  if (!placed) return undefined
  const { element, path, shift } = placed
  const value = element.text.trim()
  if (value === '') return undefined
  const before = element.text.indexOf(value)
  const after = element.text.length - before - value.length
  return { value, path, from: element.from + before + shift, to: element.to - after + shift }
}

/** The text of a descendant. */
export function textDown(from: Placed | undefined, ...names: readonly string[]): Located | undefined {
  return textOf(down(from, ...names))
}
