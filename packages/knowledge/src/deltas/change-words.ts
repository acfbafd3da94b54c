/** How changes of one field are told. */
export interface FieldWords {
  /** What a person calls it. */
  readonly noun: string
  /** A value gone and one come at the same time are told as one change, in these words. */
  readonly changed?: string
  /**
   * Who or what the entry is, or why it is listed: a decision about the entry no longer covers it once this has
   * changed. Remarks, addresses, titles and links are not material.
   */
  readonly material?: boolean
}

/**
 * Every field of a change, in the order in which a person asks. A field is a FollowTheMoney property, `document`,
 * `wallet`, `link`, or `sanction.` with a property of the listing. What is not here goes by the property's own label.
 */
export const changeWords: Readonly<Record<string, FieldWords>> = {
  schema: { noun: 'kind of party', changed: 'kind of party changed', material: true },
  name: { noun: 'name', changed: 'renamed', material: true },
  alias: { noun: 'alias', material: true },
  previousName: { noun: 'former name', material: true },
  weakAlias: { noun: 'weak alias', material: true },
  abbreviation: { noun: 'abbreviation', material: true },
  birthDate: { noun: 'date of birth', changed: 'date of birth changed', material: true },
  deathDate: { noun: 'date of death', changed: 'date of death changed', material: true },
  birthPlace: { noun: 'place of birth', changed: 'place of birth changed', material: true },
  birthCountry: { noun: 'country of birth', changed: 'country of birth changed', material: true },
  gender: { noun: 'gender', changed: 'gender changed', material: true },
  nationality: { noun: 'nationality', changed: 'nationality changed', material: true },
  citizenship: { noun: 'citizenship', changed: 'citizenship changed', material: true },
  country: { noun: 'country', changed: 'country changed', material: true },
  jurisdiction: { noun: 'jurisdiction', changed: 'jurisdiction changed', material: true },
  flag: { noun: 'flag', changed: 'flag changed', material: true },
  pastFlags: { noun: 'former flag' },
  imoNumber: { noun: 'IMO number', changed: 'IMO number changed', material: true },
  mmsi: { noun: 'MMSI', changed: 'MMSI changed', material: true },
  callSign: { noun: 'call sign', changed: 'call sign changed', material: true },
  passportNumber: { noun: 'passport', changed: 'passport changed', material: true },
  idNumber: { noun: 'identity number', changed: 'identity number changed', material: true },
  taxNumber: { noun: 'tax number', changed: 'tax number changed', material: true },
  innCode: { noun: 'INN', changed: 'INN changed', material: true },
  ogrnCode: { noun: 'OGRN', changed: 'OGRN changed', material: true },
  registrationNumber: {
    noun: 'registration number',
    changed: 'registration number changed',
    material: true,
  },
  leiCode: { noun: 'LEI', changed: 'LEI changed', material: true },
  swiftBic: { noun: 'BIC', changed: 'BIC changed', material: true },
  publicKey: { noun: 'wallet', changed: 'wallet changed', material: true },
  document: { noun: 'document', changed: 'document changed', material: true },
  wallet: { noun: 'wallet', material: true },
  'sanction.program': { noun: 'programme', changed: 'listing basis changed', material: true },
  'sanction.programId': { noun: 'programme', changed: 'listing basis changed', material: true },
  'sanction.reason': { noun: 'legal basis', changed: 'listing basis changed', material: true },
  'sanction.provisions': { noun: 'measure', changed: 'measures changed', material: true },
  'sanction.listingDate': { noun: 'date of listing', changed: 'date of listing changed' },
  'sanction.startDate': { noun: 'start of the measures', changed: 'start of the measures changed' },
  'sanction.endDate': { noun: 'end of the measures', changed: 'end of the measures changed' },
  'sanction.description': { noun: 'list', changed: 'list changed' },
  'sanction.unscId': { noun: 'UN reference', changed: 'UN reference changed' },
  topics: { noun: 'topic', material: true },
  addressEntity: { noun: 'address', changed: 'address changed' },
  address: { noun: 'address', changed: 'address changed' },
  title: { noun: 'title', changed: 'title changed' },
  position: { noun: 'position', changed: 'position changed' },
  type: { noun: 'type', changed: 'type changed' },
  owner: { noun: 'owner', changed: 'owner changed' },
  link: { noun: 'link' },
  website: { noun: 'website', changed: 'website changed' },
  email: { noun: 'e-mail address', changed: 'e-mail address changed' },
  phone: { noun: 'telephone number', changed: 'telephone number changed' },
  notes: { noun: 'remark', changed: 'remark changed' },
  firstName: { noun: 'first name', changed: 'first name changed' },
  secondName: { noun: 'second name', changed: 'second name changed' },
  middleName: { noun: 'middle name', changed: 'middle name changed' },
  lastName: { noun: 'last name', changed: 'last name changed' },
  fatherName: { noun: "father's name", changed: "father's name changed" },
}

/** What an entry's new name is called, by its kind. */
export const renamedWords: Readonly<Record<string, string>> = {
  Person: 'primary name changed',
  Vessel: 'vessel renamed',
  Airplane: 'aircraft renamed',
}

/** Words for an identification by FollowTheMoney schema, where it states no type of its own. */
export const documentWords: Readonly<Record<string, string>> = {
  Passport: 'Passport',
  Identification: 'Document',
}

/** Fields of a listing that say when and by whom it was written down, not what holds: no change is told of them. */
export const silentListingFields: ReadonlySet<string> = new Set([
  'entity',
  'authority',
  'authorityId',
  'country',
  'modifiedAt',
  'recordId',
  'publisher',
  'sourceUrl',
  'retrievedAt',
  'summary',
])

/** Parts of names: told only where no whole name changed with them. */
export const nameParts: ReadonlySet<string> = new Set([
  'firstName',
  'secondName',
  'middleName',
  'fatherName',
  'motherName',
  'lastName',
])
