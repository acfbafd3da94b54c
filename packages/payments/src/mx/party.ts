import type { Located, PartyRole, PaymentParty } from '../message.ts'
import { childrenOf, down, type Placed, textDown, textOf } from './places.ts'

/**
 * A party or agent: `PartyIdentification`, `BranchAndFinancialInstitutionIdentification`, or the choice of both that
 * statements and assignments have.
 */
export function partyOf(placed: Placed, role: PartyRole): PaymentParty {
  const chosen = down(placed, 'Pty') ?? down(placed, 'Agt') ?? placed
  return down(chosen, 'FinInstnId') ? agentOf(chosen, role) : personOf(chosen, role)
}

function agentOf(placed: Placed, role: PartyRole): PaymentParty {
  const id = down(placed, 'FinInstnId')!
  // Early versions wrap name and address once more.
  const named = down(id, 'NmAndAdr') ?? down(id, 'CmbndId') ?? id
  const bic = textDown(id, 'BICFI') ?? textDown(id, 'BIC') ?? textDown(named, 'BIC')
  const lei = textDown(id, 'LEI')
  const name = textDown(named, 'Nm')
  const member = textDown(id, 'ClrSysMmbId', 'MmbId')
  const branch = textDown(placed, 'BrnchId', 'Nm')
  const other = textDown(id, 'Othr', 'Id')
  return {
    role,
    nature: 'organisation',
    ...(name && { name }),
    ...(bic && { bic }),
    ...(lei && { lei }),
    ...(member && { clearing: member }),
    ...addressOf(down(named, 'PstlAdr'), branch),
    identifiers: other ? [{ ...other, scheme: 'other' }] : [],
  }
}

function personOf(placed: Placed, role: PartyRole): PaymentParty {
  const id = down(placed, 'Id')
  const organisation = down(id, 'OrgId')
  const person = down(id, 'PrvtId')
  const name = textDown(placed, 'Nm')
  const bic =
    textDown(organisation, 'AnyBIC') ?? textDown(organisation, 'BICOrBEI') ?? textDown(organisation, 'BIC')
  const lei = textDown(organisation, 'LEI')
  const birthDate = textDown(person, 'DtAndPlcOfBirth', 'BirthDt')
  const birthPlace = textDown(person, 'DtAndPlcOfBirth', 'CityOfBirth')
  const address = addressOf(down(placed, 'PstlAdr'), textDown(placed, 'CtctDtls', 'Nm'))
  const residence = address.country ?? textDown(placed, 'CtryOfRes')
  return {
    role,
    ...(person ? { nature: 'person' as const } : organisation ? { nature: 'organisation' as const } : {}),
    ...(name && { name }),
    ...(bic && { bic }),
    ...(lei && { lei }),
    ...(birthDate && { birthDate }),
    ...(birthPlace && { birthPlace }),
    ...address,
    ...(residence && { country: residence }),
    identifiers: [organisation, person].flatMap((one) => (one ? identifiersOf(one) : [])),
  }
}

function identifiersOf(id: Placed): (Located & { scheme?: string })[] {
  return childrenOf(id).flatMap((child) => {
    const { name } = child.element
    if (name === 'Othr') {
      const value = textDown(child, 'Id')
      const scheme = textDown(child, 'SchmeNm', 'Cd') ?? textDown(child, 'SchmeNm', 'Prtry')
      return value ? [{ ...value, ...(scheme && { scheme: scheme.value }) }] : []
    }
    // Versions before 2009 have an element for each kind of number.
    const value = /^(?:PsptNb|TaxIdNb|IdntyCardNb|SclSctyNb|CstmrNb|DrvrsLicNb|BkPtyId|PrtryId)$/.test(name)
      ? (textOf(child) ?? textDown(child, 'Id'))
      : undefined
    return value ? [{ ...value, scheme: name }] : []
  })
}

function addressOf(
  placed: Placed | undefined,
  extra: Located | undefined,
): Pick<PaymentParty, 'address' | 'town' | 'country'> {
  const lines = placed ? childrenOf(placed).flatMap(linesIn) : []
  const town = textDown(placed, 'TwnNm')
  const country = textDown(placed, 'Ctry')
  return {
    address: extra ? [...lines, extra] : lines,
    ...(town && { town }),
    ...(country && { country }),
  }
}

/** Every text of an address but the country's code, in order. */
function linesIn(placed: Placed): Located[] {
  if (placed.element.name === 'Ctry' || placed.element.name === 'AdrTp') return []
  const own = textOf(placed)
  return own ? [own] : childrenOf(placed).flatMap(linesIn)
}

/** An account's number: IBAN, or any other; a proxy (telephone, e-mail, wallet) where there is no number. */
export function accountOf(placed: Placed): Located | undefined {
  return (
    textDown(placed, 'Id', 'IBAN') ??
    textDown(placed, 'Id', 'Othr', 'Id') ??
    textDown(placed, 'Id', 'PrtryAcct', 'Id') ??
    textDown(placed, 'Id', 'BBAN') ??
    textDown(placed, 'Prxy', 'Id')
  )
}
