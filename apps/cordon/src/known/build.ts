import type { Batch } from '@cordon/formats'
import type { Entity, StatementGroup } from '@cordon/model'
import type { Algorithm } from '@cordon/screening'
import { EntityGraph } from './graph.ts'
import type { Known, KnownList } from './known.ts'
import { mergeEntities } from './merge.ts'

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

  /** Adds every record of a reading, projected. */
  async addAll(
    batches: AsyncIterable<Batch<StatementGroup>>,
    project: (group: StatementGroup) => Entity | undefined,
  ): Promise<void> {
    for await (const { records } of batches)
      for (const group of records) {
        const entity = project(group)
        if (entity) this.add(entity)
      }
  }

  /** What was gathered, with its index and graph. */
  build(lists: readonly KnownList[], algorithm: Algorithm): Known {
    const { entities } = this
    const canonical = new Map<string, string>()
    for (const entity of entities.values())
      for (const referent of entity.referents) if (!entities.has(referent)) canonical.set(referent, entity.id)
    return {
      lists,
      versions: Object.fromEntries(lists.map(({ source, version }) => [source, version])),
      entities,
      canonical,
      index: algorithm.buildIndex(entities.values()),
      graph: new EntityGraph(entities),
    }
  }
}
