import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { queryString, request } from './client.ts'
import type { Changes, Joined, Ownership, Watched } from './types.ts'

/** What the page of changes is narrowed to. */
export interface ChangesFilter {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly kind?: string | undefined
  readonly field?: string | undefined
  readonly q?: string | undefined
  readonly material?: boolean | undefined
}

/** The address of a comparison, with its filter. */
export function changesPath(
  source: string,
  filter: ChangesFilter,
  more: Record<string, string | number> = {},
) {
  const { material, ...rest } = filter
  return `/api/lists/${encodeURIComponent(source)}/changes${queryString({ ...rest, material: material ? 'true' : undefined, ...more })}`
}

/** What changed between two versions of a list, a page of 100 at a time. */
export function useChanges(source: string, filter: ChangesFilter) {
  return useInfiniteQuery({
    queryKey: ['changes', source, filter],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      request<Changes>(changesPath(source, filter, { limit: 100, offset: pageParam }), { signal }),
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.entries.length, 0)
      return shown < last.total && last.entries.length > 0 ? shown : undefined
    },
    placeholderData: keepPreviousData,
    retry: false,
  })
}

const joinedPath = (id: string) => `/api/entities/${encodeURIComponent(id)}/joined`

/** The entries of other lists that are one with this one. */
export function useJoined(id: string) {
  return useQuery({
    queryKey: ['joined', id],
    queryFn: ({ signal }) => request<Joined>(joinedPath(id), { signal }),
    retry: false,
  })
}

/** Says that two entries are one, or two, or takes that back. */
export function useSayJoined(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { other: string; say: 'one' | 'two' | 'undo'; reason: string }) =>
      request<Joined>(joinedPath(id), { method: 'POST', body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['joined'] })
      void client.invalidateQueries({ queryKey: ['audit'] })
    },
  })
}

/** How an entity stands under each rule of ownership. */
export function useOwnership(id: string) {
  return useQuery({
    queryKey: ['ownership', id],
    queryFn: ({ signal }) =>
      request<Ownership>(`/api/entities/${encodeURIComponent(id)}/ownership`, { signal }),
    retry: false,
  })
}

/** The watched parties, a page of 50 at a time. */
export function useWatched(q: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['watched', q ?? ''],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request<Watched>(`/api/monitor${queryString({ q, after: pageParam })}`, { signal }),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}

/** Watches a party no longer. */
export function useUnwatch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      request<unknown>(`/api/monitor/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['watched'] }),
  })
}
