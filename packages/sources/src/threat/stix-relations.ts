import type { Reject } from '@cordon/formats'
import type { ThreatRelation } from '@cordon/model'
import { closingEdges } from './closing-edges.ts'
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
  const byRelation = new Map<string, number[]>()
  relations.forEach(({ relation, revoked }, i) => {
    if (!acyclic.has(relation) || revoked) return
    const places = byRelation.get(relation)
    if (places) places.push(i)
    else byRelation.set(relation, [i])
  })
  const refused = new Set<number>()
  for (const places of byRelation.values())
    for (const closing of closingEdges(places.map((i) => relations[i]!))) refused.add(places[closing]!)
  return {
    kept: relations.filter((_, i) => !refused.has(i)),
    rejects: [...refused]
      .sort((a, b) => a - b)
      .map((i) => {
        const { id, from, to, relation } = relations[i]!
        return {
          where: id,
          reason: `STIX_CYCLE: a relation "${relation}" that leads back to where it begins`,
          excerpt: `${from} ${relation} ${to}`.slice(0, 200),
        }
      }),
  }
}
