import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { ApiError, queryString, request } from './client.ts'
import type { Finding, Ref, Severity, Verdict } from './types.ts'

/** Where a case stands. */
export const caseStates = [
  'new',
  'in-review',
  'escalated',
  'closed-true',
  'closed-false',
  'reported',
] as const
/** One of `caseStates`. */
export type CaseState = (typeof caseStates)[number]
/** The doors. */
export type Door = 'screening' | 'payments' | 'maritime' | 'cyber'

/** A case in the queue. Times are ISO 8601. */
export interface Case {
  readonly id: number
  readonly state: CaseState
  readonly severity: Severity
  readonly peak: Severity
  readonly severityWords: string
  readonly title: string
  readonly doors: readonly Door[]
  readonly findings: number
  readonly undecided: number
  readonly subjects: number
  readonly first?: string
  readonly last?: string
  readonly opened: string
  readonly changed: string
  readonly assignee?: string
  readonly due: string
  readonly dueByHand: boolean
  readonly follows: readonly number[]
  readonly mergedInto?: number
  readonly release?: { readonly by: string; readonly at: string; readonly reason: string }
}

/** `GET /api/cases`. */
export interface CasesPage {
  readonly cases: readonly Case[]
  readonly next?: string
  readonly counts?: {
    readonly byState: Readonly<Record<CaseState, number>>
    readonly bySeverity: Readonly<Record<Severity, number>>
    readonly overdue: number
    readonly awaiting: number
  }
}

/** A file of a case. */
export interface Attachment {
  readonly id: number
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly by: string
  readonly at: string
  readonly removed?: string
}

/** A record elsewhere. */
export interface CaseLink {
  readonly id: number
  readonly label: string
  readonly target: string
  readonly by: string
  readonly at: string
}

/** `GET /api/cases/{id}`. */
export interface CaseDetail extends Case {
  readonly refs: readonly (Ref & { readonly role: 'subject' | 'match'; readonly findings: number })[]
  readonly attachments: readonly Attachment[]
  readonly links: readonly CaseLink[]
}

/** Why a finding is in its case. */
export interface Join {
  readonly rule: string
  readonly label: string
  readonly with?: string
  readonly words: string
}

/** A finding in its case. */
export interface CaseFinding {
  readonly finding: Finding
  readonly joins: readonly Join[]
  readonly joined: string
  readonly changedSinceDecision: boolean
}

/** One entry of a case's log. */
export interface CaseEvent {
  readonly id: number
  readonly case: number
  readonly at: string
  readonly actor: string
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
}

/** What the queue is narrowed to. */
export interface CasesFilter {
  readonly state: CaseState | 'open' | 'closed' | 'all'
  readonly severity?: string
  readonly watch?: string
  readonly assignee?: string
  readonly due?: string
  readonly q?: string
  readonly order?: string
}

/** The queue of cases, 100 at a time. */
export function useCases(filter: CasesFilter) {
  return useInfiniteQuery({
    queryKey: ['cases', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request<CasesPage>(`/api/cases${queryString({ ...filter, limit: 100, cursor: pageParam })}`, {
        signal,
      }),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}

/** One case. */
export function useCase(id: number) {
  return useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => request<CaseDetail>(`/api/cases/${id}`, { signal }),
  })
}

/** Which findings of a case are shown. */
export interface CaseFindingsFilter {
  readonly undecided: boolean
  readonly q?: string
}

/** The findings of a case, 100 at a time. */
export function useCaseFindings(id: number, { undecided, q }: CaseFindingsFilter) {
  return useInfiniteQuery({
    queryKey: ['case-findings', id, { undecided, q }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request<{ readonly findings: readonly CaseFinding[]; readonly next?: string }>(
        `/api/cases/${id}/findings${queryString({ undecided: undecided ? 'true' : undefined, q, limit: 100, cursor: pageParam })}`,
        { signal },
      ),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}

/** The log of a case, the latest first, 50 at a time. */
export function useCaseEvents(id: number) {
  return useInfiniteQuery({
    queryKey: ['case-events', id],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      request<{ readonly events: readonly CaseEvent[] }>(
        `/api/cases/${id}/events${queryString({ limit: 50, before: pageParam })}`,
        { signal },
      ),
    getNextPageParam: (last) => (last.events.length < 50 ? undefined : last.events.at(-1)?.id),
  })
}

/** One span of a case's time. */
export interface TimeBin {
  readonly start: number
  readonly watch: Door
  readonly severity: Severity
  readonly count: number
}

/** When the findings of a case happened. */
export function useCaseTimes(id: number) {
  return useQuery({
    queryKey: ['case-times', id],
    queryFn: ({ signal }) =>
      request<{ readonly width: number; readonly bins: readonly TimeBin[] }>(`/api/cases/${id}/times`, {
        signal,
      }),
    staleTime: 60_000,
  })
}

/** Where a finding of a case happened. */
export interface CasePlace {
  readonly finding: string
  readonly lat: number
  readonly lon: number
  readonly at: number
  readonly severity: Severity
}

/** Where the findings of a case happened. */
export function useCasePlaces(id: number) {
  return useQuery({
    queryKey: ['case-places', id],
    queryFn: async ({ signal }) =>
      (await request<{ readonly places: readonly CasePlace[] }>(`/api/cases/${id}/places`, { signal }))
        .places,
    staleTime: 60_000,
  })
}

/** To whom cases are assigned. */
export function useAssignees() {
  return useQuery({
    queryKey: ['case-assignees'],
    queryFn: async ({ signal }) =>
      (await request<{ readonly assignees: string[] }>('/api/cases/assignees', { signal })).assignees,
    staleTime: 60_000,
  })
}

/** A change of many. */
export type BulkChange =
  | { readonly kind: 'state'; readonly to: CaseState; readonly reason: string; readonly decideRest?: boolean }
  | { readonly kind: 'assign'; readonly to?: string }
  | { readonly kind: 'due'; readonly due: string }
  | {
      readonly kind: 'decide'
      readonly verdict: Verdict
      readonly reason: string
      readonly findings?: readonly string[]
    }

/** Which cases a change is for. */
export type BulkSelection =
  | { readonly cases: readonly number[] }
  | { readonly query: Omit<CasesFilter, 'order'> }

/** What a change of many does, or would do. */
export interface BulkPreview {
  readonly cases: number
  readonly done: number
  readonly waits: number
  readonly refused: number
  readonly same: number
  readonly findings: number
  readonly lines: readonly {
    readonly case: number
    readonly title: string
    readonly severity: Severity
    readonly from: string
    readonly to: string
    readonly outcome: 'done' | 'waits' | 'refused' | 'same'
    readonly words?: string
    readonly findings: number
  }[]
  readonly bulk?: number
}

/** What a change of many would do. */
export function useBulkPreview(selection: BulkSelection, change: BulkChange | undefined) {
  return useQuery({
    queryKey: ['case-preview', selection, change],
    queryFn: ({ signal }) =>
      request<BulkPreview>('/api/cases/bulk/preview', {
        method: 'POST',
        body: { selection, change },
        signal,
      }),
    enabled: change !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Changes of cases; what is shown of them is asked for again. */
export function useCaseChanges() {
  const client = useQueryClient()
  const settle = () => {
    for (const key of ['cases', 'case', 'case-events', 'case-findings', 'case-times', 'case-assignees'])
      void client.invalidateQueries({ queryKey: [key] })
    client.removeQueries({ queryKey: ['findings'], type: 'inactive' })
    void client.invalidateQueries({ queryKey: ['open-findings'] })
    void client.invalidateQueries({ queryKey: ['audit'] })
  }
  const bulk = useMutation({
    mutationFn: (body: { readonly selection: BulkSelection; readonly change: BulkChange }) =>
      request<BulkPreview>('/api/cases/bulk', { method: 'POST', body }),
    onSuccess: settle,
  })
  const undo = useMutation({
    mutationFn: (id: number) =>
      request<{ readonly changedSince: number }>(`/api/cases/bulk/${id}/undo`, { method: 'POST', body: {} }),
    onSuccess: settle,
  })
  const change = useMutation({
    mutationFn: ({
      id,
      path,
      body,
    }: {
      readonly id: number
      readonly path: string
      readonly body: unknown
    }) => request<Case>(`/api/cases/${id}/${path}`, { method: 'POST', body }),
    onSuccess: settle,
  })
  const unlink = useMutation({
    mutationFn: ({ id, link }: { readonly id: number; readonly link: number }) =>
      request<unknown>(`/api/cases/${id}/links/${link}`, { method: 'DELETE' }),
    onSuccess: settle,
  })
  const attach = useMutation({
    mutationFn: async ({ id, file }: { readonly id: number; readonly file: File }) => {
      const path = `/api/cases/${id}/attachments?name=${encodeURIComponent(file.name)}`
      const headers = { 'content-type': 'application/octet-stream' }
      const response = await fetch(path, { method: 'POST', headers, body: file })
      if (response.ok) return
      const fault = (await response.json().catch(() => ({}))) as { detail?: unknown; remedy?: string }
      throw new ApiError(
        response.status,
        typeof fault.detail === 'string' ? fault.detail : response.statusText,
        fault.remedy,
      )
    },
    onSuccess: settle,
  })
  return { bulk, undo, change, unlink, attach, settle }
}
