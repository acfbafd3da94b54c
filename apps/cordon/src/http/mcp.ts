import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { createMcpHandler } from '@modelcontextprotocol/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { mcpServer } from '../mcp/server.ts'
import { askOf } from '../mcp/tool.ts'
import { isPermission } from '../people/permissions.ts'
import { callerOf, needs } from './caller.ts'

/** What says who asks; a tool's questions carry it on. */
const carried = ['authorization', 'cookie', 'origin', 'host', 'cordon-idle'] as const

/**
 * `POST /mcp`: the Model Context Protocol over streamable HTTP, of its revisions of 2025 and 2026. It keeps nothing
 * between two requests, so that any replica answers any of them. Who may ask what is decided by the key.
 */
export function addMcpRoute(routes: FastifyInstance, app: FastifyInstance): void {
  const handler = createMcpHandler(
    ({ authInfo, requestInfo }) => {
      const headers = requestInfo?.headers
      const given = carried.flatMap((name) => {
        const value = headers?.get(name)
        return value ? [[name, value] as const] : []
      })
      const allowed = new Set((authInfo?.scopes ?? []).filter(isPermission))
      return mcpServer(app, askOf(app, Object.fromEntries(given), authInfo?.clientId), allowed)
    },
    { onerror: (error) => app.log.warn({ err: error }, 'mcp') },
  )
  app.addHook('onClose', () => handler.close())
  routes.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    config: needs('read'),
    schema: {
      tags: ['System'],
      summary: 'The Model Context Protocol, for assistants',
      description:
        'Streamable HTTP, without sessions. A key shows and allows only the tools that its scopes cover.',
    },
    handler: async (request, reply) => {
      const { permissions } = callerOf(request)
      const authInfo = { token: '', clientId: request.ip, scopes: [...permissions] }
      const response = await handler.fetch(webRequest(request, gone(reply)), {
        authInfo,
        ...(request.body !== undefined && { parsedBody: request.body }),
      })
      return send(reply, response)
    },
  })
}

/** Fires when who asked has gone away. */
function gone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => controller.abort())
  return controller.signal
}

/** The request as the SDK takes it (Fetch). */
function webRequest(request: FastifyRequest, signal: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, [value].flat().join(', '))
  // Of another length than it came: it was read and is written again.
  headers.delete('content-length')
  const body = request.body === undefined ? {} : { body: JSON.stringify(request.body) }
  return new Request(new URL(request.url, `http://${request.headers.host}`), {
    method: request.method,
    headers,
    signal,
    ...body,
  })
}

async function send(reply: FastifyReply, response: Response) {
  for (const [name, value] of response.headers) if (name !== 'content-length') void reply.header(name, value)
  void reply.code(response.status)
  const isStream = /text\/event-stream/.test(response.headers.get('content-type') ?? '')
  if (isStream && response.body) return reply.send(Readable.fromWeb(response.body as ReadableStream))
  return reply.serializer(String).send(await response.text())
}
