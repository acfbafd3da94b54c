import type { Hit, PaymentMessage, ReadMessage, ScreenedMessage } from '@cordon/payments'

/** What is told of a message beside its hits: who pays whom, how much, when. */
export interface MessageSummary {
  readonly family: 'MT' | 'MX'
  readonly type: string
  readonly id: string
  readonly sender?: string
  readonly receiver?: string
  readonly part?: number
  readonly transactions: number
  readonly amount?: string
  readonly currency?: string
  readonly settlementDate?: string
  readonly debtor?: string
  readonly creditor?: string
}

/** The first transaction that a hit is in, else the first, stands for the message. */
export function summaryOf(message: PaymentMessage, hits: readonly Hit[] = []): MessageSummary {
  const at = hits.find(({ level }) => level !== 'note')?.transaction ?? 0
  const transaction = message.transactions[at] ?? message.transactions[0]
  const named = (role: 'debtor' | 'creditor') => {
    const party = transaction?.parties.find((one) => one.role === role)
    return party?.name?.value ?? party?.bic?.value ?? party?.account?.value
  }
  const [debtor, creditor] = [named('debtor'), named('creditor')]
  const { family, type, id, sender, receiver, part } = message
  return {
    family,
    type,
    id,
    ...(sender && { sender }),
    ...(receiver && { receiver }),
    ...(part !== undefined && { part }),
    transactions: message.transactions.length,
    ...(transaction?.amount && { amount: transaction.amount.value, currency: transaction.amount.currency }),
    ...(transaction?.settlementDate && { settlementDate: transaction.settlementDate }),
    ...(debtor && { debtor }),
    ...(creditor && { creditor }),
  }
}

/** One answer as the command line and the API give it. */
export function answerView({ message, line }: ReadMessage, { recommendation, hits }: ScreenedMessage) {
  return { ...summaryOf(message, hits), line, recommendation, hits }
}
