import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from './client.ts'
import type { Answer } from './contract.ts'

/** `POST /api/attribution`. */
export type AttributionAnswer = Answer<'/api/attribution', 'post'>
/** `GET /api/cases/{id}/attribution`. */
export type CaseAttribution = Answer<'/api/cases/{id}/attribution'>
/** A group that may have done it. */
export type Candidate = AttributionAnswer['candidates'][number]
/** One piece of evidence as it stands to one group. */
export type EvidenceLine = Candidate['for'][number]
/** Competing hypotheses as a table. */
export type Matrix = AttributionAnswer['matrix']
/** One piece of evidence against all hypotheses. */
export type MatrixRow = Matrix['rows'][number]
/** How a piece of evidence stands to a hypothesis. */
export type MatrixCell = MatrixRow['cells'][number]
/** How much a row counts. */
export type MatrixWeight = MatrixRow['credibility']
/** A person's matrix of a case. */
export type PersonMatrix = CaseAttribution['person']

/** Who may be behind evidence; nothing is kept. */
export function useAttributionOf(evidence: object | undefined) {
  return useQuery({
    queryKey: ['attribution', evidence],
    enabled: evidence !== undefined,
    queryFn: ({ signal }) =>
      request<AttributionAnswer>('/api/attribution', { method: 'POST', body: evidence, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** Who may be behind a case. */
export function useCaseAttribution(id: number) {
  return useQuery({
    queryKey: ['case-attribution', id],
    queryFn: ({ signal }) => request<CaseAttribution>(`/api/cases/${id}/attribution`, { signal }),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  })
}

/** Keeps a person's matrix with a case, and takes the last change back. */
export function useMatrixChanges(id: number) {
  const client = useQueryClient()
  const settle = (person: PersonMatrix) => {
    client.setQueryData<CaseAttribution>(
      ['case-attribution', id],
      (before) => before && { ...before, person },
    )
    void client.invalidateQueries({ queryKey: ['case-events', id] })
  }
  const path = `/api/cases/${id}/attribution/matrix`
  const save = useMutation({
    mutationFn: (body: { readonly matrix: Matrix; readonly expected: number; readonly what?: string }) =>
      request<PersonMatrix>(path, { method: 'POST', body }),
    onSuccess: settle,
  })
  const undo = useMutation({
    mutationFn: (expected: number) =>
      request<PersonMatrix>(`${path}/undo`, { method: 'POST', body: { expected } }),
    onSuccess: settle,
  })
  return { save, undo }
}
