import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { strings } from '../strings/index.ts'
import { request } from './client.ts'

/** What a person may be, the least first. */
export const roles = ['viewer', 'analyst', 'approver', 'administrator'] as const
/** One of `roles`. */
export type Role = (typeof roles)[number]

/** Who asks: `GET /api/session`. */
export interface Session {
  readonly standing: 'open' | 'locked' | 'accounts'
  readonly actor?: string
  readonly person?: {
    readonly name: string
    readonly display: string
    readonly role: Role
    readonly hasPassword: boolean
    readonly expires: string
  }
  readonly permissions: readonly string[]
  readonly openid?: { readonly title: string }
}

/** An account: `GET /api/people`. */
export interface Account {
  readonly name: string
  readonly display: string
  readonly role: Role
  readonly disabled: boolean
  readonly hasPassword: boolean
  readonly issuer?: string
  readonly roleIsProvided: boolean
  readonly created: string
  readonly signedIn?: string
}

/** An API key, without its secret: `GET /api/keys`. */
export interface ApiKey {
  readonly id: string
  readonly title: string
  readonly owner?: string
  readonly scopes: readonly string[]
  readonly created: string
  readonly expires?: string
  readonly used?: string
  readonly revoked?: string
}

/** `GET /api/keys`: the keys, and what each scope lets do. */
export interface ApiKeys {
  readonly keys: readonly ApiKey[]
  readonly scopes: Readonly<Record<string, string>>
}

/** Where a person is signed in. */
export interface Whereabouts {
  readonly id: string
  readonly created: string
  readonly seen: string
  readonly address: string
  readonly agent: string
}

/** Who asks, and what they may do. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => request<Session>('/api/session', { signal }),
    staleTime: 60_000,
    refetchInterval: 60_000,
  })
}

const least: Readonly<Record<string, Role>> = {
  read: 'viewer',
  screen: 'viewer',
  approve: 'approver',
  'write:profile': 'approver',
  'manage:settings': 'administrator',
  'manage:people': 'administrator',
}

/** Why the person may not do something, in words; undefined where they may. The server decides in the end. */
export function useBar(permission: string): string | undefined {
  const { data } = useSession()
  if (!data?.person || data.permissions.includes(permission)) return undefined
  const words = strings.people
  return words.bar(words.roles[least[permission] ?? 'analyst'], words.roles[data.person.role])
}

/** Signs in. Whatever was known before was another's. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; password: string }) =>
      request<unknown>('/api/session', { method: 'POST', body }),
    onSuccess: () => client.resetQueries(),
  })
}

/** Signs out, here or everywhere. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (everywhere: boolean) =>
      request<unknown>(everywhere ? '/api/account/sessions' : '/api/session', { method: 'DELETE' }),
    onSuccess: () => client.clear(),
  })
}

/** What a one-time link is for. */
export function useLink(token: string) {
  return useQuery({
    queryKey: ['link', token],
    queryFn: () =>
      request<{ kind: 'first' | 'account'; account?: string; display?: string }>('/api/set-up/check', {
        method: 'POST',
        body: { token },
      }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Uses a one-time link up. */
export function useSetUp() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { token: string; name?: string; display?: string; password: string }) =>
      request<unknown>('/api/set-up', { method: 'POST', body }),
    // The link is used up: to ask for it again would take the page away before it has gone on.
    onSuccess: () => client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'link' }),
  })
}

/** Changes the person's own password. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (body: { current: string; password: string }) =>
      request<unknown>('/api/account/password', { method: 'POST', body }),
  })
}

/** Where the person is signed in. */
export function useWhereabouts() {
  return useQuery({
    queryKey: ['whereabouts'],
    queryFn: async ({ signal }) =>
      (await request<{ sessions: Whereabouts[] }>('/api/account/sessions', { signal })).sessions,
  })
}

/** All accounts. */
export function usePeople(enabled: boolean) {
  return useQuery({
    queryKey: ['people'],
    queryFn: async ({ signal }) => (await request<{ people: Account[] }>('/api/people', { signal })).people,
    enabled,
  })
}

const personPath = (name: string) => `/api/people/${encodeURIComponent(name)}`

/** Adds a person; gives the path of their link. */
export function useAddPerson() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; display: string; role: Role }) =>
      request<{ account: Account; link: string }>('/api/people', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  })
}

/** Changes a role, or disables or enables an account. */
export function useChangePerson() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ name, ...body }: { name: string; role?: Role; disabled?: boolean }) =>
      request<Account>(personPath(name), { method: 'PATCH', body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  })
}

/** A new link for a person to set a password. */
export function useNewLink() {
  return useMutation({
    mutationFn: (name: string) => request<{ link: string }>(`${personPath(name)}/link`, { method: 'POST' }),
  })
}

/** The person's own keys, or everyone's. */
export function useApiKeys(all: boolean) {
  return useQuery({
    queryKey: ['keys', all],
    queryFn: ({ signal }) => request<ApiKeys>(`/api/keys?all=${all}`, { signal }),
  })
}

/** Makes a key; its secret comes this once. */
export function useMakeKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { title: string; scopes: readonly string[]; days?: number }) =>
      request<{ key: ApiKey; secret: string }>('/api/keys', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
  })
}

/** Revokes a key for ever. */
export function useRevokeKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<ApiKey>(`/api/keys/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
  })
}
