import type { XmlElement } from '@cordon/formats'

/**
 * Every element that this reader knows, with its attributes (`@`) and children. `.` allows text. What a file has
 * beyond it is counted in the report, never passed over in silence.
 */
const words: Readonly<Record<string, string>> = {
  Location:
    '@ID LocationAreaCode LocationCountry LocationPart FeatureVersionReference IDRegDocumentReference',
  LocationAreaCode: '@AreaCodeID',
  LocationCountry: '@CountryID @CountryRelevanceID',
  LocationPart: '@LocPartTypeID LocationPartValue',
  LocationPartValue: '@Primary @LocPartValueTypeID @LocPartValueStatusID Comment Value',
  Value: '.',
  Comment: '.',
  FeatureVersionReference: '@FeatureVersionID',
  IDRegDocumentReference: '@IDRegDocumentID',
  IDRegDocument:
    '@ID @IDRegDocTypeID @IdentityID @IssuedBy-CountryID @IssuedIn-LocationID @ValidityID Comment IDRegistrationNo IssuingAuthority DocumentDate DocumentedNameReference FeatureVersionReference',
  IDRegistrationNo: '.',
  IssuingAuthority: '.',
  DocumentDate: '@IDRegDocDateTypeID DatePeriod',
  DocumentedNameReference: '@DocumentedNameID',
  DatePeriod: '@CalendarTypeID @YearFixed @MonthFixed @DayFixed Comment Start End',
  Start: '@Approximate @YearFixed @MonthFixed @DayFixed From To',
  End: '@Approximate @YearFixed @MonthFixed @DayFixed From To',
  From: 'Year Month Day',
  To: 'Year Month Day',
  Date: '@CalendarTypeID Year Month Day',
  DateOfIssue: '@CalendarTypeID Year Month Day',
  Year: '.',
  Month: '.',
  Day: '.',
  DistinctParty: '@FixedRef @DeltaAction Comment Profile',
  Profile: '@ID @PartySubTypeID Comment Identity Feature',
  Identity: '@ID @FixedRef @Primary @False Alias NamePartGroups',
  Alias: '@FixedRef @AliasTypeID @Primary @LowQuality DocumentedName',
  DocumentedName: '@ID @FixedRef @DocNameStatusID DocumentedNamePart',
  DocumentedNamePart: 'NamePartValue',
  NamePartValue: '@NamePartGroupID @ScriptID @ScriptStatusID @Acronym .',
  NamePartGroups: 'MasterNamePartGroup',
  MasterNamePartGroup: 'NamePartGroup',
  NamePartGroup: '@ID @NamePartTypeID',
  Feature: '@ID @FeatureTypeID FeatureVersion IdentityReference',
  FeatureVersion: '@ID @ReliabilityID Comment DatePeriod VersionDetail VersionLocation',
  VersionDetail: '@DetailTypeID @DetailReferenceID .',
  VersionLocation: '@LocationID',
  IdentityReference: '@IdentityID @IdentityFeatureLinkTypeID',
  ProfileRelationship:
    '@ID @From-ProfileID @To-ProfileID @RelationTypeID @RelationQualityID @Former @SanctionsEntryID Comment DatePeriod',
  SanctionsEntry: '@ID @ProfileID @ListID EntryEvent SanctionsMeasure',
  EntryEvent: '@ID @EntryEventTypeID @LegalBasisID Comment Date',
  SanctionsMeasure: '@ID @SanctionsTypeID Comment DatePeriod',
}

const known = new Map(Object.entries(words).map(([name, list]) => [name, new Set(list.split(' '))]))

/** Tells of every attribute, child and text of a record that the reader has no place for. */
export function checkVocabulary(element: XmlElement, onUnknown: (what: string) => void): void {
  const allowed = known.get(element.name)
  if (!allowed) {
    onUnknown(`element ${element.name}`)
    return
  }
  const { attributes, children } = element
  for (let i = 0; i < attributes.length; i += 2)
    if (!allowed.has(attributeWord(attributes[i]!))) onUnknown(`attribute ${element.name}/@${attributes[i]}`)
  if (element.text !== '' && !allowed.has('.')) onUnknown(`text in ${element.name}`)
  for (const child of children) {
    if (allowed.has(child.name)) checkVocabulary(child, onUnknown)
    else onUnknown(`element ${element.name}/${child.name}`)
  }
}

const attributeWords = new Map(
  Object.values(words).flatMap((list) =>
    list
      .split(' ')
      .filter((word) => word.startsWith('@'))
      .map((word) => [word.slice(1), word] as const),
  ),
)

/** The word for an attribute without making a string each time. */
function attributeWord(name: string): string {
  return attributeWords.get(name) ?? name
}
