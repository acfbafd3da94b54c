import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from './client.ts'
import type { Answer } from './contract.ts'

/** `GET /api/drills`. */
export type DrillList = Answer<'/api/drills'>
/** One line of it. */
export type DrillLine = DrillList['drills'][number]
/** `GET /api/drills/{id}`. */
export type DrillView = Answer<'/api/drills/{id}'>
/** A kept run. */
export type DrillRun = Answer<'/api/drills/runs/{no}'>
/** What came of it. */
export type DrillResult = DrillRun['result']
/** A kept run without what came of it. */
export type DrillRunHead = DrillView['runs'][number]
/** Two runs side by side. */
export type ComparedRuns = Answer<'/api/drills/runs/{no}/compared/{other}'>
/** A run that is on. */
export type LiveRun = Answer<'/api/drills/live/{run}'>
/** What a run is begun with. */
export interface StartRun {
  readonly against: 'pack' | 'own' | 'files'
  readonly files?: readonly { readonly name: string; readonly text: string }[]
  readonly speed: number
}
/** A change of a run's pace. */
export interface PaceChange {
  readonly speed?: number
  readonly paused?: boolean
  readonly stop?: boolean
}

const of = (id: string) => `/api/drills/${encodeURIComponent(id)}`

/** All drills, each with its last run. */
export function useDrills() {
  return useQuery({
    queryKey: ['drills'],
    queryFn: ({ signal }) => request<DrillList>('/api/drills', { signal }),
  })
}

/** One drill with its runs. */
export function useDrill(id: string) {
  return useQuery({
    queryKey: ['drills', id],
    queryFn: ({ signal }) => request<DrillView>(of(id), { signal }),
  })
}

/** A kept run. */
export function useDrillRun(no: number | undefined) {
  return useQuery({
    queryKey: ['drill-run', no],
    enabled: no !== undefined,
    // What was kept never changes.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => request<DrillRun>(`/api/drills/runs/${no}`, { signal }),
  })
}

/** Two kept runs side by side. */
export function useComparedRuns(after: number | undefined, before: number | undefined) {
  return useQuery({
    queryKey: ['drill-runs', after, before],
    enabled: after !== undefined && before !== undefined,
    queryFn: ({ signal }) =>
      request<ComparedRuns>(`/api/drills/runs/${after}/compared/${before}`, { signal }),
  })
}

/** A run that is on, asked again and again until its end. */
export function useLiveRun(run: string | undefined) {
  return useQuery({
    queryKey: ['drill-live', run],
    enabled: run !== undefined,
    queryFn: ({ signal }) => request<LiveRun>(`/api/drills/live/${run}`, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'running' || state.data?.state === 'paused' ? 300 : false,
  })
}

/** Begins a run. */
export function useStartRun(id: string) {
  return useMutation({
    mutationFn: (body: StartRun) => request<LiveRun>(`${of(id)}/runs`, { method: 'POST', body }),
  })
}

/** Changes the pace of a run. */
export function usePace(run: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: PaceChange) => request<LiveRun>(`/api/drills/live/${run}`, { method: 'PATCH', body }),
    onSuccess: async (answer) => {
      // What was asked before the change must not be told after it.
      await client.cancelQueries({ queryKey: ['drill-live', run] })
      client.setQueryData(['drill-live', run], answer)
    },
  })
}
