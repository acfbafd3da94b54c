import type {
  PartyRole,
  PaymentParty,
  PaymentText,
  References,
  TextRole,
  Transaction,
  TransactionKind,
} from '../message.ts'
import { linesOf } from './lines.ts'
import { partyOf } from './party-field.ts'
import type { MtField } from './tree.ts'
import { amountOf, dayOf } from './values.ts'

/** Fields of parties by their number; categories 2 pays banks, where 52 orders and 58 receives. */
const customerRoles: Readonly<Record<string, PartyRole>> = {
  '50': 'debtor',
  '51': 'instructingAgent',
  '52': 'debtorAgent',
  '53': 'instructingReimbursementAgent',
  '54': 'instructedReimbursementAgent',
  '55': 'thirdReimbursementAgent',
  '56': 'intermediaryAgent1',
  '57': 'creditorAgent',
  '58': 'creditor',
  '59': 'creditor',
  '82': 'debtor',
  '83': 'debtor',
  '87': 'creditor',
  '88': 'creditor',
}
const bankRoles: Readonly<Record<string, PartyRole>> = { ...customerRoles, '52': 'debtor' }
/** An account and no party: field 25 of confirmations and statements. */
const accountTags = new Set(['25', '25P', '25A'])

/** What else a person writes in; all of it is screened. */
const textRoles: Readonly<Record<string, TextRole>> = {
  '70': 'remittance',
  '77T': 'remittance',
  '72': 'instruction',
  '23E': 'instruction',
  '26T': 'purpose',
  '77B': 'regulatoryReporting',
  '79': 'additionalInformation',
  '75': 'additionalInformation',
  '76': 'additionalInformation',
  '77A': 'additionalInformation',
  '77D': 'additionalInformation',
  '86': 'additionalInformation',
}
/** Codes, numbers, dates and references: no text of a person's. */
const plainTags = /^(?:1[1-3]|2[0-8]|3[0-9]|6[0-9]|71|90|1[5-7])[A-Z]?$/

const kinds: Readonly<Record<string, TransactionKind>> = {
  '104': 'directDebit',
  '107': 'directDebit',
  '204': 'directDebit',
  '900': 'debitConfirmation',
  '910': 'creditConfirmation',
}

/** Kind of a message's transactions by its type: `103` customers', `2nn` banks', `n92` requests, `n99` letters. */
export function kindOf(type: string, fields: readonly MtField[]): TransactionKind {
  const known = kinds[type]
  if (known) return known
  if (type.endsWith('COV')) return 'coverTransfer'
  if (/^.92/.test(type)) return 'cancellationRequest'
  if (/^.96/.test(type)) return 'status'
  if (/^.9[0-9]/.test(type)) return 'freeFormat'
  const first = fields.find(({ tag }) => tag === '72')?.value
  if (first && /^\/(?:RETN|REJT)\//.test(first)) return 'return'
  if (/^2/.test(type)) return 'bankTransfer'
  return /^1/.test(type) ? 'customerTransfer' : 'freeFormat'
}

/** The one transaction of a message. */
export function transfer(type: string, fields: readonly MtField[], uetr: string | undefined): Transaction {
  return build(type, fields, fields, uetr)
}

/** The orders of a message that holds several: each begins with field 21, after what all share. */
export function orders(type: string, fields: readonly MtField[], uetr: string | undefined): Transaction[] {
  const starts = fields.flatMap(({ tag }, i) => (tag === '21' || (tag === '20' && i > 3) ? [i] : []))
  const common = fields.slice(0, starts[0] ?? 0)
  return starts.map((start, i) => {
    const own = fields.slice(start, starts[i + 1] ?? fields.length)
    const shared = common.filter(({ tag }) => {
      const number = tag.slice(0, 2)
      return !own.some((field) => field.tag.slice(0, 2) === number) && tag !== '20'
    })
    return build(type, [...common.filter(({ tag }) => tag === '20'), ...shared, ...own], own, uetr)
  })
}

function build(
  type: string,
  fields: readonly MtField[],
  own: readonly MtField[],
  uetr: string | undefined,
): Transaction {
  const value = (tag: string) =>
    own.find((field) => field.tag === tag)?.value.trim() ??
    fields.find((field) => field.tag === tag)?.value.trim()
  const amount = value('32A') ?? value('32B') ?? value('33B') ?? value('32D') ?? value('32C')
  const dated = amount !== undefined && /^\d{6}/.test(amount)
  const day = dated ? dayOf(amount) : dayOf(value('30') ?? '')
  const sum = amount && amountOf(dated ? amount.slice(6) : amount)
  const several = fields !== own
  return {
    kind: kindOf(type, fields),
    references: referencesOf(value, several, uetr),
    ...(sum && { amount: sum }),
    ...(day && { settlementDate: day }),
    parties: partiesOf(type, fields),
    texts: textsOf(type, fields),
    ...(several && { path: `:21:${value('21') ?? ''}` }),
  }
}

function referencesOf(
  value: (tag: string) => string | undefined,
  several: boolean,
  uetr: string | undefined,
): References {
  const instruction = value('20')
  const related = value('21')
  return {
    ...(instruction && { instruction }),
    ...(several && related && { transaction: related }),
    ...(!several && related && { related }),
    ...(uetr && { uetr }),
  }
}

/** In a cover payment the parties from field 50 on are those of the transfer that is covered. */
function partiesOf(type: string, fields: readonly MtField[]): PaymentParty[] {
  const parties: PaymentParty[] = []
  const isCover = type.endsWith('COV')
  let inCover = false
  for (const field of fields) {
    const number = field.tag.slice(0, 2)
    if (isCover && number === '50') inCover = true
    const roles = /^2/.test(type) && !inCover ? bankRoles : customerRoles
    let role = accountTags.has(field.tag) ? 'accountOwner' : roles[number]
    // 50C and 50L say who instructs; the customer who orders has an option of his own.
    if (type === '101' && (field.tag === '50C' || field.tag === '50L')) role = 'initiatingParty'
    if (!role || number === '83' || (number === '82' && !/^[34]/.test(type))) continue
    const party = accountTags.has(field.tag) ? accountParty(field) : partyOf(field, role as PartyRole)
    if (party) parties.push(inCover ? { ...party, underlying: true } : party)
  }
  return parties
}

/** Field 25: an account, and with option P a BIC in the second line. */
export function accountParty(field: MtField): PaymentParty | undefined {
  const [account, bic] = linesOf(field)
  if (!account) return undefined
  return { role: 'accountOwner', account, ...(bic && { bic }), address: [], identifiers: [] }
}

/** Lines of texts, one entry a field: line ends stay, for names go on over them. */
export function textsOf(type: string, fields: readonly MtField[]): PaymentText[] {
  const texts: PaymentText[] = []
  const isKnown = /^(?:[129]|$)/.test(type)
  for (const field of fields) {
    const isParty = !isKnown ? false : customerRoles[field.tag.slice(0, 2)] !== undefined
    const role =
      textRoles[field.tag] ?? (isParty || plainTags.test(field.tag) ? undefined : 'additionalInformation')
    if (!role || field.value.trim() === '') continue
    texts.push({ role, value: field.value, path: `:${field.tag}:`, from: field.from, to: field.to })
  }
  return texts
}
