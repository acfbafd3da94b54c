import type { PaymentMessage, PaymentParty, Transaction } from '../message.ts'
import { syntheticMark } from './messages.ts'

/**
 * A simulated message as SWIFT MT (blocks 1 to 4; an acknowledgement as service 21), with CR LF. What came in is an output
 * message, whose header has its time; what was sent is an input message, which has none in the real format either: it has that of
 * the acknowledgement before its copy.
 */
export function mtText(message: PaymentMessage): string {
  const { sender = '', session = 0, sequence = 0, acknowledgement } = message
  const numbers = `${String(session % 10_000).padStart(4, '0')}${String(sequence % 1_000_000).padStart(6, '0')}`
  if (acknowledgement !== undefined) {
    const answer = acknowledgement === 'ACK' ? '0' : '1'
    const time = stamp(message.created ?? 0)
    return `{1:F21${terminal(sender)}${numbers}}{4:{177:${time}}{451:${answer}}{108:${message.id}}}`
  }
  const isSent = message.session !== undefined
  const header = isSent
    ? `{1:F01${terminal(sender)}${numbers}}{2:I${type(message)}${terminal(message.receiver ?? '')}N}`
    : `{1:F01${terminal(message.receiver ?? '')}0000000000}{2:O${type(message)}${output(message)}N}`
  return `${header}{3:{108:${message.id}}}{4:\r\n${body(message).join('\r\n')}\r\n-}`
}

const type = ({ type: code }: PaymentMessage) => code.slice(0, 3)
/** BIC with the logical terminal's letter in the ninth place. */
const terminal = (bic: string) => `${bic.slice(0, 8)}A${(bic.slice(8) || 'XXX').padEnd(3, 'X')}`

/** `YYMMDDHHMM` in UTC. */
function stamp(time: number): string {
  return new Date(time).toISOString().slice(2, 16).replace(/[-T:]/g, '')
}

/** Input time, sender's terminal with session and number, output date and time: block 2 of an output message. */
function output({ created = 0, sender = '' }: PaymentMessage): string {
  const [date, time] = [stamp(created).slice(0, 6), stamp(created).slice(6)]
  return `${time}${date}${terminal(sender)}0000000000${date}${time}`
}

function body(message: PaymentMessage): string[] {
  const [first] = message.transactions
  if (first === undefined) return []
  if (message.type === '950') return statementBody(message)
  if (first.kind === 'freeFormat')
    return [
      `:20:${message.id}`,
      `:21:${first.references.related ?? ''}`,
      `:79:${first.texts[0]?.value ?? ''}`,
    ]
  if (first.kind === 'debitConfirmation' || first.kind === 'creditConfirmation')
    return [
      `:20:${message.id}`,
      `:21:${first.references.related ?? ''}`,
      `:25:${accountOf(first, 'accountOwner')}`,
      `:32A:${valueDate(first)}`,
      ...(first.kind === 'creditConfirmation' ? [`:52A:${message.sender}`] : []),
      `:72:/BNF/${syntheticMark} TEST DATA`,
    ]
  return first.kind === 'bankTransfer' ? bankBody(message.id, first) : customerBody(message.id, first)
}

function customerBody(id: string, transaction: Transaction): string[] {
  const creditor = partyOf(transaction, 'creditor')
  return [
    `:20:${id}`,
    ':23B:CRED',
    `:32A:${valueDate(transaction)}`,
    `:50K:/${syntheticMark}`,
    ...lines(partyOf(transaction, 'debtor')?.name?.value ?? ''),
    `:53B:/${accountOf(transaction, 'instructingReimbursementAgent')}`,
    `:57A:${partyOf(transaction, 'creditorAgent')?.bic?.value ?? ''}`,
    `:59:/${creditor?.account?.value ?? ''}`,
    ...lines(creditor?.name?.value ?? ''),
    syntheticMark,
    ...remittance(transaction),
    ':71A:SHA',
  ]
}

/** What the payment is for, in lines of 35 characters. */
function remittance({ texts }: Transaction): string[] {
  const [first = '', ...rest] = lines(texts[0]?.value ?? '')
  return [`:70:${first}`, ...rest]
}

function bankBody(id: string, transaction: Transaction): string[] {
  return [
    `:20:${id}`,
    `:21:${syntheticMark}`,
    `:32A:${valueDate(transaction)}`,
    `:53B:/${accountOf(transaction, 'instructingReimbursementAgent')}`,
    `:58A:${partyOf(transaction, 'creditor')?.bic?.value ?? ''}`,
    `:72:/BNF/${syntheticMark} TEST DATA`,
  ]
}

/** Balances are made up of zeros: the entries are what the statement is for. */
function statementBody({ id, transactions }: PaymentMessage): string[] {
  const [first] = transactions
  const date = (first?.settlementDate ?? '1970-01-01').slice(2).replaceAll('-', '')
  const currency = first?.amount?.currency ?? 'XXX'
  return [
    `:20:${id}`,
    `:25:${first === undefined ? '' : accountOf(first, 'accountOwner')}`,
    ':28C:1/1',
    `:60F:C${date}${currency}0,`,
    ...transactions.map(
      ({ status = 'D', amount, references }) =>
        `:61:${date}${status}${decimal(amount?.value ?? '0')}S103${references.instruction ?? 'NONREF'}`,
    ),
    `:62F:C${date}${currency}0,`,
  ]
}

function valueDate({ settlementDate = '1970-01-01', amount }: Transaction): string {
  const date = settlementDate.slice(2).replaceAll('-', '')
  return `${date}${amount?.currency ?? ''}${decimal(amount?.value ?? '0')}`
}

/** Amounts in MT have a comma, always. */
const decimal = (value: string) => (value.includes('.') ? value.replace('.', ',') : `${value},`)

/** A name in lines of 35 characters. */
function lines(text: string): string[] {
  return text.match(/.{1,35}/g) ?? ['']
}

function partyOf({ parties }: Transaction, role: PaymentParty['role']): PaymentParty | undefined {
  return parties.find((party) => party.role === role)
}

function accountOf(transaction: Transaction, role: PaymentParty['role']): string {
  return partyOf(transaction, role)?.account?.value ?? ''
}
