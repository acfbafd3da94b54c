import type { Entity } from '@cordon/model'
import { cordon, type PartyQuery } from '@cordon/screening'
import { projectGroup } from '../known/project.ts'
import type { MoveKind } from './filter-diff.ts'
import type { NamedDiff } from './list-diff.ts'

/** A party that meets an entry which came, went or changed. */
export interface AffectedParty {
  /** The institution's own id, where it has one. */
  readonly party: string
  readonly label: string
  readonly entityId: string
  readonly caption: string
  readonly kind: MoveKind
  readonly score: number
}

/** Candidates are looked for below the threshold: the few entries that changed weigh words otherwise than a list does. */
const cutoff = 0.5

/**
 * Finds the parties that a change concerns: those that match an entry as it stands now, or, where it went, as it
 * stood. Scores are those of `compare`: words weigh as they do in the world.
 */
export class AffectedFinder {
  private readonly index
  private readonly kinds = new Map<string, MoveKind>()
  private readonly entities = new Map<string, Entity>()
  private readonly threshold: number

  constructor(diff: NamedDiff, threshold = 0.7) {
    this.threshold = threshold
    for (const kind of ['added', 'changed', 'removed'] as const)
      for (const { id } of diff[kind]) this.kinds.set(id, kind)
    this.take(diff.groups.before, (kind) => kind === 'removed')
    this.take(diff.groups.after, (kind) => kind !== 'removed')
    this.index = cordon.buildIndex(this.entities.values())
  }

  /** The entries that a party matches, the best first. */
  of(party: PartyQuery, id: string): AffectedParty[] {
    const label = party.properties.name?.[0] ?? id
    return this.index
      .match(party, { cutoff, limit: 50 })
      .flatMap(({ entityId }) => {
        const entity = this.entities.get(entityId)!
        const { score } = cordon.compare(party, entity)
        if (score < this.threshold) return []
        const kind = this.kinds.get(entityId) ?? 'changed'
        return [{ party: id, label, entityId, caption: entity.caption, kind, score }]
      })
      .sort((a, b) => b.score - a.score || (a.entityId < b.entityId ? -1 : 1))
  }

  private take(groups: NamedDiff['groups']['after'], isAsked: (kind: MoveKind) => boolean): void {
    for (const group of groups) {
      const kind = this.kinds.get(group.entityId)
      if (!kind || !isAsked(kind)) continue
      const { entityId, schema } = group
      const statements = group.statements.map((one) => ({ ...one, entityId, schema, source: '' }))
      const entity = projectGroup({ entityId, schema, statements })
      if (entity) this.entities.set(entity.id, entity)
    }
  }
}
