import type { Entity } from '@cordon/model'
import { defaultModel, Model } from '@opensanctions/followthemoney'

const model = new Model(defaultModel)

/** One step from an entity to another. */
export interface Neighbour {
  /** The property that points there, or the reverse name of the one that points here (`sanctions`, `ownershipOwner`). */
  readonly property: string
  /** What the step means, for a person. */
  readonly label: string
  readonly direction: 'out' | 'in'
  readonly id: string
}

/** Properties of a schema that hold ids of entities, by name; empty for a schema that FollowTheMoney does not know. */
function linkProperties(schemaName: string) {
  const known = linksBySchema.get(schemaName)
  if (known) return known
  const schema = model.schemata[schemaName]
  const links = new Map<string, { label: string; reverse?: { name: string; label: string } }>()
  for (const property of schema?.getProperties().values() ?? []) {
    if (!property.type.isEntity) continue
    const reverse = property.hasReverse ? property.getReverse() : undefined
    links.set(property.name, {
      label: property.label,
      ...(reverse && { reverse: { name: reverse.name, label: reverse.label } }),
    })
  }
  linksBySchema.set(schemaName, links)
  return links
}
const linksBySchema = new Map<
  string,
  Map<string, { label: string; reverse?: { name: string; label: string } }>
>()

/** True for a FollowTheMoney schema that is a link between two things (`Ownership`, `Family`, `UnknownLink`). */
export function isEdge(schemaName: string): boolean {
  return model.schemata[schemaName]?.isEdge ?? false
}

/** Whether a link is read forwards from an entity: the owner owns, the member belongs. */
export function isSourceOf(edge: Entity, id: string): boolean {
  const source = model.schemata[edge.schema]?.edge?.source
  return source !== undefined && (edge.properties[source]?.includes(id) ?? false)
}

/** True where a schema is another one or below it (`Company` is a `LegalEntity`). */
export function isA(schemaName: string, base: string): boolean {
  return schemaName === base || (model.schemata[schemaName]?.isA(base) ?? false)
}

/** True for a schema that FollowTheMoney has. */
export function isSchema(schemaName: string): boolean {
  return schemaName in model.schemata
}

/** A property's name for a person, or its own where FollowTheMoney does not have it. */
export function propertyLabel(schemaName: string, property: string): string {
  return model.schemata[schemaName]?.getProperties().get(property)?.label ?? property
}

/** Who points at whom among a set of entities. */
export class EntityGraph {
  private readonly entities: ReadonlyMap<string, Entity>
  private readonly incoming = new Map<string, { readonly property: string; readonly from: string }[]>()

  constructor(entities: ReadonlyMap<string, Entity>) {
    this.entities = entities
    for (const entity of entities.values())
      for (const property of linkProperties(entity.schema).keys())
        for (const id of entity.properties[property] ?? []) {
          const here = this.incoming.get(id)
          if (here) here.push({ property, from: entity.id })
          else this.incoming.set(id, [{ property, from: entity.id }])
        }
  }

  /** Every step out of and into an entity, those out first, in the order of the record. */
  neighbours(id: string): Neighbour[] {
    const entity = this.entities.get(id)
    if (!entity) return []
    const out = [...linkProperties(entity.schema)].flatMap(([property, { label }]) =>
      (entity.properties[property] ?? [])
        .filter((other) => this.entities.has(other))
        .map((other): Neighbour => ({ property, label, direction: 'out', id: other })),
    )
    const into = (this.incoming.get(id) ?? []).map(({ property, from }): Neighbour => {
      const link = linkProperties(this.entities.get(from)!.schema).get(property)
      return {
        property: link?.reverse?.name ?? property,
        label: link?.reverse?.label ?? link?.label ?? property,
        direction: 'in',
        id: from,
      }
    })
    return [...out, ...into]
  }
}
