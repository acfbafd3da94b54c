import { useQuery } from '@tanstack/react-query'
import { request } from './client.ts'

/** One of the doors that operations went through. */
export type OperationDoor = 'payments' | 'network' | 'sea'

/** A span as far as it is known: prefixes of ISO 8601. Without an end it goes on. */
export interface Period {
  readonly start: string
  readonly end?: string
}

/** A sum in US dollars; `low` and `high` where sources differ. */
export interface Amount {
  readonly usd?: number
  readonly low?: number
  readonly high?: number
  readonly what: string
  readonly source: string
}

/** An operation in a list. */
export interface OperationSummary {
  readonly id: string
  readonly title: string
  readonly aka: readonly string[]
  readonly period: Period
  readonly doors: readonly OperationDoor[]
  readonly summary: string
  readonly amounts: readonly Amount[]
  readonly rules: number
  readonly techniques: number
  readonly sources: number
  readonly attributedTo: readonly {
    readonly name: string
    readonly id: string
    readonly confidence: number
  }[]
  readonly hasDrill: boolean
  readonly faults: number
}

/** A rule of the pack. */
export interface OperationRule {
  readonly id: string
  readonly title: string
  readonly door: OperationDoor
  readonly file: string
}

/** Who says who did it. */
export interface OperationClaim {
  readonly to: string
  readonly by: string
  readonly basis: 'indictment' | 'designation' | 'government' | 'vendor' | 'researcher'
  readonly confidence: number
  readonly stated: string
  readonly group: { readonly code: string; readonly id: string; readonly name: string; readonly url?: string }
}

/** A step of a playbook. */
export interface OperationStep {
  readonly id: string
  readonly is: 'action' | 'together' | 'question' | 'other'
  readonly name: string
  readonly does: readonly string[]
  readonly by?: string
  readonly activity?: string
  readonly rules: readonly OperationRule[]
  readonly branches: readonly (readonly OperationStep[])[]
}

/** A document that is cited. */
export interface OperationSource {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly date: string
  readonly url?: string
  readonly says?: string
  readonly verified: boolean
  readonly by?: string
}

/** `GET /api/operations/:id`. */
export interface Operation
  extends Omit<OperationSummary, 'rules' | 'techniques' | 'sources' | 'attributedTo' | 'faults'> {
  readonly campaignId?: string
  readonly victims: readonly { readonly name: string; readonly isClass: boolean; readonly country?: string }[]
  readonly timeline: readonly { readonly at: string; readonly what: string; readonly source: string }[]
  readonly techniques: readonly {
    readonly id: string
    readonly how: string
    readonly source: string
    readonly stix?: string
    readonly name?: string
  }[]
  readonly software: readonly {
    readonly name?: string
    readonly attack?: string
    readonly type: 'malware' | 'tool'
    readonly stix?: string
    readonly what: string
    readonly source: string
  }[]
  readonly infrastructure: readonly {
    readonly name: string
    readonly what: string
    readonly source: string
  }[]
  readonly indicators: readonly {
    readonly name: string
    readonly pattern: string
    readonly what: string
    readonly source: string
  }[]
  readonly rules: readonly OperationRule[]
  readonly claims: readonly OperationClaim[]
  readonly contested: readonly { readonly by: string; readonly says: string }[]
  readonly sources: readonly OperationSource[]
  readonly page: string
  readonly playbook?: {
    readonly name: string
    readonly description: string
    readonly steps: readonly OperationStep[]
  }
  readonly faults: readonly unknown[]
}

/** The operations of the pack. */
export function useOperations() {
  return useQuery({
    queryKey: ['operations'],
    queryFn: ({ signal }) =>
      request<{
        readonly operations: readonly OperationSummary[]
        readonly broken: readonly { readonly folder: string; readonly faults: number }[]
      }>('/api/operations', { signal }),
    staleTime: 600_000,
  })
}

/** One operation. */
export function useOperation(id: string) {
  return useQuery({
    queryKey: ['operations', id],
    queryFn: ({ signal }) => request<Operation>(`/api/operations/${encodeURIComponent(id)}`, { signal }),
    staleTime: 600_000,
    retry: false,
  })
}
