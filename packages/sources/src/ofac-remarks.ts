import { documentItem } from './ofac-documents.ts'

/**
 * One thing that OFAC's free-text Remarks say in OFAC's fixed phrases. Property names are FollowTheMoney's; which of
 * them a party can hold is for the reader to judge.
 */
export type RemarkItem =
  | { readonly kind: 'date'; readonly property: string; readonly text: string }
  | { readonly kind: 'country'; readonly property: string; readonly text: string }
  | {
      readonly kind: 'name'
      readonly property: 'weakAlias' | 'previousName' | 'alias'
      readonly text: string
    }
  | { readonly kind: 'value'; readonly property: string; readonly text: string }
  | RemarkDocument
  | { readonly kind: 'wallet'; readonly currency: string; readonly address: string }
  /** A link to another party, by its name alone. */
  | { readonly kind: 'link'; readonly role: string; readonly name: string }
  /** A vehicle's operator, by its name alone. */
  | { readonly kind: 'operator'; readonly name: string }
  /** Something about the listing, not about the party. */
  | { readonly kind: 'listing'; readonly property: 'provisions' | 'reason'; readonly text: string }
  /** A sentence without a fixed phrase. */
  | { readonly kind: 'text'; readonly text: string }

/** An identity document or registration as the Remarks give it. */
export interface RemarkDocument {
  readonly kind: 'document'
  /** The property of the party that holds the number. */
  readonly property: string
  /** OFAC's words for it: `National ID No.`. */
  readonly type: string
  readonly number: string
  /** OFAC's name of the issuing country. */
  readonly country?: string
  /** As written: `18 Jan 1984`. */
  readonly issued?: string
  readonly expires?: string
}

/** Parts of a remark: OFAC parts them by semicolons, but writes semicolons inside brackets too. */
export function remarkSegments(remarks: string): string[] {
  const segments: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < remarks.length; at++) {
    const sign = remarks[at]
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (sign === ';' && depth === 0) {
      segments.push(remarks.slice(start, at))
      start = at + 1
    }
  }
  // An unclosed bracket would swallow the rest: then every semicolon parts.
  if (depth > 0)
    return remarks
      .split(';')
      .map((segment) => segment.trim())
      .filter(Boolean)
  segments.push(remarks.slice(start))
  return segments.map((segment) => segment.trim()).filter(Boolean)
}

/**
 * Reads OFAC's Remarks (SDN.CSV with SDN_COMMENTS.CSV, `<remarks>` of the XML) by their vocabulary. The sentence's
 * closing stop is taken off the last part, so a name that ends in one ("..., S.A.") comes without it.
 */
export function parseRemarks(remarks: string): RemarkItem[] {
  const segments = remarkSegments(remarks)
  return segments.map((segment, index) =>
    remarkItem(index === segments.length - 1 ? segment.replace(/\.$/, '') : segment),
  )
}

type Rule = readonly [RegExp, (match: RegExpMatchArray) => RemarkItem]

const date = (property: string) => (match: RegExpMatchArray) =>
  ({ kind: 'date', property, text: match[1]! }) as const
const country = (property: string) => (match: RegExpMatchArray) =>
  ({ kind: 'country', property, text: match[1]! }) as const
const value = (property: string) => (match: RegExpMatchArray) =>
  ({ kind: 'value', property, text: match[1]!.trim() }) as const
const name = (property: 'weakAlias' | 'previousName' | 'alias') => (match: RegExpMatchArray) =>
  ({ kind: 'name', property, text: match[1]! }) as const
const provisions = (match: RegExpMatchArray) =>
  ({ kind: 'listing', property: 'provisions', text: match[0] }) as const

/** The vocabulary, tried in order, after a leading "alt." is taken off. */
const rules: readonly Rule[] = [
  [/^DOB (.+)$/, date('birthDate')],
  [/^POB (.+)$/, value('birthPlace')],
  [/^nationality (.+)$/, country('nationality')],
  [/^citizen (.+)$/, country('citizenship')],
  [/^Nationality of Registration (.+)$/, country('jurisdiction')],
  [
    /^Gender (Male|Female)$/i,
    (match) => ({ kind: 'value', property: 'gender', text: match[1]!.toLowerCase() }),
  ],
  // OFAC prints weak aliases in quotes among the remarks, and only these.
  [/^[ad]\.[kb]\.a\. '(.*)'$/, name('weakAlias')],
  [/^f\.k\.a\. '(.*)'$/, name('previousName')],
  [/^n\.k\.a\. '(.*)'$/, name('alias')],
  [/^Issuer Name (.+)$/, name('alias')],
  [
    /^Digital Currency Address - (\S+) (\S+)$/,
    (match) => ({ kind: 'wallet', currency: match[1]!, address: match[2]! }),
  ],
  [/^Linked To: (.+)$/, (match) => ({ kind: 'link', role: 'Linked To', name: match[1]! })],
  [
    /^(?:Vessel Registration Identification|Identification Number|Company Number) IMO (\d+)$/,
    value('imoNumber'),
  ],
  [/^MMSI (\d+)$/, value('mmsi')],
  [/^(?:Former|Other) Vessel Flag (.+)$/, country('pastFlags')],
  [/^Other Vessel Call Sign (.+)$/, value('callSign')],
  [/^(?:Former|Other) Vessel Type (.+)$/, value('pastTypes')],
  [/^Vessel Type (.+)$/, value('type')],
  [/^Vessel (?:Gross Registered Tonnage|Gross Tonnage) (.+)$/, value('grossRegisteredTonnage')],
  [/^Vessel Year of Build (.+)$/, date('buildDate')],
  [/^Aircraft Manufacture Date (.+)$/, date('buildDate')],
  [/^Aircraft Model (.+)$/, value('model')],
  [/^Aircraft Mode S Transponder Code (.+)$/, value('icaoCode')],
  [/^(?:Previous )?Aircraft Tail Number (.+)$/, value('registrationNumber')],
  [
    /^Aircraft (?:Manufacturer's Serial Number|Construction Number)(?: \([^)]*\))* (.+)$/,
    value('serialNumber'),
  ],
  [/^Aircraft Operator (.+)$/, (match) => ({ kind: 'operator', name: match[1]! })],
  [/^Organization Established Date (.+)$/, date('incorporationDate')],
  [/^Organization Type: (.+)$/, value('sector')],
  [/^Target Type (.+)$/, value('legalForm')],
  [/^(?:Website|website):? (\S+)$/, value('website')],
  [/^((?:https?:\/\/|www\.)\S+)(?: \(website\))?$/, value('website')],
  [/^(?:Email Address|Email|EMAIL|E-mail):? (\S+@\S+)$/, value('email')],
  [/^([^\s@]+@[^\s@]+\.[a-z]+)(?: \(email\))?$/i, value('email')],
  [/^(?:Phone Number|Telephone No\.|Telephone|Fax No\.|Fax|Phone):? (.+)$/i, value('phone')],
  [/^SWIFT\/BIC (\S+)$/, value('swiftBic')],
  [/^ISIN:? ([A-Z]{2}\w{10})$/, value('isinCode')],
  [/^Identification Number ISIN: ([A-Z]{2}\w{10})$/, value('isinCode')],
  [/^(?:Equity Ticker|Stock Ticker) (.+)$/, value('ticker')],
  [/^(?:Secondary sanctions risk:|Additional Sanctions Information) .+$/, provisions],
  [/^Transactions Prohibited For .+$/, provisions],
  [/^(?:Executive Order \d+ |CAATSA Section|IFCA Determination|PEESA Information).*$/, provisions],
  [/^(?:Listing|Effective|Purchase\/Sales For Divestment) Date \(.+$/, provisions],
  [/^For more information on directives.*$/, provisions],
]

/** Reads one part of a remark, or one `<id>` of OFAC's XML written as such a part. */
export function remarkItem(segment: string): RemarkItem {
  const text = segment.replace(/^alt\. /i, '')
  for (const [pattern, item] of rules) {
    const match = text.match(pattern)
    if (match) return item(match)
  }
  return documentItem(text) ?? { kind: 'text', text: segment }
}
