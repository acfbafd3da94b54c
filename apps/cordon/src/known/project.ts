import { projectEntity } from '@cordon/knowledge'
import type { Entity, StatementGroup } from '@cordon/model'

/**
 * The entity that one group of a reading tells of. A file alone knows no history: it has no first and last seen.
 * @returns undefined for a group without statements
 */
export function projectGroup({ statements }: StatementGroup): Entity | undefined {
  if (statements.length === 0) return undefined
  const stored = statements.map((statement) => ({ ...statement, firstSeen: '', lastSeen: '' }))
  const { first_seen: _, last_seen: __, last_change: ___, ...entity } = projectEntity(stored)
  return entity
}
