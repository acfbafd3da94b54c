import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { queryString, request } from './client.ts'
import type { Answer } from './contract.ts'

/** `GET /api/warnings/rules`. */
export type WarningRules = Answer<'/api/warnings/rules'>
/** A rule with its place. */
export type StoredRule = WarningRules['rules'][number]
/** What a rule says. */
export type Rule = StoredRule['rule']
/** What came of saving a rule. */
export type SavedRule = Answer<'/api/warnings/rules', 'post'>
/** What a rule would have told. */
export type Preview = Answer<'/api/warnings/preview', 'post'>
/** A page of deliveries. */
export type Deliveries = Answer<'/api/warnings/deliveries'>
/** A message to one recipient. */
export type Delivery = Deliveries['deliveries'][number]
/** Where a delivery stands. */
export type DeliveryState = Delivery['state']
/** What came of a test. */
export type Tested = Answer<'/api/warnings/rules/{id}/test', 'post'>

/** Deliveries change by themselves. */
const lookAgain = 5_000

/** The rules, and how many deliveries stand how. */
export function useWarningRules() {
  return useQuery({
    queryKey: ['warnings', 'rules'],
    queryFn: ({ signal }) => request<WarningRules>('/api/warnings/rules', { signal }),
    refetchInterval: lookAgain,
  })
}

/** Deliveries, the latest first. */
export function useDeliveries(state: DeliveryState | 'all') {
  return useInfiniteQuery({
    queryKey: ['warnings', 'deliveries', state],
    queryFn: ({ pageParam, signal }) =>
      request<Deliveries>(
        `/api/warnings/deliveries${queryString({ state: state === 'all' ? undefined : state, cursor: pageParam, limit: 25 })}`,
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: lookAgain,
  })
}

/** A delivery with what it tells of. */
export function useDelivery(id: string) {
  return useQuery({
    queryKey: ['warnings', 'delivery', id],
    queryFn: ({ signal }) =>
      request<Answer<'/api/warnings/deliveries/{id}'>>(`/api/warnings/deliveries/${id}`, { signal }),
  })
}

/** What a rule would have told in the last thirty days; nothing is asked for a rule that isn't whole. */
export function usePreview(rule: Rule | undefined) {
  const body = JSON.stringify(rule)
  return useQuery({
    queryKey: ['warnings', 'preview', body],
    queryFn: ({ signal }) =>
      request<Preview>('/api/warnings/preview', { method: 'POST', body: rule, signal }),
    enabled: rule !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

function useChange<T, R>(change: (what: T) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['warnings'] })
      void client.invalidateQueries({ queryKey: ['audit'] })
    },
  })
}

/** Makes a rule, or changes the one with an id. */
export function useSaveRule(id: string | undefined) {
  return useChange((body: Rule) =>
    request<SavedRule>(`/api/warnings/rules${id === undefined ? '' : `/${id}`}`, {
      method: id === undefined ? 'POST' : 'PUT',
      body,
    }),
  )
}

/** Removes a rule. */
export function useRemoveRule() {
  return useChange((id: string) => request<unknown>(`/api/warnings/rules/${id}`, { method: 'DELETE' }))
}

/** Sends a test by a rule. */
export function useTestRule() {
  return useChange((id: string) => request<Tested>(`/api/warnings/rules/${id}/test`, { method: 'POST' }))
}

/** Gives a webhook a new secret. */
export function useNewSecret() {
  return useChange((address: string) =>
    request<{ secret: string }>('/api/warnings/secret', { method: 'POST', body: { address } }),
  )
}

/** Tries one delivery again, or `all` that failed. */
export function useRetry() {
  return useChange((id: string) =>
    request<{ retried: number }>(`/api/warnings/deliveries/${id}/retry`, { method: 'POST' }),
  )
}

/** Whether one's own feed has an address. */
export function useFeed(enabled: boolean) {
  return useQuery({
    queryKey: ['warnings', 'feed'],
    queryFn: ({ signal }) => request<Answer<'/api/warnings/feed'>>('/api/warnings/feed', { signal }),
    enabled,
  })
}

/** Makes one's own feed an address, or takes it away. */
export function useChangeFeed() {
  return useChange((method: 'POST' | 'DELETE') =>
    request<Partial<Answer<'/api/warnings/feed', 'post'>>>('/api/warnings/feed', { method }),
  )
}
