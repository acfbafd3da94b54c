import { type Entity, type FtmProperty, ftmProperty, ftmSchema } from '@cordon/model'

/** One end of a link between two entities, as one of them states it. */
export interface Adjacency {
  /** The property as seen from the entity asked about: `entity` on a Sanction, `sanctions` on what it lists. */
  readonly property: string
  /** True where the other entity states the link. */
  readonly inverse: boolean
  readonly entity: Entity
}

/** A link to another entity, through an edge entity (Ownership, Family ...) where there is one. */
export interface Link {
  /** Schema of the edge entity, or the property where the link is direct (`addressEntity`). */
  readonly kind: string
  /** The edge entity, with its role, dates and sources. */
  readonly via?: Entity
  /** What the entity asked about is in it: `owner`, `asset`, `director` ... */
  readonly role: string
  /** `out`: from the source of a directed edge to its target ("owns"); `in`: the other way; `none`: undirected. */
  readonly direction: 'out' | 'in' | 'none'
  /** What the source does to the target: "owns", "directs". */
  readonly label: string
  readonly other: Entity
}

/** Entities and the links between them, in both directions. Immutable. */
export interface EntityGraph {
  readonly size: number
  get(id: string): Entity | undefined
  entities(): IterableIterator<Entity>
  /** Everything that refers to the entity or that it refers to, in a fixed order; ids of absent entities are left out. */
  adjacent(id: string): Adjacency[]
  /** Other entities it is linked to, edge entities resolved to their far end. Sanctions, identifications and the like are no links. */
  links(id: string): Link[]
}

/** Adjacency in compressed rows: the entries of entity `i` are those from `rows[i]` to `rows[i + 1]`. */
interface Rows {
  readonly rows: Uint32Array
  /** Index of the other entity. */
  readonly others: Uint32Array
  /** Index of the property name; inverse ones have the lowest bit set. */
  readonly properties: Uint16Array
}

/** Entities taken in one step of building. */
const entitiesAtOnce = 256

/**
 * Builds the graph over entities. The first of two with one id is kept. Beside the entities it holds an index of ids
 * and twelve bytes a reference, in typed arrays: 100,000 entities cost some megabytes.
 */
export function buildEntityGraph(entities: Iterable<Entity>): EntityGraph {
  const building = buildingEntityGraph(entities)
  for (;;) {
    const step = building.next()
    if (step.done) return step.value
  }
}

/** `buildEntityGraph` in small steps: between two of them the caller may do something else. */
export function* buildingEntityGraph(
  entities: Iterable<Entity>,
): Generator<undefined, EntityGraph, undefined> {
  const list: Entity[] = []
  const index = new Map<string, number>()
  for (const entity of entities) {
    if (index.has(entity.id)) continue
    index.set(entity.id, list.length)
    list.push(entity)
    if (list.length % entitiesAtOnce === 0) yield
  }
  // An entity goes by its referents too, unless another one has that id.
  list.forEach((entity, at) => {
    for (const id of entity.referents) if (!index.has(id)) index.set(id, at)
  })
  yield
  const names: string[] = []
  const adjacency = yield* connect(list, index, names)
  const adjacentAt = (at: number): Adjacency[] => {
    const found: Adjacency[] = []
    for (let entry = adjacency.rows[at]!; entry < adjacency.rows[at + 1]!; entry++) {
      const code = adjacency.properties[entry]!
      found.push({
        property: names[code >> 1]!,
        inverse: (code & 1) === 1,
        entity: list[adjacency.others[entry]!]!,
      })
    }
    return found
  }
  const adjacent = (id: string): Adjacency[] => {
    const at = index.get(id)
    return at === undefined ? [] : adjacentAt(at)
  }
  return {
    size: list.length,
    get: (id) => list[index.get(id) ?? -1],
    entities: () => list.values(),
    adjacent,
    links: (id) => adjacent(id).flatMap((near) => linksThrough(list[index.get(id)!]!, near, adjacent)),
  }
}

/** Properties by schema that hold ids of others. */
type References = Map<string, readonly FtmProperty[]>

function referencesOf(schema: string, known: References): readonly FtmProperty[] {
  let references = known.get(schema)
  if (references === undefined) {
    const all = [...(ftmSchema(schema)?.properties.values() ?? [])]
    references = all.filter((property) => property.type === 'entity' && !property.stub)
    known.set(schema, references)
  }
  return references
}

function* connect(
  list: readonly Entity[],
  index: ReadonlyMap<string, number>,
  names: string[],
): Generator<undefined, Rows, undefined> {
  const codes = new Map<string, number>()
  const codeOf = (name: string, inverse: boolean): number => {
    let code = codes.get(name)
    if (code === undefined) {
      code = names.push(name) - 1
      codes.set(name, code)
    }
    return code * 2 + (inverse ? 1 : 0)
  }
  const references: References = new Map()
  function* visit(
    each: (from: number, to: number, there: number, back: number) => void,
  ): Generator<undefined, void, undefined> {
    for (const [from, entity] of list.entries()) {
      if (from % entitiesAtOnce === 0) yield
      for (const property of referencesOf(entity.schema, references))
        for (const id of entity.properties[property.name] ?? []) {
          const to = index.get(id)
          if (to === undefined || to === from) continue
          each(from, to, codeOf(property.name, false), codeOf(property.reverse ?? property.name, true))
        }
    }
  }
  const rows = new Uint32Array(list.length + 1)
  yield* visit((from, to) => {
    rows[from + 1]!++
    rows[to + 1]!++
  })
  for (let at = 0; at < list.length; at++) rows[at + 1]! += rows[at]!
  const others = new Uint32Array(rows[list.length]!)
  const properties = new Uint16Array(others.length)
  const next = rows.slice()
  yield* visit((from, to, there, back) => {
    others[next[from]!] = to
    properties[next[from]!++] = there
    others[next[to]!] = from
    properties[next[to]!++] = back
  })
  return { rows, others, properties }
}

function linksThrough(self: Entity, near: Adjacency, adjacent: (id: string) => Adjacency[]): Link[] {
  const edge = ftmSchema(near.entity.schema)?.edge
  if (!edge) return direct(self, near)
  // The edge states both ends, each under a property of its own.
  const ends = adjacent(near.entity.id).filter((end) => !end.inverse)
  const roles = ends.filter((end) => end.entity === self).map((end) => end.property)
  const role =
    roles.find((name) => ftmProperty(near.entity.schema, name)?.reverse === near.property) ?? roles[0]
  const far = role === edge.source ? edge.target : edge.source
  if (role === undefined) return []
  return ends
    .filter((end) => end.property === far && end.entity !== self)
    .map((end) => ({
      kind: near.entity.schema,
      via: near.entity,
      role,
      direction: edge.directed ? (role === edge.source ? 'out' : 'in') : 'none',
      label: edge.label,
      other: end.entity,
    }))
}

/** Direct references between things: `parent`, `addressEntity`, `holder` of a wallet ... */
function direct(self: Entity, near: Adjacency): Link[] {
  const isThing = (entity: Entity) => ftmSchema(entity.schema)?.ancestors.has('Thing') === true
  if (!isThing(near.entity) || !isThing(self)) return []
  const label = ftmProperty(self.schema, near.property)?.label ?? near.property
  return [
    {
      kind: near.property,
      role: near.property,
      direction: near.inverse ? 'in' : 'out',
      label,
      other: near.entity,
    },
  ]
}
