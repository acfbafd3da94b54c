import type { XmlElement } from '@cordon/formats'
import { StatementWriter } from '../statements.ts'
import type { Countries, Place } from './countries.ts'
import type { ReferenceValues } from './reference-values.ts'
import { scriptNamed } from './scripts.ts'

interface Part {
  readonly type: string
  readonly value: string
  /** ISO 15924, where the value is in another script than Latin. */
  readonly script?: string
  /** What the comment says, where it names no script. */
  readonly comment?: string
}

/** A Location, kept small until a party refers to it. */
export interface Location {
  readonly id: string
  readonly place?: Place
  readonly parts: readonly Part[]
  /** Set once something refers to it, so that what nobody refers to can be told. */
  isUsed: boolean
}

/** Property of Address for a LocPartType; the rest stands in `full` only. */
const properties: Readonly<Record<string, string>> = {
  ADDRESS1: 'street',
  ADDRESS2: 'street2',
  ADDRESS3: 'street2',
  CITY: 'city',
  'STATE/PROVINCE': 'state',
  'POSTAL CODE': 'postalCode',
  REGION: 'region',
}
const order = [
  'Unknown',
  'ADDRESS1',
  'ADDRESS2',
  'ADDRESS3',
  'CITY',
  'STATE/PROVINCE',
  'POSTAL CODE',
  'REGION',
]

/** Reads a Location element. */
export function readLocation(
  element: XmlElement,
  reference: ReferenceValues,
  countries: Countries,
): Location {
  const parts: Part[] = []
  let place: Place | undefined
  for (const child of element.children) {
    if (child.name === 'LocationPart') readPart(child, reference, parts)
    else if (child.name === 'LocationCountry')
      place = countries.country(child.attribute('CountryID')) ?? place
    else if (child.name === 'LocationAreaCode') place ??= countries.area(child.attribute('AreaCodeID'))
  }
  return { id: element.attribute('ID') ?? '', parts, isUsed: false, ...(place && { place }) }
}

function readPart(element: XmlElement, reference: ReferenceValues, parts: Part[]): void {
  const type = reference.text('LocPartType', element.attribute('LocPartTypeID')) ?? 'Unknown'
  for (const item of element.all('LocationPartValue')) {
    const value = item.textOf('Value')
    if (!value) continue
    const comment = item.textOf('Comment')
    const script = comment === undefined ? undefined : scriptNamed(reference, comment)
    parts.push({ type, value, ...(script ? { script } : comment ? { comment } : undefined) })
  }
}

/** The address in one line for each script it is given in, the Latin one first. */
export function addressLines(location: Location): { text: string; script?: string }[] {
  const scripts = [...new Set(location.parts.map((part) => part.script))]
  return scripts.map((script) => {
    const values = order.flatMap((type) =>
      location.parts.filter((part) => part.type === type && part.script === script).map((part) => part.value),
    )
    const text = [...values, ...(location.place ? [location.place.name] : [])].join(', ')
    return script === undefined ? { text } : { text, script }
  })
}

/** The Address entity of a location; undefined where it is no more than a country. */
export function addressOf(location: Location, source: string): StatementWriter | undefined {
  if (location.parts.length === 0) return undefined
  const writer = new StatementWriter(source, `ofac-address-${location.id}`, 'Address')
  for (const line of addressLines(location)) writer.add('full', line.text, { lang: line.script })
  for (const part of location.parts) {
    const property = properties[part.type]
    if (property) writer.add(property, part.value, { lang: part.script })
    writer.add('remarks', part.comment)
  }
  return writer.add('country', location.place?.code, { original: location.place?.name })
}
