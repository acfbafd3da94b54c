import { buildingEntityGraph } from '@cordon/knowledge'
import type { Entity } from '@cordon/model'
import type { Algorithm } from '@cordon/screening'
import type { Known, KnownEntities, KnownList } from './known.ts'
import { mergeEntities } from './merge.ts'
import { inSlices } from './slices.ts'

/** Gathers the entities of several lists, an entity under one id in two of them being one. */
export class EntityCollector {
  private readonly entities = new Map<string, Entity>()

  /** Entities gathered so far. */
  get size(): number {
    return this.entities.size
  }

  /** Adds one; what is known of the same id is joined with it. */
  add(entity: Entity): void {
    const before = this.entities.get(entity.id)
    this.entities.set(entity.id, before ? mergeEntities(before, entity) : entity)
  }

  /** What was gathered, as a graph; other work goes on meanwhile. */
  async buildEntities(lists: readonly KnownList[]): Promise<KnownEntities> {
    return {
      lists,
      versions: Object.fromEntries(lists.map(({ source, version }) => [source, version])),
      graph: await inSlices(buildingEntityGraph(this.entities.values())),
    }
  }

  /** The same with its screening index, which takes most of the time. */
  async build(lists: readonly KnownList[], algorithm: Algorithm): Promise<Known> {
    const entities = await this.buildEntities(lists)
    const { graph } = entities
    const building = algorithm.buildingIndex?.(graph.entities())
    return {
      ...entities,
      index: building ? await inSlices(building) : algorithm.buildIndex(graph.entities()),
    }
  }
}
