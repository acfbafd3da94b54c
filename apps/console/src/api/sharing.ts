import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { secondsIdle } from './activity.ts'
import { ApiError, queryString, request } from './client.ts'
import type { Answer } from './contract.ts'

/** Markings of TLP 2.0, widest first. */
export const tlpMarkings = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const
/** One of `tlpMarkings`. */
export type Tlp = (typeof tlpMarkings)[number]

/** Forms in which a case can leave. */
export const exportFormats = [
  'html',
  'pdf',
  'stix',
  'misp',
  'csv',
  'goaml',
  'ofac-blocking',
  'ofac-rejected',
  'ofac-annual',
] as const
/** One of `exportFormats`. */
export type ExportFormat = (typeof exportFormats)[number]

/** What of a case would leave at a marking. */
export type SharePreview = Answer<'/api/cases/{id}/export/preview'>
/** A collection for TAXII. */
export type SharedCollection = Answer<'/api/shared/collections'>['collections'][number]

/** What of a case would leave at a marking. */
export function useSharePreview(id: number, tlp: Tlp) {
  return useQuery({
    queryKey: ['share-preview', id, tlp],
    queryFn: ({ signal }) =>
      request<SharePreview>(`/api/cases/${id}/export/preview${queryString({ tlp })}`, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** Collections for TAXII. */
export function useCollections(isWanted: boolean) {
  return useQuery({
    queryKey: ['shared-collections'],
    queryFn: ({ signal }) =>
      request<Answer<'/api/shared/collections'>>('/api/shared/collections', { signal }),
    enabled: isWanted,
  })
}

/** What an export asks for. */
export interface ExportRequest {
  readonly format: ExportFormat
  readonly tlp: Tlp
  readonly language: 'en' | 'ko'
  readonly facts: Readonly<Record<string, string>>
}

/** Makes a file of a case, or puts it into a collection. */
export function useSharing(id: number) {
  const client = useQueryClient()
  const onSuccess = async () => {
    for (const key of ['shared-collections', 'case-events', 'audit'])
      await client.invalidateQueries({ queryKey: [key] })
  }
  return {
    download: useMutation({ mutationFn: (asked: ExportRequest) => downloadCase(id, asked), onSuccess }),
    share: useMutation({
      mutationFn: (body: { readonly collection: string; readonly tlp: Tlp }) =>
        request<Answer<'/api/cases/{id}/share', 'post'>>(`/api/cases/${id}/share`, { method: 'POST', body }),
      onSuccess,
    }),
    create: useMutation({
      mutationFn: (body: { readonly name: string; readonly title: string; readonly tlp: Tlp }) =>
        request<SharedCollection>('/api/shared/collections', { method: 'POST', body }),
      onSuccess,
    }),
  }
}

/** @returns the name of the file, which the browser saves */
async function downloadCase(id: number, { format, facts, ...rest }: ExportRequest): Promise<string> {
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value.trim() !== ''))
  const response = await fetch(`/api/cases/${id}/export/${format}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'cordon-idle': String(secondsIdle()) },
    body: JSON.stringify({ ...rest, ...(Object.keys(given).length > 0 && { facts: given }) }),
  })
  if (!response.ok) {
    const body = (await response.json().catch(() => ({}))) as { detail?: unknown }
    throw new ApiError(response.status, typeof body.detail === 'string' ? body.detail : response.statusText)
  }
  const name =
    /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `case-${id}`
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
  return name
}
