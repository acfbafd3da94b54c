import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryString, request } from './client.ts'
import type { Severity } from './types.ts'

/** A door of the floor. */
export interface Door {
  readonly watch: string
  readonly total: number
  readonly undecided: number
  readonly arrived: Readonly<Record<Severity, readonly number[]>>
  readonly latest?: string
}

/** A finding that waits. */
export interface Waiting {
  readonly id: string
  readonly watch: string
  readonly rule: string
  readonly severity: Severity
  readonly score: number
  readonly statement: string
  readonly arrived: string
}

/** Work that goes on. */
export interface Job {
  readonly job: 'import' | 'watch' | 'load'
  readonly name: string
  readonly done?: number
  readonly total?: number
  readonly unit?: 'bytes' | 'observations' | 'entities'
  readonly ended?: boolean
}

/** `GET /api/floor`. */
export interface Floor {
  readonly from: number
  readonly bucket: number
  readonly doors: readonly Door[]
  readonly urgent: readonly Waiting[]
  readonly oldest: readonly Waiting[]
  readonly running: readonly Job[]
}

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

/** One thing that a room found. */
export interface FoundThing {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly detail?: string
  readonly watch?: string
}

/** What a room answered. */
export interface FoundGroup {
  readonly room: string
  readonly state: 'answered' | 'late' | 'failed'
  readonly hits: readonly FoundThing[]
  readonly more: boolean
  readonly near?: boolean
}

/**
 * Asks every room. A room that was late is asked again once, with more time.
 * @param rooms with commas between; all of them by default
 */
export function useFind(text: string, enabled: boolean, limit: number, rooms?: string) {
  const ask = (wait: number, signal: AbortSignal) =>
    request<{ groups: FoundGroup[] }>(`/api/find${queryString({ q: text, limit, wait, rooms })}`, { signal })
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
