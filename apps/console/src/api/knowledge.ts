import { useQuery } from '@tanstack/react-query'
import { queryString, request } from './client.ts'

/** What a relation leads to, as the API tells it. */
export interface LinkedThreat {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly code?: string
  readonly relation: string
  readonly source: string
  readonly confidence?: number
  readonly description?: string
  readonly via?: { readonly id: string; readonly label: string }
}

/** One indicator in a list. */
export interface ListedIndicator {
  readonly kind: string
  readonly value: string
  readonly state: IndicatorState
  readonly score: number
}

/** Whether an indicator is told when it is met, and why not. */
export type IndicatorState = 'active' | 'decayed' | 'expired' | 'set-aside'

/** A name, who uses it, and what else is called so. */
export interface NameClaim {
  readonly name: string
  readonly source: string
  readonly confidence?: number
  readonly also: readonly { readonly id: string; readonly label: string; readonly source: string }[]
}

/** `GET /api/knowledge/objects/{id}`. */
export interface Threat {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly code?: string
  readonly revoked: boolean
  readonly deprecated: boolean
  readonly description?: string
  readonly replacedBy?: { readonly id: string; readonly name: string }
  readonly versions: readonly {
    readonly source: string
    readonly name: string
    readonly modified?: string
    readonly url?: string
  }[]
  readonly names: readonly NameClaim[]
  readonly attributions: readonly {
    readonly to: { readonly kind: string; readonly id: string; readonly label: string }
    readonly source: string
    readonly confidence?: number
  }[]
  readonly similar: readonly LinkedThreat[]
  readonly techniques: readonly LinkedThreat[]
  readonly software: readonly LinkedThreat[]
  readonly campaigns: readonly LinkedThreat[]
  readonly usedBy: readonly LinkedThreat[]
  readonly reports: readonly LinkedThreat[]
  readonly mitigations: readonly LinkedThreat[]
  readonly indicators: {
    readonly counts: Readonly<Record<string, number>>
    readonly first: readonly ListedIndicator[]
  }
  readonly pattern?: { readonly language: string; readonly text: string }
}

/** `GET /api/knowledge/indicator`. */
export interface IndicatorView {
  readonly kind: string
  readonly value: string
  readonly known: boolean
  readonly state?: IndicatorState
  readonly score?: number
  readonly confidence?: number
  readonly lastSeen?: string
  readonly decaysAt?: string
  readonly warnings: readonly {
    readonly list: string
    readonly version?: string
    readonly entry: string
    readonly setsAside: boolean
    readonly reason: string
  }[]
  readonly claims: readonly IndicatorClaim[]
  readonly sightings: {
    readonly total: number
    readonly latest: readonly {
      readonly at: string
      readonly place: string
      readonly host?: string
      readonly path?: string
      readonly written: string
    }[]
  }
}

/** What one source says of an indicator. */
export interface IndicatorClaim {
  readonly source: string
  readonly collection: string
  readonly note?: string
  readonly about: readonly { readonly id: string; readonly label: string }[]
  readonly references: readonly string[]
  readonly confidence?: number
  readonly tlp?: string
  readonly pap?: string
  readonly subdomains: boolean
  readonly validFrom?: string
  readonly validUntil?: string
  readonly lastSeen?: string
  readonly since: string
  readonly until?: string
  readonly revoked: boolean
}

/** `GET /api/knowledge/search`. */
export interface KnowledgeSearch {
  readonly results: readonly {
    readonly id: string
    readonly type: string
    readonly name: string
    readonly code?: string
    readonly by: readonly { readonly how: string; readonly label: string; readonly source: string }[]
  }[]
  readonly indicator?: { readonly kind: string; readonly value: string; readonly known: boolean }
}

/** `GET /api/knowledge`. */
export interface KnowledgeSummary {
  readonly objects: number
  readonly indicators: number
  readonly warningLists: number
  readonly collections: readonly {
    readonly id: string
    readonly source: string
    readonly format: string
    readonly version: string
    readonly imported: string
    readonly items: number
    readonly indicators: number
    readonly rejects: number
  }[]
}

/** A group, tool or technique with all that is said of it. */
export function useThreat(id: string) {
  return useQuery({
    queryKey: ['threat', id],
    queryFn: ({ signal }) => request<Threat>(`/api/knowledge/objects/${encodeURIComponent(id)}`, { signal }),
    staleTime: 30_000,
  })
}

/** An indicator with all that is said of it. */
export function useIndicator(kind: string, value: string) {
  return useQuery({
    queryKey: ['indicator', kind, value],
    queryFn: ({ signal }) =>
      request<IndicatorView>(`/api/knowledge/indicator${queryString({ kind, value })}`, { signal }),
    staleTime: 30_000,
  })
}

/** What is kept of threats. */
export function useKnowledge() {
  return useQuery({
    queryKey: ['knowledge'],
    queryFn: ({ signal }) => request<KnowledgeSummary>('/api/knowledge', { signal }),
    staleTime: 30_000,
  })
}

/** Things by what anyone calls them; asked once there is a text. */
export function useKnowledgeSearch(q: string) {
  return useQuery({
    queryKey: ['knowledge-search', q],
    queryFn: ({ signal }) =>
      request<KnowledgeSearch>(`/api/knowledge/search${queryString({ q })}`, { signal }),
    enabled: q !== '',
    staleTime: 30_000,
  })
}
