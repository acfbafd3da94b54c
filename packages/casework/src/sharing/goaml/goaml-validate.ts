import { type GoamlField, type GoamlType, goamlSchema } from './goaml-schema.data.ts'

/** An element of XML as a tree. */
export interface XmlTree {
  readonly name: string
  readonly text: string
  readonly children: readonly XmlTree[]
}

/** What is wrong with a report, and where. */
export interface GoamlFault {
  /** `report/transaction[1]/t_from/from_country`. */
  readonly path: string
  readonly kind: 'missing' | 'unknown' | 'order' | 'value' | 'choice'
  readonly words: string
}

/** Whether an element is what the structure says: elements, their order, which must be there, choices, types and lengths. */
export function validateGoaml(root: XmlTree): GoamlFault[] {
  if (root.name !== 'report')
    return [{ path: root.name, kind: 'unknown', words: 'The root is not <report>.' }]
  return faultsIn(root, 'report', 'report')
}

function faultsIn(element: XmlTree, type: GoamlType, path: string): GoamlFault[] {
  const fields = goamlSchema[type]
  const faults: GoamlFault[] = []
  let last = -1
  const counts = new Map<string, number>()
  for (const child of element.children) {
    const at = fields.findIndex(({ name }) => name === child.name)
    const field = fields[at]
    const count = (counts.get(child.name) ?? 0) + 1
    counts.set(child.name, count)
    const place = `${path}/${child.name}${field?.many ? `[${count}]` : ''}`
    if (!field) {
      faults.push({
        path: place,
        kind: 'unknown',
        words: `<${element.name}> has no element <${child.name}>.`,
      })
      continue
    }
    if (at < last)
      faults.push({
        path: place,
        kind: 'order',
        words: `<${child.name}> stands after <${fields[last]!.name}>.`,
      })
    last = Math.max(at, last)
    if (count > 1 && !field.many)
      faults.push({ path: place, kind: 'choice', words: `<${child.name}> is there more than once.` })
    faults.push(
      ...(isType(field.is) ? faultsIn(child, field.is, place) : valueFaults(child.text, field, place)),
    )
  }
  return [...faults, ...missingIn(fields, counts, path)]
}

function missingIn(
  fields: readonly GoamlField[],
  counts: ReadonlyMap<string, number>,
  path: string,
): GoamlFault[] {
  const faults: GoamlFault[] = []
  const groups = new Map<string, { names: string[]; there: number; required: boolean }>()
  for (const { name, required = false, choice } of fields) {
    const isThere = counts.has(name)
    if (choice) {
      const group = groups.get(choice) ?? { names: [], there: 0, required: false }
      group.names.push(name)
      if (isThere) group.there++
      groups.set(choice, { ...group, required: group.required || required })
    } else if (required && !isThere)
      faults.push({ path: `${path}/${name}`, kind: 'missing', words: `<${name}> is mandatory.` })
  }
  for (const { names, there, required } of groups.values()) {
    if (there > 1)
      faults.push({ path, kind: 'choice', words: `Only one of ${names.join(', ')} can be there.` })
    if (there === 0 && required)
      faults.push({
        path: `${path}/${names.join('|')}`,
        kind: 'missing',
        words: `One of ${names.join(', ')} is mandatory.`,
      })
  }
  return faults
}

const forms = {
  text: /^[\s\S]*\S[\s\S]*$/,
  date: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
  decimal: /^\d{1,17}(?:\.\d{1,4})?$/,
  integer: /^\d{1,9}$/,
  boolean: /^(?:true|false)$/,
  country: /^[A-Z]{2}$/,
  currency: /^[A-Z]{3}$/,
}

function valueFaults(value: string, { is, max, oneOf }: GoamlField, path: string): GoamlFault[] {
  const fault = (words: string): GoamlFault[] => [{ path, kind: 'value', words }]
  if (!forms[is as keyof typeof forms].test(value)) return fault(`"${value.slice(0, 60)}" is no ${is}.`)
  if (max !== undefined && [...value].length > max)
    return fault(`${[...value].length} characters, at most ${max}.`)
  if (oneOf && !oneOf.includes(value)) return fault(`"${value}" is none of ${oneOf.join(', ')}.`)
  return []
}

/** Whether a field holds elements. */
export function isType(is: GoamlField['is']): is is GoamlType {
  return is in goamlSchema
}
