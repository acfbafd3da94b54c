import type { RemarkDocument } from './ofac-remarks.ts'

/** What OFAC calls a number, and the FollowTheMoney property that holds it. First match wins. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/passport/i, 'passportNumber'],
  [/^(SSN|Social Security)/, 'socialSecurityNumber'],
  [/^V\.A\.T\. Number/, 'vatCode'],
  [/Social Credit Code/, 'uscCode'],
  [/^D-U-N-S/, 'dunsCode'],
  [/^Legal Entity Number/, 'leiCode'],
  [/^BIK/, 'bikCode'],
  [/^International Maritime Organization/, 'imoNumber'],
  [/^Aircraft Serial/, 'serialNumber'],
  [
    /^(NIT|R\.?F\.?C|RUC|RIF|C\.U\.I\.T|C\.N\.P\.J|C\.P\.F|N\.I\.F|US FEIN|RTN)\b|Fiscal Code|\btax\b|Tributaria/i,
    'taxNumber',
  ],
  [/^(Electoral|Military)/, 'idNumber'],
  [/^Government Gazette/, 'okpoCode'],
  [/Licen[cs]e|Permit/, 'licenseNumber'],
  [
    /Registration|Registry|Register\b|Company|C\.R\. No|Folio Mercantil|Matricula|Enterprise|Chamber|Incorporation|Business|Charity|Branch Unit|Economic Register/,
    'registrationNumber',
  ],
]

// A label is words without digits up to one that ends labels; what follows, from there on, holds the number.
const label =
  '(?:[^\\d\\s]\\S*\\s+)*?(?:No\\.?|Number|#|tax identification number|ID|Code|Certificate|Document|Passport|Licen[cs]e|SSN|FEIN|RFC|RTN|CAN|VisaNumberID|electoral|Identidad|Identification|Nacional|Tax Registration|(?:[A-Z]\\.){2,4}|BIK)(?: (?:No\\.|Number|Card|Certificate|Document|Pattern|of Incorporation|#|\\([A-Za-z/ ]+\\)))*'
const shape = new RegExp(`^(${label}):? (.*\\d.*)$`)

const tail =
  /^(?<number>.*?)(?: \((?<country>[A-Z][^()]*(?:\([^()]*\))?[^()]*)\))?(?: issued(?: in)? (?<issued>(?:\d\d? )?(?:[A-Z][a-z]{2} )?\d{4}))?(?: expires (?<expires>(?:\d\d? )?(?:[A-Z][a-z]{2} )?\d{4}))?$/

/**
 * Reads a part of a remark as a document: a label of OFAC's, a number, and where they are given the issuing country
 * in brackets and the dates of issue and expiry. Undefined where it has not that shape.
 */
export function documentItem(text: string): RemarkDocument | undefined {
  const found = text.match(shape)
  if (!found) return undefined
  const type = found[1]!.trim()
  const { number, country, issued, expires } = found[2]!.match(tail)?.groups ?? {}
  if (!number || !/\d/.test(number) || number.length > 60) return undefined
  return {
    kind: 'document',
    property: documentProperty(type, number, country),
    type,
    number: number.replace(/^\((.*)\)$/, '$1').trim(),
    ...(country && { country }),
    ...(issued && { issued }),
    ...(expires && { expires }),
  }
}

/** Russian numbers have properties of their own: INN of 10 or 12 digits, OGRN of 13 or 15. */
function documentProperty(type: string, number: string, country: string | undefined): string {
  const property = kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'idNumber'
  if (property === 'taxNumber' && country === 'Russia' && /^(\d{10}|\d{12})$/.test(number)) return 'innCode'
  if (property === 'registrationNumber' && /^\d{13}(\d{2})?$/.test(number) && country === 'Russia')
    return 'ogrnCode'
  if (property === 'okpoCode' && country !== undefined && country !== 'Russia') return 'registrationNumber'
  return property
}
