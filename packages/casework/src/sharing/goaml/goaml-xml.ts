import { type GoamlType, goamlSchema } from './goaml-schema.data.ts'
import { isType, type XmlTree } from './goaml-validate.ts'

/** Values of a structure by element; what is undefined or empty is left out. */
export interface GoamlValue {
  readonly [element: string]: string | GoamlValue | readonly (string | GoamlValue)[] | undefined
}

/**
 * Values as elements, in the order of the structure; elements that hold nothing are left out.
 * @param facts what a person gives for an element that has no value, by its path: `report/transaction[1]/transmode_code`
 */
export function goamlTree(
  name: string,
  type: GoamlType,
  value: GoamlValue,
  facts: Readonly<Record<string, string>> = {},
  path = name,
): XmlTree {
  const children = goamlSchema[type].flatMap(({ name: element, is, max, many }) =>
    valuesOf(value[element], facts, `${path}/${element}`, isType(is)).flatMap((one, i) => {
      const place = `${path}/${element}${many ? `[${i + 1}]` : ''}`
      if (isType(is)) {
        const tree = goamlTree(element, is, typeof one === 'string' ? {} : one, facts, place)
        return tree.children.length > 0 ? [tree] : []
      }
      const text = typeof one === 'string' ? cut(xmlText(one).trim(), max) : ''
      return text === '' ? [] : [{ name: element, text, children: [] }]
    }),
  )
  return { name, text: '', children }
}

function valuesOf(
  given: GoamlValue[string],
  facts: Readonly<Record<string, string>>,
  path: string,
  isNested: boolean,
): readonly (string | GoamlValue)[] {
  if (Array.isArray(given)) return given as readonly (string | GoamlValue)[]
  if (given !== undefined && given !== '') return [given as string | GoamlValue]
  if (!isNested) return facts[path] === undefined ? [] : [facts[path]]
  return Object.keys(facts).some((key) => key.startsWith(`${path}/`)) ? [{}] : []
}

function cut(text: string, max: number | undefined): string {
  const characters = [...text]
  return max === undefined || characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`
}

/** A text without what XML 1.0 (section 2.2) can't hold. */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}

/** A tree as XML in UTF-8. @param comments stand before the root */
export function xmlOf(tree: XmlTree, comments: readonly string[] = []): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>']
  for (const comment of comments) lines.push(`<!-- ${xmlText(comment).replaceAll('--', '- -')} -->`)
  put(tree, '', lines)
  return `${lines.join('\n')}\n`
}

function put({ name, text, children }: XmlTree, indent: string, lines: string[]): void {
  if (children.length === 0) return void lines.push(`${indent}<${name}>${escaped(text)}</${name}>`)
  lines.push(`${indent}<${name}>`)
  for (const child of children) put(child, `${indent}  `, lines)
  lines.push(`${indent}</${name}>`)
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}
