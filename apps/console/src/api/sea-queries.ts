import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { secondsIdle } from './activity.ts'
import { ApiError, queryString, request } from './client.ts'
import type {
  SeaDrill,
  SeaEvent,
  SeaFinding,
  SeaSummary,
  SightingAnswer,
  SightingInput,
  Vessel,
} from './sea-types.ts'

/** A span of time in UTC milliseconds, of the store's sea or of a drill's. */
export interface SeaSpan {
  readonly from: number
  readonly until: number
  readonly drill?: string | undefined
}

/** What there is of the sea. A live watch adds to it, so it is asked again. */
export function useSeaSummary(drill: string | undefined) {
  return useQuery({
    queryKey: ['sea', 'summary', drill],
    queryFn: ({ signal }) => request<SeaSummary>(`/api/sea${queryString({ drill })}`, { signal }),
    refetchInterval: drill === undefined ? 60_000 : false,
    staleTime: 10_000,
  })
}

/** The drills that can be played. */
export function useSeaDrills() {
  return useQuery({
    queryKey: ['sea', 'drills'],
    queryFn: async ({ signal }) =>
      (await request<{ drills: SeaDrill[] }>('/api/sea/drills', { signal })).drills,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Where ships are at a time (by default the latest that was heard), for the first picture. Asked as soon as the page is there. */
export function useFleet(at: number | undefined, isWanted: boolean) {
  return useQuery({
    queryKey: ['sea', 'fleet', at],
    queryFn: ({ signal }) => bytesOf(`/api/sea/fleet${queryString({ at })}`, signal),
    enabled: isWanted,
    staleTime: 60_000,
    gcTime: 60_000,
    structuralSharing: false,
    retry: false,
  })
}

/** The tracks of a span, as the bytes that the server sends. */
export function useTracks(span: SeaSpan | undefined) {
  return useQuery({
    queryKey: ['sea', 'tracks', span],
    queryFn: ({ signal }) => bytesOf(`/api/sea/tracks${queryString({ ...span })}`, signal),
    enabled: span !== undefined,
    staleTime: 60_000,
    gcTime: 60_000,
    structuralSharing: false,
    placeholderData: keepPreviousData,
  })
}

async function bytesOf(path: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(path, { signal, headers: { 'cordon-idle': String(secondsIdle()) } })
  if (response.ok) return response.arrayBuffer()
  const { detail, remedy } = (await response.json()) as { detail?: unknown; remedy?: string }
  throw new ApiError(response.status, String(detail), remedy)
}

/** Events and sightings of a span, the latest first. */
export function useSeaEvents(span: SeaSpan | undefined) {
  return useQuery({
    queryKey: ['sea', 'events', span],
    queryFn: ({ signal }) =>
      request<{ events: SeaEvent[]; complete: boolean }>(
        `/api/sea/events${queryString({ ...span, limit: 5000 })}`,
        { signal },
      ),
    enabled: span !== undefined,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  })
}

/** Findings of a span, the gravest first. */
export function useSeaFindings(span: SeaSpan | undefined) {
  return useQuery({
    queryKey: ['sea', 'findings', span],
    queryFn: ({ signal }) =>
      request<{ findings: SeaFinding[]; complete: boolean }>(`/api/sea/findings${queryString({ ...span })}`, {
        signal,
      }),
    enabled: span !== undefined,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  })
}

/** One finding with its place, for an address that names one of another time. */
export function useSeaFinding(id: string | undefined, drill: string | undefined) {
  return useQuery({
    queryKey: ['sea', 'finding', id, drill],
    queryFn: ({ signal }) =>
      request<SeaFinding>(`/api/sea/findings/${encodeURIComponent(id!)}${queryString({ drill })}`, {
        signal,
      }),
    enabled: id !== undefined,
    staleTime: 30_000,
  })
}

/** A number, with its identities, events and track. */
export function useVessel(mmsi: string, drill: string | undefined) {
  return useQuery({
    queryKey: ['sea', 'vessel', mmsi, drill],
    queryFn: ({ signal }) =>
      request<Vessel>(`/api/sea/vessels/${encodeURIComponent(mmsi)}${queryString({ drill })}`, { signal }),
    staleTime: 30_000,
  })
}

/** Sends a sighting, and has everything of the sea asked again. */
export function useSendSighting(drill: string | undefined) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (sighting: SightingInput) =>
      request<SightingAnswer>(`/api/sea/sightings${queryString({ drill })}`, {
        method: 'POST',
        body: sighting,
      }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['sea', 'events'] }),
  })
}

/** Has everything of the sea asked again. */
export function useRefreshSea(): () => void {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: ['sea'] })
    void client.invalidateQueries({ queryKey: ['open-findings'] })
  }
}
