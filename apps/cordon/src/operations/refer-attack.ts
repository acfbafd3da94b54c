import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Operation, ReferredObject, ReferredObjects } from '@cordon/knowledge'
import { CordonError } from '@cordon/model'

const types = ['attack-pattern', 'malware', 'tool', 'campaign', 'intrusion-set']

/** Codes of ATT&CK that an operation names and that are not referred to yet. */
export function missingCodes(
  { techniques, software, campaign, claims }: Operation,
  objects: ReferredObjects,
): string[] {
  const codes = [
    ...techniques.map(({ id }) => id),
    ...software.flatMap(({ attack }) => attack ?? []),
    ...(campaign ? [campaign] : []),
    ...claims.map(({ to }) => to).filter((to) => /^G\d{4}$/.test(to)),
  ]
  return [...new Set(codes)].filter((code) => objects[code] === undefined)
}

/**
 * Objects of ATT&CK by their codes, from one of MITRE's bundles (plain or .gz).
 * @throws CordonError for a file that is none
 */
export function attackObjects(file: string, codes: ReadonlySet<string>): ReferredObjects {
  const found: Record<string, ReferredObject> = {}
  for (const object of objectsIn(file)) {
    if (object.revoked === true || object.x_mitre_deprecated === true || !types.includes(String(object.type)))
      continue
    const references = Array.isArray(object.external_references) ? object.external_references : []
    const own = references.find((one: { source_name?: unknown }) => one.source_name === 'mitre-attack')
    if (own && codes.has(own.external_id))
      found[own.external_id] = {
        id: String(object.id),
        name: String(object.name),
        of: 'attack',
        created: String(object.created),
        url: String(own.url),
      }
  }
  return found
}

/** Writes referred objects, sorted, so that two people who add some differ in few lines. */
export function writeObjects(file: string, objects: ReferredObjects): void {
  const sorted = Object.fromEntries(Object.entries(objects).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify(sorted, undefined, 2)}\n`)
}

function objectsIn(file: string): Readonly<Record<string, unknown>>[] {
  try {
    const bytes = readFileSync(file)
    const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
    return (JSON.parse(text.toString('utf8')) as { objects: Readonly<Record<string, unknown>>[] }).objects
  } catch (error) {
    throw new CordonError(
      {
        code: 'CORDON_ATTACK',
        expected: "a STIX bundle of ATT&CK's",
        found: (error as Error).message.slice(0, 200),
        where: file,
        remedy: 'Give enterprise-attack.json as MITRE publishes it, plain or .gz.',
      },
      { cause: error },
    )
  }
}
