import { countryCode, ftmProperty } from '@cordon/model'
import { type AddressParts, addAddress } from './addresses.ts'
import { childId } from './child-id.ts'
import { addDate } from './dates.ts'
import type { ReportBuilder } from './report.ts'
import { scriptOf } from './script.ts'
import { type StatementExtra, StatementWriter } from './statements.ts'
import { squeeze } from './xml-files.ts'

/** The nearest property for a value whose own the party's schema has not, best first. */
const nearest: Readonly<Record<string, readonly string[]>> = {
  passportNumber: ['idNumber', 'registrationNumber'],
  socialSecurityNumber: ['idNumber'],
  idNumber: ['registrationNumber'],
  licenseNumber: ['registrationNumber'],
  taxNumber: ['registrationNumber'],
  ogrnCode: ['registrationNumber'],
  innCode: ['registrationNumber'],
  okpoCode: ['registrationNumber'],
  bikCode: ['idNumber'],
  isinCode: ['idNumber'],
  ticker: ['idNumber'],
  imoNumber: ['idNumber', 'registrationNumber'],
  serialNumber: ['registrationNumber'],
  nationality: ['country'],
  citizenship: ['country'],
  birthCountry: ['country'],
  jurisdiction: ['country'],
  flag: ['country'],
  pastFlags: ['country'],
  buildDate: ['incorporationDate'],
}

/** The property of `schema` that takes a value meant for `property`, or undefined where none does. */
export function nearestProperty(schema: string, property: string): string | undefined {
  return [property, ...(nearest[property] ?? [])].find((name) => ftmProperty(schema, name) !== undefined)
}

/** A document or number of a party as a list gives it. */
export interface PartyDocument {
  /** The party's property for the number. */
  readonly property: string
  /** In the publisher's words. */
  readonly type: string | undefined
  readonly number: string
  readonly country?: string | undefined
  readonly issued?: string | undefined
  readonly expires?: string | undefined
  readonly summary?: string | undefined
}

/** Who lists a party, and where its record is. */
export interface PartyOrigin {
  readonly source: string
  readonly report: ReportBuilder
  readonly id: string
  readonly schema: string
  readonly where: string
  /** Who lists it: the listing's authority. Without it there is no listing, as for registers of owners. */
  readonly authority?: string
  /** Country of the authority, ISO 3166-1 alpha-2. */
  readonly country?: string
  readonly topic?: string
  /** Id of the listing; by default the party's with `-listing`. */
  readonly listingId?: string
}

/** A party of a list with what hangs on it: its listing, addresses, documents, links. What has no place becomes a note. */
export class ListedParty {
  readonly writer: StatementWriter
  /** The designation; of parties that nobody designates an empty one, which is not written. */
  readonly listing: StatementWriter
  private readonly children = new Map<string, StatementWriter>()
  private readonly origin: PartyOrigin

  constructor(origin: PartyOrigin) {
    const { source, id, schema, authority, country, topic = 'sanction' } = origin
    this.origin = origin
    this.writer = new StatementWriter(source, id, schema)
    this.listing = new StatementWriter(source, origin.listingId ?? `${id}-listing`, 'Sanction')
    if (authority === undefined) return
    this.writer.add('topics', topic)
    this.children.set(this.listing.entityId, this.listing)
    this.listing.add('entity', id).add('authority', authority).add('country', country)
  }

  get id(): string {
    return this.origin.id
  }

  get schema(): string {
    return this.origin.schema
  }

  /** The party first, then what hangs on it. */
  groups() {
    return [this.writer, ...this.children.values()].map((writer) => writer.group())
  }

  /** A value under its property or the nearest that the schema has, else as a note. */
  add(property: string, text: string | undefined, extra?: StatementExtra): this {
    const value = squeeze(text)
    if (!value) return this
    const place = nearestProperty(this.schema, property)
    if (place) this.writer.add(place, value, extra)
    else this.unknown(`${property} of a ${this.schema}`, `${property}: ${value}`)
    return this
  }

  /** A name, with its script where that is not Latin. */
  addName(property: string, text: string | undefined, original?: string): this {
    const name = squeeze(text)
    return this.add(property, name, { lang: name && scriptOf(name), original })
  }

  /** Free text as a note, with what it is before it. */
  note(text: string | undefined, label?: string): this {
    const value = squeeze(text)
    this.writer.add('notes', value && (label ? `${label}: ${value}` : value))
    return this
  }

  /** A country by its code or name, as its code. Unknown ones are counted and noted. */
  addCountry(property: string, text: string | undefined, code?: string): this {
    const name = squeeze(text)
    const found = (code && countryCode(code)) || (name && countryCode(name))
    if (found) this.add(property, found, { original: name ?? code })
    else if (name ?? code)
      this.unknown(`country ${JSON.stringify(name ?? code)}`, `${property}: ${name ?? code}`)
    return this
  }

  /** A date or range as lists write it; what is none is counted and noted. */
  addDate(property: string, text: string | undefined, original = text): this {
    const value = squeeze(text)
    if (!value) return this
    const place = nearestProperty(this.schema, property)
    if (!place || !addDate(this.writer, place, value, original))
      this.unknown(`${property} in an unknown form`, `${property}: ${value}`)
    return this
  }

  /** A date of the listing; what is none is counted and noted. */
  addListingDate(property: string, text: string | undefined): this {
    const value = squeeze(text)
    if (value && !addDate(this.listing, property, value))
      this.unknown(`${property} in an unknown form`, `${property}: ${value}`)
    return this
  }

  /** An address by its parts; a lone remark becomes a note. */
  addAddress(parts: Omit<AddressParts, 'code'>, code?: string): this {
    const { country } = parts
    const found = (code && countryCode(code)) || (country && countryCode(country))
    if (country && !found) this.unknown(`country ${JSON.stringify(country)}`)
    const address = addAddress(this.writer, this.origin.source, { ...parts, code: found || undefined })
    if (address) this.keep(address)
    else this.note(parts.remarks, 'Address')
    return this
  }

  /** A document: the number on the party, and of people and organisations the paper as an entity. */
  addDocument(document: PartyDocument): this {
    const { type, number, country, summary } = document
    const isPassport = document.property === 'passportNumber'
    this.add(document.property, number)
    if (!ftmProperty(this.schema, 'idNumber'))
      return this.note(summary, [type, number].filter(Boolean).join(' '))
    const id = childId(this.id, 'document', type, number, country)
    const paper = this.child(isPassport ? 'Passport' : 'Identification', id).add('holder', this.id)
    paper.add('type', type).add('number', number).add('summary', summary)
    if (isPassport) paper.add('passportNumber', number)
    const code = country && countryCode(country)
    if (code) paper.add('country', code, { original: country })
    else if (country)
      this.unknown(`country ${JSON.stringify(country)}`, `${type ?? 'Document'} ${number}: ${country}`)
    for (const [property, text] of [
      ['startDate', document.issued],
      ['endDate', document.expires],
    ] as const)
      if (text && !addDate(paper, property, text)) paper.add('summary', `${property}: ${text}`)
    return this
  }

  /** A link to another party of the list by its id, with what it is in the publisher's words. */
  addLink(other: string, role: string | undefined): this {
    const link = this.child('UnknownLink', childId(this.id, 'link', role, other))
    link.add('subject', this.id).add('object', other).add('role', role)
    return this
  }

  /** A thing that hangs on the party; the same id gives the same one. */
  child(schema: string, id: string): StatementWriter {
    return this.children.get(id) ?? this.keep(new StatementWriter(this.origin.source, id, schema))
  }

  /** Counts what the reader has no place for, and keeps it as a note. */
  unknown(what: string, note?: string): void {
    this.origin.report.countUnknown(what, this.origin.where)
    this.writer.add('notes', note)
  }

  private keep(writer: StatementWriter): StatementWriter {
    const same = this.children.get(writer.entityId)
    if (same) return same
    this.children.set(writer.entityId, writer)
    return writer
  }
}
