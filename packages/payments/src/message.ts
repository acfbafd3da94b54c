import type { Instant } from '@cordon/model'

/**
 * Who stands where in a payment, in the terms of ISO 20022. SWIFT MT fields map to the same words, so that a rule is
 * written once: 50a is `debtor`, 52a `debtorAgent`, 56a `intermediaryAgent1`, 57a `creditorAgent`, 59a `creditor`.
 */
export const partyRoles = [
  'initiatingParty',
  'forwardingAgent',
  'ultimateDebtor',
  'debtor',
  'debtorAgent',
  'instructingAgent',
  'instructedAgent',
  'previousInstructingAgent1',
  'previousInstructingAgent2',
  'previousInstructingAgent3',
  'instructingReimbursementAgent',
  'instructedReimbursementAgent',
  'thirdReimbursementAgent',
  'intermediaryAgent1',
  'intermediaryAgent2',
  'intermediaryAgent3',
  'creditorAgent',
  'creditor',
  'ultimateCreditor',
  'accountOwner',
  'accountServicer',
] as const
/** One of `partyRoles`. */
export type PartyRole = (typeof partyRoles)[number]

/** What a free text of a message is for. */
export const textRoles = [
  'remittance',
  'instruction',
  'purpose',
  'regulatoryReporting',
  'relatedReference',
  'additionalInformation',
] as const
/** One of `textRoles`. */
export type TextRole = (typeof textRoles)[number]

/**
 * A value with its place: `:59:/2` (second line of field 59), `/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/Cdtr/Nm`.
 * `from` and `to` are offsets in UTF-16 units into the message's text as it was given, where they are known, so that it
 * can be highlighted.
 */
export interface Located {
  readonly value: string
  readonly path: string
  readonly from?: number
  readonly to?: number
}

/** One party or agent of a payment. */
export interface PaymentParty {
  readonly role: PartyRole
  /** Of the customer transfer that a cover payment covers, not of the cover itself. */
  readonly underlying?: true
  /** Where the message tells a natural person from an organisation: birth date, private or organisation identifiers. */
  readonly nature?: 'person' | 'organisation'
  /** Lines that name goes on in, where the format cuts long names: MT options without structure. Kept in `address` too. */
  readonly lines?: readonly Located[]
  readonly name?: Located
  readonly bic?: Located
  readonly lei?: Located
  /** Account number, IBAN or wallet, without the slash of MT. */
  readonly account?: Located
  /** National clearing code, as `//FW021000089` or `USABA 021000089`. */
  readonly clearing?: Located
  /** Lines as written, structured fields included, in order. */
  readonly address: readonly Located[]
  readonly town?: Located
  /** ISO 3166 alpha-2, as written. */
  readonly country?: Located
  /** Of a natural person, ISO 8601 as far as given. */
  readonly birthDate?: Located
  readonly birthPlace?: Located
  /** Other identifiers, with the scheme's code or proprietary name where it is given: passport, tax number. */
  readonly identifiers: readonly (Located & { readonly scheme?: string })[]
}

/** A text that may hold anything: names, ships, places, wallets. */
export interface PaymentText extends Located {
  readonly role: TextRole
}

/** An amount: the decimal text as written with `.` as its mark, never a binary fraction. */
export interface Amount {
  readonly value: string
  /** ISO 4217. */
  readonly currency: string
}

/** What a single transaction of a message does. */
export const transactionKinds = [
  'customerTransfer',
  'bankTransfer',
  'coverTransfer',
  'directDebit',
  'return',
  'cancellationRequest',
  'status',
  'debitConfirmation',
  'creditConfirmation',
  'statementEntry',
  'freeFormat',
] as const
/** One of `transactionKinds`. */
export type TransactionKind = (typeof transactionKinds)[number]

/** References by which messages find one another. */
export interface References {
  /** MT field 20; `InstrId`. */
  readonly instruction?: string
  readonly endToEnd?: string
  readonly transaction?: string
  /** Unique end-to-end transaction reference, MT block 3 field 121. */
  readonly uetr?: string
  /** Of the message or payment this one speaks of: MT field 21, `OrgnlInstrId` and kin. */
  readonly related?: string
}

/** One payment, confirmation or statement entry within a message. */
export interface Transaction {
  readonly kind: TransactionKind
  readonly references: References
  readonly amount?: Amount
  /** Value date, ISO day. */
  readonly settlementDate?: string
  readonly parties: readonly PaymentParty[]
  readonly texts: readonly PaymentText[]
  /** Status of a status report: `ACCP`, `RJCT`, `PDNG`; `C` or `D` of a statement entry. */
  readonly status?: string
  /** Where it stands in the message: `/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]`; absent where the message has but one. */
  readonly path?: string
}

/** One payment message of either family, as screening and the rules on behaviour see it. */
export interface PaymentMessage {
  readonly family: 'MT' | 'MX'
  /** `103`, `202COV`; `pacs.008.001.08`. */
  readonly type: string
  /** Sender's reference (field 20) or message id. */
  readonly id: string
  /** BIC of who sends and who receives, eight or eleven characters. */
  readonly sender?: string
  readonly receiver?: string
  /** When it was made, where the message says so with a time. */
  readonly created?: Instant
  /** Session and sequence number (MT block 1), where they are given. */
  readonly session?: number
  readonly sequence?: number
  /** The network's answer to it, where the message is an acknowledgement (service 21). */
  readonly acknowledgement?: 'ACK' | 'NAK'
  /** The network's error code with a NAK (tag 405). */
  readonly errorCode?: string
  /** MT block 2: `input` was sent by this interface, `output` received; absent where it isn't told. */
  readonly direction?: 'input' | 'output'
  /** Message user reference (tag 108). */
  readonly userReference?: string
  /** Of a file that is given in parts: counts from 1. A part holds some of the message's transactions. */
  readonly part?: number
  readonly transactions: readonly Transaction[]
}
