import { type EntityGraph, type NestedEntity, nestedEntity } from '@cordon/knowledge'
import { type Entity, ftmProperty, ftmSchema } from '@cordon/model'

/** What stands next to an entity, by property; of a link (an ownership) its other end too. */
export function adjacentEntities(graph: EntityGraph, id: string): Map<string, (Entity | NestedEntity)[]> {
  const adjacent = new Map<string, (Entity | NestedEntity)[]>()
  for (const { property, entity } of graph.adjacent(id)) {
    const isEdge = ftmSchema(entity.schema)?.edge !== undefined
    const shown = (isEdge && nestedEntity(graph, entity.id)) || entity
    const values = adjacent.get(property)
    if (values) values.push(shown)
    else adjacent.set(property, [shown])
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

/** The relations of an entity to other things; designations are told apart (`sanctionsOf`). */
export function linksOf(graph: EntityGraph, id: string): EntityLink[] {
  return graph.links(id).map(({ role, label, direction, via, other }) => ({
    property: role,
    label: via ? (ftmProperty(via.schema, 'role') && via.properties.role?.[0]) || label : label,
    direction: direction === 'in' ? 'in' : 'out',
    ...(via && { via }),
    entity: other,
  }))
}

/** One designation, with the fields a person asks for first beside the entity itself. */
export interface SanctionView extends Entity {
  readonly source?: string
  readonly authority?: string
  readonly program?: string
  readonly reason?: string
  readonly legalBasis?: string
  /** What is forbidden or frozen. */
  readonly measures?: string
  readonly listingDate?: string
  readonly startDate?: string
  readonly endDate?: string
  readonly sourceUrl?: string
}

/** The designations of an entity, latest listing first. */
export function sanctionsOf(graph: EntityGraph, id: string): SanctionView[] {
  return graph
    .adjacent(id)
    .filter(({ entity }) => entity.schema === 'Sanction')
    .map(({ entity }) => sanctionView(entity))
    .sort((a, b) => (b.listingDate ?? '').localeCompare(a.listingDate ?? '') || (a.id < b.id ? -1 : 1))
}

function sanctionView(sanction: Entity): SanctionView {
  const text = (property: string) => sanction.properties[property]?.join('; ')
  const fields = {
    source: sanction.datasets[0],
    authority: text('authority'),
    program: text('program') ?? text('programId'),
    reason: text('reason'),
    legalBasis: text('reason'),
    measures: text('provisions'),
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
