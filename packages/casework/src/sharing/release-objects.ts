import type { Tlp } from '@cordon/model'
import type { StixBody } from './dossier.ts'
import type { HeldCounts } from './held-back.ts'
import type { Secrets } from './secrets.ts'
import type { MarkingReader } from './stix-marking.ts'
import { mayLeave, usualForIntelligence } from './tlp.ts'

/** Members without which an object says nothing, or something else. */
const essential = new Set([
  'type', 'id', 'spec_version', 'created', 'modified', 'name', 'value', 'pattern', 'pattern_type', 'valid_from',
  'relationship_type', 'source_ref', 'target_ref', 'sighting_of_ref', 'object_refs', 'content', 'opinion', 'definition',
  'definition_type', 'extensions', 'object_marking_refs', 'hashes', 'first_observed', 'last_observed', 'number_observed',
  'context', 'product', 'published', 'schema', 'path', 'key',
]) // biome-ignore format: a table
/** What says nothing of content. */
const mechanical = new Set([
  'type',
  'spec_version',
  'created',
  'modified',
  'relationship_type',
  'pattern_type',
  'kill_chain_phases',
  'labels',
  'granular_markings',
])
/** Sentences, in which anything may be quoted. */
const sentences = new Set([
  'description',
  'content',
  'abstract',
  'explanation',
  'statement',
  'definition',
  'x_mitre_detection',
])
const isRef = (member: string) => /_refs?$/.test(member)

/** An object, and how it is held. */
export interface HeldObject {
  readonly body: StixBody
  readonly isOut: boolean
  /** Members that granular markings keep back. */
  readonly kept: ReadonlySet<string>
}

/** Which objects may leave by their own markings. */
export function judgeObjects(
  objects: readonly StixBody[],
  level: Tlp,
  markings: MarkingReader,
): HeldObject[] {
  return objects.map((body) => {
    const kept = markings.keptBack(body, level)
    const isOut =
      kept !== 'whole' &&
      mayLeave(markings.ofObject(body, usualOf(body)), level) &&
      ![...kept].some((member) => essential.has(member))
    return { body, isOut, kept: kept === 'whole' ? new Set() : kept }
  })
}

/** What a marking says is no secret, where nothing marks it. */
const usualOf = ({ type }: StixBody): Tlp =>
  type === 'marking-definition' ? 'TLP:CLEAR' : usualForIntelligence

/** Released objects with those marking definitions alone that one of them names. */
export function withUsedMarkings(objects: readonly StixBody[]): StixBody[] {
  const isMarking = ({ type }: StixBody) => type === 'marking-definition'
  const used = new Set(
    objects.flatMap((one) =>
      isMarking(one) ? [] : leaves([one.object_marking_refs, one.granular_markings]),
    ),
  )
  return objects.filter((one) => !isMarking(one) || used.has(String(one.id)))
}

/** What a released object is free to say by itself: its name, its value, its id, each value of its members that is no sentence. */
export function ownWords({ body, kept }: HeldObject): string[] {
  return Object.entries(body).flatMap(([member, value]) =>
    kept.has(member) || isRef(member) || sentences.has(member) ? [] : leaves(value),
  )
}

/** Adds all that an object that is held back says, or the members of it that are. */
export function addObjectSecrets(secrets: Secrets, { body, isOut, kept }: HeldObject): void {
  for (const [member, value] of Object.entries(body)) {
    if (isOut ? !kept.has(member) : mechanical.has(member) || isRef(member) || /_types$/.test(member))
      continue
    for (const text of leaves(value)) {
      secrets.add(text)
      secrets.addText(text)
    }
  }
  if (!isOut && typeof body.id === 'string') secrets.add(body.id)
}

/**
 * A released object without what is held back of it; undefined where nothing is left that could be said. References to what may not
 * leave are gone.
 */
export function scrubbedObject(
  { body, kept }: HeldObject,
  secrets: Secrets,
  counts: HeldCounts,
): StixBody | undefined {
  const left: Record<string, unknown> = {}
  for (const [member, value] of Object.entries(body)) {
    if (kept.has(member)) {
      counts.members++
      continue
    }
    if (member === 'granular_markings') {
      const rest = granularLeft(value, kept)
      if (rest.length > 0) left[member] = rest
      continue
    }
    if (/_refs$/.test(member) && Array.isArray(value)) {
      const refs = value.filter((ref) => typeof ref === 'string' && !secrets.in(ref))
      counts.references += value.length - refs.length
      if (refs.length === 0 && value.length > 0) {
        if (essential.has(member)) return undefined
      } else left[member] = refs
      continue
    }
    if (![member, ...leaves(value, true)].some((text) => secrets.in(text))) left[member] = value
    else if (essential.has(member)) return undefined
    else if (/_ref$/.test(member)) counts.references++
    else counts.members++
  }
  return left
}

function granularLeft(value: unknown, kept: ReadonlySet<string>): unknown[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => {
    const selectors = (one as { selectors?: unknown }).selectors
    const rest = Array.isArray(selectors)
      ? selectors.filter((selector) => !kept.has(/^[a-z0-9_]+/i.exec(String(selector))?.[0] ?? ''))
      : []
    return rest.length > 0 ? [{ ...(one as object), selectors: rest }] : []
  })
}

/** Every text in a value. @param withKeys those of maps too */
export function leaves(value: unknown, withKeys = false): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((one) => leaves(one, withKeys))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'source_name' && !withKeys ? [] : [...(withKeys ? [key] : []), ...leaves(one, withKeys)],
  )
}
