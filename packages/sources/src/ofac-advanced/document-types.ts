/** Where the number of an IDRegDocument goes on a person and on an organisation; all of them are on LegalEntity. */
interface DocumentType {
  readonly person?: string
  readonly organization?: string
}

const tax: DocumentType = { person: 'taxNumber', organization: 'taxNumber' }
const registration: DocumentType = { person: 'idNumber', organization: 'registrationNumber' }
const license: DocumentType = { person: 'licenseNumber', organization: 'licenseNumber' }
const passport: DocumentType = { person: 'passportNumber' }

/** Document types by the file's own words; those that are not here give an `idNumber`. */
const types: Readonly<Record<string, DocumentType>> = {
  Passport: passport,
  'Diplomatic Passport': passport,
  'British National Overseas Passport': passport,
  'Stateless Person Passport': passport,
  SSN: { person: 'socialSecurityNumber' },
  'Tax ID No.': tax,
  'R.F.C.': tax,
  RFC: tax,
  'NIT #': tax,
  'US FEIN': tax,
  'RUC #': tax,
  'RIF #': tax,
  RTN: tax,
  'C.I.F.': tax,
  'N.I.F.': tax,
  'C.U.I.T.': tax,
  'Italian Fiscal Code': tax,
  'Fiscal Code': tax,
  'Paraguayan tax identification number': tax,
  'Romanian Tax Registration': tax,
  'Numero Unico de Identificacao Tributaria (NUIT)': tax,
  'V.A.T. Number': { person: 'vatCode', organization: 'vatCode' },
  'Registration Number': registration,
  'Registration ID': registration,
  'Company Number': registration,
  'UK Company Number': registration,
  'Business Number': registration,
  'Business Registration Number': registration,
  'Business Registration Document #': registration,
  'Commercial Registry Number': registration,
  'C.R. No.': registration,
  'Romanian C.R.': registration,
  'C.I.N.': registration,
  'Certificate of Incorporation Number': registration,
  'Registered Charity No.': registration,
  'Enterprise Number': registration,
  'Branch Unit Number': registration,
  'Matricula Mercantil No': registration,
  'Folio Mercantil No.': registration,
  'Chamber of Commerce Number': registration,
  'Dubai Chamber of Commerce Membership No.': registration,
  'Istanbul Chamber of Comm. No.': registration,
  'Public Registration Number': registration,
  'Central Registration System Number': registration,
  'Economic Register Number (CBLS)': registration,
  'Registration Certificate Number (Dubai)': registration,
  'Legal Entity Number': registration,
  'Organization Code': registration,
  'File Number': registration,
  'MSB Registration Number': registration,
  License: license,
  'Trade License No.': license,
  'Tourism License No.': license,
  'Pilot License Number': license,
  "Driver's License No.": license,
  'Afghan Money Service Provider License Number': license,
  'Permit Number': license,
  'SRE Permit No.': license,
  'Unified Social Credit Code (USCC)': { organization: 'uscCode' },
  'United Social Credit Code Certificate (USCCC)': { organization: 'uscCode' },
  'Russian State Individual Business Registration Number Pattern (OGRNIP)': {
    person: 'ogrnCode',
    organization: 'ogrnCode',
  },
  'Global Intermediary Identification Number': { organization: 'giiNumber' },
}

/** Types whose Identification entity is a Passport. */
export function isPassport(type: string): boolean {
  return types[type] === passport
}

/** The property of a Person or an organisation for the number of a document. */
export function documentProperty(type: string, schema: string): string {
  const entry = types[type]
  return (schema === 'Person' ? entry?.person : entry?.organization) ?? 'idNumber'
}

/** Document types that only a registered company has. */
export function isCompanyDocument(type: string): boolean {
  return ['Company Number', 'UK Company Number', 'Certificate of Incorporation Number', 'C.I.N.'].includes(
    type,
  )
}
