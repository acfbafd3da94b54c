import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from './client.ts'
import type { Answer } from './contract.ts'

/** Hours of a week: days 1 (Monday) to 7, minutes since midnight. */
export interface Hours {
  readonly days: readonly number[]
  readonly from: number | string
  readonly to: number | string
}

/** The institution's own, as `/api/profile` has it. */
export interface Profile {
  readonly institution: {
    readonly name: string
    readonly country?: string
    readonly bics: readonly string[]
    readonly lei?: string
  }
  readonly accounts: readonly {
    readonly id: string
    readonly bic?: string
    readonly currency?: string
    readonly holder?: string
  }[]
  readonly operators: readonly {
    readonly id: string
    readonly timeZone: string
    readonly hours: readonly Hours[]
  }[]
  readonly calendars: Readonly<Record<string, readonly string[]>>
  readonly hosts: readonly {
    readonly name: string
    readonly addresses: readonly string[]
    readonly roles: readonly string[]
  }[]
  readonly ships: readonly {
    readonly name: string
    readonly imo?: number | string
    readonly mmsi?: number | string
    readonly interest: string
  }[]
  readonly customers?: { readonly file: string; readonly columns?: Readonly<Record<string, string>> }
}

/** A version of it. */
export type ProfileVersion = Answer<'/api/profile/versions'>['versions'][number]
/** A version with what it says. */
export type CurrentProfile = ProfileVersion & { readonly profile: Profile }

/** A field that can't be used. */
export type ProfileFault = Answer<'/api/profile/check', 'post'>['faults'][number]

/** A profile that was read or checked. */
export interface CheckedProfile {
  readonly profile: Profile
  readonly faults: readonly ProfileFault[]
}

/** The profile that holds. */
export function useProfile() {
  return useQuery({
    queryKey: ['profile', 'current'],
    queryFn: ({ signal }) => request<CurrentProfile>('/api/profile', { signal }),
  })
}

/** Its versions, latest first. */
export function useProfileVersions() {
  return useQuery({
    queryKey: ['profile', 'versions'],
    queryFn: async ({ signal }) =>
      (await request<{ versions: ProfileVersion[] }>('/api/profile/versions', { signal })).versions,
  })
}

/** Checks a profile, and saves it where it has no fault. */
export function useSaveProfile() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (given: { profile: Profile; version: number; note: string }) => {
      const { faults } = await request<CheckedProfile>('/api/profile/check', {
        method: 'POST',
        body: given.profile,
      })
      if (faults.length > 0) return { faults }
      const { note, ...rest } = given
      const body = { ...rest, ...(note.trim() && { note }) }
      return { faults, saved: await request<CurrentProfile>('/api/profile', { method: 'PUT', body }) }
    },
    onSuccess: ({ saved }) => {
      if (!saved) return
      client.setQueryData(['profile', 'current'], saved)
      void client.invalidateQueries({ queryKey: ['profile', 'versions'] })
    },
  })
}

/** Takes a former version back. */
export function useRestoreProfile() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      request<CurrentProfile>(`/api/profile/versions/${version}/restore`, { method: 'POST', body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['profile'] }),
  })
}

/** A profile from the text of a file, checked and not kept. */
export const readProfileFile = (text: string) =>
  request<CheckedProfile>('/api/profile/read', { method: 'POST', body: { text } })

/** Days of a file of holidays. */
export const readCalendarFile = (text: string) =>
  request<{ days: string[]; rejects: unknown[] }>('/api/profile/calendar', { method: 'POST', body: { text } })
