import type { XmlElement } from '@cordon/formats'
import { ListedParty } from './listed-party.ts'
import type { ReportBuilder } from './report.ts'
import { allText, childText, squeeze } from './xml-files.ts'

/** A place that targets point to. */
export interface SecoPlace {
  readonly location: string | undefined
  readonly area: string | undefined
  readonly country: string | undefined
  readonly code: string | undefined
}

/** What targets point to: sets of sanctions by their programme's key, and places. */
export interface SecoTables {
  readonly programs: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, SecoPlace>
}

const schemas: Readonly<Record<string, string>> = {
  individual: 'Person',
  entity: 'Organization',
  vessel: 'Vessel',
  ship: 'Vessel',
  aircraft: 'Airplane',
}

/** One target of Switzerland's list. */
export class ChSecoTarget {
  private readonly party: ListedParty
  private readonly tables: SecoTables

  constructor(
    element: XmlElement,
    id: string,
    source: string,
    report: ReportBuilder,
    where: string,
    tables: SecoTables,
  ) {
    this.tables = tables
    const subject = element.children.find(({ name }) => ['individual', 'entity', 'object'].includes(name))
    const type = subject?.name === 'object' ? (subject.attribute('object-type') ?? '') : (subject?.name ?? '')
    if (!schemas[type]) report.countUnknown(`type of target ${JSON.stringify(type)}`, where)
    const authority = 'State Secretariat for Economic Affairs'
    const schema = schemas[type] ?? (subject?.name === 'object' ? 'Vehicle' : 'LegalEntity')
    this.party = new ListedParty({ source, report, id, where, authority, country: 'ch', schema })
    this.party.listing.add('authorityId', element.attribute('ssid'))
    this.addListing(element)
    if (subject) this.addSubject(subject)
  }

  get hasName(): boolean {
    return this.party.writer.group().statements.some(({ property }) => property === 'name')
  }

  groups() {
    return this.party.groups()
  }

  private addListing(element: XmlElement): void {
    const { party } = this
    const sets = [
      element.attribute('sanctions-set-id'),
      ...element.all('sanctions-set-id').map(({ text }) => text),
    ]
    for (const set of sets) {
      const key = squeeze(set)
      if (key) party.listing.add('program', this.tables.programs.get(key) ?? `sanctions set ${key}`)
    }
    party.listing.add('unscId', childText(element, 'foreign-identifier'))
    for (const one of element.all('modification')) {
      const date = one.attribute('effective-date') ?? one.attribute('publication-date')
      const property = { listed: 'listingDate', amended: 'modifiedAt' }[
        one.attribute('modification-type') ?? ''
      ]
      if (property) party.addListingDate(property, date)
    }
    for (const child of element.children)
      if (
        ![
          'modification',
          'sanctions-set-id',
          'foreign-identifier',
          'individual',
          'entity',
          'object',
        ].includes(child.name)
      )
        party.unknown(`element ${child.name}`, `${child.name}: ${allText(child)}`)
  }

  private addSubject(subject: XmlElement): void {
    const { party } = this
    const sex = subject.attribute('sex')
    if (party.schema === 'Person') party.add('gender', sex)
    for (const child of subject.children) {
      if (child.name === 'identity') this.addIdentity(child)
      else if (child.name === 'justification') party.listing.add('reason', squeeze(child.text))
      else if (child.name === 'other-information') party.note(child.text)
      else if (child.name === 'relation') this.addRelation(child)
      else if (child.name === 'generic-attribute') this.addAttribute(child)
      else if (child.name === 'modification') continue
      else party.unknown(`element ${child.name}`, `${child.name}: ${allText(child)}`)
    }
  }

  private addIdentity(identity: XmlElement): void {
    const isMain = identity.attribute('main') !== 'false'
    for (const child of identity.children) {
      const add = identityParts[child.name]
      if (child.name === 'name') this.addName(child, isMain)
      else if (add) add.call(this, child)
      else this.party.unknown(`element identity/${child.name}`, `${child.name}: ${allText(child)}`)
    }
  }

  private addName(name: XmlElement, isMain: boolean): void {
    const { party } = this
    const parts = [...name.all('name-part')].sort((a, b) => orderOf(a) - orderOf(b))
    const type = name.attribute('name-type')
    const isPrimary = isMain && type === 'primary-name'
    const property = isPrimary && !this.hasName ? 'name' : this.aliasProperty(type, name.attribute('quality'))
    party.addName(
      property,
      wholeName(parts, (part) => childText(part, 'value') ?? squeeze(part.text)),
    )
    if (property === 'name' && party.schema === 'Person') this.addParts(parts)
    for (const spelling of spellings(parts)) party.addName('alias', spelling)
  }

  private addParts(parts: readonly XmlElement[]): void {
    for (const part of parts) {
      const property = partProperties[part.attribute('name-part-type') ?? '']
      if (property) this.party.add(property, childText(part, 'value') ?? part.text)
    }
  }

  private aliasProperty(type: string | undefined, quality: string | undefined): string {
    if (type === 'formerly-known-as') return 'previousName'
    return quality === 'low' ? 'weakAlias' : 'alias'
  }

  addNationality(element: XmlElement): void {
    const country = element.child('country')
    this.party.addCountry('nationality', squeeze(country?.text), country?.attribute('iso-code'))
  }

  addBirth(element: XmlElement): void {
    const [year, month, day] = ['year', 'month', 'day'].map((name) =>
      element.attribute(name)?.padStart(2, '0'),
    )
    const text = year && [year, month, month && day].filter(Boolean).join('-')
    const quality = element.attribute('quality')
    const calendar = element.attribute('calendar')
    if (calendar && !/gregorian/i.test(calendar)) this.party.note(text, `Date of birth, ${calendar} calendar`)
    else
      this.party.addDate(
        'birthDate',
        text && quality && quality !== 'exact' && quality !== 'good' ? `circa ${text}` : text,
      )
  }

  addBirthPlace(element: XmlElement): void {
    const place = this.tables.places.get(element.attribute('place-id') ?? '')
    if (!place) return
    const text = [place.location, place.area, place.country].filter(Boolean).join(', ')
    if (this.party.schema === 'Person') this.party.add('birthPlace', text)
    this.party.addCountry('birthCountry', place.country, place.code)
  }

  addAddress(element: XmlElement): void {
    const place = this.tables.places.get(element.attribute('place-id') ?? '')
    const box = childText(element, 'p-o-box')
    const care = childText(element, 'c-o')
    this.party.addAddress(
      {
        street:
          [care && `c/o ${care}`, childText(element, 'address-details'), box && `P.O. Box ${box}`]
            .filter(Boolean)
            .join(', ') || undefined,
        city: place?.location,
        state: place?.area,
        postalCode: childText(element, 'zip-code'),
        country: place?.country,
        remarks: childText(element, 'remark'),
      },
      place?.code,
    )
  }

  addDocument(element: XmlElement): void {
    const number = childText(element, 'number')
    const type = element.attribute('document-type')
    const issuer = element.child('issuer')
    if (!number) {
      this.party.note(allText(element), type ?? 'Document')
      return
    }
    this.party.addDocument({
      property: /passport/.test(type ?? '') ? 'passportNumber' : 'idNumber',
      type,
      number,
      country: issuer?.attribute('code') ?? squeeze(issuer?.text),
      issued: childText(element, 'date-of-issue'),
      expires: childText(element, 'expiry-date'),
      summary: childText(element, 'remark'),
    })
  }

  private addRelation(element: XmlElement): void {
    const other = element.attribute('target-id')
    if (other) this.party.addLink(`ch-seco-${other}`, element.attribute('relation-type'))
    this.party.note(childText(element, 'remark'), 'Relation')
  }

  private addAttribute(element: XmlElement): void {
    const name = element.attribute('name') ?? ''
    const text = squeeze(element.text)
    const imo = text?.match(/\b\d{7}\b/)?.[0]
    if (/imo/i.test(name) && imo) this.party.add('imoNumber', imo, { original: text })
    else this.party.note(text, name)
  }
}

const orderOf = (part: XmlElement) => Number(part.attribute('order') ?? 0)

const partProperties: Readonly<Record<string, string>> = {
  'family-name': 'lastName',
  'given-name': 'firstName',
  'further-given-name': 'middleName',
  'father-name': 'fatherName',
  title: 'title',
  suffix: 'nameSuffix',
}

/** Given names before the family name, whatever the order in the list; titles left out. */
function wholeName(parts: readonly XmlElement[], text: (part: XmlElement) => string | undefined): string {
  const isFamily = (part: XmlElement) => part.attribute('name-part-type') === 'family-name'
  const spoken = parts.filter((part) => part.attribute('name-part-type') !== 'title')
  return [...spoken.filter((part) => !isFamily(part)), ...spoken.filter(isFamily)]
    .map(text)
    .filter(Boolean)
    .join(' ')
}

/** Whole names with every part in another spelling: each variant with the others as they are, and those of a script together. */
function spellings(parts: readonly XmlElement[]): string[] {
  const own = (part: XmlElement) => childText(part, 'value') ?? squeeze(part.text)
  const names = new Set<string>()
  const scripts = new Set<string>()
  for (const part of parts)
    for (const variant of part.all('spelling-variant')) {
      const script = variant.attribute('script') ?? ''
      if (script && !/^latn$/i.test(script)) scripts.add(script)
      else names.add(wholeName(parts, (one) => (one === part ? squeeze(variant.text) : own(one))))
    }
  for (const script of scripts)
    names.add(
      wholeName(parts, (part) =>
        squeeze(part.all('spelling-variant').find((one) => one.attribute('script') === script)?.text),
      ),
    )
  return [...names]
}

type Add = (this: ChSecoTarget, element: XmlElement) => void
const identityParts: Readonly<Record<string, Add>> = {
  nationality: ChSecoTarget.prototype.addNationality,
  'day-month-year': ChSecoTarget.prototype.addBirth,
  'place-of-birth': ChSecoTarget.prototype.addBirthPlace,
  address: ChSecoTarget.prototype.addAddress,
  'identification-document': ChSecoTarget.prototype.addDocument,
}
