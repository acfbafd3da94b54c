import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryString, request } from './client.ts'
import type { Answer } from './contract.ts'

/** `GET /api/floor`. */
export type Floor = Answer<'/api/floor'>
/** A door of the floor. */
export type Door = Floor['doors'][number]
/** A finding that waits. */
export type Waiting = Floor['urgent'][number]
/** An open case that is due. */
export type DueCase = Floor['due'][number]
/** Work that goes on; the last that is told of it says that it has ended. */
export type Job = Floor['running'][number] & { readonly ended?: boolean }

/** What came in by door over some days, what waits, what runs. */
export function useFloor(days: number) {
  return useQuery({
    queryKey: ['floor', days],
    queryFn: ({ signal }) => request<Floor>(`/api/floor${queryString({ days })}`, { signal }),
    placeholderData: keepPreviousData,
    // Events tell of all that changes; time alone moves the buckets.
    refetchInterval: 300_000,
  })
}

/** What a room answered. */
export type FoundGroup = Answer<'/api/find'>['groups'][number]
/** One thing that a room found. */
export type FoundThing = FoundGroup['hits'][number]

/**
 * Asks every room. A room that was late is asked again once, with more time.
 * @param rooms with commas between; all of them by default
 */
export function useFind(text: string, enabled: boolean, limit: number, rooms?: string) {
  const ask = (wait: number, signal: AbortSignal) =>
    request<Answer<'/api/find'>>(`/api/find${queryString({ q: text, limit, wait, rooms })}`, { signal })
  const quick = useQuery({
    queryKey: ['find', text, limit, rooms],
    queryFn: async ({ signal }) => (await ask(400, signal)).groups,
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
  const isLate = enabled && !!quick.data?.some(({ state }) => state === 'late')
  const patient = useQuery({
    queryKey: ['find', text, limit, rooms, 'patient'],
    queryFn: async ({ signal }) => (await ask(5_000, signal)).groups,
    enabled: isLate && !quick.isPlaceholderData,
    staleTime: 15_000,
  })
  return {
    groups: enabled ? (isLate && patient.data) || quick.data || [] : [],
    isSettled: !quick.isPlaceholderData,
  }
}
