import type { FieldFault } from '@cordon/model'
import { found } from './found.ts'
import { relationships, type StixForm, stixTypes } from './stix-forms.data.ts'

const identifier =
  /^[a-z][a-z0-9-]+[a-z0-9]--[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const timestamp =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?Z$/
const common: Readonly<Record<string, StixForm>> = {
  type: 'text',
  spec_version: 'text',
  id: 'id',
  created_by_ref: 'id',
  created: 'time',
  modified: 'time',
  revoked: 'boolean',
  labels: 'texts',
  confidence: 'confidence',
  lang: 'text',
  external_references: 'references',
  object_marking_refs: 'ids',
  granular_markings: 'any',
  extensions: 'any',
}

/**
 * Checks a STIX 2.1 bundle by the specification: the members of each object, their forms, ids that are there once, times in
 * order, relationships that the specification foresees, and references that lead to something in the bundle.
 * @param value parsed JSON
 * @param known ids outside of the bundle to which it may refer
 * @returns every fault, at its place: `objects[3].created`
 * @see https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html
 */
export function checkStixBundle(value: unknown, known: ReadonlySet<string> = new Set()): FieldFault[] {
  const faults: FieldFault[] = []
  if (!isObject(value) || value.type !== 'bundle')
    return [{ field: 'type', expected: 'bundle', found: found(isObject(value) ? value.type : value) }]
  if (typeof value.id !== 'string' || !identifier.test(value.id) || !value.id.startsWith('bundle--'))
    faults.push({ field: 'id', expected: 'bundle-- and a UUID', found: found(value.id) })
  if (!Array.isArray(value.objects) || value.objects.length === 0)
    return [...faults, { field: 'objects', expected: 'a list of objects', found: found(value.objects) }]
  const ids = new Map<string, string>()
  value.objects.forEach((object, at) => {
    checkObject(object, `objects[${at}]`, faults)
    if (!isObject(object) || typeof object.id !== 'string') return
    const before = ids.get(object.id)
    if (before)
      faults.push({
        field: `objects[${at}].id`,
        expected: 'an id that is there once',
        found: `that of ${before}`,
      })
    else ids.set(object.id, `objects[${at}]`)
  })
  value.objects.forEach((object, at) => {
    for (const [member, id] of referencesIn(object))
      if (!ids.has(id) && !known.has(id))
        faults.push({ field: `objects[${at}].${member}`, expected: 'an object of the bundle', found: id })
  })
  return faults
}

function checkObject(object: unknown, field: string, faults: FieldFault[]): void {
  if (!isObject(object) || typeof object.type !== 'string') {
    faults.push({ field, expected: 'an object with a type', found: found(object) })
    return
  }
  const type = stixTypes[object.type]
  if (!type) {
    faults.push({
      field: `${field}.type`,
      expected: `one of ${Object.keys(stixTypes).join(', ')}`,
      found: object.type,
    })
    return
  }
  const members = { ...common, ...type.members }
  const asked = object.type === 'marking-definition' ? ['id', 'created'] : ['id', 'created', 'modified']
  for (const member of [...asked, ...type.required])
    if (object[member] === undefined)
      faults.push({ field: `${field}.${member}`, expected: 'a value: it is required', found: 'nothing' })
  if (object.spec_version !== '2.1')
    faults.push({ field: `${field}.spec_version`, expected: '2.1', found: found(object.spec_version) })
  for (const [member, value] of Object.entries(object)) {
    const form = members[member]
    if (!form && !member.startsWith('x_'))
      faults.push({
        field: `${field}.${member}`,
        expected: `a member of ${object.type}`,
        found: 'one it does not have',
      })
    const fault = form && formFault(form, value)
    if (fault) faults.push({ field: `${field}.${member}`, expected: fault, found: found(value) })
  }
  checkWhole(object, field, faults)
}

function checkWhole(object: Readonly<Record<string, unknown>>, field: string, faults: FieldFault[]): void {
  const { id, type, created, modified, first_seen, last_seen, pattern } = object
  if (typeof id === 'string' && !id.startsWith(`${String(type)}--`))
    faults.push({ field: `${field}.id`, expected: `an id that begins with ${String(type)}--`, found: id })
  if (before(modified, created))
    faults.push({
      field: `${field}.modified`,
      expected: `no earlier than created, ${found(created)}`,
      found: found(modified),
    })
  if (before(last_seen, first_seen))
    faults.push({
      field: `${field}.last_seen`,
      expected: `no earlier than first_seen, ${found(first_seen)}`,
      found: found(last_seen),
    })
  if (type === 'indicator' && object.pattern_type === 'stix' && !/^\s*[[(]/.test(String(pattern)))
    faults.push({
      field: `${field}.pattern`,
      expected: 'a pattern that begins with [',
      found: found(pattern),
    })
  if (
    type === 'location' &&
    object.country === undefined &&
    object.region === undefined &&
    object.latitude === undefined
  )
    faults.push({ field, expected: 'a country, a region, or a latitude with its longitude', found: 'none' })
  if (type === 'relationship') checkRelationship(object, field, faults)
}

function checkRelationship(
  object: Readonly<Record<string, unknown>>,
  field: string,
  faults: FieldFault[],
): void {
  const typeOf = (id: unknown) => (typeof id === 'string' ? id.slice(0, id.indexOf('--')) : '')
  const [from, to] = [typeOf(object.source_ref), typeOf(object.target_ref)]
  const relation = String(object.relationship_type)
  if (['related-to', 'derived-from', 'duplicate-of'].includes(relation)) return
  if (!relationships.has(`${from} ${relation} ${to}`))
    faults.push({
      field: `${field}.relationship_type`,
      expected: 'a relationship that STIX 2.1 foresees between the two, or related-to',
      found: `${from} ${relation} ${to}`,
    })
}

function formFault(form: StixForm, value: unknown): string | undefined {
  switch (form) {
    case 'text':
      return typeof value === 'string' && value !== '' ? undefined : 'a text'
    case 'texts':
      return isList(value) && value.every((one) => typeof one === 'string' && one !== '')
        ? undefined
        : 'a list of texts, not empty'
    case 'id':
      return typeof value === 'string' && identifier.test(value) ? undefined : 'a type, -- and a UUID'
    case 'ids':
      return isList(value) && value.every((one) => typeof one === 'string' && identifier.test(one))
        ? undefined
        : 'a list of ids, not empty'
    case 'time':
      return typeof value === 'string' && timestamp.test(value) && !Number.isNaN(Date.parse(value))
        ? undefined
        : 'a time such as 2016-02-04T00:00:00.000Z'
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false'
    case 'number':
      return typeof value === 'number' ? undefined : 'a number'
    case 'confidence':
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100
        ? undefined
        : 'a whole number from 0 to 100'
    case 'opinion':
      return ['strongly-disagree', 'disagree', 'neutral', 'agree', 'strongly-agree'].includes(String(value))
        ? undefined
        : 'a step of the scale from strongly-disagree to strongly-agree'
    case 'references':
      return isList(value) && value.every(isReference)
        ? undefined
        : 'references, each with source_name and one of description, url, external_id'
    case 'any':
      return undefined
  }
}

function isReference(value: unknown): boolean {
  if (!isObject(value) || typeof value.source_name !== 'string' || value.source_name === '') return false
  return ['description', 'url', 'external_id'].some((member) => typeof value[member] === 'string')
}

function* referencesIn(object: unknown): Generator<readonly [string, string]> {
  if (!isObject(object)) return
  for (const [member, value] of Object.entries(object)) {
    if (member.endsWith('_ref') && typeof value === 'string') yield [member, value]
    if (member.endsWith('_refs') && Array.isArray(value))
      for (const [at, id] of value.entries()) if (typeof id === 'string') yield [`${member}[${at}]`, id]
  }
}

function before(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' && Date.parse(a) < Date.parse(b)
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
