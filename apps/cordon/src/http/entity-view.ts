import type { Entity } from '@cordon/model'
import { isEdge, isSourceOf } from '../known/graph.ts'
import type { Known } from '../known/known.ts'

/** An entity whose link properties hold whole entities in the place of ids. */
export interface NestedEntity extends Omit<Entity, 'properties'> {
  readonly properties: Readonly<Record<string, readonly (string | NestedEntity)[]>>
}

/**
 * An entity with its neighbours inside, as yente nests them: what it points at, what points at it under the
 * reverse name (`sanctions`), and, through a link such as an ownership, the thing at its other end.
 */
export function nestedEntity(known: Known, entity: Entity): NestedEntity {
  return nest(known, entity, new Set(), 1)
}

function nest(known: Known, entity: Entity, above: ReadonlySet<string>, levels: number): NestedEntity {
  const path = new Set([...above, entity.id])
  const properties: Record<string, (string | NestedEntity)[]> = Object.fromEntries(
    Object.entries(entity.properties).map(([name, values]) => [name, [...values]]),
  )
  for (const { property, direction, id } of known.graph.neighbours(entity.id)) {
    if (path.has(id)) continue
    if (direction === 'in' && levels <= 0) continue
    const other = known.entities.get(id)!
    const deeper = levels - 1
    const inside = deeper > 0 || isEdge(other.schema) ? nest(known, other, path, deeper) : other
    const values = properties[property] ?? []
    properties[property] = values
    const place = direction === 'out' ? values.indexOf(id) : -1
    if (place === -1) values.push(inside)
    else values[place] = inside
  }
  return { ...entity, properties }
}

/** What stands next to an entity, by property, each neighbour nested so that a link shows its other end. */
export function adjacentEntities(known: Known, entity: Entity): Map<string, NestedEntity[]> {
  const adjacent = new Map<string, NestedEntity[]>()
  for (const { property, id } of known.graph.neighbours(entity.id)) {
    const other = known.entities.get(id)!
    const nested = isEdge(other.schema) ? nest(known, other, new Set([entity.id]), 0) : other
    adjacent.set(property, [...(adjacent.get(property) ?? []), nested])
  }
  return adjacent
}

/** A typed relation for a person's page; `via` is the link between the two, with its own properties. */
export interface EntityLink {
  readonly property: string
  readonly label: string
  readonly direction: 'out' | 'in'
  readonly via?: Entity
  readonly entity: Entity
}

/** The relations of an entity: links are stepped over to their other end; sanctions are told apart (`sanctionsOf`). */
export function linksOf(known: Known, entity: Entity): EntityLink[] {
  return known.graph.neighbours(entity.id).flatMap(({ property, label, direction, id }): EntityLink[] => {
    const other = known.entities.get(id)!
    if (other.schema === 'Sanction') return []
    if (!isEdge(other.schema)) return [{ property, label, direction, entity: other }]
    return known.graph
      .neighbours(other.id)
      .filter((step) => step.direction === 'out' && step.id !== entity.id)
      .map((step) => ({
        property,
        label,
        direction: isSourceOf(other, entity.id) ? 'out' : 'in',
        via: other,
        entity: known.entities.get(step.id)!,
      }))
  })
}

/** One designation, with the fields a person asks for first beside the entity itself. */
export interface SanctionView extends Entity {
  readonly source?: string
  readonly authority?: string
  readonly program?: string
  readonly reason?: string
  readonly legalBasis?: string
  readonly listingDate?: string
  readonly startDate?: string
  readonly endDate?: string
  readonly sourceUrl?: string
}

/** The designations of an entity, latest listing first. */
export function sanctionsOf(known: Known, entity: Entity): SanctionView[] {
  const ids = known.graph
    .neighbours(entity.id)
    .filter(({ id }) => known.entities.get(id)!.schema === 'Sanction')
    .map(({ id }) => id)
  return [...new Set(ids)]
    .map((id) => sanctionView(known.entities.get(id)!))
    .sort((a, b) => (b.listingDate ?? '').localeCompare(a.listingDate ?? '') || a.id.localeCompare(b.id))
}

function sanctionView(sanction: Entity): SanctionView {
  const text = (property: string) => sanction.properties[property]?.join('; ')
  const fields = {
    source: sanction.datasets[0],
    authority: text('authority'),
    program: text('program') ?? text('programId'),
    reason: text('reason'),
    legalBasis: text('provisions') ?? text('reason'),
    listingDate: text('listingDate'),
    startDate: text('startDate'),
    endDate: text('endDate'),
    sourceUrl: sanction.properties.sourceUrl?.[0],
  }
  return {
    ...sanction,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  }
}
