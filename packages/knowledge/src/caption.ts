import { ftmProperty, ftmSchema, type Statement } from '@cordon/model'

/**
 * What to call an entity: of the caption properties of its schema, in FollowTheMoney's order, the first that has a
 * name in Latin script; failing that, the first that has any value; failing that, the id. Among the values of one
 * property: Latin script before others, what more sources say before what fewer say, mixed case before capitals,
 * no comma ("KIM, Jong Un") before one, then code point order. The order of the statements does not matter.
 */
export function captionOf(id: string, schema: string, statements: readonly Statement[]): string {
  const properties = ftmSchema(schema)?.caption ?? []
  const candidates = properties.map((property) => ranked(property, statements))
  const latin = candidates.find(
    (values, at) => values[0] !== undefined && isNameLike(schema, properties[at]!) && isLatin(values[0]),
  )
  return (latin ?? candidates.find((values) => values.length > 0))?.[0] ?? id
}

/** A weak alias or an e-mail address never stands before a real name in another script. */
function isNameLike(schema: string, property: string): boolean {
  return property !== 'weakAlias' && ftmProperty(schema, property)?.type === 'name'
}

function ranked(property: string, statements: readonly Statement[]): string[] {
  const sources = new Map<string, Set<string>>()
  for (const { property: name, value, source } of statements) {
    if (name !== property) continue
    const known = sources.get(value)
    if (known) known.add(source)
    else sources.set(value, new Set([source]))
  }
  const weight = (value: string) =>
    (isLatin(value) ? 1_000_000 : 0) +
    10 * (sources.get(value)?.size ?? 0) +
    (/\p{Ll}/u.test(value) ? 2 : 0) +
    (value.includes(',') ? 0 : 1)
  return [...sources.keys()].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))
}

/** Whether no letter of another script is in it. */
function isLatin(text: string): boolean {
  return !/(?!\p{Script=Latin})\p{L}/u.test(text)
}
