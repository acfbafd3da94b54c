import { countryCode } from '@cordon/model'
import { type AddressParts, addAddress } from './addresses.ts'
import { childId } from './child-id.ts'
import { addDate } from './dates.ts'
import { nearestProperty } from './listed-party.ts'
import { addOfacName } from './ofac-names.ts'
import { parseRemarks, type RemarkDocument, type RemarkItem, remarkItem } from './ofac-remarks.ts'
import type { ReportBuilder } from './report.ts'
import { StatementWriter } from './statements.ts'

/** What the reading of a party needs from the reading as a whole. */
export interface OfacContext {
  readonly source: string
  readonly report: ReportBuilder
  /** The uid of the one party that bears a name; undefined where there is none, or more than one. */
  readonly partyByName: (name: string) => string | undefined
}

/** The id of an OFAC party in both of OFAC's formats. */
export const ofacId = (uid: string) => `ofac-${uid}`

/** A party with the things that hang on it: its listing, documents, wallets, addresses and links. */
export class OfacParty {
  readonly writer: StatementWriter
  readonly listing: StatementWriter
  private readonly children: StatementWriter[] = []
  private readonly context: OfacContext
  private readonly where: string
  private misses = 0

  constructor(context: OfacContext, uid: string, schema: string, where: string) {
    this.context = context
    this.where = where
    const id = ofacId(uid)
    this.writer = new StatementWriter(context.source, id, schema)
    this.writer.add('topics', 'sanction')
    this.writer.add('sourceUrl', `https://sanctionssearch.ofac.treas.gov/Details.aspx?id=${uid}`)
    this.listing = this.child('Sanction', `${id}-listing`).add('entity', id)
    this.listing
      .add('authority', 'Office of Foreign Assets Control')
      .add('country', 'us')
      .add('authorityId', uid)
  }

  /** The party first, then what hangs on it. */
  groups() {
    return [this.writer, ...this.children].map((writer) => writer.group())
  }

  addPrograms(text: string | undefined): void {
    // Programmes are joined as "A] [B", or by semicolons.
    this.listing.addAll('program', text?.split(/\]\s*\[|;/) ?? [])
  }

  addAddress(parts: Omit<AddressParts, 'code'>): void {
    const code = parts.country && this.country(parts.country)
    const address = addAddress(this.writer, this.context.source, { ...parts, code })
    if (address && !this.children.some((child) => child.entityId === address.entityId))
      this.children.push(address)
  }

  /** Keeps the remarks whole as a note, and takes from them what they say in OFAC's phrases. */
  addRemarks(remarks: string | undefined, title?: string): void {
    if (!remarks) return
    this.writer.add('notes', remarks)
    for (const item of parseRemarks(remarks)) this.addItem(item, title)
  }

  /** Takes what one phrase of OFAC's says, and keeps as a note what has no place else. */
  addPhrase(phrase: string): void {
    const before = this.misses
    this.addItem(remarkItem(phrase), undefined)
    if (this.misses > before) this.writer.add('notes', phrase)
  }

  private addItem(item: RemarkItem, title: string | undefined): void {
    const { writer } = this
    switch (item.kind) {
      case 'name':
        addOfacName(writer, item.property, item.text)
        return
      case 'value':
        this.addValue(item.property, item.text)
        return
      case 'country':
        this.addCountry(item.property, item.text)
        return
      case 'date':
        this.addDate(item.property, item.text)
        return
      case 'document':
        this.addDocument(item)
        return
      case 'wallet':
        this.addWallet(item.currency, item.address)
        return
      case 'link':
        this.addLink(item.role, item.name)
        return
      case 'operator':
        this.addParty('operator', item.name)
        return
      case 'listing':
        this.listing.add(item.property, item.text)
        return
      case 'text':
        // A person's title stands among the remarks once more.
        if (item.text.replace(/\.$/, '') !== title) this.unknown('Remarks: free text, kept in notes')
    }
  }

  addValue(property: string, text: string): void {
    const place = nearestProperty(this.writer.schema, property)
    if (place) this.writer.add(place, text)
    else this.unknown(`Remarks: ${property} of a ${this.writer.schema}, kept in notes`)
  }

  addCountry(property: string, text: string): void {
    const code = this.country(text)
    const place = nearestProperty(this.writer.schema, property)
    if (code && place) this.writer.add(place, code, { original: text })
  }

  addDate(property: string, text: string): void {
    const place = nearestProperty(this.writer.schema, property)
    if (!place) this.unknown(`Remarks: ${property} of a ${this.writer.schema}, kept in notes`)
    else if (!addDate(this.writer, place, text))
      this.unknown('Remarks: date in an unknown form, kept in notes')
  }

  /** A vehicle's owner or operator, by name: a party of the list where one bears it, else one of its own. */
  addParty(property: 'owner' | 'operator', name: string): void {
    if (this.writer.schema !== 'Vessel' && this.writer.schema !== 'Airplane') {
      this.unknown(`${property} of a ${this.writer.schema}, kept in notes`)
      return
    }
    const uid = this.context.partyByName(name)
    const id = uid
      ? ofacId(uid)
      : this.child('LegalEntity', childId(this.writer.entityId, property, name)).add('name', name).entityId
    this.writer.add(property, id, { original: name })
  }

  private addDocument(document: RemarkDocument): void {
    const { writer } = this
    this.addValue(document.property, document.number)
    if (writer.schema !== 'Person' && writer.schema !== 'Organization') return
    const isPassport = document.property === 'passportNumber'
    const id = childId(writer.entityId, 'document', document.type, document.number, document.country)
    const paper = this.child(isPassport ? 'Passport' : 'Identification', id).add('holder', writer.entityId)
    paper.add('type', document.type).add('number', document.number)
    if (isPassport) paper.add('passportNumber', document.number)
    const code = document.country && this.country(document.country)
    if (code) paper.add('country', code, { original: document.country })
    addDate(paper, 'startDate', document.issued)
    addDate(paper, 'endDate', document.expires)
  }

  private addWallet(currency: string, address: string): void {
    const wallet = this.child('CryptoWallet', childId(this.writer.entityId, 'wallet', currency, address))
    // OFAC keeps to XBT, the unofficial ISO 4217 code, where everyone else writes BTC.
    wallet
      .add('publicKey', address)
      .add('currencySymbol', currency === 'XBT' ? 'BTC' : currency, { original: currency })
    wallet.add('topics', 'sanction').add('holder', this.writer.entityId)
  }

  private addLink(role: string, name: string): void {
    const uid = this.context.partyByName(name)
    if (!uid) {
      this.unknown(`Remarks: ${role} a name that no party or more than one bears, kept in notes`)
      return
    }
    const link = this.child('UnknownLink', childId(this.writer.entityId, 'link', role, uid))
    link.add('subject', this.writer.entityId).add('object', ofacId(uid)).add('role', role)
  }

  private country(name: string): string | undefined {
    const code = countryCode(name)
    if (!code) this.unknown(`country ${JSON.stringify(name)}`)
    return code
  }

  private child(schema: string, id: string): StatementWriter {
    const same = this.children.find((child) => child.entityId === id)
    if (same) return same
    const writer = new StatementWriter(this.context.source, id, schema)
    this.children.push(writer)
    return writer
  }

  private unknown(what: string): void {
    this.misses++
    this.context.report.countUnknown(what, this.where)
  }
}
