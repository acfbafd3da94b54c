/** Properties that identify a party on their own. Their values are compared without regard to spacing and case. */
export const identifierProperties: ReadonlySet<string> = new Set([
  'passportNumber',
  'idNumber',
  'taxNumber',
  'registrationNumber',
  'socialSecurityNumber',
  'imoNumber',
  'mmsi',
  'callSign',
  'bicCode',
  'swiftBic',
  'leiCode',
  'innCode',
  'ogrnCode',
  'okpoCode',
  'dunsCode',
  'vatCode',
  'uniqueEntityId',
  'npiCode',
  'isin',
  'isinCode',
  'ibanCode',
  'accountNumber',
  'serialNumber',
  'crewNumber',
])

/** Properties whose value is a wallet's address. */
export const walletProperties: ReadonlySet<string> = new Set(['publicKey', 'walletAddress', 'cryptoWallets'])

const labels: Readonly<Record<string, string>> = {
  passportNumber: 'passport',
  idNumber: 'identity number',
  taxNumber: 'tax number',
  registrationNumber: 'registration number',
  socialSecurityNumber: 'social security number',
  imoNumber: 'IMO number',
  mmsi: 'MMSI',
  callSign: 'call sign',
  bicCode: 'BIC',
  swiftBic: 'BIC',
  leiCode: 'LEI',
  innCode: 'INN',
  ogrnCode: 'OGRN',
  isin: 'ISIN',
  isinCode: 'ISIN',
  ibanCode: 'IBAN',
  accountNumber: 'account',
  publicKey: 'wallet',
  walletAddress: 'wallet',
  cryptoWallets: 'wallet',
}

/** What people call an identifier's property: `passport`, `IMO number`, `wallet`. */
export function identifierLabel(property: string): string {
  return labels[property] ?? property
}

/** Properties that name the same thing: a BIC is a BIC under either name. */
const synonyms: Readonly<Record<string, string>> = {
  swiftBic: 'bicCode',
  isinCode: 'isin',
  walletAddress: 'publicKey',
  cryptoWallets: 'publicKey',
}

/** One identifier, ready to compare. */
export interface Identifier {
  /** The property, one name per meaning. */
  readonly property: string
  /** As it was written. */
  readonly text: string
  /** Equal keys are equal identifiers. */
  readonly key: string
}

/**
 * An identifier in comparable form, or undefined where too little is left of it to identify anything. A BIC's eleven
 * characters reduce to eight (ISO 9362: the rest is the branch); an IMO number loses its prefix (A.1117(30)).
 */
export function identifierOf(property: string, text: string): Identifier | undefined {
  const name = synonyms[property] ?? property
  const key = name === 'publicKey' ? walletKey(text) : documentKey(name, text)
  return key.length >= shortest(name) ? { property: name, text, key } : undefined
}

/** Base58 is case-sensitive; hexadecimal and bech32 addresses are not. */
function walletKey(text: string): string {
  const address = text.trim()
  return /^(0x[0-9a-f]{40}|(bc1|ltc1|tb1|bitcoincash:)[0-9a-z]+)$/i.test(address)
    ? address.toLowerCase()
    : address
}

function documentKey(property: string, text: string): string {
  const key = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  if (property === 'imoNumber') return key.replace(/^IMO/, '')
  if (property === 'mmsi') return key.replace(/^MMSI/, '')
  if (property === 'bicCode') return key.slice(0, 8)
  return key
}

function shortest(property: string): number {
  return property === 'publicKey' ? 20 : property === 'callSign' ? 3 : 4
}
