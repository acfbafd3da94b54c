import { microTime, type TaxiiAdded, type TaxiiObject } from '../store/index.ts'

const idForm = /^([a-z0-9][a-z0-9-]{1,248})--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const maxDepth = 64
/** Most bytes of one object as JSON. */
export const mostObjectBytes = 4 * 1024 * 1024
/** How far ahead of us a partner's clock may be, milliseconds. */
const ahead = 86_400_000
const unversioned = new Set(['marking-definition', 'language-content', 'extension-definition'])

/** An object that may be kept, or why not. */
export function checkObject(
  value: unknown,
  now: number,
): { readonly object: TaxiiObject } | { readonly refused: TaxiiAdded } {
  const fields =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  const id = typeof fields.id === 'string' ? fields.id.slice(0, 300) : ''
  const time =
    typeof fields.modified === 'string'
      ? fields.modified
      : typeof fields.created === 'string'
        ? fields.created
        : ''
  const refused = (fault: string) => ({ refused: { id, version: microTime(time) ?? '', fault } })
  if (typeof fields.type !== 'string' || id === '')
    return refused('STIX_MISSING_MEMBER: an object without id or type')
  if (idForm.exec(id)?.[1] !== fields.type)
    return refused('STIX_BAD_ID: an id that is not its type and a UUID')
  const { spec_version: said = fields.created === undefined ? '2.1' : '2.0' } = fields
  if (said !== '2.1' && said !== '2.0')
    return refused('STIX_BAD_VALUE: a spec_version that is neither 2.0 nor 2.1')
  for (const member of ['created', 'modified']) {
    const at = fields[member]
    if (at === undefined) continue
    if (typeof at !== 'string' || microTime(at) === undefined)
      return refused(`STIX_BAD_VALUE: "${member}" is no time (RFC 3339, UTC)`)
    if (Date.parse(at) > now + ahead)
      return refused(
        `STIX_FUTURE_DATE: "${member}" lies more than a day ahead; such a version would stay the last one`,
      )
  }
  if (
    typeof fields.created === 'string' &&
    typeof fields.modified === 'string' &&
    microTime(fields.modified)! < microTime(fields.created)!
  )
    return refused('STIX_BAD_VALUE: "modified" is before "created"')
  if (fields.created !== undefined && fields.modified === undefined && !unversioned.has(fields.type))
    return refused('STIX_MISSING_MEMBER: an object with "created" and without "modified"')
  if (fields.type === 'relationship' && !(fields.source_ref && fields.target_ref && fields.relationship_type))
    return refused('STIX_MISSING_MEMBER: a relationship without source_ref, target_ref or relationship_type')
  if (
    fields.type === 'relationship' &&
    fields.source_ref === fields.target_ref &&
    /^(?:revoked-by|derived-from|variant-of|attributed-to|duplicate-of)$/.test(
      String(fields.relationship_type),
    )
  )
    return refused('STIX_CYCLE: a relation that leads back to where it begins')
  if (depthOf(value) > maxDepth) return refused(`STIX_TOO_DEEP: nested more than ${maxDepth} deep`)
  if (JSON.stringify(value).length > mostObjectBytes)
    return refused(`STIX_TOO_LARGE: more than ${mostObjectBytes} bytes`)
  const version = microTime(time)
  return { object: { id, type: fields.type, specVersion: said, body: fields, ...(version && { version }) } }
}

function depthOf(value: unknown): number {
  let depth = 0
  let level: unknown[] = [value]
  while (level.length > 0 && depth <= maxDepth) {
    const inner = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
    level = inner.filter((one) => typeof one === 'object' && one !== null)
    depth++
  }
  return depth
}
