import type { Objects } from './compare.ts'
import { StixPatternError } from './pattern-types.ts'
import { timestampNs } from './timestamp.ts'

/** One observation: its objects, when, and how often. Times in nanoseconds since 1970. */
export interface Observation {
  readonly objects: Objects
  readonly first: bigint
  readonly last: bigint
  readonly count: number
  readonly id: string
}

type Json = Readonly<Record<string, unknown>>

/**
 * Observations of STIX content: observed-data objects of 2.0 (`objects`) and 2.1 (`object_refs`), by themselves or in
 * bundles.
 * @throws {StixPatternError} `STIX_DATA` where an observed-data object lacks a valid time
 */
export function observationsOf(content: readonly unknown[]): Observation[] {
  const flat = content.flatMap((one) => {
    const json = one as Json
    return json.type === 'bundle' && Array.isArray(json.objects) ? (json.objects as Json[]) : [json]
  })
  const byId = new Map(flat.flatMap((one) => (typeof one.id === 'string' ? [[one.id, one] as const] : [])))
  return flat.filter((one) => one.type === 'observed-data').map((one) => observationOf(one, byId))
}

function observationOf(data: Json, byId: ReadonlyMap<string, Json>): Observation {
  const time = (name: string) => {
    const at = typeof data[name] === 'string' ? timestampNs(data[name]) : undefined
    if (at === undefined) throw new StixPatternError('STIX_DATA', `observed-data without a valid ${name}`)
    return at
  }
  const objects = new Map<string, Json>()
  const refs = Array.isArray(data.object_refs) ? (data.object_refs as string[]) : []
  for (const ref of refs) {
    const object = byId.get(ref)
    if (object) objects.set(ref, object)
  }
  if (refs.length === 0 && typeof data.objects === 'object' && data.objects !== null)
    for (const [key, object] of Object.entries(data.objects)) objects.set(key, object as Json)
  return {
    objects,
    first: time('first_observed'),
    last: time('last_observed'),
    count: typeof data.number_observed === 'number' ? data.number_observed : 1,
    id: typeof data.id === 'string' ? data.id : '',
  }
}
