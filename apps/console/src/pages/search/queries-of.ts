import type { MatchQuery } from '../../api/types.ts'

/**
 * What a typed text may be, as queries for the scorer: a name always; an identifier too where it looks like one. The
 * scorer judges check digits and spelling: this only decides what to ask.
 */
export function queriesOf(text: string): Record<string, MatchQuery> {
  const queries: Record<string, MatchQuery> = {}
  const compact = text.replace(/[\s.-]/g, '')
  const ship = /^(?:imo)?(\d{7})$/i.exec(compact)
  const hasLetters = /\p{L}/u.test(text)
  if (ship) queries.ship = { schema: 'Vessel', properties: { imoNumber: [ship[1]!] } }
  if (/^\d{9}$/.test(compact)) queries.station = { schema: 'Vessel', properties: { mmsi: [compact] } }
  if (/^(?:bitcoincash:)?[a-zA-Z0-9]{26,110}$/.test(text))
    queries.wallet = { schema: 'CryptoWallet', properties: { publicKey: [text] } }
  if (/^(?=.*\d)[a-zA-Z0-9]{5,20}$/.test(compact) && !ship) {
    queries.document = { schema: 'Person', properties: { passportNumber: [compact], idNumber: [compact] } }
  }
  if (hasLetters && !queries.wallet) {
    queries.party = { schema: 'LegalEntity', properties: { name: [text] } }
    queries.vessel = { schema: 'Vessel', properties: { name: [text] } }
  }
  return queries
}
