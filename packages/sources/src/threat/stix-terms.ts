import { type Instant, type Pap, papMarkings, type ThreatObject, type Tlp, tlpMarkings } from '@cordon/model'

/** An object of a bundle as it was parsed. */
export type StixObject = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string }

/** The text of a member, or undefined. */
export function text(object: Readonly<Record<string, unknown>>, member: string): string | undefined {
  const value = object[member]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The texts of a member that is an array. */
export function texts(object: Readonly<Record<string, unknown>>, member: string): string[] {
  const value = object[member]
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string' && one !== '')
    : []
}

/** The time of a member (RFC 3339), or undefined. */
export function time(object: Readonly<Record<string, unknown>>, member: string): Instant | undefined {
  const value = Date.parse(text(object, member) ?? '')
  return Number.isNaN(value) ? undefined : value
}

/** The instances that STIX 2.1 (section 7.2.1.4) and 2.0 name by fixed ids. */
const fixedTlp: Readonly<Record<string, Tlp>> = {
  'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9': 'TLP:CLEAR',
  'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da': 'TLP:GREEN',
  'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82': 'TLP:AMBER',
  'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed': 'TLP:RED',
  'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487': 'TLP:CLEAR',
  'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb': 'TLP:GREEN',
  'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421': 'TLP:AMBER',
  'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003': 'TLP:AMBER+STRICT',
  'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1': 'TLP:RED',
}

/** A marking by its words: `tlp:white`, `TLP:AMBER+STRICT`, `PAP:GREEN`. */
export function markingOf(words: string): { readonly tlp?: Tlp; readonly pap?: Pap } {
  const upper = words
    .toUpperCase()
    .replace('WHITE', 'CLEAR')
    .replace(/["'\s]/g, '')
    .replace('=', ':')
  const tlp = tlpMarkings.find((one) => one === upper)
  const pap = papMarkings.find((one) => one === upper)
  return { ...(tlp && { tlp }), ...(pap && { pap }) }
}

/** Markings of a bundle by the id of their definition. */
export class Markings {
  private readonly byId = new Map<string, { readonly tlp?: Tlp; readonly pap?: Pap }>()

  add(definition: StixObject): void {
    const inner = definition.definition as Record<string, unknown> | undefined
    const words = inner && text(inner, 'tlp') ? `TLP:${text(inner, 'tlp')}` : (text(definition, 'name') ?? '')
    this.byId.set(
      definition.id,
      markingOf(inner && text(inner, 'statement') ? text(inner, 'statement')! : words),
    )
  }

  /** The strictest of those that an object refers to. */
  of(object: StixObject): { readonly tlp?: Tlp; readonly pap?: Pap } {
    let tlp = -1
    let pap = -1
    for (const id of texts(object, 'object_marking_refs')) {
      const fixed = fixedTlp[id]
      const marking = fixed ? { tlp: fixed } : this.byId.get(id)
      tlp = Math.max(tlp, marking?.tlp ? tlpMarkings.indexOf(marking.tlp) : -1)
      pap = Math.max(pap, marking && 'pap' in marking && marking.pap ? papMarkings.indexOf(marking.pap) : -1)
    }
    return { ...(tlp >= 0 && { tlp: tlpMarkings[tlp]! }), ...(pap >= 0 && { pap: papMarkings[pap]! }) }
  }
}

/** STIX 2.1's confidence (0 to 100, appendix A) as 0..1. */
export function confidenceOf(object: StixObject): number | undefined {
  const value = object.confidence
  return typeof value === 'number' && value >= 0 && value <= 100 ? value / 100 : undefined
}

/** Whatever an object is called: its name, else a value of its own, else its id. */
export function nameOf(object: StixObject): string {
  const name =
    text(object, 'name') ?? text(object, 'value') ?? text(object, 'x_misp_value') ?? text(object, 'opinion')
  return (name ?? object.id).slice(0, 500)
}

/** Short ids of ATT&CK, CAPEC and the CVE programme among the external references. */
export function codeOf(object: StixObject): string | undefined {
  const references = object.external_references
  if (!Array.isArray(references)) return undefined
  for (const reference of references) {
    if (typeof reference !== 'object' || reference === null) continue
    const { source_name, external_id } = reference as Record<string, unknown>
    if (typeof external_id === 'string' && /^(?:mitre-|capec|cve)/.test(String(source_name)))
      return external_id
  }
  return undefined
}

/** An object of a bundle as a threat object. */
export function threatObject(object: StixObject, source: string, markings: Markings): ThreatObject {
  const created = time(object, 'created')
  const modified = time(object, 'modified') ?? created
  const code = codeOf(object)
  const { tlp } = markings.of(object)
  return {
    id: object.id,
    type: object.type,
    name: nameOf(object),
    source,
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    ...(object.revoked === true && { revoked: true }),
    ...(object.x_mitre_deprecated === true && { deprecated: true }),
    ...(code && { code }),
    ...(tlp && { marking: tlp }),
    body: object,
  }
}
