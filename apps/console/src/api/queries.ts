import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { queryString, request } from './client.ts'
import type {
  AuditPage,
  AuditVerification,
  EntityPage,
  Finding,
  FindingsPage,
  List,
  NetworkView,
  Rejects,
  Status,
  Updates,
  Verdict,
  VerdictFilter,
} from './types.ts'

/** State of the server; asked again often while lists are being loaded. */
export function useStatus() {
  return useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => request<Status>('/api/status', { signal }),
    refetchInterval: ({ state }) => (state.data?.ready === false ? 1_000 : 30_000),
  })
}

/** The loaded lists. */
export function useLists() {
  return useQuery({
    queryKey: ['lists'],
    queryFn: async ({ signal }) => (await request<{ lists: List[] }>('/api/lists', { signal })).lists,
    staleTime: 30_000,
    refetchInterval: 60_000,
  })
}

/** Where the fetching of each list stands. */
export function useUpdates() {
  return useQuery({
    queryKey: ['updates'],
    queryFn: ({ signal }) => request<Updates>('/api/lists/updates', { signal }),
    staleTime: 30_000,
    refetchInterval: 60_000,
  })
}

/** The records of a list version that could not be read, a page at a time. */
export function useRejects(source: string, seq: number) {
  const limit = 50
  return useInfiniteQuery({
    queryKey: ['rejects', source, seq],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      request<Rejects>(
        `/api/lists/${encodeURIComponent(source)}/versions/${seq}/rejects${queryString({ limit, offset: pageParam })}`,
        { signal },
      ),
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.rejects.length, 0)
      return last.rejects.length > 0 && shown < last.total ? shown : undefined
    },
  })
}

/** One entity with every fact, link and sanction. */
export function useEntity(id: string) {
  return useQuery({
    queryKey: ['entity', id],
    queryFn: ({ signal }) => request<EntityPage>(`/api/entities/${encodeURIComponent(id)}`, { signal }),
    staleTime: 30_000,
  })
}

/** What the queue is narrowed to. */
export interface FindingsFilter {
  readonly verdict: VerdictFilter
  readonly severity?: string | undefined
  readonly q?: string | undefined
}

/** The queue of findings, a page of 100 at a time. */
export function useFindings(filter: FindingsFilter) {
  return useInfiniteQuery({
    queryKey: ['findings', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request<FindingsPage>(
        `/api/findings${queryString({ verdict: filter.verdict, severity: filter.severity, q: filter.q, limit: 100, cursor: pageParam })}`,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** How many findings wait for a decision; undefined until known. */
export function useOpenFindings(): number | undefined {
  const { data } = useQuery({
    queryKey: ['open-findings'],
    queryFn: ({ signal }) => request<FindingsPage>('/api/findings?verdict=undecided&limit=1', { signal }),
    refetchInterval: 30_000,
  })
  return data?.counts.undecided
}

/** One finding by its id, for an address that names it. */
export function useFinding(id: string | undefined) {
  return useQuery({
    queryKey: ['finding', id],
    queryFn: ({ signal }) => request<Finding>(`/api/findings/${encodeURIComponent(id!)}`, { signal }),
    enabled: id !== undefined,
    staleTime: 10_000,
  })
}

/** What was found in logs. */
export function useNetwork() {
  return useQuery({
    queryKey: ['network'],
    queryFn: ({ signal }) => request<NetworkView>('/api/network', { signal }),
    refetchInterval: 30_000,
  })
}

/** Saves a verdict, or takes it back (`verdict: null`). */
export function useDecide() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, verdict, reason }: { id: string; verdict: Verdict | null; reason: string }) => {
      const path = `/api/findings/${encodeURIComponent(id)}/decision`
      return verdict === null
        ? request<unknown>(path, { method: 'DELETE' })
        : request<unknown>(path, { method: 'POST', body: { verdict, reason } })
    },
    onSuccess: (_answer, { id }) => {
      // The queue on screen is patched by its page; fetching every page of a long one again would be slow.
      client.removeQueries({ queryKey: ['findings'], type: 'inactive' })
      void client.invalidateQueries({ queryKey: ['finding', id] })
      void client.invalidateQueries({ queryKey: ['open-findings'] })
      void client.invalidateQueries({ queryKey: ['network'] })
      void client.invalidateQueries({ queryKey: ['audit'] })
    },
  })
}

/** The audit log, latest first. */
export function useAudit() {
  return useInfiniteQuery({
    queryKey: ['audit'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request<AuditPage>(`/api/audit${queryString({ limit: 100, cursor: pageParam })}`, { signal }),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** Verifies the chain of the audit log. */
export function useVerifyAudit() {
  return useMutation({ mutationFn: () => request<AuditVerification>('/api/audit/verify') })
}
