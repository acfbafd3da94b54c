import type { XmlElement } from '@cordon/formats'
import type { StatementGroup } from '@cordon/model'
import { countryCode } from '@cordon/model'
import { addAddress } from './addresses.ts'
import { childId } from './child-id.ts'
import { addDate, type DateValue, readDate } from './dates.ts'
import type { ReportBuilder } from './report.ts'
import { scriptOf } from './script.ts'
import { StatementWriter } from './statements.ts'

/** One INDIVIDUAL or ENTITY of the UN's list as FollowTheMoney entities. */
export class UnEntry {
  private readonly party: StatementWriter
  private readonly listing: StatementWriter
  private readonly children = new Map<string, StatementWriter>()
  private readonly report: ReportBuilder
  private readonly source: string
  private readonly where: string

  constructor(element: XmlElement, id: string, source: string, report: ReportBuilder, where: string) {
    this.source = source
    this.report = report
    this.where = where
    this.party = new StatementWriter(source, id, element.name === 'INDIVIDUAL' ? 'Person' : 'Organization')
    this.listing = this.child(`${id}-listing`, 'Sanction').add('entity', id)
    this.listing.add('authority', 'United Nations Security Council')
    this.party.add('topics', 'sanction')
    this.addName(element)
    for (const child of element.children) this.addChild(child)
  }

  /** The party first, then its listing, addresses and documents. */
  groups(): StatementGroup[] {
    return [this.party, ...this.children.values()].map((writer) => writer.group())
  }

  private addName(element: XmlElement): void {
    const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((name) =>
      textOf(element, name),
    )
    this.party.add('name', parts.filter(Boolean).join(' '))
    if (this.party.schema !== 'Person') return
    const [first, second, third, fourth] = parts
    this.party
      .add('firstName', first)
      .add('secondName', second)
      .add('middleName', third)
      .add('lastName', fourth)
  }

  private addChild(element: XmlElement): void {
    const rule = rules[element.name]
    if (!rule) {
      this.keepUnknown(element)
      return
    }
    if (typeof rule === 'function') {
      rule.call(this, element)
      return
    }
    const [subject, property] = rule
    const writer = subject === 'party' ? this.party : this.listing
    for (const value of [element, ...element.all('VALUE')]) writer.add(property, clean(value.text))
    this.checkChildren(element, ['VALUE'])
  }

  addOriginalName(element: XmlElement): void {
    const text = clean(element.text)
    if (text) this.party.add('name', text, { lang: scriptOf(text) })
  }

  addComment(element: XmlElement): void {
    const text = clean(element.text)
    if (!text) return
    this.party.add('notes', text)
    this.listing.add('reason', text.match(/\bListed pursuant to (?:[^.(]|\([^)]*\))*/)?.[0])
    if (this.party.schema === 'Person')
      this.party.add('gender', text.match(/\bGender: (male|female)\b/i)?.[1]?.toLowerCase())
    // The company's own number; those of its ships are not written this way.
    else
      this.party.add(
        'imoNumber',
        text.match(/(?:^|\. )(?:International Maritime Organization \(IMO\)|IMO) number: (\d{7})\b/i)?.[1],
      )
  }

  addGender(element: XmlElement): void {
    const text = clean(element.text)?.toLowerCase()
    if (text === 'male' || text === 'female') this.party.add('gender', text)
    else if (text) this.unknown(`GENDER ${JSON.stringify(text)}`, `Gender: ${text}`)
  }

  addNationality(element: XmlElement): void {
    for (const value of [element, ...element.all('VALUE')]) {
      const text = clean(value.text)
      if (text) this.party.add('nationality', this.country(text), { original: text })
    }
    this.checkChildren(element, ['VALUE'])
  }

  addAlias(element: XmlElement): void {
    this.checkChildren(element, [
      'QUALITY',
      'ALIAS_NAME',
      'NOTE',
      'DATE_OF_BIRTH',
      'CITY_OF_BIRTH',
      'COUNTRY_OF_BIRTH',
    ])
    const text = textOf(element, 'ALIAS_NAME')
    const note = textOf(element, 'NOTE')
    const quality = textOf(element, 'QUALITY') ?? ''
    const born = ['DATE_OF_BIRTH', 'CITY_OF_BIRTH', 'COUNTRY_OF_BIRTH'].map((name) => textOf(element, name))
    if (!(quality in aliasProperties)) this.unknown(`alias QUALITY ${JSON.stringify(quality)}`)
    const isFormer = /^(previously|formerly) listed as/i.test(note ?? '')
    const property = isFormer ? 'previousName' : (aliasProperties[quality] ?? 'alias')
    for (const name of aliasNames(text ?? '')) this.party.add(property, name, { original: text })
    addDate(this.party, 'birthDate', born[0], `${born[0]} (as ${text})`)
    const rest = [born.some(Boolean) && `born ${born.filter(Boolean).join(', ')}`, note].filter(Boolean)
    if (rest.length > 0) this.party.add('notes', `Alias ${text ?? '(not given)'}: ${rest.join('; ')}`)
  }

  addPlace(element: XmlElement): void {
    this.checkChildren(element, ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY', 'NOTE'])
    const country = textOf(element, 'COUNTRY')
    const parts = {
      street: textOf(element, 'STREET'),
      city: textOf(element, 'CITY'),
      state: textOf(element, 'STATE_PROVINCE'),
      postalCode: textOf(element, 'ZIP_CODE'),
      country,
      code: country && this.country(country),
      remarks: textOf(element, 'NOTE'),
    }
    if (element.name === 'INDIVIDUAL_PLACE_OF_BIRTH') {
      this.party.add(
        'birthPlace',
        [parts.street, parts.city, parts.state, country].filter(Boolean).join(', '),
      )
      this.party.add('birthCountry', parts.code, { original: country })
      if (parts.remarks) this.party.add('notes', `Place of birth: ${parts.remarks}`)
      return
    }
    const address = addAddress(this.party, this.source, parts)
    if (address) this.children.set(address.entityId, address)
    else if (parts.remarks) this.party.add('notes', `Address: ${parts.remarks}`)
  }

  addBirth(element: XmlElement): void {
    this.checkChildren(element, ['TYPE_OF_DATE', 'DATE', 'YEAR', 'FROM_YEAR', 'TO_YEAR', 'NOTE'])
    const type = textOf(element, 'TYPE_OF_DATE') ?? ''
    if (!['', 'EXACT', 'APPROXIMATELY', 'BETWEEN'].includes(type))
      this.unknown(`TYPE_OF_DATE ${JSON.stringify(type)}`)
    const note = textOf(element, 'NOTE')
    const found = birthDate(element, /^approx/i.test(type) || /^approx/i.test(note ?? ''), note)
    if (found) this.party.addAll('birthDate', found.values, { date: found.date })
    if (note)
      this.party.add('notes', `Date of birth: ${[textOf(element, 'YEAR'), note].filter(Boolean).join(', ')}`)
  }

  addDocument(element: XmlElement): void {
    const known = [
      'TYPE_OF_DOCUMENT',
      'TYPE_OF_DOCUMENT2',
      'NUMBER',
      'ISSUING_COUNTRY',
      'COUNTRY_OF_ISSUE',
      'DATE_OF_ISSUE',
      'CITY_OF_ISSUE',
      'NOTE',
    ]
    this.checkChildren(element, known)
    const [first, second, number, issuer, place, issued, city, note] = known.map((name) =>
      textOf(element, name),
    )
    const type = [first, second].filter(Boolean).join(', ')
    if (!number) {
      const rest = [type, issuer, place, issued, city, note].filter(Boolean)
      if (rest.length > 0) this.party.add('notes', `Document: ${rest.join(', ')}`)
      return
    }
    const isPassport = /passport|passeport|pasaporte/i.test(type)
    this.party.add(isPassport ? 'passportNumber' : 'idNumber', number)
    const country = issuer ?? place
    const id = childId(this.party.entityId, 'document', type, number, country)
    const paper = this.child(id, isPassport ? 'Passport' : 'Identification')
    paper.add('holder', this.party.entityId).add('type', type).add('number', number)
    if (isPassport) paper.add('passportNumber', number)
    for (const name of [issuer, place]) if (name) paper.add('country', this.country(name), { original: name })
    if (issued && !addDate(paper, 'startDate', issued)) paper.add('summary', `Issued: ${issued}`)
    paper.add('authority', city).add('summary', note)
  }

  private country(name: string): string | undefined {
    const code = countryCode(name)
    if (!code) this.unknown(`country ${JSON.stringify(name)}`, `Country: ${name}`)
    return code
  }

  private child(id: string, schema: string): StatementWriter {
    const writer = this.children.get(id) ?? new StatementWriter(this.source, id, schema)
    this.children.set(id, writer)
    return writer
  }

  private checkChildren(element: XmlElement, known: readonly string[]): void {
    for (const child of element.children)
      if (!known.includes(child.name)) this.keepUnknown(child, `${element.name}/`)
  }

  /** An element that the reader does not know is counted, and its text kept as a note. */
  private keepUnknown(element: XmlElement, path = ''): void {
    const text = allText(element)
    this.unknown(`element ${path}${element.name}`, text && `${path}${element.name}: ${text}`)
  }

  private unknown(what: string, note?: string): void {
    this.report.countUnknown(what, this.where)
    this.party.add('notes', note)
  }
}

type Rule = readonly ['party' | 'listing', string] | ((this: UnEntry, element: XmlElement) => void)
const ignored: Rule = () => {}

/** What each element becomes. Names and reference are read by the entry as a whole. */
const rules: Readonly<Record<string, Rule>> = {
  DATAID: ['listing', 'recordId'],
  // The record's own counter, always 1; says nothing about the party.
  VERSIONNUM: ignored,
  FIRST_NAME: ignored,
  SECOND_NAME: ignored,
  THIRD_NAME: ignored,
  FOURTH_NAME: ignored,
  SORT_KEY: ignored,
  SORT_KEY_LAST_MOD: ignored,
  // Always "UN List".
  LIST_TYPE: ignored,
  UN_LIST_TYPE: ['listing', 'program'],
  REFERENCE_NUMBER: ['listing', 'unscId'],
  LISTED_ON: ['listing', 'listingDate'],
  DELISTED_ON: ['listing', 'endDate'],
  LAST_DAY_UPDATED: ['listing', 'modifiedAt'],
  SUBMITTED_BY: ['listing', 'description'],
  NAME_ORIGINAL_SCRIPT: UnEntry.prototype.addOriginalName,
  COMMENTS1: UnEntry.prototype.addComment,
  GENDER: UnEntry.prototype.addGender,
  TITLE: ['party', 'title'],
  DESIGNATION: ['party', 'position'],
  NATIONALITY: UnEntry.prototype.addNationality,
  NATIONALITY2: UnEntry.prototype.addNationality,
  INDIVIDUAL_ALIAS: UnEntry.prototype.addAlias,
  ENTITY_ALIAS: UnEntry.prototype.addAlias,
  INDIVIDUAL_ADDRESS: UnEntry.prototype.addPlace,
  ENTITY_ADDRESS: UnEntry.prototype.addPlace,
  INDIVIDUAL_PLACE_OF_BIRTH: UnEntry.prototype.addPlace,
  INDIVIDUAL_DATE_OF_BIRTH: UnEntry.prototype.addBirth,
  INDIVIDUAL_DOCUMENT: UnEntry.prototype.addDocument,
}

const aliasProperties: Readonly<Record<string, string>> = {
  '': 'alias',
  Good: 'alias',
  Low: 'weakAlias',
  'a.k.a.': 'alias',
  'f.k.a.': 'previousName',
}

/** Several aliases may stand in one field ("Azim Adhajani; Azim Agha-Jani"), or a sentence after one. */
function aliasNames(text: string): string[] {
  if (/\b(born|passport|identity)\b/.test(text)) return [text.replace(/\s*(,\s*born\b|\().*$/, '')]
  return text.includes('(')
    ? [text]
    : text
        .split(/;|\s[a-z]\)\s/)
        .map((name) => name.trim())
        .filter(Boolean)
}

function birthDate(element: XmlElement, circa: boolean, note: string | undefined): DateValue | undefined {
  const years = ['FROM_YEAR', 'TO_YEAR'].map((name) => textOf(element, name)).filter(Boolean)
  const text = years.join(' to ') || (textOf(element, 'DATE') ?? textOf(element, 'YEAR') ?? note)
  const found = text ? readDate(text) : undefined
  return found && circa ? { ...found, date: { ...found.date, circa: true } } : found
}

function textOf(element: XmlElement, name: string): string | undefined {
  return clean(element.textOf(name) ?? '')
}

function clean(text: string): string | undefined {
  return text.replace(/\s+/g, ' ').trim() || undefined
}

function allText(element: XmlElement): string {
  return [clean(element.text), ...element.children.map(allText)].filter(Boolean).join(', ')
}
