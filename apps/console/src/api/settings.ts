import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from './client.ts'

/** What holds for everyone. */
export interface Settings {
  readonly matchThreshold: number
  readonly matchCutoff: number
}

/** `GET /api/settings`. */
export interface SettingsAnswer {
  readonly settings: Settings
  readonly about: {
    readonly version: string
    readonly node: string
    readonly store: string
    readonly data: string
    readonly lists: string
    readonly drop: readonly string[]
    readonly every?: number
    readonly migrations: readonly string[]
  }
}

/** What holds for everyone, and what this server is. */
export function useSettings() {
  return useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => request<SettingsAnswer>('/api/settings', { signal }),
  })
}

/** Changes some of it. */
export function useSaveSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Partial<Settings>) =>
      request<SettingsAnswer>('/api/settings', { method: 'PATCH', body }),
    onSuccess: (answer) => {
      client.setQueryData(['settings'], answer)
      void client.invalidateQueries({ queryKey: ['audit'] })
    },
  })
}
