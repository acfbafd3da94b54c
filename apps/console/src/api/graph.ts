import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { request } from './client.ts'

/** A pointer to one thing. */
export interface ThingRef {
  readonly kind: string
  readonly id: string
  readonly label: string
}

/** One link, in the direction in which it is read. Dates are ISO 8601. */
export interface LinkStep {
  readonly from: ThingRef
  readonly to: ThingRef
  readonly relation: string
  readonly words: string
  readonly family: string
  readonly carry: number
  readonly source: string
  readonly since?: string
  readonly until?: string
  readonly confidence?: number
  readonly record?: string
  readonly note?: string
}

/** A thing of a picture. */
export interface PictureNode {
  readonly ref: ThingRef
  readonly asked: boolean
  readonly designated: boolean
  readonly degree: number
}

/** How old the graph is that answered, and how large. */
interface GraphHead {
  readonly builtAt: string
  readonly things: number
  readonly links: number
}

/** `GET /api/graph/around`. */
export interface PictureAnswer extends Omit<GraphHead, 'links'> {
  readonly nodes: readonly PictureNode[]
  readonly links: readonly LinkStep[]
  readonly left: number
  readonly missing: readonly string[]
}

/** One way between two things. */
export interface Way {
  readonly steps: readonly (LinkStep & { readonly also: readonly LinkStep[] })[]
  readonly carry: number
  readonly shared: readonly { readonly thing: ThingRef; readonly links: number }[]
}

/** `GET /api/graph/paths`. */
export interface WaysAnswer {
  readonly from: ThingRef
  readonly to: ThingRef
  readonly hops?: number
  readonly cut: number
  readonly compared: number
  readonly paths: readonly Way[]
}

/** `GET /api/graph/exposure`. */
export interface ExposureAnswer {
  readonly of: ThingRef
  readonly designated: boolean
  readonly total: number
  readonly reached: number
  readonly cut: number
  readonly exposures: readonly {
    readonly to: ThingRef
    readonly share: number
    readonly hops: number
    readonly steps: readonly LinkStep[]
  }[]
}

/** A thing as the API's questions name it. */
export function thingText({ kind, id }: Pick<ThingRef, 'kind' | 'id'>): string {
  return `${kind}:${id}`
}

function graphPath(route: string, fields: Readonly<Record<string, string | number | readonly string[]>>) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'object' ? value : [value]) query.append(name, String(one))
  return `/api/graph/${route}?${query}`
}

const useGraph = <T>(
  route: string,
  fields: Readonly<Record<string, string | number | readonly string[]>>,
  enabled: boolean,
) =>
  useQuery({
    queryKey: ['graph', route, fields],
    queryFn: ({ signal }) => request<T>(graphPath(route, fields), { signal }),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  })

/** Several things with what joins them. */
export function usePicture(of: readonly string[], limit = 60) {
  return useGraph<PictureAnswer>('around', { of, limit }, of.length > 0)
}

/** The ways between two things. */
export function useWays(from: string, to: string) {
  return useGraph<WaysAnswer>('paths', { from, to, limit: 8 }, from !== '' && to !== '')
}

/** The designated things that a thing leads to. */
export function useExposure(of: string) {
  return useGraph<ExposureAnswer>('exposure', { of, hops: 3, limit: 30 }, of !== '')
}
