import { type Entity, ftmSchema } from '@cordon/model'
import type { EntityGraph } from './entity-graph.ts'

/** An entity whose references are entities themselves, as yente serves it. */
export interface NestedEntity extends Omit<Entity, 'properties'> {
  readonly properties: Readonly<Record<string, readonly (string | NestedEntity)[]>>
}

/**
 * The entity with what it refers to, and what refers to it, in place of ids: a Person with `sanctions` as Sanction
 * objects and `ownershipOwner` as Ownership objects, whose `asset` is the Company. This is yente's nested shape. A
 * reference back to an entity on the way stays an id, and so does one that is unknown or lies deeper than `depth`.
 * @param depth links to follow; an edge or other non-thing (Ownership, Sanction) on the way costs none. Default 1.
 */
export function nestedEntity(graph: EntityGraph, id: string, depth = 1): NestedEntity | undefined {
  const entity = graph.get(id)
  return entity && nest(graph, entity, depth, [])
}

function nest(graph: EntityGraph, entity: Entity, depth: number, path: readonly Entity[]): NestedEntity {
  const properties: Record<string, (string | NestedEntity)[]> = {}
  for (const [name, values] of Object.entries(entity.properties)) properties[name] = [...values]
  const way = [...path, entity]
  for (const { property, inverse, entity: other } of graph.adjacent(entity.id)) {
    if (way.includes(other)) continue
    const cost = isThing(other) ? 1 : 0
    // Below the first level only edges are followed on: all that refers to a far company would be half the list.
    if (depth < cost || (inverse && path.length > 0 && depth < 1)) continue
    const nested = nest(graph, other, depth - cost, way)
    const values = properties[property] ?? []
    properties[property] = values
    const at = inverse
      ? -1
      : values.findIndex((value) => value === other.id || other.referents.includes(`${value}`))
    if (at >= 0) values[at] = nested
    else values.push(nested)
  }
  const names = Object.keys(properties).sort()
  return { ...entity, properties: Object.fromEntries(names.map((name) => [name, properties[name]!])) }
}

function isThing(entity: Entity): boolean {
  return ftmSchema(entity.schema)?.ancestors.has('Thing') === true
}
