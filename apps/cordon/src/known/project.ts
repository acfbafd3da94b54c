import type { Entity, StatementGroup } from '@cordon/model'

const captions = [
  'name',
  'weakAlias',
  'alias',
  'publicKey',
  'registrationNumber',
  'number',
  'full',
  'program',
  'authority',
] // prettier-ignore

/** The entity that one group of statements tells of. */
export function projectGroup({ entityId, schema, statements }: StatementGroup): Entity | undefined {
  const properties: Record<string, string[]> = {}
  const datasets = new Set<string>()
  for (const { property, value, source } of statements) {
    datasets.add(source)
    const values = properties[property]
    if (!values) properties[property] = [value]
    else if (!values.includes(value)) values.push(value)
  }
  const caption = captions.map((property) => properties[property]?.[0]).find((text) => text !== undefined)
  return {
    id: entityId,
    caption: caption ?? entityId,
    schema,
    properties,
    datasets: [...datasets],
    referents: [],
    target: properties.topics?.some((topic) => topic.startsWith('sanction')) ?? false,
  }
}
