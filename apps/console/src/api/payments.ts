import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { queryString, request } from './client.ts'

/** Where a message stands. */
export type PaymentState = 'open' | 'proposed' | 'released' | 'blocked'
/** What the queue can be narrowed to. */
export type PaymentStateFilter = PaymentState | 'waiting' | 'all'
/** What a person can do with a message. */
export type PaymentAction = 'propose' | 'confirm' | 'decline' | 'block' | 'reopen'

/** Something found in a message, with its place in the text. */
export interface PaymentHit {
  readonly kind: 'party' | 'text' | 'identifier' | 'place' | 'goods'
  readonly level: 'note' | 'review' | 'hold'
  readonly role?: string
  readonly path: string
  readonly from?: number
  readonly to?: number
  readonly value: string
  readonly entityId?: string
  readonly caption: string
  readonly listed: string
  readonly sources: readonly string[]
  readonly score: number
  readonly detail: string
}

/** What is told of a message beside its hits. */
export interface PaymentSummary {
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

/** A message of the queue. */
export interface QueuedPayment {
  readonly id: string
  readonly receivedAt: string
  readonly input: string
  readonly line: number
  readonly recommendation: 'review' | 'hold'
  readonly state: PaymentState
  readonly proposedBy?: string
  readonly summary: PaymentSummary
  readonly hitCount: number
  readonly topHit?: {
    readonly caption: string
    readonly value: string
    readonly level: string
    readonly score: number
  }
}

/** One row of a message as an operator reads it. */
export interface PaymentRow {
  readonly label: string
  readonly name?: string
  readonly depth: number
  readonly value?: string
  readonly from?: number
  readonly to?: number
  readonly note?: string
}

/** One message whole. */
export interface Payment extends QueuedPayment {
  readonly text: string
  readonly rows: readonly PaymentRow[]
  readonly hits: readonly PaymentHit[]
  readonly findingIds: readonly string[]
  readonly actions: readonly {
    readonly at: string
    readonly who: string
    readonly action: PaymentAction | 'met'
    readonly reason: string
    readonly alone: boolean
  }[]
  /** Whether nobody else could confirm a release. */
  readonly alone: boolean
}

/** One page of the queue. */
export interface PaymentsPage {
  readonly payments: readonly QueuedPayment[]
  readonly next?: string
  readonly counts: Readonly<Record<PaymentState, number>>
}

/** What the queue is narrowed to. */
export interface PaymentsFilter {
  readonly state: PaymentStateFilter
  readonly q: string | undefined
}

/** The queue, page after page. */
export function usePayments(filter: PaymentsFilter) {
  return useInfiniteQuery({
    queryKey: ['payments', filter],
    queryFn: ({ signal, pageParam }) =>
      request<PaymentsPage>(`/api/payments${queryString({ ...filter, cursor: pageParam })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 10_000,
  })
}

/** One message whole. */
export function usePayment(id: string | undefined) {
  return useQuery({
    queryKey: ['payment', id],
    queryFn: ({ signal }) => request<Payment>(`/api/payments/${encodeURIComponent(id!)}`, { signal }),
    enabled: id !== undefined,
    staleTime: 10_000,
  })
}

/** Does something with a message. */
export function usePaymentAction() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; action: PaymentAction; reason: string }) =>
      request<Payment>(`/api/payments/${encodeURIComponent(id)}/action`, { method: 'POST', body }),
    onSuccess: (payment) => {
      client.setQueryData(['payment', payment.id], payment)
      void client.invalidateQueries({ queryKey: ['payments'] })
      void client.invalidateQueries({ queryKey: ['open-findings'] })
    },
  })
}

/** Has the queue asked again. */
export function useRefreshPayments(): () => void {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: ['payments'] })
    void client.invalidateQueries({ queryKey: ['open-findings'] })
  }
}
