import type { Instant } from '@cordon/model'
import { isoDay } from '@cordon/model'
import type { Located, PaymentMessage, PaymentParty, Transaction } from '../message.ts'
import type { Draft } from './draft.ts'
import { ownBic, type SimulatedAccount } from './world.ts'

/** Stands in each simulated message, so that nobody takes one for real. */
export const syntheticMark = 'SYNTHETIC'

const at = (path: string, value: string): Located => ({ value, path })
const party = (role: PaymentParty['role'], rest: Partial<PaymentParty>): PaymentParty => ({
  role,
  address: [],
  identifiers: [],
  ...rest,
})

/** The amount of a draft as the decimal text of a message. */
export function amountText({ account, amount }: Pick<Draft, 'account' | 'amount'>): string {
  if (account.currency === 'JPY') return String(amount)
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
}

/** The order as a message: MT 103 to people and organisations, MT 202 to banks. */
export function orderMessage(draft: Draft, session: number, sequence: number): PaymentMessage {
  const isBank = draft.beneficiary.sort === 'bank'
  return {
    family: 'MT',
    type: isBank ? '202' : '103',
    id: draft.reference,
    sender: ownBic,
    receiver: draft.account.servicer,
    created: draft.time,
    session,
    sequence,
    transactions: [orderTransaction(draft, isBank)],
  }
}

function orderTransaction(draft: Draft, isBank: boolean): Transaction {
  const { account, beneficiary, reference, name, payer, time } = draft
  const creditor = isBank
    ? party('creditor', { bic: at(':58A:/2', `${beneficiary.bank}XXX`) })
    : party('creditor', {
        account: at(':59:/1', beneficiary.account),
        name: at(':59:/2', name),
        address: [at(':59:/3', syntheticMark)],
      })
  return {
    kind: isBank ? 'bankTransfer' : 'customerTransfer',
    references: { instruction: reference, ...(isBank && { related: `${syntheticMark}` }) },
    amount: { value: amountText(draft), currency: account.currency },
    settlementDate: isoDay(time),
    parties: [
      ...(isBank
        ? []
        : [party('debtor', { name: at(':50K:/2', payer), address: [at(':50K:/3', syntheticMark)] })]),
      party('instructingReimbursementAgent', { account: at(':53B:/1', account.id) }),
      ...(isBank ? [] : [party('creditorAgent', { bic: at(':57A:/1', `${beneficiary.bank}XXX`) })]),
      creditor,
    ],
    texts: [
      {
        role: 'remittance',
        ...at(
          isBank ? ':72:/1' : ':70:/1',
          `${syntheticMark} TEST DATA${draft.text ? ` ${draft.text}` : ''}`,
        ),
      },
    ],
  }
}

/** The network's answer to an order. */
export function acknowledgement(draft: Draft, time: Instant, answer: 'ACK' | 'NAK'): PaymentMessage {
  return {
    family: 'MT',
    type: draft.beneficiary.sort === 'bank' ? '202' : '103',
    id: draft.reference,
    sender: ownBic,
    receiver: draft.account.servicer,
    created: time,
    acknowledgement: answer,
    transactions: [],
  }
}

/** MT 900 (debit) or 910 (credit) of an account's servicer. */
export function confirmation(
  account: SimulatedAccount,
  kind: 'debitConfirmation' | 'creditConfirmation',
  id: string,
  related: string,
  amount: string,
  time: Instant,
): PaymentMessage {
  return {
    family: 'MT',
    type: kind === 'debitConfirmation' ? '900' : '910',
    id,
    sender: account.servicer,
    receiver: ownBic,
    created: time,
    transactions: [
      {
        kind,
        references: { instruction: id, related },
        amount: { value: amount, currency: account.currency },
        settlementDate: isoDay(time),
        parties: [party('accountOwner', { account: at(':25:/1', account.id) })],
        texts: [{ role: 'additionalInformation', ...at(':72:/1', `${syntheticMark} TEST DATA`) }],
      },
    ],
  }
}

/** One line of a statement. */
export interface Entry {
  readonly reference: string
  readonly amount: string
  readonly status: 'C' | 'D'
}

/** MT 950 of an account's servicer, or a part of one. */
export function statement(
  account: SimulatedAccount,
  id: string,
  entries: readonly Entry[],
  time: Instant,
): PaymentMessage {
  return {
    family: 'MT',
    type: '950',
    id,
    sender: account.servicer,
    receiver: ownBic,
    created: time,
    transactions: entries.map(({ reference, amount, status }) => ({
      kind: 'statementEntry',
      references: { instruction: reference },
      amount: { value: amount, currency: account.currency },
      settlementDate: isoDay(time),
      status,
      parties: [party('accountOwner', { account: at(':25:/1', account.id) })],
      texts: [],
    })),
  }
}

/** MT 199: a question about an order. */
export function query(account: SimulatedAccount, id: string, related: string, time: Instant): PaymentMessage {
  return {
    family: 'MT',
    type: '199',
    id,
    sender: account.servicer,
    receiver: ownBic,
    created: time,
    transactions: [
      {
        kind: 'freeFormat',
        references: { instruction: id, related },
        parties: [],
        texts: [
          {
            role: 'additionalInformation',
            ...at(':79:/1', `${syntheticMark} TEST DATA: PLEASE CONFIRM THE DETAILS OF THIS ORDER`),
          },
        ],
      },
    ],
  }
}
