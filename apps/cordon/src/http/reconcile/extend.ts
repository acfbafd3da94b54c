import { ftmProperty, ftmSchema, ftmSchemata, isA } from '@cordon/model'
import { z } from 'zod'
import type { Known } from '../../known/known.ts'
import { propertyOf, typeOf } from './queries.ts'

/** `extend` of reconciliation API 0.2: properties of entities that were found before. */
export const extendSchema = z.object({
  ids: z.array(z.string().max(1000)).max(1000),
  properties: z
    .array(
      z.object({
        id: z.string().max(200),
        settings: z.object({ limit: z.coerce.number().int().min(0).optional() }).optional(),
      }),
    )
    .min(1)
    .max(100),
})

/** What a caller may set for a property. */
export const propertySettings = [
  {
    name: 'limit',
    label: 'Most values',
    type: 'number',
    default: 0,
    help_text: 'Most values of this property for one row; 0 for all of them',
  },
]

/** Label and far end of a property, by whichever schema has it first. */
function aboutProperty(name: string) {
  for (const { name: schema } of ftmSchemata()) {
    const property = ftmProperty(schema, name)
    if (property) return property
  }
  return undefined
}

/** Answers an extension: texts as `str`, other entities as `id` and `name`, both ways along a link. */
export function extend(
  known: Known,
  { ids, properties }: z.infer<typeof extendSchema>,
  sources: readonly string[] | undefined,
) {
  const wanted = properties.map(({ id, settings }) => ({
    id,
    name: propertyOf(id, 'extend.properties'),
    most: settings?.limit || Number.POSITIVE_INFINITY,
  }))
  const meta = wanted.map(({ id, name }) => {
    const about = aboutProperty(name)
    return { id, name: about?.label ?? name, ...(about?.range && { type: typeOf(about.range) }) }
  })
  const rows = ids.map((id) => {
    const found = known.graph.get(id)
    const entity = !sources || found?.datasets.some((one) => sources.includes(one)) ? found : undefined
    const cells = wanted.map(({ id: column, name, most }) => {
      const linked = (entity ? known.graph.adjacent(entity.id) : [])
        .filter(({ property }) => property === name)
        .map(({ entity: other }) => ({ id: other.id, name: other.caption }))
      const texts = (entity?.properties[name] ?? []).map((str) => ({ str }))
      return [column, (linked.length > 0 ? linked : texts).slice(0, most)]
    })
    return [id, Object.fromEntries(cells)]
  })
  return { meta, rows: Object.fromEntries(rows) }
}

/** Properties to offer for a type, those shown first leading. */
export function proposeProperties(type: string | undefined, limit: number) {
  const schema = ftmSchema(type ?? 'Thing') ?? ftmSchema('Thing')!
  const shown = [...schema.properties.values()].filter(({ hidden }) => !hidden)
  const rank = (name: string) => (schema.featured.indexOf(name) + 1 || Number.POSITIVE_INFINITY) as number
  const properties = shown
    .sort((a, b) => rank(a.name) - rank(b.name) || 0)
    .slice(0, limit)
    .map(({ name, label }) => ({ id: name, name: label }))
  return { type: schema.name, limit, properties }
}

/** Types whose name or label holds a text. */
export function suggestTypes(prefix: string) {
  const text = prefix.trim().toLowerCase()
  return ftmSchemata()
    .filter((schema) => schema.matchable || isA(schema.name, 'Thing'))
    .filter(({ name, label, plural }) =>
      [name, label, plural].some((one) => one.toLowerCase().includes(text)),
    )
    .map(({ name, label, plural }) => ({ id: name, name: label, description: plural }))
}

/** Properties whose name or label holds a text, those that begin so first. */
export function suggestProperties(prefix: string) {
  const text = prefix.trim().toLowerCase()
  const found = new Map<string, { id: string; name: string; description: string }>()
  for (const schema of ftmSchemata().filter(({ matchable }) => matchable))
    for (const { name, label, hidden } of schema.properties.values()) {
      if (hidden || !`${name} ${label}`.toLowerCase().includes(text)) continue
      const known = found.get(name)
      if (known) known.description += `, ${schema.label}`
      else found.set(name, { id: name, name: label, description: `of ${schema.label}` })
    }
  const begins = ({ id, name }: { id: string; name: string }) =>
    [id, name].some((one) => one.toLowerCase().startsWith(text)) ? 0 : 1
  return [...found.values()].sort((a, b) => begins(a) - begins(b) || (a.name < b.name ? -1 : 1))
}
