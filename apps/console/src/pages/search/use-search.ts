import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { queryString, request } from '../../api/client.ts'
import type { MatchAnswer, SearchAnswer } from '../../api/types.ts'
import { useDebounced } from '../../ui/use-debounced.ts'
import { hitsOf } from './hits.ts'
import { queriesOf } from './queries-of.ts'

const limit = 25

/** One ideograph or syllable is a name; one Latin letter is not. */
function isAskable(text: string): boolean {
  return text.length >= 2 || /[^\p{Script=Latin}\p{N}\p{P}\s]/u.test(text)
}

/**
 * Answers while a person types: the text index at once, the scorer's judgement as it comes. A newer text aborts the
 * requests of an older one; the former answer stays on screen until the new one is there.
 */
export function useSearch(typed: string) {
  const text = useDebounced(typed.trim())
  const enabled = isAskable(text)
  const search = useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) =>
      request<SearchAnswer>(`/search/default${queryString({ q: text, limit })}`, { signal }),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
  const match = useQuery({
    queryKey: ['match', text],
    queryFn: ({ signal }) => {
      const queries = queriesOf(text)
      if (Object.keys(queries).length === 0) return { responses: {} } satisfies MatchAnswer
      return request<MatchAnswer>('/match/default?limit=10&joined=true', {
        method: 'POST',
        body: { queries },
        signal,
      })
    },
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
  const hits = useMemo(
    () => (enabled ? hitsOf(match.data, search.data) : []),
    [enabled, match.data, search.data],
  )
  const isSettled =
    typed.trim() === text &&
    !search.isPlaceholderData &&
    !match.isPlaceholderData &&
    !search.isPending &&
    !match.isPending
  return {
    text,
    enabled,
    hits,
    isSettled,
    hasMore: (search.data?.results.length ?? 0) >= limit,
    error: search.error ?? match.error,
    retry: () => void Promise.all([search.refetch(), match.refetch()]),
  }
}
