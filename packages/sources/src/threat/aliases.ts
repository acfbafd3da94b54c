import { type Claim, nameKey } from '@cordon/model'
import { nameOf, type StixObject, texts } from './stix-terms.ts'

/** The claim of a source that a name is used for a thing. */
export function aliasClaim(
  alias: string,
  of: { id: string; name: string },
  source: string,
  confidence?: number,
): Claim {
  return {
    from: { kind: 'alias', id: nameKey(alias), label: alias },
    to: { kind: 'stix', id: of.id, label: of.name },
    relation: 'alias-of',
    source,
    ...(confidence !== undefined && { confidence }),
    valid: {},
  }
}

/** Other names of an object of a bundle (`aliases`, `x_mitre_aliases`), each as a claim; its own name is none. */
export function aliasClaims(object: StixObject, source: string): Claim[] {
  const name = nameOf(object)
  const own = nameKey(name)
  const aliases = new Map<string, string>()
  for (const alias of [
    ...texts(object, 'aliases'),
    ...texts(object, 'x_mitre_aliases'),
    ...texts(object, 'x_opencti_aliases'),
  ])
    if (nameKey(alias) !== own && nameKey(alias) !== '' && !aliases.has(nameKey(alias)))
      aliases.set(nameKey(alias), alias)
  return [...aliases.values()].map((alias) => aliasClaim(alias, { id: object.id, name }, source))
}
