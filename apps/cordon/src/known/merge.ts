import { type Entity, isA } from '@cordon/model'

function union(a: readonly string[] = [], b: readonly string[] = []): string[] {
  return [...new Set([...a, ...b])]
}

function earliest(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined ? b : b === undefined || a < b ? a : b
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined ? b : b === undefined || a > b ? a : b
}

/**
 * Two accounts of the thing under one id, joined: every value of both, the narrower schema, the caption of the
 * first.
 */
export function mergeEntities(a: Entity, b: Entity): Entity {
  const names = union(Object.keys(a.properties), Object.keys(b.properties))
  const dates = {
    first_seen: earliest(a.first_seen, b.first_seen),
    last_seen: latest(a.last_seen, b.last_seen),
    last_change: latest(a.last_change, b.last_change),
  }
  return {
    id: a.id,
    caption: a.caption,
    schema: isA(b.schema, a.schema) ? b.schema : a.schema,
    properties: Object.fromEntries(
      names.map((name) => [name, union(a.properties[name], b.properties[name])]),
    ),
    datasets: union(a.datasets, b.datasets),
    referents: union(a.referents, b.referents),
    target: a.target || b.target,
    ...Object.fromEntries(Object.entries(dates).filter(([, date]) => date !== undefined)),
  }
}
