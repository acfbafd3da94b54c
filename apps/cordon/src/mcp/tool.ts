import type { FastifyInstance, InjectOptions } from 'fastify'
import type { z } from 'zod'
import type { Permission } from '../people/permissions.ts'

/** A question to a route of the API, and what it answers. */
export type Ask = (
  path: string,
  options?: {
    readonly method?: 'GET' | 'POST'
    readonly body?: unknown
    readonly query?: Readonly<Record<string, unknown>>
  },
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
) => Promise<Record<string, any>>

/**
 * A tool of assistants. It asks the routes of the API under the caller's own key, so that it can neither see nor
 * change what the key does not allow.
 */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  /** It is shown only to who may do this; the routes that it asks check again. */
  readonly needs: Permission
  /** It changes something that is kept. */
  readonly writes?: boolean
  /** A route that must be there: a tool of a room that this server lacks is not shown. */
  readonly route: string
  readonly input: z.ZodObject
  run(ask: Ask, input: Record<string, unknown>): Promise<Record<string, unknown>>
}

/** Makes a tool whose `run` knows the type of its input. */
export function tool<Input extends z.ZodObject>(
  given: Omit<Tool, 'input' | 'run'> & {
    readonly input: Input
    run(ask: Ask, input: z.output<Input>): Promise<Record<string, unknown>>
  },
): Tool {
  return { ...given, run: (ask, input) => given.run(ask, input as z.output<Input>) }
}

/** What a route said instead of an answer, in words. */
export class RefusedQuestion extends Error {
  override readonly name = 'RefusedQuestion'
}

/**
 * Asks the routes of a server in the same process.
 * @param headers what says who asks
 * @param remoteAddress the address of who asks, which the limit of requests counts
 */
export function askOf(app: FastifyInstance, headers: Record<string, string>, remoteAddress?: string): Ask {
  return async (path, { method = 'GET', body, query = {} } = {}) => {
    const given = Object.entries(query).filter(([, value]) => value !== undefined)
    const options: InjectOptions = {
      method,
      url: path,
      query: Object.fromEntries(given.map(([key, value]) => [key, String(value)])),
      headers: { host: 'localhost', ...headers, accept: 'application/json' },
      ...(body !== undefined && { payload: body as object }),
      ...(remoteAddress && { remoteAddress }),
    }
    const answer = await app.inject(options)
    if (answer.statusCode === 308)
      return askOf(app, headers, remoteAddress)(String(answer.headers.location), { method, body, query })
    if (answer.statusCode >= 300) throw new RefusedQuestion(faultOf(answer.body))
    return answer.json()
  }
}

function faultOf(text: string): string {
  try {
    const { detail } = JSON.parse(text) as { detail: unknown }
    return typeof detail === 'string' ? detail : JSON.stringify(detail)
  } catch {
    return 'The server did not answer as expected.'
  }
}
