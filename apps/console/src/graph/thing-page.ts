import type { ThingRef } from '../api/graph.ts'
import { paths } from '../shell/paths.ts'

/** The page of a thing; undefined where it has none of its own. */
export function pageOf({ kind, id }: ThingRef): string | undefined {
  const mmsi = /^mmsi:(\d{1,10})$/.exec(id)?.[1]
  switch (kind) {
    case 'entity':
      return paths.entity(id)
    case 'finding':
      return paths.finding(id)
    case 'stix':
      return paths.threat(id)
    case 'vessel':
      return mmsi === undefined ? undefined : paths.vessel(Number(mmsi))
    case 'indicator': {
      const colon = id.indexOf(':')
      return colon < 0 ? undefined : paths.indicator(id.slice(0, colon), id.slice(colon + 1))
    }
    default:
      return undefined
  }
}
