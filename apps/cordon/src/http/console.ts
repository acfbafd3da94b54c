import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { withPublicRoutes } from './caller.ts'
import { notFound } from './problem.ts'

const builtConsole = fileURLToPath(new URL('../../../console/dist/', import.meta.url))
/** The first step of the paths that belong to the API: one that is not there is a 404 in JSON, not the console's page. */
const apiPaths =
  /^\/(?:api|mcp|match|search|entities|catalog|algorithms|healthz|readyz|openapi\.json|docs|reconcile)(?:\/|$)/

/**
 * Serves the console: its hashed files for ever, its page afresh, and its page too for the paths of its own
 * (`/findings`). Without a built console `/` says so.
 */
export async function addConsole(app: FastifyInstance, folder = builtConsole): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built)
    await withPublicRoutes(app, () =>
      app.register(fastifyStatic, {
        root: folder,
        wildcard: false,
        cacheControl: false,
        setHeaders(response, path) {
          const hashed = /[\\/]assets[\\/]/.test(path)
          response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
        },
      }),
    )
  // An entity's address is the API's and the console's alike: a person who opens it in a browser gets the page.
  app.addHook('onRequest', async (request, reply) => {
    const isEntity = /^\/entities\/[^/?]+(?:\?|$)/.test(request.url)
    if (!built || !isEntity) return
    reply.header('vary', 'accept')
    const wantsPage = request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '')
    if (wantsPage) return reply.sendFile('index.html')
  })
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0]!
    const isPage = request.method === 'GET' && !apiPaths.test(path) && !/\.[a-z0-9]{1,6}$/i.test(path)
    if (isPage && built) return reply.sendFile('index.html')
    if (isPage && path === '/')
      return reply
        .type('text/plain; charset=utf-8')
        .send('Cordon runs. The console is not built here; the API reference is at /docs.\n')
    throw notFound('a path of the API', `${request.method} ${path}`, 'See /docs for all of them.')
  })
}
