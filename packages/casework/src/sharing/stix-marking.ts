import type { Tlp } from '@cordon/model'
import type { StixBody } from './dossier.ts'
import { markingInText, mayLeave, stricter, usualForIntelligence } from './tlp.ts'

/** The extension by which STIX says TLP 2.0 (FIRST and OASIS, 2022). */
export const tlpExtension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d'

/** The marking definitions of TLP 2.0 by their fixed ids. */
export const tlpDefinitions: Readonly<Record<Tlp, string>> = {
  'TLP:CLEAR': 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  'TLP:GREEN': 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  'TLP:AMBER': 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'TLP:AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  'TLP:RED': 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
}

/** Those of TLP 1, which STIX 2.1 (section 7.2.1.4) fixes. */
const firstTlp: Readonly<Record<string, Tlp>> = {
  'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9': 'TLP:CLEAR',
  'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da': 'TLP:GREEN',
  'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82': 'TLP:AMBER',
  'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed': 'TLP:RED',
}

const fixed: Readonly<Record<string, Tlp>> = {
  ...firstTlp,
  ...Object.fromEntries(Object.entries(tlpDefinitions).map(([tlp, id]) => [id, tlp as Tlp])),
}

/** A marking definition of TLP 2.0 as an object of a bundle. */
export function tlpObject(tlp: Tlp): StixBody {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: tlpDefinitions[tlp],
    created: '2022-10-01T00:00:00.000Z',
    name: tlp,
    extensions: {
      [tlpExtension]: { extension_type: 'property-extension', tlp_2_0: tlp.slice(4).toLowerCase() },
    },
  }
}

/** Statements that limit nobody: notices of copyright and licence, which travel along. */
const notice = /copyright|©|\(c\)|licen[cs]e|terms of use/i
const limiting =
  /\b(?:not|no|only|confidential|restricted|internal|secret|distribut\w*|disclos\w*|redistribut\w*|shar\w*)\b/i

type Meaning = Tlp | 'notice' | 'nothing'

function both(a: Meaning, b: Meaning): Meaning {
  if (a === 'nothing' || (a === 'notice' && b !== 'nothing')) return b
  return b === 'nothing' || b === 'notice' ? a : stricter(a as Tlp, b)
}

/** What the markings of a bundle say. One that is not there, or is not understood, says TLP:RED. */
export class MarkingReader {
  private readonly definitions = new Map<string, StixBody>()

  constructor(objects: readonly StixBody[]) {
    for (const object of objects)
      if (object.type === 'marking-definition' && typeof object.id === 'string')
        this.definitions.set(object.id, object)
  }

  /** What a marking definition says of who may see it; `notice` for one of copyright, `nothing` for one on other things. */
  meaning(id: unknown, seen: ReadonlySet<string> = new Set()): Meaning {
    if (typeof id !== 'string') return 'TLP:RED'
    const known = fixed[id]
    if (known) return known
    const definition = this.definitions.get(id)
    if (!definition || seen.has(id)) return 'TLP:RED'
    return refsOf(definition).reduce<Meaning>(
      (sofar, ref) => both(sofar, this.meaning(ref, new Set([...seen, id]))),
      meaningOf(definition),
    )
  }

  /** The strictest marking of a whole object; `usual` where it has none that says who may see it. */
  ofObject(object: StixBody, usual: Tlp = usualForIntelligence): Tlp {
    const refs = object.object_marking_refs
    if (refs !== undefined && !Array.isArray(refs)) return 'TLP:RED'
    const found = refsOf(object).reduce<Meaning>((sofar, ref) => both(sofar, this.meaning(ref)), 'nothing')
    // A notice of copyright alone is on what its author gave to everyone.
    return found === 'nothing' ? usual : found === 'notice' ? 'TLP:CLEAR' : found
  }

  /**
   * The members that granular markings keep back at a level (the first step of each selector, so that no other selector moves), or
   * `whole` where a selector can't be followed.
   */
  keptBack(object: StixBody, level: Tlp): ReadonlySet<string> | 'whole' {
    const members = new Set<string>()
    const granular = object.granular_markings
    if (granular === undefined) return members
    if (!Array.isArray(granular)) return 'whole'
    for (const one of granular) {
      if (typeof one !== 'object' || one === null) return 'whole'
      const { marking_ref: ref, lang, selectors } = one as Record<string, unknown>
      if (ref === undefined && typeof lang === 'string') continue
      const meaning = this.meaning(ref)
      if (meaning === 'nothing' || meaning === 'notice' || mayLeave(meaning, level)) continue
      if (!Array.isArray(selectors) || selectors.length === 0) return 'whole'
      for (const selector of selectors) {
        const member = typeof selector === 'string' ? /^[a-z0-9_]+/i.exec(selector)?.[0] : undefined
        if (member === undefined || !Object.hasOwn(object, member)) return 'whole'
        members.add(member)
      }
    }
    return members
  }
}

function refsOf(object: StixBody): readonly unknown[] {
  return Array.isArray(object.object_marking_refs) ? object.object_marking_refs : []
}

function meaningOf(definition: StixBody): Meaning {
  const extensions = definition.extensions as Record<string, Record<string, unknown>> | undefined
  const said = extensions?.[tlpExtension]?.tlp_2_0
  const inner = definition.definition as Record<string, unknown> | undefined
  if (said !== undefined || definition.definition_type === 'tlp')
    return markingInText(`TLP:${String(said ?? inner?.tlp)}`) ?? 'TLP:RED'
  if (definition.definition_type !== 'statement')
    return markingInText(String(definition.name ?? '')) ?? 'TLP:RED'
  const statement = typeof inner?.statement === 'string' ? inner.statement : ''
  const marking = markingInText(statement)
  if (marking) return marking
  // PAP says what may be done with a thing, not who may see it.
  if (/^\s*pap\s*[:=]\s*(?:clear|white|green|amber|red)\s*$/i.test(statement)) return 'nothing'
  return notice.test(statement) && !limiting.test(statement) ? 'notice' : 'TLP:RED'
}
