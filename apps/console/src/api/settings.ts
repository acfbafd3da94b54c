import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from './client.ts'
import type { Answer } from './contract.ts'

/** `GET /api/settings`. */
export type SettingsAnswer = Answer<'/api/settings'>
/** What holds for everyone. */
export type Settings = SettingsAnswer['settings']

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
