import type { Located } from '../message.ts'
import type { MtField } from './tree.ts'

/** The lines of a field, each with its place; `:59:/2` is the second line. Empty ones are left out, numbers stay. */
export function linesOf(field: MtField): Located[] {
  const lines: Located[] = []
  const { tag, value, from } = field
  let number = 0
  for (let at = 0; at <= value.length; ) {
    const next = value.indexOf('\n', at)
    let end = next === -1 ? value.length : next
    const following = end + 1
    if (end > at && value.charCodeAt(end - 1) === 0x0d) end--
    number++
    const line = located(value.slice(at, end), `:${tag}:/${number}`, from + at)
    if (line) lines.push(line)
    at = following
    if (next === -1) break
  }
  return lines
}

/** A value with its place, trimmed; undefined where nothing is left. */
export function located(value: string, path: string, from: number): Located | undefined {
  const trimmed = value.trim()
  if (trimmed === '') return undefined
  const start = from + value.indexOf(trimmed)
  return { value: trimmed, path, from: start, to: start + trimmed.length }
}

/** Part of a located value, from a place in it. */
export function partOf(whole: Located, at: number, end = whole.value.length): Located | undefined {
  return located(whole.value.slice(at, end), whole.path, whole.from! + at)
}

/** The whole field as one value. */
export function wholeOf(field: MtField): Located | undefined {
  return located(field.value, `:${field.tag}:`, field.from)
}
