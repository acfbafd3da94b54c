import type { OrderRuleMaker } from '../sign.ts'

/**
 * A natural person is paid. How much that says is learnt: from an account that pays people every day nothing, from the
 * reserve account of a central bank much.
 */
export const naturalPerson: OrderRuleMaker = (rule) => ({
  rule,
  judge({ creditor, transaction, account, places }) {
    if (transaction.kind !== 'customerTransfer' || creditor.sort !== 'person') return undefined
    return {
      rule,
      strength: 1,
      query: creditor.text,
      candidate: `account ${account}`,
      detail: `${creditor.text} reads as a natural person's name.`,
      ...(places.name && { place: places.name }),
    }
  },
})
