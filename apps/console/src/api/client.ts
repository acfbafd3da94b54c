import { strings } from '../strings/index.ts'
import { secondsIdle } from './activity.ts'
import { tellSignedOut } from './signed-out.ts'

/** What the server answered when it could not do what was asked. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly remedy: string | undefined

  constructor(status: number, message: string, remedy?: string) {
    super(message)
    this.status = status
    this.remedy = remedy
  }
}

/** One request. `body` is sent as JSON. */
export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/**
 * Asks the API of the same origin and returns its JSON.
 * @throws ApiError on any status but 2xx, status 0 when the server can't be reached
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const { method = 'GET', body, signal } = options
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      'cordon-idle': String(secondsIdle()),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(0, strings.fault.noAnswer)
  })
  if (!response.ok) throw await faultOf(response)
  return (response.status === 204 ? undefined : await response.json()) as T
}

async function faultOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined)
  tellSignedOut(response.status, text(body, 'code'))
  const nested = field(body, 'error')
  const fault = typeof nested === 'object' && nested !== null ? nested : body
  const message =
    text(fault, 'message') ?? text(fault, 'detail') ?? text(body, 'error') ?? response.statusText
  return new ApiError(response.status, message || `HTTP ${response.status}`, text(fault, 'remedy'))
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

function text(value: unknown, key: string): string | undefined {
  const found = field(value, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** A query string of the given fields, with `?`, leaving out what is undefined or empty. */
export function queryString(fields: Readonly<Record<string, string | number | undefined>>): string {
  const entries = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  )
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`
}
