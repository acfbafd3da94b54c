import type { Instant } from '@cordon/model'
import type { Located, PaymentMessage, PaymentParty, Transaction } from '../message.ts'
import type { NameReader, NameReading } from './name-reader.ts'
import type { PaymentObservation } from './observation.ts'
import { bic8, type OwnSide, plainAccount } from './own-side.ts'

/** One payment order as the rules see it. */
export interface Order {
  /** Unique in the stream as far as the references are: message id, and the transaction's place. */
  readonly id: string
  readonly message: PaymentMessage
  readonly transaction: Transaction
  readonly direction: 'sent' | 'received'
  readonly time: Instant
  /** The message had no time: rules on time don't look at it. */
  readonly isUntimed: boolean
  /** The account debited. */
  readonly account: string
  readonly currency: string
  /** In units of the currency, as a number: for comparing sizes only, never for adding up what is owed. */
  readonly amount: number
  /** `103 person`, `202 bank`: what kind of order it is, for sizes. */
  readonly sort: string
  readonly creditor: NameReading
  /** Keys of the beneficiary: by account and by name. */
  readonly accountKey: string | undefined
  readonly nameKey: string | undefined
  /** BIC8 of the beneficiary's bank, or its clearing code. */
  readonly bank: string | undefined
  /** Country of the beneficiary's bank, else of the beneficiary; ISO 3166 alpha-2 in lower case. */
  readonly country: string | undefined
  readonly reference: string
  readonly uetr: string | undefined
  readonly where: string | undefined
  /** Where the parts that signs speak of stand in the message. */
  readonly places: { readonly name?: Located; readonly account?: Located; readonly bank?: Located }
}

/** Of several transactions each has its own; a file read in parts counts them anew in each. */
function idOf({ id, transactions, part }: PaymentMessage, index: number): string {
  if (transactions.length === 1 && part === undefined) return id
  return part === undefined || part === 1 ? `${id}#${index + 1}` : `${id}#${part}.${index + 1}`
}

const noName: NameReading = { text: '', key: '', words: [], sort: 'unknown' }

/**
 * The orders of a message: customer and bank transfers that debit an account; none in any other message. An acknowledgement may
 * carry the copy of its order.
 */
export function ordersOf(
  observation: PaymentObservation,
  own: OwnSide,
  names: NameReader,
  fallbackTime: Instant | undefined,
): Order[] {
  const { message, where } = observation
  const time = observation.time ?? message.created
  const direction = own.direction(observation)
  const orders: Order[] = []
  for (const [index, transaction] of message.transactions.entries()) {
    const { kind, references, amount } = transaction
    if (kind !== 'customerTransfer' && kind !== 'bankTransfer' && kind !== 'coverTransfer') continue
    const parties = partiesOf(transaction)
    // What comes in for an own customer debits nobody here.
    if (direction === 'received' && isCredit(parties, own)) continue
    const { creditor, creditorAgent } = parties
    const party = creditor ?? creditorAgent
    const name = party?.name
    const reading = readingOf(party, names)
    const bank = creditorAgent?.bic ?? creditorAgent?.clearing ?? creditor?.bic
    const shortBank = bank && ((creditorAgent?.bic ?? creditor?.bic) ? bic8(bank.value) : bank.value)
    const sort = kind === 'customerTransfer' ? reading.sort : 'bank'
    orders.push({
      id: idOf(message, index),
      message,
      transaction,
      direction,
      time: time ?? fallbackTime ?? settlementOf(transaction),
      isUntimed: time === undefined,
      account: own.debited(message, transaction, direction),
      currency: amount?.currency ?? '???',
      amount: amount === undefined ? 0 : Number(amount.value),
      sort: `${message.type} ${sort}`,
      creditor: reading,
      accountKey: keyOfAccount(party, shortBank),
      nameKey: reading.key === '' ? party?.bic && bic8(party.bic.value) : reading.key,
      bank: shortBank,
      country: countryOf(creditorAgent, creditor),
      reference: references.instruction ?? references.endToEnd ?? message.id,
      uetr: references.uetr,
      where,
      places: {
        ...(name && { name }),
        ...(party?.account && { account: party.account }),
        ...(bank && { bank }),
      },
    })
  }
  return orders
}

/** What the message itself says of a party's nature stands above what its name reads like. */
function readingOf(party: PaymentParty | undefined, names: NameReader): NameReading {
  if (party?.name === undefined) return noName
  const reading = names.read(party.name.value)
  return party.nature === undefined ? reading : { ...reading, sort: party.nature }
}

interface Parties {
  readonly creditor?: PaymentParty
  readonly creditorAgent?: PaymentParty
}

function partiesOf({ parties }: Transaction): Parties {
  let creditor: PaymentParty | undefined
  let creditorAgent: PaymentParty | undefined
  // A cover pays the bank; whom the covered transfer pays is an order of its own.
  for (const party of parties)
    if (party.underlying) continue
    else if (party.role === 'creditor') creditor ??= party
    else if (party.role === 'creditorAgent') creditorAgent ??= party
  return { ...(creditor && { creditor }), ...(creditorAgent && { creditorAgent }) }
}

function isCredit({ creditor, creditorAgent }: Parties, own: OwnSide): boolean {
  if (creditorAgent === undefined) return creditor?.bic === undefined || own.isOwn(creditor.bic.value)
  return own.isOwn(creditorAgent.bic?.value)
}

function keyOfAccount(party: PaymentParty | undefined, bank: string | undefined): string | undefined {
  if (party?.account === undefined) return undefined
  return `${bank ?? ''}/${plainAccount(party.account.value)}`
}

function countryOf(agent: PaymentParty | undefined, creditor: PaymentParty | undefined): string | undefined {
  const bic = agent?.bic ?? creditor?.bic
  if (bic !== undefined) return bic.value.slice(4, 6).toLowerCase()
  return (agent?.country ?? creditor?.country)?.value.slice(0, 2).toLowerCase()
}

function settlementOf({ settlementDate }: Transaction): Instant {
  const noon = Date.parse(`${settlementDate ?? '1970-01-01'}T12:00:00Z`)
  return Number.isNaN(noon) ? 0 : noon
}

/** What tells beneficiaries apart: the account where there is one, else the name. */
export function beneficiaryOf({ accountKey, nameKey }: Pick<Order, 'accountKey' | 'nameKey'>): string {
  return accountKey ?? nameKey ?? ''
}
