import { parse, serialize } from 'cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Which cookies there are: a session's, and what a sign-in at a provider began with. */
export type CookieKind = 'session' | 'openid'

/** Over TLS the name binds the cookie to this host (RFC 6265bis, `__Host-`). Two Cordons on one machine differ by port. */
function nameOf(kind: CookieKind, request: FastifyRequest, secure: boolean): string {
  const port = /:(\d+)$/.exec(request.headers.host ?? '')?.[1] ?? 'web'
  return secure ? `__Host-cordon-${kind}` : `cordon-${kind}-${port}`
}

/** The value of a cookie that the browser sent. */
export function readCookie(request: FastifyRequest, kind: CookieKind, secure: boolean): string | undefined {
  const { cookie } = request.headers
  return cookie === undefined ? undefined : parse(cookie)[nameOf(kind, request, secure)] || undefined
}

/**
 * Sets a cookie that no script can read. A session's is sent from this site's own pages alone; the other must come
 * along when a provider sends the browser back.
 * @param value undefined takes it away
 * @param maxAge seconds
 */
export function setCookie(
  reply: FastifyReply,
  kind: CookieKind,
  secure: boolean,
  value: string | undefined,
  maxAge: number,
): void {
  const text = serialize(nameOf(kind, reply.request, secure), value ?? '', {
    path: '/',
    httpOnly: true,
    secure,
    sameSite: kind === 'session' ? 'strict' : 'lax',
    maxAge: value === undefined ? 0 : Math.floor(maxAge),
  })
  const before = reply.getHeader('set-cookie')
  void reply.header('set-cookie', before === undefined ? text : [before, text].flat())
}
