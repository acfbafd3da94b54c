import type { PartyQuery } from '@cordon/screening'
import type { PaymentParty } from '../message.ts'
import { isFirmName } from './context.ts'

/** MT names are cut at 35 characters a line: from here on the next line may go on with the name. */
const nearlyFull = 31

/** The names that a party may go by: the name as written, and with the next line where it may have been cut. */
export function namesOf(party: PaymentParty): string[] {
  const { name, lines } = party
  if (!name) return []
  const next = lines?.[0]
  return name.value.length >= nearlyFull && next ? [name.value, `${name.value} ${next.value}`] : [name.value]
}

/** A party as the screening index is asked for it; undefined where nothing names it. */
export function queryOf(party: PaymentParty): PartyQuery | undefined {
  const names = namesOf(party).filter((name) => /\p{L}{2}/u.test(name) && !/^NOT ?PROVIDED$/i.test(name))
  if (names.length === 0) return undefined
  const { birthDate, birthPlace, country } = party
  return {
    schema: schemaOf(party, names),
    properties: {
      name: names,
      ...(birthDate && { birthDate: [birthDate.value] }),
      ...(birthPlace && { birthPlace: [birthPlace.value] }),
      ...(country && { country: [country.value] }),
    },
  }
}

function schemaOf(party: PaymentParty, names: readonly string[]): string {
  if (party.nature === 'person') return 'Person'
  if (party.nature === 'organisation' || party.bic) return 'Organization'
  return names.some(isFirmName) ? 'Organization' : 'LegalEntity'
}
