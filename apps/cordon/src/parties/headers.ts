/**
 * What a column can mean: a FollowTheMoney property of the party, its `id` or `schema`, or nothing (`ignore`).
 * `familyOrFull` and `givenOrFull` are headers that name one part of a name where the other part has a column of its
 * own, and the whole name otherwise ("nom" beside "prénom", "nombre" beside "apellidos").
 */
export type HeaderMeaning = string

/** What a header also says about the kind of party ("company_name", "vessel name"). */
export const schemaHints: Readonly<Record<string, string>> = {
  company: 'Company',
  companyname: 'Company',
  firma: 'Company',
  firmenname: 'Company',
  raisonsociale: 'Company',
  denominationsociale: 'Company',
  razonsocial: 'Company',
  법인명: 'Company',
  회사명: 'Company',
  상호: 'Company',
  vessel: 'Vessel',
  vesselname: 'Vessel',
  ship: 'Vessel',
  shipname: 'Vessel',
  schiff: 'Vessel',
  schiffsname: 'Vessel',
  navire: 'Vessel',
  nomdunavire: 'Vessel',
  buque: 'Vessel',
  선박명: 'Vessel',
  선명: 'Vessel',
}

/**
 * Headers by meaning, as people write them in English, German, French, Spanish and Korean. Case, spaces,
 * punctuation and accents don't count (`headerKey`).
 */
const headers: Readonly<Record<HeaderMeaning, string>> = {
  id: `id, party id, customer id, customer no, customer number, client id, client no, client number, cif, external id,
    reference, ref, record id, counterparty id, entity id, uid, Kundennummer, Kunden-Nr, Referenz, numéro de client,
    número de cliente, 고객번호, 고객ID, 번호`,
  schema: `schema, type, entity type, party type, customer type, client type, kind, record type, Typ, Art, Kundentyp,
    tipo, tipo de cliente, type de client, 유형, 구분`,
  name: `name, full name, complete name, customer name, client name, party name, counterparty, counterparty name,
    entity name, legal name, account name, account holder, beneficiary, beneficiary name, company, company name,
    organisation, organization, organisation name, organization name, business name, trade name, vessel, vessel name,
    ship, ship name, caption, vollständiger Name, Firma, Firmenname, Kundenname, Schiff, Schiffsname, nom complet,
    nom et prénom, raison sociale, dénomination sociale, navire, nom du navire, nombre completo, nombre y apellidos,
    razón social, buque, nombre del buque, 성명, 한글성명, 영문명, 영문성명, 영문이름, 고객명, 법인명, 회사명, 상호,
    선박명, 선명, 예금주`,
  familyOrFull: 'nom',
  givenOrFull: 'nombre, 이름',
  firstName: `first name, given name, given names, forename, forenames, fname, Vorname, Vornamen, prénom, prénoms,
    primer nombre, nombre de pila`,
  middleName:
    'middle name, middle names, second name, mname, zweiter Vorname, deuxième prénom, segundo nombre',
  lastName: `last name, surname, family name, lname, Nachname, Familienname, nom de famille, apellido, apellidos,
    primer apellido, 성, 성씨`,
  fatherName: 'father name, fathers name, patronymic, Vatersname, nom du père, nombre del padre, patronyme',
  motherName: 'mother name, mothers name, nom de la mère, nombre de la madre',
  alias: `alias, aliases, aka, a.k.a., also known as, other names, other name, alternative name, alternative names,
    alt name, alt names, Aliasname, Aliasnamen, autre nom, autres noms, otros nombres, 별명, 별칭, 이명`,
  previousName: `previous name, previous names, former name, former names, fka, f.k.a., maiden name, Geburtsname,
    früherer Name, nom de naissance, ancien nom, nombre anterior, 구명칭, 이전이름`,
  title: 'title, salutation, Anrede, Titel, civilité, tratamiento',
  birthDate: `date of birth, dob, birth date, birthday, birth day, born, birth year, year of birth, yob, Geburtsdatum,
    Geburtstag, Geburtsjahr, geboren, date de naissance, né le, année de naissance, fecha de nacimiento,
    fecha nacimiento, año de nacimiento, 생년월일, 출생일, 출생년도`,
  birthPlace: `place of birth, birth place, pob, birth city, Geburtsort, lieu de naissance, lugar de nacimiento, 출생지`,
  birthCountry:
    'country of birth, birth country, Geburtsland, pays de naissance, país de nacimiento, 출생국가',
  deathDate: 'date of death, death date, Sterbedatum, date de décès, fecha de defunción',
  nationality: `nationality, nationalities, Staatsangehörigkeit, Staatsbürgerschaft, Nationalität, nationalité,
    nacionalidad, 국적`,
  citizenship: 'citizenship, citizenships, country of citizenship, citoyenneté, ciudadanía, 시민권',
  country: `country, countries, country code, nation, country of residence, residence, residence country, Land,
    Wohnsitzland, Ländercode, pays, pays de résidence, code pays, país, país de residencia, 국가, 거주국, 나라`,
  jurisdiction: `jurisdiction, country of incorporation, incorporation country, country of registration,
    registration country, Sitzland, juridiction, jurisdicción, 설립국가`,
  gender: 'gender, sex, Geschlecht, sexe, genre, sexo, género, 성별',
  passportNumber: `passport, passport number, passport no, passport num, Reisepass, Reisepassnummer, Reisepass-Nr, Passnummer, Pass-Nr,
    passeport, numéro de passeport, no passeport, pasaporte, número de pasaporte, 여권, 여권번호`,
  idNumber: `id number, id no, identity number, national id, national id number, identity card, identity card number,
    document number, document no, identification number, identification, nric, ssn, social security number, Ausweis,
    Ausweisnummer, Personalausweis, numéro d'identité, carte d'identité, numéro d'identification, dni, nie, cédula,
    número de identidad, documento de identidad, 주민등록번호, 주민번호, 신분증번호, 외국인등록번호`,
  taxNumber: `tax id, tax number, tax no, tin, tax identification number, vat, vat number, vat id, Steuernummer,
    Steuer-ID, USt-IdNr, numéro fiscal, numéro de TVA, número fiscal, nif, rfc, 납세번호, 세금번호`,
  innCode: 'inn',
  ogrnCode: 'ogrn',
  registrationNumber: `registration number, registration no, company number, company no, company registration number,
    business registration number, registry number, Handelsregisternummer, Registernummer, siren, siret, numéro RCS,
    numéro d'immatriculation, número de registro, 사업자등록번호, 법인등록번호, 등록번호`,
  leiCode: 'lei, lei code, legal entity identifier',
  swiftBic: 'bic, swift, swift code, bic code, swift bic, swiftbic, bic swift',
  imoNumber:
    'imo, imo number, imo no, imo num, vessel imo, ship imo, IMO-Nummer, numéro IMO, número IMO, imo번호',
  mmsi: 'mmsi, mmsi number, mmsi no, MMSI-Nummer, numéro MMSI, mmsi번호',
  callSign: `call sign, callsign, radio call sign, Rufzeichen, indicatif, indicatif d'appel, indicativo,
    indicativo de llamada, 호출부호`,
  flag: 'flag, flag state, vessel flag, Flagge, Flaggenstaat, pavillon, bandera, pabellón, 선적, 기국',
  publicKey: `wallet, wallet address, wallets, wallet addresses, crypto, crypto address, crypto wallet, cryptocurrency,
    cryptocurrency address, digital currency address, digital currency, blockchain address, bitcoin address,
    btc address, btc, eth address, ethereum address, eth, public key, Wallet-Adresse, Krypto-Adresse,
    adresse crypto, portefeuille, monedero, billetera, dirección cripto, 지갑, 지갑주소, 가상자산주소`,
  address: `address, addresses, full address, postal address, street address, home address, registered address, Adresse,
    Anschrift, Wohnadresse, adresse, adresse postale, dirección, domicilio, 주소`,
  email: 'email, e-mail, email address, mail, E-Mail-Adresse, courriel, correo, correo electrónico, 이메일',
  phone: `phone, phone number, telephone, tel, mobile, mobile number, Telefon, Telefonnummer, téléphone, teléfono,
    전화, 전화번호, 휴대폰`,
  website: 'website, web site, url, homepage, Webseite, site web, sitio web',
  incorporationDate: `incorporation date, date of incorporation, founded, registration date, Gründungsdatum,
    date de création, fecha de constitución, 설립일`,
}

/**
 * A header as it is compared: lower case, without accents, spaces or punctuation.
 * @param header as it stands in the file
 */
export function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** German umlauts are also written out (`staatsangehoerigkeit`). */
function spellings(header: string): string[] {
  const written = header.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue')
  return [headerKey(header), headerKey(written)]
}

/** Meaning by `headerKey`. */
export const meaningByHeader: ReadonlyMap<string, HeaderMeaning> = new Map(
  Object.entries(headers).flatMap(([meaning, list]) =>
    list.split(',').flatMap((header) => spellings(header).map((key) => [key, meaning] as const)),
  ),
)

/** Every FollowTheMoney property that a column is recognised as, for help texts. */
export const recognisedProperties: readonly string[] = Object.keys(headers).filter(
  (meaning) => !['id', 'schema', 'familyOrFull', 'givenOrFull'].includes(meaning),
)
