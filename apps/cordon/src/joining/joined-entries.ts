import { resolveIdentities } from '@cordon/knowledge'
import type { Entity } from '@cordon/model'
import type { Known } from '../known/known.ts'
import type { Identities } from '../store/index.ts'

/** Which entries of several lists are one, by the claims that stand. */
export interface JoinedEntries {
  /** How many entities are of two entries and more. */
  readonly size: number
  /** The id by which the whole goes; of an entry that stands alone its own. */
  canonical(id: string): string
  /** All entries of the whole, this one among them. */
  members(id: string): readonly string[]
}

/** Every entry stands alone. */
export const noneJoined: JoinedEntries = { size: 0, canonical: (id) => id, members: (id) => [id] }

/** What the store's claims say now. */
export async function joinedFromStore(identities: Identities): Promise<JoinedEntries> {
  const claims = await identities.all()
  if (claims.length === 0) return noneJoined
  const { canonical, members, clusters } = resolveIdentities(claims.map(({ claim }) => claim))
  return { size: clusters.length, canonical, members }
}

/** An entry as a whole of several: itself, with the ids of the others as `referents` and the lists of all. */
export function asOne(entity: Entity, joined: JoinedEntries, known: Known): Entity {
  const others = joined
    .members(entity.id)
    .flatMap((id) => (id === entity.id ? [] : (known.graph.get(id) ?? [])))
  if (others.length === 0) return entity
  const unique = (values: Iterable<string>) => [...new Set(values)]
  return {
    ...entity,
    referents: unique([...entity.referents, ...others.flatMap(({ id, referents }) => [id, ...referents])]),
    datasets: unique([...entity.datasets, ...others.flatMap(({ datasets }) => datasets)]),
  }
}
