import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { HttpFault } from './problem.ts'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
}

/** The name in a Host header, without its port, lower case: `[::1]:8700` gives `::1`. */
export function hostName(host: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(host)
  return (bracketed?.[1] ?? host.replace(/:\d+$/, '')).toLowerCase()
}

/** True for an address or name that only this machine can reach. */
export function isLoopback(host: string): boolean {
  const name = hostName(host)
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
}

/**
 * Whether a Host header is one that a person may have typed. DNS rebinding makes a foreign name point here, so
 * names are refused but the machine's own; an address can't be rebound.
 * @param loopbackOnly the server listens on loopback only
 * @param publicHost the host, with its port, of the address that people use
 */
export function isOwnHost(host: string | undefined, loopbackOnly: boolean, publicHost?: string): boolean {
  if (host === undefined) return false
  if (publicHost !== undefined && host.toLowerCase() === publicHost) return true
  if (isLoopback(host)) return true
  if (loopbackOnly) return false
  const name = hostName(host)
  return isIP(name) !== 0 || name === hostname().toLowerCase()
}

function refuse(where: string, expected: string, found: string): HttpFault {
  return new HttpFault(403, {
    code: 'CORDON_FOREIGN_ORIGIN',
    expected,
    found: `"${found.slice(0, 200)}"`,
    where,
    remedy: 'Open Cordon under the address it prints when it starts.',
  })
}

/**
 * OpenRefine is a page of another port of the reader's own machine. It may ask for reconciliation, which only reads
 * the lists; a page of the web may not.
 */
function isOwnOpenRefine(url: string, origin: string): boolean {
  return (
    url.startsWith('/reconcile/') &&
    /^https?:\/\//.test(origin) &&
    isLoopback(origin.replace(/^https?:\/\//, ''))
  )
}

/**
 * Security headers on every answer, and what holds with and without accounts: the Host header names this machine,
 * and a page of another origin can neither read nor change anything.
 */
export function addSecurity(app: FastifyInstance, loopbackOnly: boolean, publicHost?: string): void {
  app.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers
    if (!isOwnHost(host, loopbackOnly, publicHost))
      throw refuse('header.host', 'the name or address of this machine', host ?? '')
    if (request.url.startsWith('/reconcile/')) reply.header('vary', 'origin')
    if (origin !== undefined && isOwnOpenRefine(request.url, origin)) {
      reply
        .header('access-control-allow-origin', origin)
        .header('cross-origin-resource-policy', 'cross-origin')
      return
    }
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
      throw refuse('header.origin', 'a page that this server itself served', origin)
    const site = request.headers['sec-fetch-site']
    if (origin === undefined && site === 'cross-site' && request.headers['sec-fetch-mode'] !== 'navigate')
      throw refuse('header.sec-fetch-site', 'same-origin', 'cross-site')
  })
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value)
  })
}
