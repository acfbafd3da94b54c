import { bytesOf, collect } from '@cordon/formats'
import type { Claim, IndicatorClaim, ThreatItem, ThreatObject, ThreatRelation } from '@cordon/model'
import type { ReadOptions } from '../reader.ts'
import { recogniseThreatFormat } from './threat-readers.ts'

const fetched = Date.parse('2026-01-01T00:00:00Z')

/** Reads a text as the reader that knows it does: for tests. */
export async function readThreats(
  content: string | Uint8Array,
  name: string,
  more: Partial<ReadOptions> = {},
) {
  const head = typeof content === 'string' ? content : ''
  const reader = recogniseThreatFormat(head.slice(0, 65_536), name)
  if (!reader) throw new Error(`no reader knows ${name}`)
  const reading = reader.read({ name, open: () => bytesOf(content) }, { fetched, ...more })
  const { records, rejects } = await collect<ThreatItem, { where: string; reason: string }>(reading)
  return { format: reader.format, ...byKind(records), rejects, report: reading.report() }
}

/** What a reading gave, by what it is: for tests. */
export function byKind(items: readonly ThreatItem[]) {
  const objects: ThreatObject[] = []
  const relations: ThreatRelation[] = []
  const claims: Claim[] = []
  const indicators: IndicatorClaim[] = []
  for (const item of items)
    if (item.is === 'object') objects.push(item.object)
    else if (item.is === 'relation') relations.push(item.relation)
    else if (item.is === 'claim') claims.push(item.claim)
    else indicators.push(item.indicator)
  return { objects, relations, claims, indicators }
}
