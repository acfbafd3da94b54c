import type { Reject } from '@cordon/formats'
import type { ThreatRelation } from '@cordon/model'
import { confidenceOf, type StixObject, text, time } from './stix-terms.ts'

/** Relations that must not lead back to where they began. */
const acyclic = new Set([
  'revoked-by',
  'subtechnique-of',
  'derived-from',
  'part-of',
  'attributed-to',
  'duplicate-of',
  'variant-of',
])

/** A relationship object as a relation, or what is wrong with it. */
export function relationOf(object: StixObject, source: string): ThreatRelation | string {
  const from = text(object, 'source_ref')
  const to = text(object, 'target_ref')
  const relation = text(object, 'relationship_type')
  if (!from || !to || !relation)
    return 'STIX_MISSING_MEMBER: a relationship without source_ref, target_ref or relationship_type'
  const modified = time(object, 'modified') ?? time(object, 'created')
  const confidence = confidenceOf(object)
  const description = text(object, 'description')
  const references = referencesOf(object)
  return {
    id: object.id,
    from,
    to,
    relation,
    source,
    ...(modified !== undefined && { modified }),
    ...((object.revoked === true || object.x_mitre_deprecated === true) && { revoked: true }),
    ...(confidence !== undefined && { confidence }),
    ...(description && { description }),
    ...(references.length > 0 && { references }),
  }
}

/** The reports that an object cites. */
export function referencesOf(object: Readonly<Record<string, unknown>>): { name: string; url?: string }[] {
  const references = object.external_references
  if (!Array.isArray(references)) return []
  return references.flatMap((reference) => {
    if (typeof reference !== 'object' || reference === null) return []
    const name = text(reference as Record<string, unknown>, 'source_name')
    const url = text(reference as Record<string, unknown>, 'url')
    return name ? [{ name, ...(url && { url }) }] : []
  })
}

/**
 * Takes relations out that close a cycle where there must be none: a technique revoked by one that it revoked, a part of
 * its own part. Of a cycle the last relation in the order of the file is refused, the rest stays.
 */
export function withoutCycles(relations: readonly ThreatRelation[]): {
  kept: ThreatRelation[]
  rejects: Reject[]
} {
  const next = new Map<string, Map<string, string[]>>()
  const kept: ThreatRelation[] = []
  const rejects: Reject[] = []
  for (const one of relations) {
    if (!acyclic.has(one.relation) || one.revoked) {
      kept.push(one)
      continue
    }
    const edges = next.get(one.relation) ?? new Map<string, string[]>()
    next.set(one.relation, edges)
    if (one.from === one.to || reaches(edges, one.to, one.from)) {
      rejects.push({
        where: one.id,
        reason: `STIX_CYCLE: a relation "${one.relation}" that leads back to where it begins`,
        excerpt: `${one.from} ${one.relation} ${one.to}`.slice(0, 200),
      })
      continue
    }
    const targets = edges.get(one.from)
    if (targets) targets.push(one.to)
    else edges.set(one.from, [one.to])
    kept.push(one)
  }
  return { kept, rejects }
}

function reaches(edges: ReadonlyMap<string, readonly string[]>, from: string, goal: string): boolean {
  const seen = new Set<string>([from])
  const open = [from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === goal) return true
    for (const next of edges.get(at) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      open.push(next)
    }
  }
  return false
}
